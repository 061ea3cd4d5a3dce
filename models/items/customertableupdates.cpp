// SPDX-License-Identifier: GPL-3.0-or-later
// How the table of families follows commits.
#include "models/items/customertablereading.h"
#include "models/store/customerorder.h"

#include <algorithm>

namespace homeroom {

namespace {

constexpr size_t maximumSingleUpdates = 100; // more of them cost more than reading all again

} // namespace

void CustomerTableModel::follow(const ChangeSet& changes)
{
    if (!m_loaded)
        return;
    if (changes.touches(RecordKind::Tag)) {
        reload();
        return;
    }
    std::vector<RecordId> touched = changes.families();
    if (touched.size() > maximumSingleUpdates)
        reload();
    else if (!touched.empty())
        refresh(std::move(touched));
}

void CustomerTableModel::refresh(std::vector<RecordId> touched)
{
    using Read = std::vector<CustomerUpdate>;
    const bool known = std::all_of(
        touched.begin(), touched.end(), [this](const RecordId& id) { return find(id); });
    m_workspace
        .query([touched = std::move(touched), held = known ? std::vector<RecordId>() : heldIds(),
                   known, sort = m_sort, reading = m_reading](Database& database) {
            Read updates = readCustomerUpdates(database, touched, reading->pinyin());
            if (!known)
                placeNewFamilies(database, sort, reading->pinyin(), held, updates);
            return updates;
        })
        .then(this, [this](const Result<Read>& updates) {
            for (const CustomerUpdate& update : updates.ok() ? *updates : Read())
                takeUpdate(update);
        });
}

void CustomerTableModel::takeUpdate(CustomerUpdate update)
{
    const std::optional<size_t> at = find(update.id);
    if (!update.row) {
        m_rows.remove(update.id);
        if (at)
            removeFamily(*at);
        return;
    }
    if (!at) {
        addFamily(update);
        return;
    }
    m_index.setText(*at, update.text);
    m_rows.insert(update.id, std::move(*update.row));
    showOrHide(*at);
}

void CustomerTableModel::removeFamily(size_t at)
{
    const auto place = std::lower_bound(m_shown.begin(), m_shown.end(), quint32(at));
    const bool shown = place != m_shown.end() && *place == at;
    const int row = int(place - m_shown.begin());
    if (shown)
        beginRemoveRows({}, row, row);
    m_index.remove(at);
    const auto rest = shown ? m_shown.erase(place) : place;
    std::for_each(rest, m_shown.end(), [](quint32& later) { --later; });
    if (shown)
        endRemoveRows();
    Q_EMIT countsChanged();
}

void CustomerTableModel::addFamily(const CustomerUpdate& update)
{
    const std::optional<size_t> before = find(update.after);
    const size_t at = before ? *before + 1 : 0;
    const bool shown = passes(update.id, update.text);
    const auto place = std::lower_bound(m_shown.begin(), m_shown.end(), quint32(at));
    const int row = int(place - m_shown.begin());
    if (shown)
        beginInsertRows({}, row, row);
    m_index.insert(at, update.id, update.text);
    std::for_each(place, m_shown.end(), [](quint32& later) { ++later; });
    m_rows.insert(update.id, *update.row);
    if (shown) {
        m_shown.insert(place, quint32(at));
        endInsertRows();
    }
    Q_EMIT countsChanged();
}

std::vector<RecordId> CustomerTableModel::heldIds() const
{
    std::vector<RecordId> ids;
    ids.reserve(m_index.size());
    for (size_t at = 0; at < m_index.size(); ++at)
        ids.push_back(m_index.id(at));
    return ids;
}

bool CustomerTableModel::isShown(size_t at) const
{
    return std::binary_search(m_shown.begin(), m_shown.end(), quint32(at));
}

void CustomerTableModel::showOrHide(size_t at)
{
    const auto place = std::lower_bound(m_shown.begin(), m_shown.end(), quint32(at));
    const bool shown = place != m_shown.end() && *place == at;
    const bool wanted = passes(at);
    const int row = int(place - m_shown.begin());
    if (shown && wanted) {
        Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
    } else if (shown) {
        beginRemoveRows({}, row, row);
        m_shown.erase(place);
        endRemoveRows();
    } else if (wanted) {
        beginInsertRows({}, row, row);
        m_shown.insert(place, quint32(at));
        endInsertRows();
    }
    if (shown != wanted)
        Q_EMIT countsChanged();
}

} // namespace homeroom
