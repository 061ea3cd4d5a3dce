// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/cardlist.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

namespace homeroom {

CardList::CardList(
    BoardColumnModel& column, CardDelegate& delegate, const Theme& theme, QWidget* parent)
    : QListView(parent), m_column(column), m_delegate(delegate), m_theme(theme)
{
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    verticalScrollBar()->setSingleStep(m_delegate.rowHeight() / 3);
    viewport()->setBackgroundRole(QPalette::Window);
    setItemDelegate(&m_delegate);
    setModel(&m_column);
    connect(&column, &QAbstractItemModel::modelAboutToBeReset, this, &CardList::keepAcrossReset);
    connect(&column, &QAbstractItemModel::modelReset, this, &CardList::restoreAfterReset);
    connect(&theme, &Theme::changed, this, [this] { scheduleDelayedItemsLayout(); });
}

RecordId CardList::currentCard() const
{
    const QModelIndex current = currentIndex();
    return current.isValid() ? m_column.entry(current.row()).opportunity : RecordId();
}

void CardList::setCurrentRow(int row)
{
    if (row >= 0 && row < m_column.rowCount()) {
        const QModelIndex index = m_column.index(row);
        selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
        scrollTo(index);
    }
}

std::vector<RecordId> CardList::selectedCards() const
{
    std::vector<int> rows;
    for (const QModelIndex& index : selectionModel()->selectedIndexes())
        rows.push_back(index.row());
    std::sort(rows.begin(), rows.end());
    std::vector<RecordId> cards;
    for (const int row : rows)
        cards.push_back(m_column.entry(row).opportunity);
    return cards;
}

void CardList::toggle(int row)
{
    selectionModel()->select(m_column.index(row), QItemSelectionModel::Toggle);
}

void CardList::selectTo(int row)
{
    const int from = std::max(0, currentIndex().row());
    const QItemSelection range(
        m_column.index(std::min(from, row)), m_column.index(std::max(from, row)));
    selectionModel()->select(range, QItemSelectionModel::Select);
}

int CardList::dropRowAt(int y) const
{
    const int height = m_delegate.rowHeight();
    const int row = (y + verticalOffset() + height / 2) / height;
    return std::clamp(row, 0, m_column.rowCount());
}

void CardList::setDropRow(int row)
{
    if (m_dropRow == row)
        return;
    m_dropRow = row;
    viewport()->update();
}

QRect CardList::cardRect(int row) const
{
    return m_delegate.frameOf(visualRect(m_column.index(row)));
}

void CardList::setEmptyText(const QString& text)
{
    m_emptyText = text;
    viewport()->update();
}

QItemSelectionModel::SelectionFlags CardList::selectionCommand(
    const QModelIndex&, const QEvent*) const
{
    return QItemSelectionModel::NoUpdate;
}

bool CardList::event(QEvent* event)
{
    // While a card is held Esc lets it go, whatever else Esc means in the window.
    if (event->type() == QEvent::ShortcutOverride && m_press == Press::Dragging
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QListView::event(event);
}

void CardList::mousePressEvent(QMouseEvent* event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || !index.isValid()) {
        if (event->button() == Qt::LeftButton)
            Q_EMIT clickedPlainly();
        return;
    }
    m_press = Press::Held;
    m_pressedAt = event->position().toPoint();
    m_pressedRow = index.row();
    if (event->modifiers().testFlag(Qt::ControlModifier))
        toggle(index.row());
    else if (event->modifiers().testFlag(Qt::ShiftModifier))
        selectTo(index.row());
    else if (!selectionModel()->isSelected(index))
        Q_EMIT clickedPlainly();
    setCurrentRow(index.row());
}

void CardList::mouseMoveEvent(QMouseEvent* event)
{
    const QPoint at = event->globalPosition().toPoint();
    if (m_press == Press::Dragging) {
        Q_EMIT dragMoved(at);
        return;
    }
    const QPoint way = event->position().toPoint() - m_pressedAt;
    const bool far = way.manhattanLength() >= QApplication::startDragDistance();
    // The card may have gone by a change from elsewhere while it was pressed.
    if (m_press == Press::Held && far && m_pressedRow < m_column.rowCount()) {
        m_press = Press::Dragging;
        Q_EMIT dragStarted(m_pressedRow, mapToGlobal(viewport()->mapToParent(m_pressedAt)));
        Q_EMIT dragMoved(at);
        return;
    }
    QListView::mouseMoveEvent(event);
}

void CardList::mouseReleaseEvent(QMouseEvent* event)
{
    const Press was = std::exchange(m_press, Press::None);
    if (event->button() != Qt::LeftButton)
        return;
    if (was == Press::Dragging)
        Q_EMIT dragDropped(event->globalPosition().toPoint());
    else if (was == Press::Held && event->modifiers() == Qt::NoModifier)
        Q_EMIT clickedPlainly();
}

void CardList::mouseDoubleClickEvent(QMouseEvent* event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || !index.isValid())
        return;
    setCurrentRow(index.row());
    Q_EMIT openRequested();
}

