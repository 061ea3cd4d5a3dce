// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/carddrag.h"

#include "ui/board/boardview.h"

#include <QMimeData>
#include <QPainter>
#include <QScrollBar>

namespace homeroom {

namespace {

constexpr int edge = 48; ///< distance from an edge at which scrolling starts
constexpr int fastest = 24; ///< pixels a step
constexpr int stepMs = 16;
constexpr int badgeSide = 22;

/// How far to scroll for a pointer at `at` in a stretch of `length`; 0 away from its edges.
int scrollStep(int at, int length)
{
    if (at < edge)
        return -fastest * qBound(0, edge - at, edge) / edge;
    if (at > length - edge)
        return fastest * qBound(0, at - (length - edge), edge) / edge;
    return 0;
}

void scrollBy(QScrollBar& bar, int step)
{
    bar.setValue(bar.value() + step);
}

} // namespace

CardDrag::CardDrag(BoardView& view, CardDelegate& delegate, const Theme& theme)
    : QObject(&view), m_view(view), m_delegate(delegate), m_theme(theme), m_ghost(new QLabel(&view))
{
    m_ghost->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_ghost->hide();
    m_scrolling.setInterval(stepMs);
    connect(&m_scrolling, &QTimer::timeout, this, &CardDrag::scrollNearEdges);
}

void CardDrag::start(
    CardList& from, int row, const std::vector<RecordId>& cards, const QPoint& global)
{
    m_cards = cards;
    const QPoint corner = from.viewport()->mapToGlobal(from.cardRect(row).topLeft());
    m_grip = global - corner;
    const QPixmap pixmap = picture(from, row);
    m_ghost->setPixmap(pixmap);
    m_ghost->resize(pixmap.deviceIndependentSize().toSize());
    m_delegate.setDragged(QSet<RecordId>(m_cards.begin(), m_cards.end()));
    m_view.repaintCards();
    m_ghost->show();
    m_ghost->raise();
    m_scrolling.start();
}

QPixmap CardDrag::picture(CardList& from, int row) const
{
    QPixmap pixmap = from.viewport()->grab(from.cardRect(row));
    if (m_cards.size() < 2)
        return pixmap;
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const QSize size = pixmap.deviceIndependentSize().toSize();
    const QRect badge(
        size.width() - badgeSide - 6, size.height() - badgeSide - 6, badgeSide, badgeSide);
    painter.setBrush(m_theme.colors().accent);
    painter.setPen(Qt::NoPen);
    painter.drawEllipse(badge);
    painter.setFont(m_theme.font(TextRole::Strong));
    painter.setPen(m_theme.colors().onAccent);
    painter.drawText(badge, Qt::AlignCenter, QString::number(m_cards.size()));
    return pixmap;
}

void CardDrag::moveTo(const QPoint& global)
{
    if (!isActive())
        return;
    m_at = global;
    m_ghost->move(m_view.mapFromGlobal(global - m_grip));
    showTarget(global);
}

void CardDrag::showTarget(const QPoint& global)
{
    BoardColumn* column = columnAt(global);
    if (m_target && m_target != column) {
        m_target->list().setDropRow(-1);
        m_target->setTargeted(false);
    }
    m_target = column;
    if (!column)
        return;
    column->setTargeted(true);
    const int row = rowIn(*column, global);
    column->list().setDropRow(staysPut(*column, row) ? -1 : row);
}

void CardDrag::drop(const QPoint& global)
{
    if (!isActive())
        return;
    BoardColumn* column = columnAt(global);
    const int row = column ? rowIn(*column, global) : -1;
    const bool moves = column && !staysPut(*column, row);
    const std::vector<RecordId> cards = m_cards;
    end();
    if (!moves)
        return;
    const std::unique_ptr<QMimeData> data(BoardColumnModel::mimeDataOf(cards));
    column->column().dropMimeData(data.get(), Qt::MoveAction, row, 0, {});
}

void CardDrag::cancel()
{
    if (isActive())
        end();
}

void CardDrag::end()
{
    if (m_target) {
        m_target->list().setDropRow(-1);
        m_target->setTargeted(false);
    }
    m_target = nullptr;
    m_cards.clear();
    m_delegate.setDragged({});
    m_ghost->hide();
    m_scrolling.stop();
    m_view.repaintCards();
}

BoardColumn* CardDrag::columnAt(const QPoint& global) const
{
    for (BoardColumn* column : m_view.columns()) {
        const QPoint at = column->mapFromGlobal(global);
        if (column->rect().contains(at))
            return column;
    }
    return nullptr;
}

int CardDrag::rowIn(const BoardColumn& column, const QPoint& global) const
{
    if (column.isFolded())
        return 0;
    const CardList& list = column.list();
    // By the middle of the picture, not by the pointer: that is where the person sees the card.
    const int top = list.viewport()->mapFromGlobal(global - m_grip).y();
    return list.dropRowAt(top);
}

bool CardDrag::staysPut(const BoardColumn& column, int row) const
{
    if (m_cards.size() != 1)
        return false;
    const int own = column.column().rowOf(m_cards.front());
    return own >= 0 && (row == own || row == own + 1);
}

void CardDrag::scrollNearEdges()
{
    const QPoint inView = m_view.viewport()->mapFromGlobal(m_at);
    scrollBy(*m_view.horizontalScrollBar(), scrollStep(inView.x(), m_view.viewport()->width()));
    if (m_target && !m_target->isFolded()) {
        CardList& list = m_target->list();
        const int y = list.viewport()->mapFromGlobal(m_at).y();
        scrollBy(*list.verticalScrollBar(), scrollStep(y, list.viewport()->height()));
    }
    showTarget(m_at);
}

} // namespace homeroom
