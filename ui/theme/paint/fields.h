// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QPainter>
#include <QStyleOption>

namespace homeroom::paint {

/// Background and outline of a field: line edit, text edit, combo box, spin box.
void field(QPainter& painter, const QStyleOption& option, const Colors& colors,
    const QWidget* widget, const QColor& fill);
void comboBox(QPainter& painter, const QStyleOptionComboBox& option, const Colors& colors,
    const QRect& arrow, const QWidget* widget);
void spinBox(QPainter& painter, const QStyleOptionSpinBox& option, const Colors& colors,
    const QRect& up, const QRect& down, const QWidget* widget);

} // namespace homeroom::paint
