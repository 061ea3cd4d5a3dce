// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/paint/shapes.h"

#include <QPainterPath>

namespace homeroom::paint {

namespace {

constexpr qreal strokeWidth = 1.5;

class Saved {
public:
    explicit Saved(QPainter& painter) : m_painter(painter)
    {
        m_painter.save();
        m_painter.setRenderHint(QPainter::Antialiasing);
    }
    ~Saved() { m_painter.restore(); }
    Q_DISABLE_COPY_MOVE(Saved)

private:
    QPainter& m_painter;
};

QPen stroke(const QColor& color)
{
    return QPen(color, strokeWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

} // namespace

void box(
    QPainter& painter, const QRect& rect, const QColor& fill, const QColor& outline, qreal radius)
{
    const Saved saved(painter);
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    if (!outline.isValid()) {
        painter.setPen(Qt::NoPen);
        painter.drawRoundedRect(rect, radius, radius);
        return;
    }
    painter.setPen(QPen(outline, 1));
    painter.drawRoundedRect(
        QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius - 0.5, radius - 0.5);
}

void focusRing(QPainter& painter, const QRect& rect, const Colors& colors, qreal radius)
{
    const Saved saved(painter);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colors.focus, sizes::focusRing));
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius - 1, radius - 1);
}

void chevron(QPainter& painter, const QRect& rect, Turn turn, const QColor& color)
{
    const Saved saved(painter);
    painter.setPen(stroke(color));
    painter.setBrush(Qt::NoBrush);
    painter.translate(QRectF(rect).center());
    constexpr std::array<qreal, 4> angles = {180, 0, 90, -90};
    painter.rotate(angles[static_cast<std::size_t>(turn)]);
    painter.drawPolyline(QPolygonF({QPointF(-3.5, -1.75), QPointF(0, 1.75), QPointF(3.5, -1.75)}));
}

void tick(QPainter& painter, const QRect& rect, const QColor& color)
{
    const Saved saved(painter);
    QPen pen = stroke(color);
    pen.setWidthF(2);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.translate(QRectF(rect).center());
    painter.drawPolyline(QPolygonF({QPointF(-3.5, 0.25), QPointF(-1, 2.75), QPointF(3.5, -2.5)}));
}

QColor mixed(const QColor& under, const QColor& over, qreal share)
{
    const auto part = [share](int low, int high) { return qRound(low + (high - low) * share); };
    return QColor(part(under.red(), over.red()), part(under.green(), over.green()),
        part(under.blue(), over.blue()));
}

} // namespace homeroom::paint
