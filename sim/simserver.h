// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/routes/waitlist.h"
#include "server/rules/authentication.h"
#include "server/rules/commands.h"
#include "server/rules/pull.h"
#include "server/storage/sqlite/sqlitestorage.h"
#include "sim/simdisk.h"
#include "sim/simtime.h"
#include "sync/transport.h"

namespace homeroom::sim {

constexpr int serverOwner = -1; ///< of jobs in SimTime
/// Of what is under way to the server: this one for client 0, the next lower one for client 1.
constexpr int firstWireOwner = -2;

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
    /// A command has arrived; what becomes of it is told by `commanded`, without a response where
    /// the server was killed meanwhile and runs again.
    virtual void commanding(const Caller& caller, const TransportRequest& request) = 0;
    virtual void commanded(const TransportResponse* response) = 0;
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
    TransportResponse dispatch(const TransportRequest& request);
    TransportResponse signedIn(const TransportRequest& request, const Caller& caller);
    TransportResponse answerPush(const TransportRequest& request, const Caller& caller);
    TransportResponse answerPull(const TransportRequest& request, const Caller& caller);
    TransportResponse answerCommand(const TransportRequest& request, const Caller& caller);
    void committed(const Touched& touched, const RecordId& device = {});
    void tellNews();

    SimTime& m_time;
    QString m_path;
    quint64 m_seed;
    int m_starts = 0;
    ManualClock m_clock;
    IdFactory m_ids;
    SimDisk m_disk{};
    std::unique_ptr<SqliteStorage> m_storage{};
    ServerWitness* m_witness = nullptr;
    std::unique_ptr<Pull> m_pull{};
    std::unique_ptr<WaitList> m_waits{};
    std::vector<Parked> m_held{}; ///< waits that were not answered at once
    WaitNews m_news{};
    Milliseconds m_nextLook = 0;
    bool m_isTelling = false;
    bool m_isCommanded = false; ///< a command runs
};

} // namespace homeroom::sim
