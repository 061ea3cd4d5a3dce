// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/boardview.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMimeData>

namespace homeroom {

namespace {

constexpr int refusedMs = 1600;
constexpr int columnTop = 12;

} // namespace

BoardView::BoardView(BoardModel& model, const PageContext& context, Shortcuts& shortcuts,
    BoardSettings& settings, QWidget* parent)
    : QScrollArea(parent), m_model(model), m_context(context), m_shortcuts(shortcuts),
      m_settings(settings), m_delegate(context),
      m_drag(new CardDrag(*this, m_delegate, context.theme))
{
    auto* body = new QWidget;
    m_row = new QHBoxLayout(body);
    m_row->setContentsMargins(sizes::margin, columnTop, sizes::margin - BoardColumn::gutter, 0);
    m_row->setSpacing(0);
    m_row->addStretch(1);
    setWidget(body);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(&m_model, &BoardModel::columnsChanged, this, &BoardView::arrange);
    connect(&m_model, &BoardModel::settled, this, &BoardView::settle);
    startMinutes();
    bindKeys();
    arrange();
    retranslate();
}

void BoardView::startMinutes()
{
    m_refusedTime.setSingleShot(true);
    m_refusedTime.setInterval(refusedMs);
    connect(&m_refusedTime, &QTimer::timeout, this, [this] { showRefused({}); });
    // Days, due times and unlocked lessons change without an edit.
    m_minute.start(int(minuteMs));
    connect(&m_minute, &QTimer::timeout, &m_model, &BoardModel::refreshCards);
}

void BoardView::arrange()
{
    std::vector<BoardColumn*> columns;
    for (BoardColumnModel* model : m_model.columns()) {
        BoardColumn* column = columnOf(model);
        columns.push_back(column ? column : makeColumn(*model));
    }
    for (BoardColumn* column : m_columns) {
        m_row->removeWidget(column);
        // At once: its model goes with the next event.
        if (std::find(columns.begin(), columns.end(), column) == columns.end())
            delete column;
    }
    m_columns = std::move(columns);
    QWidget* before = nullptr;
    for (size_t i = 0; i < m_columns.size(); ++i) {
        m_row->insertWidget(int(i), m_columns[i]);
        m_columns[i]->header().setPlace(int(i));
        m_columns[i]->show();
        if (before)
            setTabOrder(before, &m_columns[i]->header());
        before = &m_columns[i]->list();
        setTabOrder(&m_columns[i]->header(), before);
    }
}

BoardColumn* BoardView::makeColumn(BoardColumnModel& model)
{
    auto* column = new BoardColumn(model, m_delegate, m_context.theme, widget());
    column->setFolded(m_settings.foldedStages().contains(model.stage().id.toString()));
    connect(column, &BoardColumn::foldRequested, this, [this, column] { fold(*column); });
    connectList(column->list());
    return column;
}

void BoardView::connectList(CardList& list)
{
    CardList* from = &list;
    m_shortcuts.bind(Command::Peek, list, [this] { Q_EMIT openRequested(); });
    m_shortcuts.bind(Command::Open, list, [this] { Q_EMIT enterRequested(); });
    connect(from, &CardList::clickedPlainly, this, &BoardView::clearSelection);
    connect(from, &CardList::openRequested, this, &BoardView::openRequested);
    connect(from, &CardList::menuRequested, this, &BoardView::menuRequested);
    connect(from, &CardList::neighbourRequested, this,
        [this, from](int direction) { stepColumn(*from, direction); });
    connect(from, &CardList::dragStarted, this,
        [this, from](int row, const QPoint& global) { startDrag(*from, row, global); });
    connect(from, &CardList::dragMoved, m_drag, &CardDrag::moveTo);
    connect(from, &CardList::dragDropped, m_drag, &CardDrag::drop);
    connect(from, &CardList::dragCancelled, m_drag, &CardDrag::cancel);
}

BoardColumn* BoardView::columnOf(const BoardColumnModel* model) const
{
    const auto found = std::find_if(m_columns.begin(), m_columns.end(),
        [model](const BoardColumn* column) { return &column->column() == model; });
    return found == m_columns.end() ? nullptr : *found;
}

std::vector<BoardColumn*> BoardView::openColumns() const
{
    std::vector<BoardColumn*> open;
    std::copy_if(m_columns.begin(), m_columns.end(), std::back_inserter(open),
        [](const BoardColumn* column) { return !column->isFolded(); });
    return open;
}

void BoardView::fold(BoardColumn& column)
{
    const bool folded = !column.isFolded();
    column.setFolded(folded);
    QStringList stages = m_settings.foldedStages();
    const QString stage = column.column().stage().id.toString();
    stages.removeAll(stage);
    if (folded)
        stages.append(stage);
    m_settings.setFoldedStages(stages);
}

BoardColumn* BoardView::currentColumn() const
{
    for (BoardColumn* column : m_columns) {
        if (column->list().hasFocus() || column->header().hasFocus())
            return column;
    }
    // The focus may be in the panel or in the search: the column it was in last.
    for (BoardColumn* column : m_columns) {
        if (focusWidget() == &column->list() && !column->isFolded())
            return column;
    }
    const std::vector<BoardColumn*> open = openColumns();
    const auto filled = std::ranges::find_if(
        open, [](const BoardColumn* column) { return column->column().rowCount() > 0; });
    if (filled != open.end())
        return *filled;
    return open.empty() ? nullptr : open.front();
}

void BoardView::takeFocus()
{
    if (BoardColumn* column = currentColumn())
        column->list().setFocus(Qt::OtherFocusReason);
}

RecordId BoardView::currentCard() const
{
    const BoardColumn* column = currentColumn();
    return column ? column->list().currentCard() : RecordId();
}

RecordId BoardView::currentCustomer() const
{
    const BoardColumn* column = currentColumn();
    const int row = column ? column->list().currentIndex().row() : -1;
    return row >= 0 ? column->column().entry(row).customer : RecordId();
}

std::vector<RecordId> BoardView::walkList() const
{
    std::vector<RecordId> customers;
    const BoardColumn* column = currentColumn();
    for (int row = 0; column && row < column->column().rowCount(); ++row)
        customers.push_back(column->column().entry(row).customer);
    return customers;
}

std::vector<RecordId> BoardView::selectedCards() const
{
    std::vector<RecordId> cards;
    for (const BoardColumn* column : m_columns) {
        const std::vector<RecordId> selected = column->list().selectedCards();
        cards.insert(cards.end(), selected.begin(), selected.end());
    }
    return cards;
}

std::vector<RecordId> BoardView::cardsToMove() const
{
    const RecordId current = currentCard();
    std::vector<RecordId> selected = selectedCards();
    if (std::find(selected.begin(), selected.end(), current) != selected.end())
        return selected;
    return current.isNull() ? std::vector<RecordId>() : std::vector<RecordId>{current};
}

std::vector<RecordId> BoardView::customersToMove() const
{
    std::vector<RecordId> customers;
    for (const RecordId& card : cardsToMove()) {
        const auto [column, row] = m_model.find(card);
        if (!column)
            continue;
        const RecordId customer = column->entry(row).customer;
        // Two children of one family are two cards.
        if (std::find(customers.begin(), customers.end(), customer) == customers.end())
            customers.push_back(customer);
    }
    return customers;
}

void BoardView::focusCard(const RecordId& opportunity)
{
    const auto [model, row] = m_model.find(opportunity);
    BoardColumn* column = columnOf(model);
    if (!column)
        return;
    if (column->isFolded())
        fold(*column);
    column->list().setCurrentRow(row);
    column->list().setFocus(Qt::OtherFocusReason);
    ensureWidgetVisible(column, sizes::margin, 0);
}

void BoardView::focusCustomer(const RecordId& customer)
{
    for (const BoardColumn* column : m_columns) {
        for (int row = 0; row < column->column().rowCount(); ++row) {
            if (column->column().entry(row).customer == customer) {
                column->list().setCurrentRow(row);
                ensureWidgetVisible(&column->list(), sizes::margin, 0);
                return;
            }
        }
    }
}

// A panel that opens beside the board, or a smaller window, leaves the card at work in sight.
void BoardView::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    BoardColumn* column = currentColumn();
    if (column && event->size().width() < event->oldSize().width() && !currentCard().isNull())
        ensureWidgetVisible(column, sizes::margin, 0);
}

