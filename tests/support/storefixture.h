// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/records.h"
#include "models/store/workspace.h"

#include <QTemporaryDir>

namespace homeroom::test {

/// A workspace on a real encrypted file in a folder of its own, on the caller's thread, with a
/// clock and ids that the test owns.
class StoreFixture {
public:
    explicit StoreFixture(StatementObserver* observer = nullptr);

    DatabaseOptions options() const;
    /// Closes and opens again, as after a restart.
    void reopen();

    Workspace& workspace() { return *m_workspace; }
    RecordStore& store() { return m_workspace->store(); }
    Database& reader() { return m_workspace->reader(); }
    IdFactory& ids() { return m_ids; }
    ManualClock& clock() { return m_clock; }

    template <typename Record> Id<Record> newId() { return Id<Record>(m_ids.next()); }
    template <typename Record> std::optional<Record> find(const Id<Record>& id)
    {
        return findRecord<Record>(reader(), id);
    }
    /// Commits one edit and waits for it (everything runs inline).
    Result<EditReceipt> apply(std::vector<Mutation> mutations, const QString& label = {});
    qint64 outboxCount();
    /// Living records of all types as text, for comparing clients.
    QString records();

private:
    QTemporaryDir m_folder;
    ManualClock m_clock{1764000000000};
    IdFactory m_ids{m_clock, QRandomGenerator(1)};
    DatabaseKey m_key = DatabaseKey::random();
    StatementObserver* m_observer;
    std::unique_ptr<Workspace> m_workspace;
};

} // namespace homeroom::test
