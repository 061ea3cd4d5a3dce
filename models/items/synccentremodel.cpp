// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/synccentremodel.h"

#include <algorithm>

namespace homeroom {

namespace {

// An import waits with thousands of records; nobody reads more than the first of them.
constexpr qint64 waitingLimit = 100;

} // namespace

SyncCentreModel::SyncCentreModel(Workspace& workspace, QObject* parent)
    : QAbstractListModel(parent), m_workspace(workspace)
{
    // Once for all commits of one turn of the event loop.
    m_reloading.setSingleShot(true);
    m_reloading.setInterval(0);
    connect(&m_reloading, &QTimer::timeout, this, &SyncCentreModel::reload);
    connect(&workspace.store(), &RecordStore::changed, &m_reloading, qOverload<>(&QTimer::start));
    reload();
}

void SyncCentreModel::reload()
{
    Result<CentreContent> content = m_workspace.reader().read(
        [](Database& database) { return readSyncCentre(database, waitingLimit); });
    if (!content.ok())
        return;
    beginResetModel();
    m_items = std::move(content->items);
    m_waiting = content->waiting;
    m_rows.clear();
    for (size_t i = 0; i < m_items.size(); ++i) {
        if (i == 0 || m_items[i].section != m_items[i - 1].section)
            m_rows.push_back({m_items[i].section, -1});
        m_rows.push_back({m_items[i].section, int(i)});
    }
    endResetModel();
}

const CentreItem* SyncCentreModel::item(int row) const
{
    if (row < 0 || size_t(row) >= m_rows.size() || m_rows[size_t(row)].item < 0)
        return nullptr;
    return &m_items[size_t(m_rows[size_t(row)].item)];
}

qint64 SyncCentreModel::count(CentreSection section) const
{
    if (section == CentreSection::Waiting)
        return m_waiting;
    return std::ranges::count(m_items, section, &CentreItem::section);
}

int SyncCentreModel::rowOf(const QString& key) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (const CentreItem* one = item(row); one && one->key() == key)
            return row;
    }
    return -1;
}

int SyncCentreModel::nextItem(int row, int step) const
{
    for (int next = row + step; next >= 0 && next < rowCount(); next += step) {
        if (item(next))
            return next;
    }
    return -1;
}

int SyncCentreModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant SyncCentreModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::AccessibleTextRole && m_spoken)
        return m_spoken(index.row());
    return role == Qt::UserRole ? QVariant(int(section(index.row()))) : QVariant();
}

Qt::ItemFlags SyncCentreModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return item(index.row()) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::ItemIsEnabled;
}

} // namespace homeroom
