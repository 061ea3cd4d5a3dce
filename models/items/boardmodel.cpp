// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/boardmodel.h"

#include "models/store/records.h"

#include <algorithm>
#include <cstring>

namespace homeroom {

namespace {

constexpr int rememberedCards = 1024;
/// More than a column of a tall window shows at once.
constexpr int headCards = 32;
/// Above this many changed cards the worker reads the whole board again.
constexpr size_t mostSingleChanges = 200;

quint32 saltOf(const RecordId& id)
{
    // The last bytes of an id are random: two devices spread over a gap.
    quint32 salt = 0;
    std::memcpy(&salt, id.data() + 12, sizeof salt);
    return salt;
}

} // namespace

BoardModel::BoardModel(Workspace& workspace, Catalogue& catalogue, const Clock& clock,
    const Id<Pipeline>& pipeline, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_catalogue(catalogue), m_clock(clock),
      m_cards(workspace.reader(), catalogue, clock, rememberedCards)
{
    connect(&m_catalogue, &Catalogue::changed, this, &BoardModel::arrangeColumns);
    connect(&m_workspace.store(), &RecordStore::changed, this, &BoardModel::absorb);
    setPipeline(pipeline);
}

void BoardModel::setPipeline(const Id<Pipeline>& pipeline)
{
    if (m_pipeline == pipeline)
        return;
    m_pipeline = pipeline;
    for (BoardColumnModel* column : m_columns)
        column->deleteLater();
    m_columns.clear();
    arrangeColumns();
    setState(State::Loading);
    showHeads();
    load();
}

/// What is seen first, read here and now: all the rest takes the worker many times longer.
void BoardModel::showHeads()
{
    const Result<void> read = m_workspace.reader().read([this](Database& database) {
        const QHash<RecordId, BoardTotal> totals = boardTotals(database, m_pipeline);
        for (BoardColumnModel* column : m_columns) {
            std::vector<BoardEntry> head =
                boardHead(database, m_pipeline, column->stage().id, headCards);
            if (!head.empty())
                column->showHead(std::move(head), totals.value(column->stage().id));
        }
    });
    Q_UNUSED(read.ok()); // the worker meets the same error and says so
}

BoardColumnModel* BoardModel::columnOf(const RecordId& stage) const
{
    const auto found = std::find_if(m_columns.begin(), m_columns.end(),
        [&](const BoardColumnModel* column) { return column->stage().id == stage; });
    return found == m_columns.end() ? nullptr : *found;
}

BoardColumnModel* BoardModel::columnFor(const BoardEntry& entry) const
{
    // A card whose stage is unknown here stays in sight, in the first column.
    BoardColumnModel* column = columnOf(entry.stage);
    return column || m_columns.empty() ? column : m_columns.front();
}

std::pair<BoardColumnModel*, int> BoardModel::find(const RecordId& opportunity) const
{
    for (BoardColumnModel* column : m_columns) {
        if (const int row = column->rowOf(opportunity); row >= 0)
            return {column, row};
    }
    return {nullptr, -1};
}

qint64 BoardModel::cardCount() const
{
    qint64 count = 0;
    for (const BoardColumnModel* column : m_columns)
        count += column->cardCount();
    return count;
}

qint64 BoardModel::shownCount() const
{
    qint64 count = 0;
    for (const BoardColumnModel* column : m_columns)
        count += column->rowCount();
    return count;
}

void BoardModel::setDescribe(const BoardColumnModel::Describe& describe)
{
    m_describe = describe;
    for (BoardColumnModel* column : m_columns)
        column->setDescribe(describe);
}

void BoardModel::refreshCards()
{
    m_cards.forgetAll();
    for (BoardColumnModel* column : m_columns)
        column->touchAll();
}

BoardColumnModel* BoardModel::makeColumn(const Stage& stage)
{
    auto* column = new BoardColumnModel(stage, m_cards, this);
    column->setDescribe(m_describe);
    column->setFilter(m_filter);
    connect(column, &BoardColumnModel::dropped, this, &BoardModel::dropped);
    return column;
}

void BoardModel::arrangeColumns()
{
    std::vector<BoardColumnModel*> columns;
    for (const Stage& stage : m_catalogue.stagesOf(m_pipeline)) {
        BoardColumnModel* column = columnOf(stage.id);
        if (column)
            column->setStage(stage);
        else
            column = makeColumn(stage);
        columns.push_back(column);
    }
    if (columns == m_columns)
        return;
    std::vector<BoardEntry> entries;
    for (BoardColumnModel* column : m_columns) {
        entries.insert(entries.end(), column->entries().begin(), column->entries().end());
        if (std::find(columns.begin(), columns.end(), column) == columns.end())
            column->deleteLater();
    }
    m_columns = std::move(columns);
    Q_EMIT columnsChanged();
    if (!m_loading) // else all of them are on their way
        distribute(std::move(entries));
}

void BoardModel::distribute(std::vector<BoardEntry> entries)
{
    std::vector<std::vector<BoardEntry>> ofColumn(m_columns.size());
    // Entries come by stage: they are looked at as runs of one column.
    for (auto from = entries.begin(); from != entries.end();) {
        const auto to = std::find_if(from, entries.end(),
            [&](const BoardEntry& entry) { return entry.stage != from->stage; });
        const auto at = std::find(m_columns.begin(), m_columns.end(), columnFor(*from));
        if (at != m_columns.end()) {
            std::vector<BoardEntry>& column = ofColumn[size_t(at - m_columns.begin())];
            column.insert(column.end(), std::make_move_iterator(from), std::make_move_iterator(to));
        }
        from = to;
    }
    for (size_t i = 0; i < m_columns.size(); ++i) {
        if (!std::is_sorted(ofColumn[i].begin(), ofColumn[i].end(), standsBefore))
            std::sort(ofColumn[i].begin(), ofColumn[i].end(), standsBefore);
        m_columns[i]->replace(std::move(ofColumn[i]));
    }
}

void BoardModel::load()
{
    const quint64 number = ++m_loadNumber;
    m_loading = true;
    m_cardsAreOld = false;
    m_cards.forgetAll();
    m_changedWhileLoading.clear();
    // Shared, because the answer of a future can only be copied.
    using Entries = std::shared_ptr<std::vector<BoardEntry>>;
    m_workspace
        .query([pipeline = RecordId(m_pipeline)](Database& database) {
            return std::make_shared<std::vector<BoardEntry>>(boardEntries(database, pipeline));
        })
        .then(this, [this, number](const Result<Entries>& entries) {
            if (number != m_loadNumber)
                return;
            m_loading = false;
            if (!entries.ok())
                return setState(State::Failed);
            if (m_cardsAreOld)
                m_cards.forgetAll();
            distribute(std::move(**entries));
            // What was committed after the worker had looked.
            QSet<RecordId> settledCards;
            absorbIds(std::exchange(m_changedWhileLoading, {}), settledCards);
            setState(State::Ready);
            Q_EMIT settled();
        });
}

void BoardModel::reload()
{
    setState(State::Loading);
    load();
}

void BoardModel::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged();
}

void BoardModel::absorb(const ChangeSet& changes)
{
    const std::vector<RecordId> families = changes.families();
    if (!families.empty())
        m_finder->forget();
    if (families.empty() || m_pipeline.isNull())
        return;
    std::vector<RecordId> opportunities;
    for (const ChangedRecord& record : changes.records) {
        if (record.kind == RecordKind::Opportunity)
            opportunities.push_back(record.id);
    }
    if (m_loading) {
        m_cardsAreOld = true;
        m_changedWhileLoading.insert(
            m_changedWhileLoading.end(), opportunities.begin(), opportunities.end());
        return;
    }
    if (opportunities.size() > mostSingleChanges)
        return load();
    QSet<RecordId> settledCards;
    absorbIds(opportunities, settledCards);
    const QSet<RecordId> customers(families.begin(), families.end());
    for (BoardColumnModel* column : m_columns)
        column->touch(customers, settledCards);
    if (!m_text.isEmpty())
        matchText();
    Q_EMIT settled();
}

void BoardModel::absorbIds(const std::vector<RecordId>& opportunities, QSet<RecordId>& settledCards)
{
    if (opportunities.empty())
        return;
    Result<std::vector<BoardEntry>> read = m_workspace.reader().read(
        [&](Database& database) { return boardEntriesOf(database, m_pipeline, opportunities); });
    if (!read.ok())
        return setState(State::Failed);
    QHash<RecordId, const BoardEntry*> now;
    for (const BoardEntry& entry : *read)
        now.insert(entry.opportunity, &entry);
    for (const RecordId& opportunity : opportunities) {
        m_cards.forget(opportunity);
        if (!settledCards.contains(opportunity) && settle(opportunity, now.value(opportunity)))
            settledCards.insert(opportunity);
    }
}

/// Whether a row was inserted, removed, moved or announced.
bool BoardModel::settle(const RecordId& opportunity, const BoardEntry* now)
{
    BoardColumnModel* before = nullptr;
    const BoardEntry* held = nullptr;
    for (BoardColumnModel* column : m_columns) {
        if (held = column->find(opportunity); held) {
            before = column;
            break;
        }
    }
    BoardColumnModel* after = now ? columnFor(*now) : nullptr;
    if (before && before == after) {
        if (*held == *now)
            return false;
        before->update(*now);
        return true;
    }
    if (before)
        before->remove(opportunity);
    if (after)
        after->insert(*now);
    return before || after;
}

void BoardModel::setCustomerFilter(const BoardFilter& customers)
{
    m_customerFilter = customers;
    applyFilter();
}

void BoardModel::setTextFilter(const QString& text)
{
    const QString wanted = text.trimmed();
    if (wanted == m_text)
        return;
    m_text = wanted;
    matchText();
}

void BoardModel::matchText()
{
    const quint64 number = ++m_matchNumber;
    if (m_text.isEmpty()) {
        m_textFilter.reset();
        applyFilter();
        return;
    }
    using Ids = std::vector<RecordId>;
    m_workspace
        .query([text = m_text, finder = m_finder](
                   Database& database) { return finder->find(database, text); })
        .then(this, [this, number](const Result<Ids>& found) {
            if (number != m_matchNumber || !found.ok())
                return;
            BoardFilter matching(QSet<RecordId>(found->begin(), found->end()));
            if (matching == m_textFilter)
                return;
            m_textFilter = std::move(matching);
            applyFilter();
        });
}

void BoardModel::applyFilter()
{
    m_filter.reset();
    if (m_customerFilter && m_textFilter) {
        QSet<RecordId> both = *m_customerFilter;
        m_filter = std::make_shared<const QSet<RecordId>>(both.intersect(*m_textFilter));
    } else if (m_customerFilter || m_textFilter) {
        m_filter = std::make_shared<const QSet<RecordId>>(
            m_customerFilter ? *m_customerFilter : *m_textFilter);
    }
    for (BoardColumnModel* column : m_columns)
        column->setFilter(m_filter);
    Q_EMIT settled();
}

std::vector<QString> BoardModel::ranksFor(const BoardDrop& drop) const
{
    const BoardColumnModel* column = columnOf(drop.stage);
    QString lower;
    QString upper;
    const QSet<RecordId> moving(drop.opportunities.begin(), drop.opportunities.end());
    bool reached = false;
    for (const BoardEntry& entry : column->entries()) {
        if (moving.contains(entry.opportunity))
            continue;
        reached = reached || entry.opportunity == drop.before;
        if (!reached)
            lower = entry.rank;
        else if (upper.isEmpty() && entry.rank > lower)
            upper = entry.rank; // the first that leaves room: ranks of two devices may be equal
    }
    return safeRanksBetween(
        lower, upper, drop.opportunities.size(), saltOf(drop.opportunities.front()));
}

Edit BoardModel::moveEdit(
    const BoardDrop& drop, const BoardAnswers& answers, const QString& label, IdFactory& ids) const
{
    Edit edit;
    edit.label = label;
    const BoardColumnModel* column = columnOf(drop.stage);
    if (!column)
        return edit;
    const std::vector<QString> ranks = ranksFor(drop);
    const Result<void> read = m_workspace.reader().read([&](Database& database) {
        for (size_t i = 0; i < drop.opportunities.size(); ++i) {
            const auto card = findRecord<Opportunity>(database, drop.opportunities[i]);
            if (!card)
                continue;
            StageMove move{column->stage(), ranks[i], m_clock.now(), answers.lostReason, {}};
            if (answers.product) {
                const auto customer = findRecord<Customer>(database, card->customer);
                move.order = StageOrder{Id<Order>(ids.next()), *answers.product, answers.amount,
                    customer ? customer->owner : Id<User>()};
            }
            for (Mutation& mutation : stageMoveMutations(*card, move))
                edit.mutations.push_back(std::move(mutation));
        }
    });
    if (!read.ok())
        edit.mutations.clear();
    return edit;
}

} // namespace homeroom
