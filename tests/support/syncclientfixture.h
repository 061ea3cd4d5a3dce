// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/syncengine.h"
#include "tests/support/servertransport.h"
#include "tests/support/storefixture.h"

namespace homeroom::test {

/// A server and virtual time; the password of every user is `secret-password`.
class SyncWorld {
public:
    SyncWorld();

    ServerFixture server{};
    VirtualTime time{};
};

/// One person's whole client on that server: profile, session, engine.
class TestClient : public StoreFixture {
public:
    TestClient(SyncWorld& world, const QString& user, StatementObserver* observer = nullptr);
    ~TestClient();

    /// Signs in and runs until the first sync is through.
    void signIn();
    /// Closes everything and opens it again, as after a kill; starts the engine.
    void restart();
    SyncEngine& engine() { return *m_engine; }
    Session& session() { return *m_session; }
    ServerTransport& network() { return m_network; }
    const SyncStatus& status() const { return m_engine->status(); }
    QString nameOf(const Id<Customer>& id);
    Id<Customer> create(const QString& name);
    Result<EditReceipt> rename(const Id<Customer>& id, const QString& name);

private:
    void connectAll();

    SyncWorld& m_world;
    QString m_user;
    ServerTransport m_network;
    std::unique_ptr<Session> m_session{};
    std::unique_ptr<SyncEngine> m_engine{};
};

} // namespace homeroom::test