void BoardView::showRefused(const std::vector<RecordId>& cards)
{
    m_delegate.setRefused(QSet<RecordId>(cards.begin(), cards.end()));
    repaintCards();
    if (!cards.empty())
        m_refusedTime.start();
}

void BoardView::repaintCards()
{
    for (const BoardColumn* column : m_columns)
        column->list().viewport()->update();
}

void BoardView::settle()
{
    if (m_followed.isNull() || m_model.find(m_followed).first == nullptr)
        return;
    focusCard(std::exchange(m_followed, {}));
}

void BoardView::jumpToColumn(int place)
{
    if (place >= int(m_columns.size()))
        return;
    BoardColumn* column = m_columns[size_t(place)];
    if (column->isFolded())
        fold(*column);
    column->list().setFocus(Qt::ShortcutFocusReason);
    ensureWidgetVisible(column, sizes::margin, 0);
}

void BoardView::walk(int rows)
{
    BoardColumn* column = currentColumn();
    if (!column)
        return;
    const int last = column->column().rowCount() - 1;
    column->list().setFocus(Qt::ShortcutFocusReason);
    if (last < 0)
        return;
    const int row = qBound(0, column->list().currentIndex().row() + rows, last);
    column->list().setCurrentRow(row);
    Q_EMIT walkedTo(column->column().entry(row).customer);
}

