// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handover/poolmodel.h"

#include "models/values/cohortday.h"
#include "ui/editing/moments.h"
#include "ui/editing/privacymode.h"
#include "ui/editing/sentences.h"

namespace homeroom {

PoolModel::PoolModel(const PageContext& context, QObject* parent)
    : QAbstractTableModel(parent), m_context(context)
{
}

void PoolModel::clear()
{
    beginResetModel();
    m_families.clear();
    endResetModel();
}

void PoolModel::append(const std::vector<PoolFamily>& families)
{
    if (families.empty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + int(families.size()) - 1);
    m_families.insert(m_families.end(), families.begin(), families.end());
    endInsertRows();
}

void PoolModel::remove(const std::vector<RecordId>& families)
{
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (std::find(families.begin(), families.end(), family(row).id) == families.end())
            continue;
        beginRemoveRows({}, row, row);
        m_families.erase(m_families.begin() + row);
        endRemoveRows();
    }
}

void PoolModel::retranslate()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int PoolModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_families.size());
}

int PoolModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString PoolModel::text(const PoolFamily& family, Column column) const
{
    switch (column) {
    case Name:
        return family.name.isEmpty() ? tr("No name") : shownName(family.name, m_context);
    case Phone:
        return shownPhone(family.phone, m_context);
    case Tier: {
        const RecordType& type = recordTypeOf<Customer>();
        return displayWord(type.fields[size_t(fieldIndexOf(&Customer::tier))], family.tier);
    }
    case City:
        return family.city;
    case Channel: {
        const homeroom::Channel* channel =
            m_context.catalogue.find(Id<homeroom::Channel>(family.channel));
        return channel ? channel->name : QString();
    }
    case LastContact:
        return family.lastContactAt
            ? momentText(*family.lastContactAt, m_context.clock.now(), m_context.zone)
            : QString();
    case Waiting:
        return tr("%n day(s)", nullptr,
            int(dateAt(family.createdAt, m_context.zone)
                    .daysTo(dateAt(m_context.clock.now(), m_context.zone))));
    case ColumnCount:
        break;
    }
    return {};
}

QVariant PoolModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || role != Qt::DisplayRole)
        return {};
    return text(family(index.row()), Column(index.column()));
}

QVariant PoolModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Name:
        return tr("Parent");
    case Phone:
        return tr("Phone");
    case Tier:
        return tr("Tier");
    case City:
        return tr("City");
    case Channel:
        return tr("Channel");
    case LastContact:
        return tr("Last contact");
    case Waiting:
        return tr("A lead for");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace homeroom
