// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/syncclientfixture.h"

#include "server/rules/passwords.h"

namespace homeroom::test {

using namespace Qt::StringLiterals;

namespace {

/// Argon2id is slow on purpose: one hash serves every user of every test.
QByteArray secretHash()
{
    static const QByteArray hash = *hashedPassword(u"secret-password"_s, PasswordCost::Minimal);
    return hash;
}

} // namespace

SyncWorld::SyncWorld()
{
    time.drive(server.clock);
    for (const char* user : {"leadA", "a1", "a2", "b1", "ops", "admin"}) {
        const RecordId id = server.idOf(QString::fromLatin1(user));
        const auto done = server.storage->write([&](WriteTransaction& transaction) -> Result<void> {
            transaction.putAccount({id, secretHash(), {}});
            return {};
        });
        if (!done.ok())
            qFatal("cannot set a password");
    }
}

TestClient::TestClient(SyncWorld& world, const QString& user, StatementObserver* observer)
    : StoreFixture(observer), m_world(world), m_user(user), m_network(world.server, world.time)
{
    world.time.drive(clock());
    const RecordId device = world.server.newId();
    const auto done = store().write([&](Database& database) -> Result<ChangeSet> {
        SyncState(database).setDevice(device);
        return ChangeSet{};
    });
    if (!done.result().ok())
        qFatal("cannot set the device");
    connectAll();
}

TestClient::~TestClient() = default;

void TestClient::connectAll()
{
    m_session = std::make_unique<Session>(store(), reader(), m_network, m_world.time, clock());
    m_engine = std::make_unique<SyncEngine>(SyncEngine::Parts{store(), workspace().writerExecutor(),
        workspace().pageExecutor(), *m_session, m_world.time, clock(), QRandomGenerator(3)});
}

void TestClient::signIn()
{
    std::optional<Result<void>> signedIn;
    m_session->signIn(u"http://server"_s, m_user, u"secret-password"_s,
        [&](const Result<void>& result) { signedIn = result; });
    m_world.time.run(secondMs);
    if (!signedIn || !signedIn->ok())
        qFatal("cannot sign in");
    m_engine->start();
    m_world.time.run(2 * secondMs);
}

void TestClient::restart()
{
    m_engine.reset();
    m_session.reset();
    reopen();
    connectAll();
    m_engine->start();
}

QString TestClient::nameOf(const Id<Customer>& id)
{
    const std::optional<Customer> customer = find(id);
    return customer ? customer->name : QString();
}

Id<Customer> TestClient::create(const QString& name)
{
    const Customer customer{.id = Id<Customer>(m_world.server.newId()), .name = name};
    if (!apply({createMutation(customer)}).ok())
        qFatal("cannot create");
    return customer.id;
}

Result<EditReceipt> TestClient::rename(const Id<Customer>& id, const QString& name)
{
    return apply({Change<Customer>(id, id).set(&Customer::name, name).mutation()});
}

} // namespace homeroom::test