void BoardView::stepColumn(CardList& from, int direction)
{
    const std::vector<BoardColumn*> open = openColumns();
    const auto here = std::find_if(open.begin(), open.end(),
        [&](const BoardColumn* column) { return &column->list() == &from; });
    const auto at = int(here - open.begin()) + direction;
    if (here == open.end() || at < 0 || at >= int(open.size()))
        return;
    CardList& to = open[size_t(at)]->list();
    // To the card at the same height, so that the eye need not search.
    const int y =
        from.currentIndex().isValid() ? from.cardRect(from.currentIndex().row()).center().y() : 0;
    const QModelIndex level = to.indexAt({to.viewport()->width() / 2, y});
    to.setCurrentRow(level.isValid() ? level.row() : to.column().rowCount() - 1);
    to.setFocus(Qt::ShortcutFocusReason);
    ensureWidgetVisible(open[size_t(at)], sizes::margin, 0);
}

void BoardView::toggleCurrent()
{
    BoardColumn* column = currentColumn();
    if (column && column->list().currentIndex().isValid())
        column->list().toggle(column->list().currentIndex().row());
}

void BoardView::clearSelection()
{
    for (const BoardColumn* column : m_columns)
        column->list().selectionModel()->clearSelection();
}

void BoardView::shiftCard(int columns)
{
    const std::vector<RecordId> cards = cardsToMove();
    BoardColumn* column = currentColumn();
    const auto here = std::find(m_columns.begin(), m_columns.end(), column);
    const auto at = int(here - m_columns.begin()) + columns;
    if (cards.empty() || at < 0 || at >= int(m_columns.size()))
        return;
    follow(currentCard());
    const std::unique_ptr<QMimeData> held(BoardColumnModel::mimeDataOf(cards));
    m_columns[size_t(at)]->column().dropMimeData(held.get(), Qt::MoveAction, 0, 0, {});
}

void BoardView::raiseCard(int rows)
{
    BoardColumn* column = currentColumn();
    const int row = column ? column->list().currentIndex().row() : -1;
    const int to = row + rows;
    if (row < 0 || to < 0 || to >= column->column().rowCount())
        return;
    follow(currentCard());
    const std::unique_ptr<QMimeData> held(BoardColumnModel::mimeDataOf({currentCard()}));
    // Below a card means above the one after it.
    column->column().dropMimeData(held.get(), Qt::MoveAction, rows > 0 ? to + 1 : to, 0, {});
}

void BoardView::startDrag(CardList& from, int row, const QPoint& global)
{
    const RecordId held = from.column().entry(row).opportunity;
    std::vector<RecordId> cards = selectedCards();
    if (std::find(cards.begin(), cards.end(), held) == cards.end())
        cards = {held};
    m_drag->start(from, row, cards, global);
}

void BoardView::bindKeys()
{
    m_shortcuts.bind(Command::Next, *this, [this] { walk(1); });
    m_shortcuts.bind(Command::Previous, *this, [this] { walk(-1); });
    m_shortcuts.bind(Command::Close, *this, [this] { Q_EMIT closeRequested(); });
    m_shortcuts.bind(Command::Select, *this, [this] { toggleCurrent(); });
    m_shortcuts.bind(Command::MoveCardLeft, *this, [this] { shiftCard(-1); });
    m_shortcuts.bind(Command::MoveCardRight, *this, [this] { shiftCard(1); });
    m_shortcuts.bind(Command::MoveCardUp, *this, [this] { raiseCard(-1); });
    m_shortcuts.bind(Command::MoveCardDown, *this, [this] { raiseCard(1); });
    for (int place = 0; place < 9; ++place)
        m_shortcuts.bind(
            Command(int(Command::Column1) + place), *this, [this, place] { jumpToColumn(place); });
}

void BoardView::changeEvent(QEvent* event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void BoardView::retranslate()
{
    m_model.setDescribe([this](const BoardCard& card) { return cardSentence(card, m_context); });
    repaintCards();
}

} // namespace homeroom
