// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/familyserver.h"
#include "ui/editing/pagecontext.h"

#include <QAbstractTableModel>

namespace homeroom {

/// The pages of the pool that the server has sent so far. They are in memory only: families of the
/// pool belong to nobody's machine.
class PoolModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Phone, Tier, City, Channel, LastContact, Waiting, ColumnCount };

    explicit PoolModel(const PageContext& context, QObject* parent = nullptr);

    void clear();
    void append(const std::vector<PoolFamily>& families);
    /// Takes families away that were claimed, by whomever.
    void remove(const std::vector<RecordId>& families);
    const PoolFamily& family(int row) const { return m_families[size_t(row)]; }
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const PoolFamily& family, Column column) const;

    const PageContext& m_context;
    std::vector<PoolFamily> m_families{};
};

} // namespace homeroom
