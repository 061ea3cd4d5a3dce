// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chip.h"

#include "ui/theme/paint/shapes.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>

namespace homeroom {

namespace {

constexpr int padding = 10;
constexpr int countGap = 6;

} // namespace

Chip::Chip(const Theme& theme, const QString& label, QWidget* parent)
    : QPushButton(parent), m_theme(theme)
{
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setLabel(label);
}

void Chip::setLabel(const QString& label)
{
    m_label = label;
    describe();
    updateGeometry();
    update();
}

void Chip::setCount(std::optional<int> count)
{
    if (m_count == count)
        return;
    const QSize before = sizeHint();
    m_count = count;
    describe();
    if (sizeHint() != before)
        updateGeometry();
    update();
}

QString Chip::countText() const
{
    return m_count ? locale().toString(*m_count) : QString();
}

QFont Chip::countFont() const
{
    QFont heavy = font();
    heavy.setWeight(QFont::DemiBold);
    return heavy;
}

void Chip::describe()
{
    //: A filter chip as a screen reader says it: its label and how many rows it leaves.
    setAccessibleName(m_count ? tr("%1, %2").arg(m_label, countText()) : m_label);
}

QSize Chip::sizeHint() const
{
    int width = fontMetrics().horizontalAdvance(m_label) + 2 * padding;
    if (m_count)
        width += countGap + QFontMetrics(countFont()).horizontalAdvance(countText());
    return {width, qMax(sizes::chip, fontMetrics().height() + 4)};
}

void Chip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Colors& colors = m_theme.colors();
    const qreal radius = height() / 2.0;
    const QColor calm = paint::mixed(colors.line, colors.text, underMouse() ? 0.3 : 0.08);
    const QColor fill = isChecked() ? colors.accentSoft : colors.raised;
    paint::box(painter, rect(), fill, isChecked() ? colors.accent : calm, radius);
    if (hasFocus())
        paint::focusRing(painter, rect(), colors, radius);
    const QRect words = rect().adjusted(padding, 0, -padding, 0);
    painter.setPen(isChecked() ? colors.accent : colors.muted);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, m_label);
    painter.setFont(countFont());
    painter.setPen(isChecked() ? colors.accent : colors.text);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignRight, countText());
}

void Chip::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QPushButton::keyPressEvent(event);
}

void Chip::changeEvent(QEvent* event)
{
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::LocaleChange || event->type() == QEvent::LanguageChange)
        describe();
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

} // namespace homeroom
