// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QPainter>

/// Shapes that controls and painted rows share.
namespace homeroom::paint {

enum class Turn { Up, Down, Left, Right };

/// A filled, outlined rounded box whose one-pixel outline lies sharp on the pixels. Either colour
/// may be invalid (not painted).
void box(QPainter& painter, const QRect& rect, const QColor& fill, const QColor& outline,
    qreal radius = sizes::radius);

/// The ring of the focus, just inside of `rect`.
void focusRing(
    QPainter& painter, const QRect& rect, const Colors& colors, qreal radius = sizes::radius);

/// An arrow head of the icons' stroke in the middle of `rect`.
void chevron(QPainter& painter, const QRect& rect, Turn turn, const QColor& color);

/// A tick in the middle of `rect`, for check marks.
void tick(QPainter& painter, const QRect& rect, const QColor& color);

/// `over` mixed onto `under`, `share` from 0 to 1.
QColor mixed(const QColor& under, const QColor& over, qreal share);

} // namespace homeroom::paint
