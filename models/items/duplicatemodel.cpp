// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/duplicatemodel.h"

#include <algorithm>

namespace homeroom {

using namespace std::chrono_literals;

namespace {

constexpr auto patience = 400ms; // all families are read: once for the pages of a sync

} // namespace

DuplicateModel::DuplicateModel(Workspace& workspace, QObject* parent)
    : QAbstractListModel(parent), m_workspace(workspace)
{
    m_reloading.setSingleShot(true);
    m_reloading.setInterval(patience);
    connect(&m_reloading, &QTimer::timeout, this, &DuplicateModel::reload);
}

void DuplicateModel::start()
{
    if (std::exchange(m_started, true))
        return;
    connect(&m_workspace.store(), &RecordStore::changed, this, &DuplicateModel::follow);
    reload();
}

void DuplicateModel::follow(const ChangeSet& changes)
{
    for (const RecordKind kind :
        {RecordKind::Customer, RecordKind::Student, RecordKind::Guardian, RecordKind::Task}) {
        if (changes.touches(kind))
            return m_reloading.start();
    }
}

void DuplicateModel::reload()
{
    m_again = m_reading;
    if (m_reading)
        return;
    m_reading = true;
    m_workspace.query(readDuplicates)
        .then(this, [this](const Result<std::vector<DuplicatePair>>& read) {
            m_reading = false;
            if (m_again)
                return reload();
            show(read);
        });
}

void DuplicateModel::show(const Result<std::vector<DuplicatePair>>& read)
{
    m_problem = read.ok() ? std::nullopt : std::optional(read.error());
    // Most changes are of other fields: a list in which nothing moved stays as it is.
    if (read.ok() && (!m_loaded || *read != m_pairs)) {
        beginResetModel();
        m_pairs = *read;
        m_loaded = true;
        endResetModel();
    }
    Q_EMIT counted(rowCount());
}

const DuplicatePair* DuplicateModel::pair(int row) const
{
    return row >= 0 && row < rowCount() ? &m_pairs[size_t(row)] : nullptr;
}

int DuplicateModel::rowOf(const RecordId& first, const RecordId& second) const
{
    const auto found = std::ranges::find_if(m_pairs,
        [&](const DuplicatePair& pair) { return pair.first == first && pair.second == second; });
    return found == m_pairs.end() ? -1 : int(found - m_pairs.begin());
}

void DuplicateModel::take(const RecordId& first, const RecordId& second)
{
    const int row = rowOf(first, second);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_pairs.erase(m_pairs.begin() + row);
    endRemoveRows();
    Q_EMIT counted(rowCount());
}

int DuplicateModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_pairs.size());
}

QVariant DuplicateModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    return role == Qt::AccessibleTextRole && m_spoken ? QVariant(m_spoken(index.row()))
                                                      : QVariant();
}

} // namespace homeroom
