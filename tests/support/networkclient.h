// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/httptransport.h"
#include "sync/syncengine.h"
#include "tests/support/programs.h"
#include "tests/support/storefixture.h"

#include <QObject>

namespace homeroom::test {

/// One person's client on a real network in real time: profile, session and engine, all on the
/// test's thread.
class NetworkClient : public StoreFixture {
public:
    explicit NetworkClient(const QString& url);
    ~NetworkClient();

    /// From now on all requests go there.
    void talkTo(const QString& url) { m_transport.setServer(QUrl(url)); }
    /// The wall clock is off by that from now on.
    void setClockError(Milliseconds error);
    /// Session and engine as after a restart of the program: without an access token.
    void restart();
    Result<void> signIn(const DemoUser& user);
    /// Signs in and waits for the first whole session; whether there was one.
    bool join(const DemoUser& user);
    /// Begins a session and waits until it has ended well.
    bool sync();
    /// Begins a session that must fail: why it did; nothing when it did not.
    std::optional<Error> failingSync();

    SyncEngine& engine() { return *m_engine; }
    const SyncStatus& status() const { return m_engine->status(); }

    Id<Customer> create(const QString& name);
    /// The names of all living families, in order, doubles included.
    QStringList families();

protected:
    /// An id of no other client of this or another run.
    static RecordId freshId();

private:
    void followTime();
    void connectAll();
    bool waitFor(const std::function<bool()>& condition);

    Milliseconds m_clockError = 0;
    QObject m_awake; ///< the fixture's clock follows the real one whenever the event loop goes on
    HttpTransport m_transport;
    EventLoopScheduler m_scheduler;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<SyncEngine> m_engine;
};

} // namespace homeroom::test
