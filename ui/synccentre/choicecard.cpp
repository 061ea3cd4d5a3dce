// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/synccentre/choicecard.h"

#include "ui/theme/paint/shapes.h"
#include "ui/widgets/wrappedlabel.h"

#include <QPainter>
#include <QVBoxLayout>

namespace homeroom {

using namespace Qt::StringLiterals;

ChoiceCard::ChoiceCard(const Theme& theme, const Content& content, QWidget* parent)
    : QAbstractButton(parent), m_theme(theme), m_content(content)
{
    const bool choosable = !content.key.isEmpty();
    setCheckable(choosable);
    setFocusPolicy(choosable ? Qt::TabFocus : Qt::NoFocus);
    setAttribute(Qt::WA_Hover);
    // A button is as wide as its words; a card is as wide as there is room beside the others.
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    auto* caption = new WrappedLabel(theme, TextRole::Small, &Colors::muted);
    caption->setText(choosable ? u"%1 · %2"_s.arg(content.key, content.caption) : content.caption);
    auto* value = new WrappedLabel(theme, TextRole::Strong);
    value->setText(content.value);
    auto* who = new WrappedLabel(theme, TextRole::Small, &Colors::muted);
    who->setText(content.who);
    auto* column = new QVBoxLayout(this);
    constexpr int edge = sizes::gap + sizes::grid;
    column->setContentsMargins(edge, sizes::gap, edge, sizes::gap);
    column->setSpacing(sizes::grid);
    column->addWidget(caption);
    column->addWidget(value);
    column->addWidget(who);
    column->addStretch(1);
    setAccessibleName(choosable
            ? u"%1, %2: %3, %4"_s.arg(content.key, content.caption, content.value, content.who)
            : u"%1: %2"_s.arg(content.caption, content.value));
}

void ChoiceCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Colors& colors = m_theme.colors();
    if (!isCheckable()) {
        paint::box(painter, rect(), colors.sunken, QColor());
        return;
    }
    const QColor calm = underMouse() ? colors.edge : colors.line;
    paint::box(painter, rect(), isChecked() ? colors.accentSoft : colors.raised,
        isChecked() ? colors.accent : calm);
    if (isChecked()) {
        const int side = sizes::icon;
        paint::tick(
            painter, QRect(width() - side - sizes::gap, sizes::gap, side, side), colors.accent);
    }
    if (hasFocus())
        paint::focusRing(painter, rect(), colors);
}

} // namespace homeroom
