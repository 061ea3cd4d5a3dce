// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/style.h"
#include "ui/theme/tokens.h"

#include <QPainter>
#include <QStyleOption>

namespace homeroom::paint {

void itemRow(QPainter& painter, const QStyleOptionViewItem& option, const Colors& colors);
void headerSection(QPainter& painter, const QStyleOptionHeader& option, const Colors& colors);
void tabShape(QPainter& painter, const QStyleOptionTab& option, const Colors& colors, TabLook look);
QColor tabText(const QStyleOptionTab& option, const Colors& colors, TabLook look);
/// A thin handle without a track; `slider` is its place.
void scrollBar(
    QPainter& painter, const QStyleOptionSlider& option, const Colors& colors, const QRect& slider);
void splitterHandle(QPainter& painter, const QStyleOption& option, const Colors& colors);
void progressGroove(QPainter& painter, const QRect& rect, const Colors& colors);
void progressContents(
    QPainter& painter, const QStyleOptionProgressBar& option, const Colors& colors);

} // namespace homeroom::paint
