// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/searchhint.h"

#include "ui/theme/paint/shapes.h"

#include <QPainter>

namespace homeroom {

namespace {

constexpr int padding = 8;
constexpr int keyGap = 12;

} // namespace

SearchHint::SearchHint(const Theme& theme, QWidget* parent) : QPushButton(parent), m_theme(theme)
{
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setIcon(theme.icon(Icon::Search));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void SearchHint::setHint(const QString& words, const QString& keys)
{
    setText(words);
    setAccessibleName(words);
    m_keys = keys;
    setToolTip(keys.isEmpty() ? words : words + QLatin1String("  ") + keys);
    updateGeometry();
}

QSize SearchHint::sizeHint() const
{
    const int words = fontMetrics().horizontalAdvance(text());
    const int keys = QFontMetrics(m_theme.font(TextRole::Small)).horizontalAdvance(m_keys);
    // Two more, because widths of unhinted text are rounded.
    return {2 * padding + sizes::icon + sizes::gap + words + 2 + keyGap + keys, sizes::control};
}

QSize SearchHint::minimumSizeHint() const
{
    return {sizes::control, sizes::control};
}

void SearchHint::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Colors& colors = m_theme.colors();
    if (underMouse() || isDown())
        paint::box(painter, rect(), colors.sunken, {});
    if (hasFocus())
        paint::focusRing(painter, rect(), colors);
    const QRect inside = rect().adjusted(padding, 0, -padding, 0);
    const QRect lens(inside.left(), (height() - sizes::icon) / 2, sizes::icon, sizes::icon);
    icon().paint(&painter, lens);
    const int left = lens.right() + 1 + sizes::gap;
    const QFont small = m_theme.font(TextRole::Small);
    const int keys = QFontMetrics(small).horizontalAdvance(m_keys);
    const int room = inside.right() + 1 - left - keys - keyGap;
    if (room < 3 * fontMetrics().averageCharWidth())
        return;
    painter.setPen(colors.muted);
    painter.drawText(QRect(left, 0, room, height()), Qt::AlignVCenter | Qt::AlignLeft,
        fontMetrics().elidedText(text(), Qt::ElideRight, room));
    painter.setFont(small);
    painter.setPen(colors.faint);
    painter.drawText(inside, Qt::AlignVCenter | Qt::AlignRight, m_keys);
}

} // namespace homeroom
