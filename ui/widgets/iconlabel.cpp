// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/iconlabel.h"

#include <QPainter>

namespace homeroom {

IconLabel::IconLabel(const Theme& theme, Icon icon, int side, QColor Colors::*tone, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_icon(icon), m_side(side), m_tone(tone)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void IconLabel::setIcon(Icon icon, QColor Colors::*tone)
{
    m_icon = icon;
    m_tone = tone;
    update();
}

void IconLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QPoint corner((width() - m_side) / 2, (height() - m_side) / 2);
    paintIcon(painter, corner, m_icon, m_theme.colors().*m_tone, m_side);
}

} // namespace homeroom
