// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/contrast.h"

#include <QColor>
#include <QHash>

#include <algorithm>
#include <cmath>

namespace homeroom::test {

namespace {

/// A colour in fewer pixels than this is the edge of something.
constexpr int fewestPixels = 6;

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(QRgb pixel)
{
    const QColor color = QColor::fromRgb(pixel);
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
        + 0.0722 * linear(color.blueF());
}

double contrastOf(double one, double other)
{
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

} // namespace

double contrastIn(const QImage& picture, const QRect& place)
{
    const qreal scale = picture.devicePixelRatio();
    const QRect pixels = QRect(place.topLeft() * scale, place.size() * scale) & picture.rect();
    QHash<QRgb, int> counts;
    for (int y = pixels.top(); y <= pixels.bottom(); ++y) {
        for (int x = pixels.left(); x <= pixels.right(); ++x)
            ++counts[picture.pixel(x, y)];
    }
    const auto most = std::max_element(counts.cbegin(), counts.cend());
    if (most == counts.cend())
        return 1;
    const double behind = luminance(most.key());
    double best = 1;
    for (auto count = counts.cbegin(); count != counts.cend(); ++count) {
        if (count.value() >= fewestPixels)
            best = std::max(best, contrastOf(behind, luminance(count.key())));
    }
    return best;
}

} // namespace homeroom::test