void CardList::contextMenuEvent(QContextMenuEvent* event)
{
    const QModelIndex index =
        event->reason() == QContextMenuEvent::Mouse ? indexAt(event->pos()) : currentIndex();
    if (!index.isValid())
        return;
    setCurrentRow(index.row());
    const QPoint at = event->reason() == QContextMenuEvent::Mouse
        ? event->globalPos()
        : viewport()->mapToGlobal(cardRect(index.row()).center());
    Q_EMIT menuRequested(at);
}

void CardList::keyPressEvent(QKeyEvent* event)
{
    if (m_press == Press::Dragging && event->key() == Qt::Key_Escape) {
        m_press = Press::None;
        Q_EMIT dragCancelled();
    } else if (event->modifiers() == Qt::NoModifier && event->key() == Qt::Key_Left) {
        Q_EMIT neighbourRequested(-1);
    } else if (event->modifiers() == Qt::NoModifier && event->key() == Qt::Key_Right) {
        Q_EMIT neighbourRequested(1);
    } else if (event->matches(QKeySequence::Copy) || event->matches(QKeySequence::SelectAll)) {
        event->ignore(); // would copy the name, or select ten thousand cards by a slip
    } else {
        QListView::keyPressEvent(event);
    }
}

void CardList::focusInEvent(QFocusEvent* event)
{
    QListView::focusInEvent(event);
    if (!currentIndex().isValid() && m_column.rowCount() > 0)
        selectionModel()->setCurrentIndex(
            m_column.index(dropRowAt(0) < m_column.rowCount() ? dropRowAt(0) : 0),
            QItemSelectionModel::NoUpdate);
}

void CardList::paintEvent(QPaintEvent* event)
{
    QListView::paintEvent(event);
    QPainter painter(viewport());
    const Colors& colors = m_theme.colors();
    if (m_column.rowCount() == 0 && !m_emptyText.isEmpty()) {
        painter.setPen(colors.faint);
        painter.setFont(m_theme.font(TextRole::Small));
        painter.drawText(viewport()->rect().adjusted(sizes::gap, sizes::gap, -sizes::gap, 0),
            Qt::AlignTop | Qt::AlignHCenter | Qt::TextWordWrap, m_emptyText);
    }
    if (m_dropRow >= 0) {
        const int y = m_dropRow * m_delegate.rowHeight() - verticalOffset() - CardDelegate::gap / 2;
        painter.fillRect(0, std::max(0, y), CardDelegate::cardWidth, 2, colors.accent);
    }
}

void CardList::keepAcrossReset()
{
    m_keptCurrent = currentCard();
    m_keptSelection = selectedCards();
}

void CardList::restoreAfterReset()
{
    for (const RecordId& card : std::exchange(m_keptSelection, {})) {
        if (const int row = m_column.rowOf(card); row >= 0)
            toggle(row);
    }
    const RecordId current = std::exchange(m_keptCurrent, {});
    if (const int row = current.isNull() ? -1 : m_column.rowOf(current); row >= 0)
        selectionModel()->setCurrentIndex(m_column.index(row), QItemSelectionModel::NoUpdate);
}

} // namespace homeroom
