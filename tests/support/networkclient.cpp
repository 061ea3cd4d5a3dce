// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/networkclient.h"

#include <QAbstractEventDispatcher>
#include <QtTest/QtTest>

namespace homeroom::test {

using namespace Qt::StringLiterals;

RecordId NetworkClient::freshId()
{
    static const SystemClock clock;
    static IdFactory ids(clock, QRandomGenerator::securelySeeded());
    return ids.next();
}

NetworkClient::NetworkClient(const QString& url)
{
    QObject::connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::awake,
        &m_awake, [this] { followTime(); });
    followTime();
    const auto done = store().write([](Database& database) -> Result<ChangeSet> {
        SyncState(database).setDevice(freshId());
        return ChangeSet{};
    });
    if (!done.result().ok())
        qFatal("cannot set the device");
    talkTo(url);
    connectAll();
}

NetworkClient::~NetworkClient() = default;

void NetworkClient::followTime()
{
    clock().set(SystemClock().now() + m_clockError);
}

void NetworkClient::setClockError(Milliseconds error)
{
    m_clockError = error;
    followTime();
}

void NetworkClient::connectAll()
{
    m_session = std::make_unique<Session>(store(), reader(), m_transport, m_scheduler, clock());
    m_engine = std::make_unique<SyncEngine>(
        SyncEngine::Parts{store(), workspace().writerExecutor(), workspace().pageExecutor(),
            *m_session, m_scheduler, clock(), QRandomGenerator::securelySeeded()});
}

void NetworkClient::restart()
{
    m_engine.reset();
    m_session.reset();
    connectAll();
    m_engine->start();
}

bool NetworkClient::waitFor(const std::function<bool()>& condition)
{
    return QTest::qWaitFor(condition, programPatience);
}

Result<void> NetworkClient::signIn(const DemoUser& user)
{
    std::optional<Result<void>> answer;
    m_session->signIn(u"a server"_s, user.name, user.password,
        [&](const Result<void>& result) { answer = result; });
    if (!waitFor([&] { return answer.has_value(); }))
        qFatal("a sign-in without an answer");
    return *answer;
}

bool NetworkClient::join(const DemoUser& user)
{
    if (!signIn(user).ok())
        return false;
    m_engine->start();
    return sync();
}

bool NetworkClient::sync()
{
    const QSignalSpy ended(m_engine.get(), &SyncEngine::sessionEnded);
    m_engine->syncNow();
    return waitFor([&] { return !ended.isEmpty() && status().counts.waiting == 0; });
}

std::optional<Error> NetworkClient::failingSync()
{
    const QSignalSpy ended(m_engine.get(), &SyncEngine::sessionEnded);
    const QSignalSpy failed(m_engine.get(), &SyncEngine::sessionFailed);
    m_engine->syncNow();
    waitFor([&] { return !ended.isEmpty() || !failed.isEmpty(); });
    return status().problem;
}

Id<Customer> NetworkClient::create(const QString& name)
{
    const Customer customer{.id = Id<Customer>(freshId()), .name = name};
    if (!apply({createMutation(customer)}).ok())
        qFatal("cannot create");
    return customer.id;
}

QStringList NetworkClient::families()
{
    QStringList names;
    for (const Customer& customer : listRecords<Customer>(reader()))
        names.append(customer.name);
    names.sort();
    return names;
}

} // namespace homeroom::test
