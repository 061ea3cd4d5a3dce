// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/benchclient.h"

#include "bench/report.h"
#include "models/database/recordtable.h"
#include "models/store/syncstate.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTimer>

namespace homeroom::bench {

using namespace Qt::StringLiterals;

void waitUntil(const QString& what, const std::function<bool()>& condition, Milliseconds limit)
{
    QElapsedTimer waited;
    waited.start();
    QTimer wake; // so that the limit is seen when nothing happens at all
    wake.start(50);
    while (!condition()) {
        demand(waited.elapsed() < limit, u"in vain waited for "_s + what);
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
}

BenchClient::BenchClient(const QString& url) : m_folder(m_own.path()), m_key(DatabaseKey::random())
{
    open(url);
}

BenchClient::BenchClient(const QString& url, const QString& folder, const DatabaseKey& key)
    : m_folder(folder), m_key(key)
{
    open(url);
}

BenchClient::~BenchClient() = default;

void BenchClient::open(const QString& url)
{
    Result<std::unique_ptr<Workspace>> opened =
        Workspace::open(options(), m_clock, Threading::OwnThreads);
    demand(opened.ok(), u"cannot open a profile"_s);
    m_workspace = std::move(*opened);
    const RecordId device = m_ids.next();
    const Result<ChangeSet> named = store()
                                        .write([device](Database& database) -> Result<ChangeSet> {
                                            SyncState state(database);
                                            if (state.device().isNull())
                                                state.setDevice(device);
                                            return ChangeSet{};
                                        })
                                        .result();
    demand(named.ok(), u"cannot set the device"_s);
    m_transport.setServer(QUrl(url));
    m_session = std::make_unique<Session>(store(), reader(), m_transport, m_scheduler, m_clock);
    m_engine = std::make_unique<SyncEngine>(
        SyncEngine::Parts{store(), m_workspace->writerExecutor(), m_workspace->pageExecutor(),
            *m_session, m_scheduler, m_clock, QRandomGenerator::securelySeeded()});
    QObject::connect(
        m_engine.get(), &SyncEngine::sessionEnded, m_engine.get(), [this] { ++m_sessions; });
    QObject::connect(
        m_engine.get(), &SyncEngine::sessionFailed, m_engine.get(), [this](const Error& error) {
            ++m_failures;
            m_problem = error.detail;
        });
}

void BenchClient::signIn(const QString& user, const QString& password)
{
    std::optional<Result<void>> answer;
    m_session->signIn(
        u"a server"_s, user, password, [&](const Result<void>& result) { answer = result; });
    waitUntil(u"a sign-in"_s, [&] { return answer.has_value(); });
    demand(answer->ok(), u"cannot sign in"_s);
}

double BenchClient::firstSession()
{
    QElapsedTimer timer;
    timer.start();
    double ended = 0;
    const auto connection = QObject::connect(m_engine.get(), &SyncEngine::sessionEnded,
        m_engine.get(), [&] { ended = double(timer.nsecsElapsed()) / 1e6; });
    m_engine->start();
    waitUntil(u"the end of a session"_s, [&] { return ended > 0 || m_failures > 0; });
    QObject::disconnect(connection);
    demand(m_failures == 0, u"a session failed: "_s + m_problem);
    return ended;
}

void BenchClient::settle()
{
    waitUntil(u"an empty outbox"_s, [this] {
        const SyncStatus& status = m_engine->status();
        return m_failures > 0
            || (status.activity == SyncActivity::Idle && status.counts.waiting == 0);
    });
    demand(m_failures == 0, u"a session failed: "_s + m_problem);
}

Result<EditReceipt> BenchClient::apply(std::vector<Mutation> mutations)
{
    Edit edit;
    edit.mutations = std::move(mutations);
    return store().apply(std::move(edit)).result();
}

qint64 BenchClient::countRows(RecordKind kind)
{
    Statement count = reader().statement("SELECT count(*) FROM "
        + RecordTable::tableName(recordType(kind)) + " WHERE deleted = 0 AND seq > 0");
    return count.step() ? count.integer(0) : 0;
}

qint64 BenchClient::countAllRows()
{
    qint64 rows = 0;
    for (const RecordKind kind : allRecordKinds())
        rows += countRows(kind);
    return rows;
}

} // namespace homeroom::bench
