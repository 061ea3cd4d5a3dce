// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

namespace homeroom::test {

/// The contrast (1 to 21, WCAG 2.2) between what fills most of a place in a picture and the colour
/// in it that stands out most: its words. The place is in device-independent pixels.
double contrastIn(const QImage& picture, const QRect& place);

} // namespace homeroom::test
