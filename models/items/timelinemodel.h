// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/timelinequery.h"
#include "models/store/workspace.h"

#include <QAbstractListModel>

namespace homeroom {

/// What happened with one family, newest first; older pages are read when somebody scrolls there.
class TimelineModel : public QAbstractListModel {
    Q_OBJECT

public:
    explicit TimelineModel(Workspace& workspace, QObject* parent = nullptr);

    /// A null id empties the model.
    void setCustomer(const RecordId& customer);
    const RecordId& customer() const { return m_customer; }
    const TimelineEntry& entry(int row) const { return m_entries[size_t(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

private:
    void follow(const ChangeSet& changes);
    TimelinePage read() const;
    void take(TimelinePage page);

    Workspace& m_workspace;
    RecordId m_customer;
    std::vector<TimelineEntry> m_entries;
    qsizetype m_limit = 0;
    bool m_more = false;
};

} // namespace homeroom
