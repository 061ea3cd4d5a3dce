// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/rules/authentication.h"
#include "server/rules/commands.h"
#include "server/rules/pull.h"
#include "server/storage/sqlite/sqlitestorage.h"
#include "sim/simdisk.h"
#include "sim/simtime.h"
#include "sync/transport.h"

namespace homeroom::sim {

constexpr int serverOwner = -1; ///< of jobs in SimTime

/// Sees what the server answers, before the network touches it.
class ServerWitness {
public:
    virtual ~ServerWitness() = default;
    /// A push has arrived; what becomes of it is told by `pushed`, or by `pushFailed`, or by nobody
    /// where the server is killed meanwhile.
    virtual void pushing(const QByteArray& request) = 0;
    virtual void pushFailed() = 0;
    virtual void pushed(
        const Caller& caller, const QByteArray& request, const QByteArray& response) = 0;
    virtual void pulled(const Caller& caller, const QByteArray& response) = 0;
    /// The server's files are about to be somebody else's: whoever reads them must let go.
    virtual void serverStops() = 0;
};

/// The real rules on the real storage, behind one function instead of sockets.
class SimServer {
public:
    /// `path` of the database file, which exists or is made.
    SimServer(SimTime& time, const QString& path, quint64 seed);
    ~SimServer();

    void start();
    void stop();
    int starts() const { return m_starts; }
    /// Ends the process as it stands and starts another one.
    void kill();

    /// Answers anything but a wait. A kill in the middle is a broken connection.
    TransportResponse serve(const TransportRequest& request);
    /// As serve, for somebody whose session is not part of the run.
    TransportResponse serveAs(const Caller& caller, const TransportRequest& request);
    /// Holds the request until there is news for its viewer.
    void wait(const TransportRequest& request, std::function<void(TransportResponse)> answer);
    /// Runs a command under somebody's name, as another desktop would; wakes whom it concerns.
    Result<CommandAnswer> command(
        const std::function<Result<CommandAnswer>(const Commands&)>& work);

    /// The files between two transactions, and going back to them.
    DatabaseFiles backup();
    void restore(const DatabaseFiles& files);

    void setWitness(ServerWitness* witness) { m_witness = witness; }
    RuleParts parts() { return {*m_storage, m_clock, m_ids, {}}; }
    ManualClock& clock() { return m_clock; }
    SimDisk& disk() { return m_disk; }
    QString path() const { return m_path; }
    static DatabaseKey key();

private:
    struct Waiter {
        Caller caller;
        std::function<void(TransportResponse)> answer;
    };
    TransportResponse dispatch(const TransportRequest& request);
    TransportResponse signedIn(const TransportRequest& request, const Caller& caller);
    TransportResponse answerPush(const TransportRequest& request, const Caller& caller);
    TransportResponse answerPull(const TransportRequest& request, const Caller& caller);
    void committed(const Touched& touched);
    void wakeTouched();
    void endWait(quint64 number);

    SimTime& m_time;
    QString m_path;
    quint64 m_seed;
    int m_starts = 0;
    ManualClock m_clock;
    IdFactory m_ids;
    SimDisk m_disk{};
    std::unique_ptr<SqliteStorage> m_storage{};
    ServerWitness* m_witness = nullptr;
    std::map<quint64, Waiter> m_waiters{};
    quint64 m_lastWaiter = 0;
    Touched m_touched{};
    bool m_waking = false;
};

} // namespace homeroom::sim
