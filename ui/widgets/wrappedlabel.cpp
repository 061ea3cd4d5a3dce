// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/wrappedlabel.h"

#include <QPainter>
#include <QTextLayout>

#include <cmath>

namespace homeroom {

namespace {

/// Of a WrappedLabel in narrow places: a word of this many letters still stands in one line.
constexpr int narrowestLetters = 4;

QTextOption wrapping()
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    return option;
}

} // namespace

WrappedLabel::WrappedLabel(const Theme& theme, TextRole role, QColor Colors::*tone, QWidget* parent)
    : TextLabel(theme, role, tone, parent)
{
    setWordWrap(true);
}

int WrappedLabel::heightForWidth(int width) const
{
    QTextLayout lines(QString(text()).replace(u'\n', QChar::LineSeparator), font());
    lines.setTextOption(wrapping());
    lines.beginLayout();
    qreal height = 0;
    for (QTextLine line = lines.createLine(); line.isValid(); line = lines.createLine()) {
        line.setLineWidth(width);
        height += line.height() + qMax(0, fontMetrics().leading());
    }
    lines.endLayout();
    return qMax(fontMetrics().height(), int(std::ceil(height)));
}

QSize WrappedLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()), fontMetrics().height()};
}

QSize WrappedLabel::minimumSizeHint() const
{
    return {fontMetrics().horizontalAdvance(u'M') * narrowestLetters, fontMetrics().height()};
}

void WrappedLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(tone());
    painter.drawText(rect(), text(), wrapping());
}

} // namespace homeroom
