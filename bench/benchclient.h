// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/workspace.h"
#include "server/demo/demoorganisation.h"
#include "sync/httptransport.h"
#include "sync/syncengine.h"

#include <QTemporaryDir>

namespace homeroom::bench {

/// Handles events until the condition holds; a Failure that names `what` when it does not within
/// the time.
void waitUntil(
    const QString& what, const std::function<bool()>& condition, Milliseconds limit = 2 * minuteMs);

/// The system's clock, which may have been set back for a while.
class ShiftedClock final : public Clock {
public:
    Milliseconds now() const override { return m_system.now() + m_shift.load(); }
    void shift(Milliseconds by) { m_shift = by; }

private:
    SystemClock m_system{};
    std::atomic<Milliseconds> m_shift = 0;
};

/// One person's client as the program has it: a workspace with threads of its own, the network and
/// the engine on this thread.
class BenchClient {
public:
    /// In a new folder of its own.
    explicit BenchClient(const QString& url);
    /// In a folder that stays; a profile may be there already.
    BenchClient(const QString& url, const QString& folder, const DatabaseKey& key);
    ~BenchClient();
    Q_DISABLE_COPY_MOVE(BenchClient)

    void signIn(const QString& user, const QString& password);
    void signIn(const DemoUser& user) { signIn(user.name, user.password); }
    /// Starts the engine and waits for the end of a session; milliseconds from the start to it.
    double firstSession();
    /// Waits until nothing waits in the outbox and no session runs.
    void settle();
    qint64 sessions() const { return m_sessions; }

    Result<EditReceipt> apply(std::vector<Mutation> mutations);
    qint64 countRows(RecordKind kind);
    /// Rows of all types that came from a server.
    qint64 countAllRows();

    Workspace& workspace() { return *m_workspace; }
    RecordStore& store() { return m_workspace->store(); }
    Database& reader() { return m_workspace->reader(); }
    DatabaseOptions options() const { return {m_folder + QStringLiteral("/homeroom.db"), m_key}; }
    SyncEngine& engine() { return *m_engine; }
    HttpTransport& transport() { return m_transport; }
    Session& session() { return *m_session; }
    ShiftedClock& clock() { return m_clock; }
    IdFactory& ids() { return m_ids; }

private:
    void open(const QString& url);

    QTemporaryDir m_own{};
    QString m_folder;
    DatabaseKey m_key;
    ShiftedClock m_clock{};
    IdFactory m_ids{m_clock, QRandomGenerator::securelySeeded()};
    std::unique_ptr<Workspace> m_workspace{};
    HttpTransport m_transport{};
    EventLoopScheduler m_scheduler{};
    std::unique_ptr<Session> m_session{};
    std::unique_ptr<SyncEngine> m_engine{};
    qint64 m_sessions = 0; ///< that ended well
    qint64 m_failures = 0; ///< sessions that did not
    QString m_problem{};
};

} // namespace homeroom::bench
