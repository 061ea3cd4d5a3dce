// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QPainter>
#include <QStyleOption>

namespace homeroom::paint {

void menuItem(QPainter& painter, const QStyleOptionMenuItem& option, const Colors& colors);
QSize menuItemSize(const QStyleOptionMenuItem& option);
/// The plain sheet below menus, tool tips and lists that open.
void sheet(QPainter& painter, const QRect& rect, const Colors& colors);

} // namespace homeroom::paint
