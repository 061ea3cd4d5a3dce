// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/simclient.h"

namespace homeroom::sim {

using namespace Qt::StringLiterals;

SimClient::SimClient(const Place& place, int number, const Person& person, const QString& path,
    quint64 seed, Listening listening)
    : m_place(place), m_number(number), m_person(person), m_path(path),
      m_clock(place.server.clock().now()), m_seed(seed),
      m_ids(m_clock, QRandomGenerator(quint32(seed))), m_scheduler(place.time, number),
      m_network(place.time, place.server, number, place.weather, SimRandom(seed).fork(3)),
      m_listening(listening)
{
    place.time.drive(m_clock);
}

SimClient::~SimClient()
{
    close();
    m_place.time.forget(m_clock);
}

DatabaseKey SimClient::key()
{
    return *DatabaseKey::fromBytes(QByteArray(DatabaseKey::size, 'c'));
}

void SimClient::open()
{
    m_disk.disarm();
    Result<std::unique_ptr<Workspace>> opened = Workspace::open(
        {m_path, key(), Access::ReadWrite, 2048, &m_disk}, m_clock, Threading::Inline);
    if (!opened.ok())
        qFatal("a profile does not open: %s", qPrintable(opened.error().detail));
    m_workspace = std::move(*opened);
    m_session =
        std::make_unique<Session>(store(), reader(), m_network, m_scheduler, m_clock, nullptr);
    m_engine = std::make_unique<SyncEngine>(
        SyncEngine::Parts{store(), m_workspace->writerExecutor(), m_workspace->pageExecutor(),
            *m_session, m_scheduler, m_clock, QRandomGenerator(quint32(m_seed) + ++m_starts),
            m_listening},
        nullptr);
    m_commands = std::make_unique<CommandClient>(
        CommandClient::Parts{*m_session, m_scheduler, m_ids, [this] { m_engine->syncNow(); }});
    connect(m_engine.get(), &SyncEngine::sessionEnded, this,
        [this](const SyncReport& report) { Q_EMIT sessionEnded(report.cursor); });
    connect(&store(), &RecordStore::changed, this, &SimClient::recordsChanged);
    m_engine->start();
}

void SimClient::close()
{
    m_network.forgetAll();
    m_commands.reset();
    m_engine.reset();
    m_session.reset();
    m_workspace.reset();
    m_network.forgetAll();
}

void SimClient::kill()
{
    m_disk.disarm();
    m_disk.setDead(true);
    const DatabaseFiles files = DatabaseFiles::read(m_path);
    close();
    files.write(m_path);
    m_disk.setDead(false);
}

void SimClient::signIn(const QString& password)
{
    m_session->signIn(u"http://server"_s, m_person.name, password, [](const Result<void>&) {});
}

void SimClient::signOut()
{
    m_session->signOut([] {});
}

bool SimClient::wantsPassword() const
{
    return m_engine && m_engine->status().activity == SyncActivity::SignInNeeded;
}

} // namespace homeroom::sim
