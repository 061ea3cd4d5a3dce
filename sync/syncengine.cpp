// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/syncengine.h"

#include "models/database/migrations.h"
#include "sync/protocol/columnmarks.h"

#include <QSemaphore>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

/// Pages after the first sync begin at this size and then follow the time they take.
constexpr qint64 usualRows = 500;
constexpr Milliseconds recountDelay = 50;

bool isOneGroup(const std::vector<Mutation>& mutations)
{
    return mutations.front().group == mutations.back().group
        && (mutations.size() == 1 || mutations.front().group != 0);
}

} // namespace

SyncEngine::SyncEngine(const Parts& parts, QObject* parent)
    : QObject(parent), m_parts(parts), m_client(parts.session),
      m_pages({m_client, parts.reading, parts.clock,
          [this](const PullWork& work) { return pullRequest(work); }}),
      m_ids(parts.clock, QRandomGenerator(m_parts.random.generate()))
{
    qRegisterMetaType<SyncStatus>();
    qRegisterMetaType<SyncReport>();
    connect(&m_parts.store, &RecordStore::changed, this, [this](const ChangeSet& changes) {
        if (changes.origin != Origin::Local || m_status.activity == SyncActivity::Stopped)
            return;
        planRecount();
        // While the server is out of reach an edit changes nothing about when to try again.
        if (m_status.activity != SyncActivity::Offline)
            wake(0);
    });
    connect(&m_parts.session, &Session::signedIn, this, [this] {
        if (m_status.activity != SyncActivity::Stopped)
            syncNow();
    });
}

SyncEngine::~SyncEngine()
{
    stop();
    // Jobs already posted report to this object: they must be through before it goes.
    QSemaphore drained;
    m_parts.writer.post([&drained] { drained.release(); });
    drained.acquire();
}

void SyncEngine::start()
{
    if (m_status.activity != SyncActivity::Stopped)
        return;
    setActivity(SyncActivity::Offline);
    recount();
    wake(0);
}

void SyncEngine::stop()
{
    if (m_status.activity == SyncActivity::Stopped)
        return;
    ++m_epoch;
    m_parts.scheduler.cancel(std::exchange(m_timer, 0));
    m_parts.scheduler.cancel(std::exchange(m_recount, 0));
    m_parts.session.cancelAll();
    m_running = false;
    m_pages.drop();
    m_again = false;
    m_listening = false;
    setActivity(SyncActivity::Stopped);
}

void SyncEngine::syncNow()
{
    m_attempt = 0;
    wake(0);
}

void SyncEngine::wake(Milliseconds delay)
{
    if (m_running) {
        m_again = true;
        return;
    }
    m_parts.scheduler.cancel(m_timer);
    m_timer = m_parts.scheduler.after(delay, [this] {
        m_timer = 0;
        begin();
    });
}

void SyncEngine::begin()
{
    if (m_status.activity == SyncActivity::Stopped)
        return;
    if (!m_parts.session.isSignedIn()) {
        needSignIn();
        return;
    }
    m_running = true;
    m_pages.drop();
    m_again = false;
    m_resynced = false;
    m_renewed = false;
    m_queuedAgain = false;
    m_report = {};
    m_heard.clear();
    m_status.rowsDone = 0;
    m_status.rowsExpected = 0;
    setActivity(SyncActivity::Syncing);
    pushNext();
}

void SyncEngine::pushNext()
{
    onWriter<PushWork>([limit = m_pushLimit, server = m_server](Database& database,
                           ChangeSet&) { return beginPush(database, limit, server); },
        [this](const Result<PushWork>& work) {
            if (!work.ok()) {
                fail(SyncStep::Push, work.error(), 0, 0);
                return;
            }
            m_status.counts = work->counts;
            if (work->batch.mutations.empty())
                pullNext();
            else
                sendPush(*work);
        });
}

void SyncEngine::sendPush(const PushWork& work)
{
    PushRequest request;
    request.device = work.device;
    // What this device takes for the server's time: the server sees how far it is off.
    request.sentAt = m_parts.clock.now() + m_parts.session.clockOffset();
    request.chain = work.batch.chain;
    request.seen = work.seen;
    request.mutations = work.batch.mutations;
    request.drains = work.drains;
    if (work.page)
        request.page = PageWish{work.page->cursor, std::min(m_rows, usualRows), columns()};
    m_lastSent = request.mutations.size();
    m_oneGroupSent = isOneGroup(request.mutations);
    m_client.push(request,
        [this, wish = work.page](const Reply<PushResponse>& reply) { pushAnswered(wish, reply); });
}

void SyncEngine::pushAnswered(const std::optional<PullWork>& wish, const Reply<PushResponse>& reply)
{
    if (!reply.result.ok()) {
        fail(SyncStep::Push, reply.result.error(), reply.status, reply.retryAfter);
        return;
    }
    if (reply.result->outcomes.empty()) {
        fail(SyncStep::Push, {ErrorCode::Malformed, u"a push without outcomes"_s}, 0, 0);
        return;
    }
    m_report.pushed += qint64(reply.result->outcomes.size());
    m_pushLimit = std::min(maximumPushMutations, m_pushLimit * 2);
    onWriter<OutboxCounts>(
        [response = *reply.result](Database& database, ChangeSet& changes) {
            return settlePush(database, response, changes);
        },
        [this, wish, page = reply.result->page](const Result<OutboxCounts>& counts) {
            if (!counts.ok()) {
                fail(SyncStep::Push, counts.error(), 0, 0);
                return;
            }
            m_status.counts = *counts;
            announce();
            pushSettled(wish, page);
        });
}

