// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/columnheader.h"

#include "ui/editing/phrases.h"
#include "ui/theme/paint/shapes.h"

#include <QEvent>
#include <QPainter>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr int hairline = 2;
constexpr int side = 4;

} // namespace

QColor stageColor(const Colors& colors, StageRole role, int place)
{
    switch (role) {
    case StageRole::Friend:
        return colors.c7;
    case StageRole::Group:
        return colors.c6;
    case StageRole::Learning:
        return colors.c1;
    case StageRole::Intent:
        return colors.c2;
    case StageRole::Deposit:
        return colors.c4;
    case StageRole::Paid:
        return colors.c3;
    case StageRole::Lost:
        return colors.edge;
    case StageRole::Open:
        break;
    }
    return place == 0 ? colors.c8 : colors.category(place);
}

ColumnHeader::ColumnHeader(const BoardColumnModel& column, const Theme& theme, QWidget* parent)
    : QToolButton(parent), m_column(column), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::TabFocus);
    setCheckable(false);
    setAutoRaise(true);
    connect(&column, &BoardColumnModel::headerChanged, this, &ColumnHeader::describe);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    describe();
}

void ColumnHeader::setPlace(int place)
{
    m_place = place;
    update();
}

void ColumnHeader::setFolded(bool folded)
{
    m_folded = folded;
    setSizePolicy(folded ? QSizePolicy::Fixed : QSizePolicy::Expanding,
        folded ? QSizePolicy::Expanding : QSizePolicy::Fixed);
    describe();
    updateGeometry();
}

QString ColumnHeader::countText() const
{
    if (m_column.isFiltered())
        return u"%1/%2"_s.arg(m_column.rowCount()).arg(m_column.cardCount());
    return QString::number(m_column.cardCount());
}

QSize ColumnHeader::sizeHint() const
{
    return m_folded ? QSize(foldedWidth, height) : QSize(1, height);
}

void ColumnHeader::describe()
{
    const QString name = m_column.stage().name;
    const QString count = tr("%n card(s)", nullptr, int(m_column.cardCount()));
    setAccessibleName(u"%1, %2, %3"_s.arg(name, count, yuanText(m_column.amount())));
    setAccessibleDescription(m_folded ? tr("Folded. Opens the column.") : tr("Folds the column."));
    const QString worth = m_column.amount() ? u" · "_s + yuanText(m_column.amount()) : QString();
    setToolTip(name + u" · "_s + count + worth);
    update();
}

void ColumnHeader::changeEvent(QEvent* event)
{
    QToolButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        describe();
}

void ColumnHeader::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Colors& colors = m_theme.colors();
    if (underMouse() || m_folded)
        paint::box(painter, rect(), colors.sunken, QColor(), 0);
    painter.fillRect(
        QRect(0, 0, width(), hairline), stageColor(colors, m_column.stage().role, m_place));
    if (m_folded)
        paintFolded(painter);
    else
        paintOpen(painter);
    if (hasFocus())
        paint::focusRing(painter, rect(), colors);
}

void ColumnHeader::paintOpen(QPainter& painter) const
{
    const Colors& colors = m_theme.colors();
    QRect line = rect().adjusted(side, hairline, -side, 0);
    if (underMouse() || hasFocus()) {
        const QRect fold(line.right() + 1 - sizes::icon, line.top(), sizes::icon, line.height());
        paintFold(painter, fold);
        line.setRight(fold.left() - side);
    }
    painter.setFont(m_theme.font(TextRole::Small));
    painter.setPen(colors.muted);
    const QString count = countText();
    const int countWidth = painter.fontMetrics().horizontalAdvance(count);
    QString worth = m_column.amount() ? yuanText(m_column.amount()) : QString();
    int amountWidth = painter.fontMetrics().horizontalAdvance(worth);
    // The name comes first: an amount that would cut it is left to the tool tip.
    const QFontMetrics strong(m_theme.font(TextRole::Strong));
    const int nameWidth = strong.horizontalAdvance(m_column.stage().name);
    if (nameWidth + countWidth + amountWidth + 3 * sizes::gap > line.width())
        amountWidth = 0;
    if (amountWidth == 0)
        worth.clear();
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, worth);
    const int room = line.width() - countWidth - amountWidth - 2 * sizes::gap;
    const QString name = strong.elidedText(m_column.stage().name, Qt::ElideRight, room);
    painter.drawText(line.adjusted(strong.horizontalAdvance(name) + sizes::gap, 0, 0, 0),
        Qt::AlignLeft | Qt::AlignVCenter, count);
    painter.setFont(m_theme.font(TextRole::Strong));
    painter.setPen(colors.text);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, name);
}

void ColumnHeader::paintFolded(QPainter& painter) const
{
    const Colors& colors = m_theme.colors();
    paintFold(painter, QRect(0, hairline, width(), height - hairline));
    painter.setFont(m_theme.font(TextRole::Small));
    painter.setPen(colors.muted);
    const QRect count(0, height, width(), m_theme.lineHeight(TextRole::Small));
    painter.drawText(count, Qt::AlignCenter, countText());
    painter.setFont(m_theme.font(TextRole::Strong));
    painter.setPen(colors.text);
    const int top = count.bottom() + sizes::gap;
    painter.translate(width(), top);
    painter.rotate(90);
    const QRect name(0, 0, rect().height() - top - sizes::gap, width());
    painter.drawText(name, Qt::AlignLeft | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(m_column.stage().name, Qt::ElideRight, name.width()));
    painter.resetTransform();
}

void ColumnHeader::paintFold(QPainter& painter, const QRect& place) const
{
    const paint::Turn turn = m_folded ? paint::Turn::Right : paint::Turn::Left;
    paint::chevron(painter, place, turn, m_theme.colors().muted);
}

} // namespace homeroom
