// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/textlabel.h"

#include <QPainter>

namespace homeroom {

TextLabel::TextLabel(const Theme& theme, TextRole role, QColor Colors::*tone, QWidget* parent)
    : QLabel(parent), m_theme(theme), m_role(role), m_tone(tone)
{
    // Names and notes of people are shown here; none of them may be taken for markup.
    setTextFormat(Qt::PlainText);
    // The role would otherwise change with the background of some parent.
    setForegroundRole(QPalette::WindowText);
    connect(&theme, &Theme::changed, this, &TextLabel::follow);
    follow();
}

void TextLabel::setTone(QColor Colors::*tone)
{
    m_tone = tone;
    follow();
}

void TextLabel::follow()
{
    setFont(m_theme.font(m_role));
    QPalette palette;
    palette.setColor(QPalette::WindowText, tone());
    setPalette(palette);
}

void ElidedLabel::setElideMode(Qt::TextElideMode mode)
{
    m_mode = mode;
    update();
}

bool ElidedLabel::isElided() const
{
    return fontMetrics().horizontalAdvance(text()) > contentsRect().width();
}

QSize ElidedLabel::minimumSizeHint() const
{
    const int ellipsis = fontMetrics().horizontalAdvance(QChar(0x2026)) * 3;
    return {ellipsis, QLabel::minimumSizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(tone());
    const QString shown = fontMetrics().elidedText(text(), m_mode, contentsRect().width());
    painter.drawText(contentsRect(), int(alignment()) | Qt::TextSingleLine, shown);
}

void ElidedLabel::resizeEvent(QResizeEvent* event)
{
    TextLabel::resizeEvent(event);
    setToolTip(isElided() ? text() : QString());
}

} // namespace homeroom
