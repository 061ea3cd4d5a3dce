// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/records/records.h"
#include "server/rules/authentication.h"
#include "server/rules/commands.h"
#include "server/rules/pull.h"
#include "server/rules/push.h"
#include "server/storage/sqlite/sqlitestorage.h"

#include <QTemporaryDir>

namespace homeroom::test {

/// One device of one user: numbers its mutations and keeps its chain, as a client does.
struct TestDevice {
    Caller caller{};
    qint64 lastMid = 0;
    QString chain{};
};

/// Lets the n-th statement of the writer fail.
class FailingObserver final : public StatementObserver {
public:
    void failAfter(int statements) { m_left = statements; }
    void never() { m_left = -1; }
    bool failed() const { return m_failed; }
    void aboutToStep(const char* sql) override;

private:
    int m_left = -1;
    bool m_failed = false;
};

/// A server's rules on a real encrypted file, with two teams: lead A with tutors A1 and A2, lead B
/// with tutor B1, and operations and an administrator.
class ServerFixture {
public:
    ServerFixture();

    RecordId idOf(const QString& user) const { return m_users.value(user).viewer.user; }
    RecordId teamOf(const QString& user) const { return m_users.value(user).viewer.team; }
    Caller callerOf(const QString& user) const { return m_users.value(user); }
    /// A new device of the user.
    TestDevice device(const QString& user);

    /// Pushes mutations, numbering them; the answer must be ok.
    std::vector<Outcome> push(TestDevice& device, std::vector<Mutation> mutations);
    /// As push of one.
    Outcome push(TestDevice& device, const Mutation& mutation);
    /// The request that the next push of these would send.
    PushRequest requestFor(const TestDevice& device, std::vector<Mutation> mutations) const;

    /// A family made by the device's user.
    Id<Customer> family(TestDevice& device, const QString& name);
    std::optional<StoredRecord> stored(RecordKind kind, const RecordId& id);
    template <typename Record> Record find(const Id<Record>& id)
    {
        const auto record = stored(Description<Record>::kind, id);
        return record ? fromRow<Record>(record->row) : Record();
    }
    std::vector<Conflict> conflicts();
    Stamp stamp();
    /// A fixture's own row, written past the rules' checks.
    void write(const RecordRow& row);

    RecordId newId() { return ids.next(); }

    /// Keeps a copy of the database in the place of an earlier one; the server starts anew.
    void backUp();
    /// The server starts with the copy: what came after it is lost.
    void restore();
    QString file() const { return folder.filePath(QStringLiteral("server.db")); }
    /// The server starts with what the file holds, after `storage` was let go.
    void open();

    QTemporaryDir folder;
    DatabaseKey key = DatabaseKey::random();
    ManualClock clock{1'764'000'000'000};
    IdFactory ids{clock, QRandomGenerator(7)};
    FailingObserver observer;
    std::unique_ptr<SqliteStorage> storage;

    /// A further user; an empty team means none.
    void addUser(const QString& name, UserRole role, const QString& team);

    RuleParts parts() { return {*storage, clock, ids, {}}; }

private:
    void addTeam(const QString& name);

    QHash<QString, RecordId> m_teams;
    QHash<QString, Caller> m_users;
};

} // namespace homeroom::test
