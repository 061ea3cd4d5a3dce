// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/recordtablemodel.h"

#include <algorithm>

namespace homeroom {

RecordTableModel::RecordTableModel(std::vector<int> fields, Words words, QObject* parent)
    : QAbstractTableModel(parent), m_fields(std::move(fields)), m_words(std::move(words))
{
}

void RecordTableModel::setRows(std::vector<RecordRow> rows)
{
    const bool samePlaces = std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
        [](const RecordRow& one, const RecordRow& other) { return one.id == other.id; });
    if (!samePlaces) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    for (size_t i = 0; i < rows.size(); ++i) {
        if (rows[i] == m_rows[i])
            continue;
        m_rows[i] = std::move(rows[i]);
        Q_EMIT dataChanged(index(int(i), 0), index(int(i), columnCount() - 1));
    }
}

void RecordTableModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int RecordTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int RecordTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_fields.size());
}

QVariant RecordTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const RecordRow& row = rowAt(index.row());
    if (role == Qt::DisplayRole)
        return m_words.cell(row, m_fields[size_t(index.column())]);
    if (role == IdRole)
        return row.id.toString();
    return {};
}

QVariant RecordTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return m_words.head(m_fields[size_t(section)]);
}

int RecordTableModel::rowOf(const RecordId& id) const
{
    const auto it = std::find_if(
        m_rows.begin(), m_rows.end(), [&](const RecordRow& row) { return row.id == id; });
    return it == m_rows.end() ? -1 : int(it - m_rows.begin());
}

} // namespace homeroom
