// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/paint/menus.h"

#include "ui/theme/paint/shapes.h"

namespace homeroom::paint {

namespace {

constexpr int side = sizes::icon; // of the column with icon or check mark
constexpr int pad = 12;
constexpr int shortcutGap = 32;

struct MenuText {
    QString label;
    QString shortcut;
};

MenuText textOf(const QStyleOptionMenuItem& option)
{
    const qsizetype tab = option.text.indexOf(QLatin1Char('\t'));
    if (tab < 0)
        return {option.text, {}};
    return {option.text.left(tab), option.text.mid(tab + 1)};
}

void mark(
    QPainter& painter, const QStyleOptionMenuItem& option, const Colors& colors, const QRect& place)
{
    if (option.checkType != QStyleOptionMenuItem::NotCheckable) {
        if (option.checked)
            tick(painter, place, colors.accent);
        return;
    }
    const bool enabled = option.state & QStyle::State_Enabled;
    if (!option.icon.isNull())
        option.icon.paint(
            &painter, place, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
}

} // namespace

void menuItem(QPainter& painter, const QStyleOptionMenuItem& option, const Colors& colors)
{
    const QRect rect = option.rect;
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        painter.fillRect(
            rect.left() + pad, rect.center().y(), rect.width() - 2 * pad, 1, colors.line);
        return;
    }
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool selected = enabled && (option.state & QStyle::State_Selected);
    if (selected)
        box(painter, rect.adjusted(4, 0, -4, 0), colors.accentSoft, {});
    mark(painter, option, colors,
        QRect(rect.left() + pad, rect.center().y() - side / 2 + 1, side, side));
    const QRect words = rect.adjusted(pad + side + sizes::gap, 0, -pad, 0);
    const MenuText text = textOf(option);
    painter.setFont(option.font);
    painter.setPen(enabled ? colors.text : colors.edge);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic, text.label);
    painter.setPen(enabled ? colors.muted : colors.edge);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignRight, text.shortcut);
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu)
        chevron(painter, QRect(rect.right() - pad - 8, rect.top(), 8, rect.height()), Turn::Right,
            colors.muted);
}

QSize menuItemSize(const QStyleOptionMenuItem& option)
{
    if (option.menuItemType == QStyleOptionMenuItem::Separator)
        return {sizes::margin, sizes::gap + 1};
    const MenuText text = textOf(option);
    int width = option.fontMetrics.horizontalAdvance(text.label) + 2 * pad + side + sizes::gap;
    if (!text.shortcut.isEmpty())
        width += shortcutGap + option.fontMetrics.horizontalAdvance(text.shortcut);
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu)
        width += shortcutGap;
    return {width + sizes::gap, qMax(28, option.fontMetrics.height() + 8)};
}

void sheet(QPainter& painter, const QRect& rect, const Colors& colors)
{
    painter.fillRect(rect, mixed(colors.line, colors.text, 0.12));
    painter.fillRect(rect.adjusted(1, 1, -1, -1), colors.raised);
}

} // namespace homeroom::paint
