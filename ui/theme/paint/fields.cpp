// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/paint/fields.h"

#include "ui/theme/paint/shapes.h"

#include <QWidget>

namespace homeroom::paint {

namespace {

QColor outlineOf(const QStyleOption& option, const Colors& colors)
{
    const QColor calm = mixed(colors.line, colors.text, 0.12);
    const bool pointedAt =
        (option.state & QStyle::State_MouseOver) && (option.state & QStyle::State_Enabled);
    return pointedAt ? colors.edge : calm;
}

QColor arrowColor(const Colors& colors, bool usable)
{
    return usable ? colors.muted : colors.line;
}

} // namespace

void field(QPainter& painter, const QStyleOption& option, const Colors& colors,
    const QWidget* widget, const QColor& fill)
{
    const bool invalid = widget && widget->property("homeroomInvalid").toBool();
    const QColor outline = invalid ? colors.bad : outlineOf(option, colors);
    box(painter, option.rect, fill, outline);
    if (!(option.state & QStyle::State_HasFocus))
        return;
    Colors ring = colors;
    if (invalid)
        ring.focus = colors.bad;
    focusRing(painter, option.rect, ring);
}

void comboBox(QPainter& painter, const QStyleOptionComboBox& option, const Colors& colors,
    const QRect& arrow, const QWidget* widget)
{
    const bool enabled = option.state & QStyle::State_Enabled;
    if (option.frame)
        field(painter, option, colors, widget, enabled ? colors.raised : colors.surface);
    chevron(painter, arrow, Turn::Down, arrowColor(colors, enabled));
}

void spinBox(QPainter& painter, const QStyleOptionSpinBox& option, const Colors& colors,
    const QRect& up, const QRect& down, const QWidget* widget)
{
    const bool enabled = option.state & QStyle::State_Enabled;
    if (option.frame)
        field(painter, option, colors, widget, enabled ? colors.raised : colors.surface);
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto may = [&](QAbstractSpinBox::StepEnabledFlag step) {
        return enabled && (option.stepEnabled & step);
    };
    chevron(painter, up, Turn::Up, arrowColor(colors, may(QAbstractSpinBox::StepUpEnabled)));
    chevron(painter, down, Turn::Down, arrowColor(colors, may(QAbstractSpinBox::StepDownEnabled)));
}

} // namespace homeroom::paint
