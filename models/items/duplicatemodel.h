// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/duplicates/duplicatequery.h"
#include "models/store/workspace.h"

#include <QAbstractListModel>
#include <QTimer>

namespace homeroom {

/// The pairs of families that may be one. Read on the worker, again a while after the last change
/// that may make or end one. Reads nothing before it is started.
class DuplicateModel : public QAbstractListModel {
    Q_OBJECT

public:
    /// The workspace must outlive it.
    explicit DuplicateModel(Workspace& workspace, QObject* parent = nullptr);

    /// What screen readers say for a row; the words are the view's.
    using Spoken = std::function<QString(int row)>;
    void setSpoken(Spoken spoken) { m_spoken = std::move(spoken); }
    /// Begins to read, once.
    void start();
    /// How long it waits after a change; tests wait less.
    void setPatience(std::chrono::milliseconds patience) { m_reloading.setInterval(patience); }
    bool isLoaded() const { return m_loaded; }
    /// Why the last reading failed, if it did.
    const std::optional<Error>& problem() const { return m_problem; }
    /// Null where there is no such row.
    const DuplicatePair* pair(int row) const;
    int rowOf(const RecordId& first, const RecordId& second) const; ///< -1 where there is none
    /// The pair is decided: it goes at once, and comes again where the next reading finds it.
    void take(const RecordId& first, const RecordId& second);
    void reload();

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

Q_SIGNALS:
    /// There are so many now, or what is known of it has changed.
    void counted(int pairs);

private:
    void follow(const ChangeSet& changes);
    void show(const Result<std::vector<DuplicatePair>>& read);

    Workspace& m_workspace;
    Spoken m_spoken{};
    std::vector<DuplicatePair> m_pairs{};
    std::optional<Error> m_problem{};
    QTimer m_reloading{};
    bool m_started = false;
    bool m_loaded = false;
    bool m_reading = false;
    bool m_again = false;
};

} // namespace homeroom
