// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/style.h"
#include "ui/theme/tokens.h"

#include <QPainter>
#include <QStyleOption>

namespace homeroom::paint {

void pushButton(
    QPainter& painter, const QStyleOption& option, const Colors& colors, ButtonKind kind);
QColor pushButtonText(const QStyleOption& option, const Colors& colors, ButtonKind kind);
/// Icon and words in the middle, an arrow at the right when a menu opens.
void pushButtonLabel(
    QPainter& painter, const QStyleOptionButton& option, const Colors& colors, const QColor& text);
void toolButton(QPainter& painter, const QStyleOption& option, const Colors& colors);
void checkBox(QPainter& painter, const QStyleOption& option, const Colors& colors);
void radioButton(QPainter& painter, const QStyleOption& option, const Colors& colors);

} // namespace homeroom::paint
