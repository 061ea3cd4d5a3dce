// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/paint/buttons.h"

#include "ui/theme/paint/shapes.h"

namespace homeroom::paint {

namespace {

bool enabled(const QStyleOption& option)
{
    return option.state & QStyle::State_Enabled;
}

bool pointedAt(const QStyleOption& option)
{
    return enabled(option) && (option.state & QStyle::State_MouseOver);
}

bool down(const QStyleOption& option)
{
    return option.state & (QStyle::State_Sunken | QStyle::State_On);
}

/// The one filled colour, answering to pointer and press by a step towards the text colour.
QColor answering(const QColor& fill, const QStyleOption& option, const Colors& colors)
{
    if (down(option))
        return mixed(fill, colors.text, 0.16);
    return pointedAt(option) ? mixed(fill, colors.text, 0.08) : fill;
}

void filledButton(
    QPainter& painter, const QStyleOption& option, const Colors& colors, const QColor& fill)
{
    if (!enabled(option)) {
        box(painter, option.rect, colors.line, {});
        return;
    }
    box(painter, option.rect, answering(fill, option, colors), {});
    if (!(option.state & QStyle::State_HasFocus))
        return;
    // On the accent itself the ring would not show: a gap in the colour of the text on it.
    box(painter, option.rect.adjusted(2, 2, -2, -2), {}, colors.onAccent, sizes::radius - 2);
    focusRing(painter, option.rect, colors);
}

void plainButton(
    QPainter& painter, const QStyleOption& option, const Colors& colors, const QColor& outline)
{
    QColor fill = outline.isValid() ? colors.raised : QColor();
    if (down(option))
        fill = colors.accentSoft;
    else if (pointedAt(option))
        fill = mixed(colors.sunken, colors.text, 0.04);
    box(painter, option.rect, fill, outline);
    if (option.state & QStyle::State_HasFocus)
        focusRing(painter, option.rect, colors);
}

QColor markFill(const QStyleOption& option, const Colors& colors)
{
    const bool marked = option.state & (QStyle::State_On | QStyle::State_NoChange);
    if (!enabled(option))
        return marked ? colors.edge : colors.sunken;
    if (marked)
        return answering(colors.accent, option, colors);
    return pointedAt(option) ? colors.accentSoft : colors.raised;
}

QColor markOutline(const QStyleOption& option, const Colors& colors)
{
    if (option.state & (QStyle::State_On | QStyle::State_NoChange))
        return {};
    return enabled(option) ? colors.edge : colors.line;
}

} // namespace

void pushButton(
    QPainter& painter, const QStyleOption& option, const Colors& colors, ButtonKind kind)
{
    switch (kind) {
    case ButtonKind::Primary:
        return filledButton(painter, option, colors, colors.accent);
    case ButtonKind::Danger:
        return filledButton(painter, option, colors, colors.bad);
    case ButtonKind::Quiet:
        return plainButton(painter, option, colors, {});
    case ButtonKind::Secondary:
        break;
    }
    plainButton(painter, option, colors, mixed(colors.line, colors.text, 0.08));
}

QColor pushButtonText(const QStyleOption& option, const Colors& colors, ButtonKind kind)
{
    if (!enabled(option))
        return colors.edge;
    if (kind == ButtonKind::Primary || kind == ButtonKind::Danger)
        return colors.onAccent;
    return kind == ButtonKind::Quiet ? colors.muted : colors.text;
}

void pushButtonLabel(
    QPainter& painter, const QStyleOptionButton& option, const Colors& colors, const QColor& text)
{
    QRect room = option.rect;
    if (option.features & QStyleOptionButton::HasMenu) {
        constexpr int column = 24;
        chevron(painter,
            QRect(room.right() - column, room.top(), column - sizes::grid, room.height()),
            Turn::Down, colors.muted);
        room.adjust(0, 0, -column + sizes::gap, 0);
    }
    const int words = option.fontMetrics.size(Qt::TextShowMnemonic, option.text).width();
    const int side = option.icon.isNull() ? 0 : option.iconSize.width();
    const int gap = side > 0 && words > 0 ? sizes::gap : 0;
    const int left = room.left() + (room.width() - side - gap - words) / 2;
    const QRect place(left, room.top() + (room.height() - side) / 2, side, side);
    option.icon.paint(&painter, place, Qt::AlignCenter,
        enabled(option) ? QIcon::Normal : QIcon::Disabled,
        option.state & QStyle::State_On ? QIcon::On : QIcon::Off);
    painter.setPen(text);
    painter.drawText(QRect(left + side + gap, room.top(), words + 1, room.height()),
        Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic, option.text);
}

void toolButton(QPainter& painter, const QStyleOption& option, const Colors& colors)
{
    plainButton(painter, option, colors, {});
}

void checkBox(QPainter& painter, const QStyleOption& option, const Colors& colors)
{
    box(painter, option.rect, markFill(option, colors), markOutline(option, colors), 4);
    if (option.state & QStyle::State_On)
        tick(painter, option.rect, colors.onAccent);
    if (option.state & QStyle::State_NoChange) {
        const QPoint middle = option.rect.center();
        painter.fillRect(middle.x() - 3, middle.y(), 8, 2, colors.onAccent);
    }
}

void radioButton(QPainter& painter, const QStyleOption& option, const Colors& colors)
{
    const qreal radius = option.rect.height() / 2.0;
    box(painter, option.rect, markFill(option, colors), markOutline(option, colors), radius);
    if (option.state & QStyle::State_On)
        box(painter, option.rect.adjusted(5, 5, -5, -5), colors.onAccent, {}, radius - 5);
}

} // namespace homeroom::paint
