// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/timelinemodel.h"

#include <algorithm>

namespace homeroom {

namespace {

constexpr qsizetype pageEntries = 50;

} // namespace

TimelineModel::TimelineModel(Workspace& workspace, QObject* parent)
    : QAbstractListModel(parent), m_workspace(workspace)
{
    connect(&workspace.store(), &RecordStore::changed, this, &TimelineModel::follow);
}

void TimelineModel::setCustomer(const RecordId& customer)
{
    beginResetModel();
    m_customer = customer;
    m_limit = pageEntries;
    TimelinePage page = read();
    m_entries = std::move(page.entries);
    m_more = page.more;
    endResetModel();
}

TimelinePage TimelineModel::read() const
{
    if (m_customer.isNull())
        return {};
    // One family has at most some hundred records: well under 5 ms.
    Result<TimelinePage> page = m_workspace.reader().read(
        [this](Database& database) { return readTimeline(database, m_customer, m_limit); });
    return page.ok() ? std::move(*page) : TimelinePage();
}

void TimelineModel::follow(const ChangeSet& changes)
{
    const bool touched = std::any_of(changes.records.begin(), changes.records.end(),
        [this](const ChangedRecord& record) { return record.root == m_customer; });
    if (!touched || m_customer.isNull())
        return;
    // One new entry must not push the last one out.
    m_limit = std::max(m_limit, qsizetype(m_entries.size()) + 1);
    take(read());
}

/// Keeps what is the same at both ends and replaces what lies between.
void TimelineModel::take(TimelinePage page)
{
    const std::vector<TimelineEntry>& next = page.entries;
    const auto head = std::mismatch(m_entries.begin(), m_entries.end(), next.begin(), next.end());
    const auto same = head.first - m_entries.begin();
    const auto tail = std::mismatch(
        m_entries.rbegin(), m_entries.rend() - same, next.rbegin(), next.rend() - same);
    const auto kept = tail.first - m_entries.rbegin();
    const auto removed = qsizetype(m_entries.size()) - same - kept;
    const auto added = qsizetype(next.size()) - same - kept;
    if (removed > 0) {
        beginRemoveRows({}, int(same), int(same + removed - 1));
        m_entries.erase(m_entries.begin() + same, m_entries.begin() + same + removed);
        endRemoveRows();
    }
    if (added > 0) {
        beginInsertRows({}, int(same), int(same + added - 1));
        m_entries.insert(
            m_entries.begin() + same, next.begin() + same, next.begin() + same + added);
        endInsertRows();
    }
    m_more = page.more;
}

int TimelineModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant TimelineModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::UserRole)
        return {};
    return int(entry(index.row()).kind);
}

bool TimelineModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && m_more;
}

void TimelineModel::fetchMore(const QModelIndex& parent)
{
    if (!canFetchMore(parent))
        return;
    m_limit += pageEntries;
    take(read());
}

} // namespace homeroom
