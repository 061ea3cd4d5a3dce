// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/synccentrequery.h"
#include "models/store/workspace.h"

#include <QAbstractListModel>
#include <QTimer>

namespace homeroom {

/// The lines of the sync centre: a heading for each section that has any, then its items. Headings
/// cannot be selected.
class SyncCentreModel : public QAbstractListModel {
    Q_OBJECT

public:
    explicit SyncCentreModel(Workspace& workspace, QObject* parent = nullptr);

    /// What screen readers say for a row; the words are the view's.
    using Spoken = std::function<QString(int row)>;
    void setSpoken(Spoken spoken) { m_spoken = std::move(spoken); }
    /// Null for a heading.
    const CentreItem* item(int row) const;
    CentreSection section(int row) const { return m_rows[size_t(row)].section; }
    /// Items of the section, also those that are too many to be listed.
    qint64 count(CentreSection section) const;
    bool isEmpty() const { return m_rows.empty(); }
    /// The row of the item of this key; -1 where there is none.
    int rowOf(const QString& key) const;
    /// The next row with an item, going by `step` (1 or -1) from `row`; -1 at the end.
    int nextItem(int row, int step) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Row {
        CentreSection section = CentreSection::Waiting;
        int item = -1; ///< -1 for a heading
    };
    void reload();

    Workspace& m_workspace;
    QTimer m_reloading;
    Spoken m_spoken{};
    std::vector<CentreItem> m_items;
    std::vector<Row> m_rows;
    qint64 m_waiting = 0;
};

} // namespace homeroom
