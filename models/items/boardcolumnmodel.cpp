// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/boardcolumnmodel.h"

#include <QMimeData>

#include <algorithm>
#include <numeric>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

/// Above this many single signals a reset is cheaper for every view.
constexpr size_t mostSingleSignals = 100;
/// Rows read around the one asked for: about a screen downwards, some upwards.
constexpr int rowsAbove = 8;
constexpr int rowsBelow = 12;

constexpr auto mimeType = "application/x-homeroom-opportunities"_L1;

std::vector<RecordId> idsOf(const QMimeData& data)
{
    const QByteArray bytes = data.data(mimeType);
    std::vector<RecordId> ids;
    for (qsizetype at = 0; at + 16 <= bytes.size(); at += 16)
        ids.push_back(RecordId::fromBytes(QByteArrayView(bytes).sliced(at, 16)));
    return ids;
}

} // namespace

BoardColumnModel::BoardColumnModel(const Stage& stage, BoardCards& cards, QObject* parent)
    : QAbstractListModel(parent), m_stage(stage), m_cards(cards)
{
}

const BoardCard* BoardColumnModel::card(int row) const
{
    const RecordId wanted = entry(row).opportunity;
    if (const BoardCard* known = m_cards.find(wanted))
        return known;
    std::vector<RecordId> batch;
    const int last = std::min(rowCount(), row + rowsBelow);
    for (int near = std::max(0, row - rowsAbove); near < last; ++near)
        batch.push_back(entry(near).opportunity);
    m_cards.fetch(batch);
    return m_cards.find(wanted);
}

const BoardEntry* BoardColumnModel::find(const RecordId& opportunity) const
{
    const int position = m_entries.find(opportunity);
    return position < 0 ? nullptr : &m_entries[size_t(position)];
}

int BoardColumnModel::rowOf(const RecordId& opportunity) const
{
    const int position = m_entries.find(opportunity);
    return position < 0 ? -1 : rowAt(position);
}

int BoardColumnModel::rowCount(const QModelIndex& parent) const
{
    if (parent.isValid())
        return 0;
    return int(m_filter ? m_shown.size() : m_entries.size());
}

QVariant BoardColumnModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case OpportunityRole:
        return QVariant::fromValue(entry(index.row()).opportunity);
    case CustomerRole:
        return QVariant::fromValue(entry(index.row()).customer);
    case RankRole:
        return entry(index.row()).rank;
    case AmountRole:
        return entry(index.row()).amount;
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        break;
    default:
        return {};
    }
    const BoardCard* shown = card(index.row());
    if (!shown)
        return {};
    return role == Qt::AccessibleTextRole && m_describe ? m_describe(*shown) : shown->name;
}

Qt::ItemFlags BoardColumnModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled
        | Qt::ItemNeverHasChildren;
}

QStringList BoardColumnModel::mimeTypes() const
{
    return {QString(mimeType)};
}

QMimeData* BoardColumnModel::mimeDataOf(const std::vector<RecordId>& opportunities)
{
    QByteArray bytes;
    for (const RecordId& id : opportunities)
        bytes += id.toBytes();
    auto* data = new QMimeData;
    data->setData(mimeType, bytes);
    return data;
}

QMimeData* BoardColumnModel::mimeData(const QModelIndexList& indexes) const
{
    std::vector<RecordId> opportunities;
    for (const QModelIndex& index : indexes)
        opportunities.push_back(entry(index.row()).opportunity);
    return mimeDataOf(opportunities);
}

bool BoardColumnModel::canDropMimeData(
    const QMimeData* data, Qt::DropAction action, int, int, const QModelIndex& parent) const
{
    return action == Qt::MoveAction && !parent.isValid() && data->hasFormat(mimeType);
}

bool BoardColumnModel::dropMimeData(
    const QMimeData* data, Qt::DropAction action, int row, int column, const QModelIndex& parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    BoardDrop drop{idsOf(*data), m_stage.id, {}};
    // Cards land above a card that does not move with them.
    for (int at = std::max(row, 0); row >= 0 && at < rowCount() && drop.before.isNull(); ++at) {
        const RecordId& candidate = entry(at).opportunity;
        if (std::ranges::find(drop.opportunities, candidate) == drop.opportunities.end())
            drop.before = candidate;
    }
    Q_EMIT dropped(drop);
    return true;
}

void BoardColumnModel::setStage(const Stage& stage)
{
    if (m_stage == stage)
        return;
    m_stage = stage;
    Q_EMIT headerChanged();
}

void BoardColumnModel::setFilter(const std::shared_ptr<const QSet<RecordId>>& filter)
{
    if (!filter && !m_filter)
        return;
    beginResetModel();
    m_filter = filter;
    m_shown = shownPositions();
    endResetModel();
    Q_EMIT headerChanged();
}

std::vector<int> BoardColumnModel::shownPositions() const
{
    std::vector<int> shown;
    for (size_t i = 0; m_filter && i < m_entries.size(); ++i) {
        if (m_filter->contains(m_entries[i].customer))
            shown.push_back(int(i));
    }
    return shown;
}

void BoardColumnModel::showHead(std::vector<BoardEntry> head, const BoardTotal& total)
{
    m_whole = false;
    m_total = total;
    reset(std::move(head));
}

/// Whether the rows that are there are the beginning of `entries`, which is then all that changes:
/// what a person has marked meanwhile stays marked.
bool BoardColumnModel::append(std::vector<BoardEntry>& entries)
{
    const size_t known = m_entries.size();
    if (m_filter || entries.size() <= known
        || !std::equal(m_entries.all().begin(), m_entries.all().end(), entries.begin()))
        return false;
    beginInsertRows({}, int(known), int(entries.size()) - 1);
    m_entries.replace(std::move(entries));
    endInsertRows();
    recount();
    return true;
}

