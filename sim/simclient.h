// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/workspace.h"
#include "sim/simnetwork.h"
#include "sync/commandclient.h"
#include "sync/syncengine.h"

namespace homeroom::sim {

/// One profile on one machine, with the person at it.
struct Person {
    QString name{}; ///< sign-in name
    QString profile{}; ///< name of the prepared profile
};

/// One running or stopped program: the real workspace, session and engine on virtual time.
class SimClient : public QObject {
    Q_OBJECT

public:
    struct Place {
        SimTime& time;
        SimServer& server;
        const NetworkWeather& weather;
    };

    SimClient(const Place& place, int number, const Person& person, const QString& path,
        quint64 seed, Listening listening);
    ~SimClient() override;

    /// Opens the profile and starts the engine.
    void open();
    /// Ends in order.
    void close();
    /// Ends as it stands.
    void kill();
    bool isOpen() const { return m_engine != nullptr; }
    /// Signs in and out as the person at the desktop.
    void signIn(const QString& password);
    void signOut();

    int number() const { return m_number; }
    const Person& person() const { return m_person; }
    const QString& path() const { return m_path; }
    Workspace& workspace() { return *m_workspace; }
    RecordStore& store() { return m_workspace->store(); }
    Database& reader() { return m_workspace->reader(); }
    SyncEngine& engine() { return *m_engine; }
    Session& session() { return *m_session; }
    CommandClient& commands() { return *m_commands; }
    bool listens() const { return m_listening == Listening::LongPoll; }
    SimNetwork& network() { return m_network; }
    SimDisk& disk() { return m_disk; }
    ManualClock& clock() { return m_clock; }
    IdFactory& ids() { return m_ids; }
    static DatabaseKey key();
    /// Whether the program asks for the password.
    bool wantsPassword() const;

Q_SIGNALS:
    void sessionEnded(const QString& cursor);
    void recordsChanged();

private:
    Place m_place;
    int m_number;
    Person m_person;
    QString m_path;
    ManualClock m_clock;
    quint64 m_seed;
    quint32 m_starts = 0;
    IdFactory m_ids;
    SimDisk m_disk{};
    NodeScheduler m_scheduler;
    SimNetwork m_network;
    Listening m_listening;
    std::unique_ptr<Workspace> m_workspace{};
    std::unique_ptr<Session> m_session{};
    std::unique_ptr<SyncEngine> m_engine{};
    std::unique_ptr<CommandClient> m_commands{};
};

} // namespace homeroom::sim
