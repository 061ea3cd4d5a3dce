// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/railbutton.h"

#include "ui/theme/paint/shapes.h"

#include <QPainter>

namespace homeroom {

namespace {

constexpr int padding = 12;

} // namespace

RailButton::RailButton(const Theme& theme, Icon icon, QWidget* parent)
    : QPushButton(parent), m_theme(theme)
{
    setIcon(theme.icon(icon));
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void RailButton::setWords(const QString& word, const QString& aside)
{
    setText(word);
    m_aside = aside;
    describe();
    update();
}

void RailButton::setFolded(bool folded)
{
    m_folded = folded;
    describe();
    update();
}

void RailButton::describe()
{
    setAccessibleName(text());
    setAccessibleDescription(m_aside);
    const bool fits = !m_folded && sizeHint().width() <= width();
    setToolTip(fits ? QString() : text() + QLatin1String("  ") + m_aside);
}

QSize RailButton::sizeHint() const
{
    const int aside = QFontMetrics(m_theme.font(TextRole::Small)).horizontalAdvance(m_aside);
    const int words = fontMetrics().horizontalAdvance(text()) + sizes::gap + aside;
    const int width = 2 * padding + sizes::icon + (m_folded ? 0 : sizes::gap + words);
    return {width, qMax(sizes::control, fontMetrics().height() + sizes::gap)};
}

QSize RailButton::minimumSizeHint() const
{
    return {2 * padding + sizes::icon, sizeHint().height()};
}

void RailButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Colors& colors = m_theme.colors();
    if (isChecked())
        paint::box(painter, rect(), colors.raised, colors.line);
    else if (underMouse() || isDown())
        paint::box(painter, rect(), paint::mixed(colors.sunken, colors.text, 0.05), {});
    if (hasFocus())
        paint::focusRing(painter, rect(), colors);
    const int left = m_folded ? (width() - sizes::icon) / 2 : padding;
    const QRect place(left, (height() - sizes::icon) / 2, sizes::icon, sizes::icon);
    icon().paint(&painter, place, Qt::AlignCenter, isEnabled() ? QIcon::Normal : QIcon::Disabled,
        isChecked() ? QIcon::On : QIcon::Off);
    if (!m_folded)
        paintWords(painter, rect().adjusted(padding + sizes::icon + sizes::gap, 0, -padding, 0));
}

void RailButton::paintWords(QPainter& painter, const QRect& room)
{
    const Colors& colors = m_theme.colors();
    const QFont small = m_theme.font(TextRole::Small);
    const int aside = QFontMetrics(small).horizontalAdvance(m_aside);
    const QFont font = isChecked() ? m_theme.font(TextRole::Strong) : this->font();
    const QFontMetrics metrics(font);
    // The word matters, what stands aside gives way.
    const bool both = metrics.horizontalAdvance(text()) + sizes::gap + aside <= room.width();
    painter.setFont(font);
    painter.setPen(isChecked() ? colors.text : colors.muted);
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft,
        metrics.elidedText(text(), Qt::ElideRight, room.width()));
    if (!both)
        return;
    painter.setFont(small);
    painter.setPen(colors.faint);
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignRight, m_aside);
}

} // namespace homeroom