void BoardColumnModel::replace(std::vector<BoardEntry> entries)
{
    if (!std::exchange(m_whole, true)) {
        if (append(entries))
            return;
        Q_EMIT headerChanged();
    }
    const size_t fewer = std::min(entries.size(), m_entries.size());
    if (std::max(entries.size(), m_entries.size()) - fewer > mostSingleSignals)
        return reset(std::move(entries));
    QHash<RecordId, const BoardEntry*> wanted;
    for (const BoardEntry& entry : entries)
        wanted.insert(entry.opportunity, &entry);
    std::vector<RecordId> gone;
    std::vector<BoardEntry> changed;
    for (const BoardEntry& entry : m_entries.all()) {
        const BoardEntry* now = wanted.take(entry.opportunity);
        if (!now)
            gone.push_back(entry.opportunity);
        else if (*now != entry)
            changed.push_back(*now);
    }
    if (gone.size() + changed.size() + size_t(wanted.size()) > mostSingleSignals)
        return reset(std::move(entries));
    for (const RecordId& opportunity : gone)
        remove(opportunity);
    for (const BoardEntry& entry : changed)
        update(entry);
    for (const BoardEntry* entry : std::as_const(wanted))
        insert(*entry);
}

void BoardColumnModel::reset(std::vector<BoardEntry> entries)
{
    beginResetModel();
    m_entries.replace(std::move(entries));
    m_shown = shownPositions();
    endResetModel();
    recount();
}

void BoardColumnModel::insert(const BoardEntry& entry)
{
    const int position = m_entries.placeFor(entry);
    if (!m_filter) {
        beginInsertRows({}, position, position);
        m_entries.insert(position, entry);
        endInsertRows();
    } else {
        const auto later = std::lower_bound(m_shown.begin(), m_shown.end(), position);
        const int row = int(later - m_shown.begin());
        const bool shown = shows(entry);
        if (shown)
            beginInsertRows({}, row, row);
        m_entries.insert(position, entry);
        std::for_each(later, m_shown.end(), [](int& shifted) { ++shifted; });
        if (shown) {
            m_shown.insert(m_shown.begin() + row, position);
            endInsertRows();
        }
    }
    m_amount += entry.amount;
    Q_EMIT headerChanged();
}

void BoardColumnModel::remove(const RecordId& opportunity)
{
    const int position = m_entries.find(opportunity);
    if (position < 0)
        return;
    m_amount -= m_entries[size_t(position)].amount;
    erase(position);
    Q_EMIT headerChanged();
}

void BoardColumnModel::erase(int position)
{
    const int row = rowAt(position);
    if (row >= 0)
        beginRemoveRows({}, row, row);
    m_entries.erase(position);
    if (m_filter) {
        auto later = std::lower_bound(m_shown.begin(), m_shown.end(), position);
        if (row >= 0)
            later = m_shown.erase(later);
        std::for_each(later, m_shown.end(), [](int& shifted) { --shifted; });
    }
    if (row >= 0)
        endRemoveRows();
}

void BoardColumnModel::update(const BoardEntry& entry)
{
    const int position = m_entries.find(entry.opportunity);
    if (position < 0)
        return;
    const qint64 before = m_entries[size_t(position)].amount;
    m_amount += entry.amount - before;
    m_cards.forget(entry.opportunity);
    moveTo(position, m_entries.placeFor(entry, position), entry);
    if (before != entry.amount)
        Q_EMIT headerChanged();
}

void BoardColumnModel::moveTo(int position, int target, const BoardEntry& entry)
{
    const int from = rowAt(position);
    // Among the rows that are left without it.
    int to = target;
    if (m_filter && target <= position)
        to = int(std::ranges::lower_bound(m_shown, target) - m_shown.begin());
    else if (m_filter)
        to = int(std::ranges::upper_bound(m_shown, target) - m_shown.begin()) - 1;
    const bool moves = from >= 0 && to != from;
    if (moves)
        beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
    if (target == position) {
        m_entries.assign(position, entry);
    } else {
        m_entries.erase(position);
        m_entries.insert(target, entry);
        m_shown = shownPositions();
    }
    if (moves)
        endMoveRows();
    else if (from >= 0)
        announce({from});
}

void BoardColumnModel::touch(const QSet<RecordId>& customers, const QSet<RecordId>& settled)
{
    std::vector<int> rows;
    for (const int position : m_entries.ofCustomers(customers)) {
        const RecordId& opportunity = m_entries[size_t(position)].opportunity;
        m_cards.forget(opportunity);
        if (const int row = rowAt(position); row >= 0 && !settled.contains(opportunity))
            rows.push_back(row);
    }
    announce(rows);
}

void BoardColumnModel::touchAll()
{
    if (const int count = rowCount(); count > 0)
        Q_EMIT dataChanged(index(0), index(count - 1));
}

void BoardColumnModel::announce(const std::vector<int>& rows)
{
    if (rows.size() > mostSingleSignals)
        return touchAll();
    for (const int row : rows)
        Q_EMIT dataChanged(index(row), index(row));
}

int BoardColumnModel::rowAt(int position) const
{
    if (!m_filter)
        return position;
    const auto found = std::lower_bound(m_shown.begin(), m_shown.end(), position);
    return found == m_shown.end() || *found != position ? -1 : int(found - m_shown.begin());
}

bool BoardColumnModel::shows(const BoardEntry& entry) const
{
    return !m_filter || m_filter->contains(entry.customer);
}

void BoardColumnModel::recount()
{
    m_amount = std::accumulate(m_entries.all().begin(), m_entries.all().end(), qint64(0),
        [](qint64 sum, const BoardEntry& entry) { return sum + entry.amount; });
    Q_EMIT headerChanged();
}

} // namespace homeroom