// What was typed meanwhile is sent first, and brings a newer page along.
void SyncEngine::pushSettled(const std::optional<PullWork>& wish, const QByteArray& page)
{
    if (wish && !page.isEmpty() && m_status.counts.waiting == 0)
        m_pages.read(*wish, page, [this](const ArrivedPage& arrived) { absorb(arrived); });
    else
        pushNext();
}

void SyncEngine::pullNext()
{
    onWriter<PullWork>([](Database& database, ChangeSet&) { return beginPull(database); },
        [this](const Result<PullWork>& work) {
            if (work.ok())
                takePage(*work);
            else
                fail(SyncStep::Pull, work.error(), 0, 0);
        });
}

void SyncEngine::takePage(const PullWork& work)
{
    m_status.firstSync = work.first;
    m_pages.take(work, [this](const ArrivedPage& arrived) { absorb(arrived); });
}

PullRequest SyncEngine::pullRequest(const PullWork& work) const
{
    const qint64 rows = work.first ? m_rows : std::min(m_rows, usualRows * 10);
    return {work.device, work.cursor, rows, protocolSchema, work.seen, columns()};
}

QString SyncEngine::columns() const
{
    return m_server == ServerAge::Older ? QString() : columnsSign();
}

void SyncEngine::absorb(const ArrivedPage& arrived)
{
    if (!arrived.page.ok()) {
        fail(SyncStep::Pull, arrived.page.error(), arrived.status, arrived.retryAfter);
        return;
    }
    const Milliseconds now = m_parts.clock.now() + m_parts.session.clockOffset();
    onWriter<PulledPage>(
        [arrived, now, &clock = m_parts.clock](Database& database, ChangeSet& changes) {
            return absorbPage(database, arrived, clock, now, changes);
        },
        [this](const Result<PulledPage>& page) { pageAbsorbed(page); });
}

void SyncEngine::pageAbsorbed(const Result<PulledPage>& page)
{
    if (!page.ok()) {
        fail(SyncStep::Pull, page.error(), 0, 0);
        return;
    }
    m_report.pulled += page->rows;
    m_report.cursor = page->cursor;
    m_status.counts = page->counts;
    m_status.rowsDone += page->rows;
    m_status.rowsExpected = m_status.rowsDone + page->remaining;
    if (!m_status.firstSync && page->rows > 0)
        m_rows = syncplan::nextRows(m_rows, page->took);
    // It shows with the first page of a restored server; what follows may be many pages.
    m_queuedAgain = m_queuedAgain || page->queuedAgain;
    Q_EMIT pageApplied(*page);
    if (!page->last) {
        announce();
        if (m_pages.isComing(page->cursor)) // then its cursor alone is enough to name it
            takePage({.cursor = page->cursor, .first = m_status.firstSync});
        else
            pullNext();
        return;
    }
    if (std::exchange(m_queuedAgain, false))
        pushNext();
    else
        end(*page);
}

void SyncEngine::end(const PulledPage& page)
{
    m_running = false;
    m_attempt = 0;
    m_rows = std::min(m_rows, usualRows * 10);
    m_status.firstSync = false;
    m_status.syncedAt = m_parts.clock.now() + m_parts.session.clockOffset();
    m_status.problem.reset();
    if (page.erasurePending)
        cutWal();
    const bool news = !m_heard.isEmpty() && m_heard != page.mark;
    m_again = m_again || news;
    m_pulled = page.mark;
    if (!page.mark.isEmpty() && !news)
        m_mark = page.mark;
    setActivity(SyncActivity::Idle);
    Q_EMIT sessionEnded(m_report);
    if (m_status.activity == SyncActivity::Stopped)
        return;
    if (m_again)
        wake(0);
    listen();
}

// Erased rows still stand in the WAL. Where a reader holds it now, the next session tries again.
void SyncEngine::cutWal()
{
    const quint64 epoch = m_epoch;
    m_parts.store.checkpoint().then(this, [this, epoch](const Result<bool>& cut) {
        if (epoch != m_epoch || !cut.ok() || !*cut)
            return;
        m_parts.store.write([](Database& database) -> Result<ChangeSet> {
            // A copy made before an update holds what was erased since.
            if (removeCopies(database))
                SyncState(database).setErasurePending(false);
            return ChangeSet{};
        });
    });
}

void SyncEngine::planRecount()
{
    // An import reports many commits in a row; counting after each would cost more than the import.
    if (m_recount != 0)
        return;
    m_recount = m_parts.scheduler.after(recountDelay, [this] {
        m_recount = 0;
        recount();
    });
}

void SyncEngine::recount()
{
    struct Counted {
        OutboxCounts counts;
        Milliseconds syncedAt;
    };
    onWriter<Counted>(
        [](Database& database, ChangeSet&) {
            return Counted{Outbox(database).counts(), SyncState(database).syncedAt()};
        },
        [this](const Result<Counted>& counted) {
            if (!counted.ok())
                return;
            m_status.counts = counted->counts;
            m_status.syncedAt = counted->syncedAt;
            announce();
        });
}

void SyncEngine::setActivity(SyncActivity activity)
{
    m_status.activity = activity;
    announce();
}

void SyncEngine::announce()
{
    Q_EMIT statusChanged(m_status);
}

} // namespace homeroom
