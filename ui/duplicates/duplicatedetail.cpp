// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/duplicates/duplicatedetail.h"

#include "ui/widgets/wrappedlabel.h"

#include <QVBoxLayout>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr int labelWidth = 104;
enum Column { Label, First, Mark, Second };

} // namespace

DuplicateDetail::DuplicateDetail(const PageContext& context, QWidget* parent)
    : QScrollArea(parent), m_context(context)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
}

WrappedLabel* DuplicateDetail::newLabel(
    const QString& text, TextRole role, QColor Colors::*tone) const
{
    auto* label = new WrappedLabel(m_context.theme, role, tone);
    label->setText(text);
    label->setTextFormat(Qt::PlainText);
    return label;
}

void DuplicateDetail::setPair(
    const DuplicatePair* pair, const std::optional<std::array<DuplicateSide, 2>>& sides)
{
    m_lines.clear();
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(sizes::margin, 0, sizes::margin, sizes::gap);
    column->setSpacing(sizes::gap);
    if (pair && sides) {
        m_lines = comparedLines(*sides, m_context);
        column->addWidget(newLabel(reasonsText(*pair), TextRole::Strong, &Colors::text));
        if (pair->families > 2)
            column->addWidget(newLabel(
                tr("%n families have this in common: rather a number or name that was typed for "
                   "want of one. The oldest of them and one other are shown.",
                    nullptr, pair->families),
                TextRole::Body, &Colors::warn));
        column->addWidget(newLabel(
            tr("Where two values differ (≠), the family that stays keeps its own; a phone that "
               "differs becomes a guardian's. Children, follow-ups, cards and orders of both are "
               "kept."),
            TextRole::Small, &Colors::muted));
        auto* grid = new QGridLayout;
        grid->setHorizontalSpacing(sizes::gap);
        grid->setVerticalSpacing(sizes::gap);
        grid->setColumnMinimumWidth(Label, labelWidth);
        grid->setColumnStretch(First, 1);
        grid->setColumnStretch(Second, 1);
        for (size_t line = 0; line < m_lines.size(); ++line)
            addLine(*grid, int(line), m_lines[line]);
        column->addLayout(grid);
    }
    column->addStretch(1);
    setWidget(body); // the one before goes
    body->setVisible(true);
}

void DuplicateDetail::addLine(QGridLayout& grid, int row, const ComparedLine& line)
{
    const bool differs = line.likeness == Likeness::Differs;
    const TextRole role = differs ? TextRole::Strong : TextRole::Body;
    const auto tone = line.likeness == Likeness::Same ? &Colors::muted : &Colors::text;
    WrappedLabel* label = newLabel(line.label, TextRole::Small, &Colors::muted);
    label->setFixedWidth(labelWidth);
    grid.addWidget(label, row, Label, Qt::AlignTop);
    grid.addWidget(newLabel(line.values[0], role, tone), row, First, Qt::AlignTop);
    if (differs) {
        WrappedLabel* mark = newLabel(u"≠"_s, TextRole::Strong, &Colors::warn);
        mark->setAccessibleName(tr("differs"));
        grid.addWidget(mark, row, Mark, Qt::AlignTop);
    }
    grid.addWidget(newLabel(line.values[1], role, tone), row, Second, Qt::AlignTop);
}

} // namespace homeroom
