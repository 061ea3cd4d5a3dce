// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/emptystate.h"

#include "ui/theme/style.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/textlabel.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace homeroom {

namespace {

constexpr int iconSide = 32;
constexpr int textWidth = 360;

Icon iconOf(const EmptyState::Content& content)
{
    switch (content.kind) {
    case EmptyState::Kind::Loading:
        return Icon::Clock;
    case EmptyState::Kind::Error:
        return Icon::Warning;
    case EmptyState::Kind::Offline:
        return Icon::Offline;
    case EmptyState::Kind::Empty:
        break;
    }
    return content.icon;
}

QColor Colors::*toneOf(EmptyState::Kind kind)
{
    return kind == EmptyState::Kind::Error ? &Colors::bad : &Colors::faint;
}

} // namespace

EmptyState::EmptyState(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_icon(new IconLabel(theme, Icon::Board, iconSide, &Colors::faint)),
      m_sentence(new TextLabel(theme, TextRole::Strong)),
      m_next(new TextLabel(theme, TextRole::Body, &Colors::muted)), m_action(new QPushButton),
      m_other(new QPushButton)
{
    arrange();
    setButtonKind(*m_other, ButtonKind::Quiet);
    connect(m_other, &QPushButton::clicked, this, &EmptyState::otherRequested);
    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionRequested);
    setContent({});
}

void EmptyState::arrange()
{
    auto* column = new QVBoxLayout(this);
    column->setSpacing(sizes::gap);
    column->addStretch(2);
    column->addWidget(m_icon, 0, Qt::AlignHCenter);
    column->addSpacing(sizes::grid);
    for (TextLabel* label : {m_sentence, m_next}) {
        label->setAlignment(Qt::AlignHCenter);
        label->setWordWrap(true);
        column->addWidget(label);
    }
    column->addSpacing(sizes::gap);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addWidget(m_other, 0, Qt::AlignHCenter);
    column->addStretch(3);
}

void EmptyState::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    // Short lines read better than wide ones; margins, because a wrapping label takes its height
    // from the width it is given.
    const int side = qMax(sizes::margin, (width() - textWidth) / 2);
    layout()->setContentsMargins(side, sizes::margin, side, sizes::margin);
}

// The margins of a wide page keep nobody from making it narrow again.
QSize EmptyState::minimumSizeHint() const
{
    const QMargins margins = layout()->contentsMargins();
    QSize size = QWidget::minimumSizeHint();
    size.rwidth() += 2 * sizes::margin - margins.left() - margins.right();
    return size;
}

void EmptyState::setContent(const Content& content)
{
    m_content = content;
    m_sentence->setText(content.sentence);
    m_next->setText(content.next);
    m_next->setVisible(!content.next.isEmpty());
    m_action->setText(content.action);
    m_action->setVisible(!content.action.isEmpty());
    m_other->setText(content.other);
    m_other->setVisible(!content.other.isEmpty());
    setAccessibleName(content.sentence);
    setAccessibleDescription(content.next);
    m_icon->setIcon(iconOf(content), toneOf(content.kind));
}

} // namespace homeroom
