// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/syncwork.h"

#include "models/store/pageabsorber.h"
#include "sync/pagesource.h"
#include "sync/protocol/codec.h"

namespace homeroom {

PushWork beginPush(Database& database, qsizetype limit, ServerAge server)
{
    Outbox outbox(database);
    PushWork work;
    work.batch = outbox.peek(chainAfter, limit);
    work.counts = outbox.counts();
    const PullWork pull = beginPull(database);
    work.device = pull.device;
    work.seen = pull.seen;
    work.drains =
        server == ServerAge::Current && work.counts.waiting == qint64(work.batch.mutations.size());
    // A first page is too large to hang on an edit.
    if (work.drains && !pull.first && !pull.cursor.isEmpty())
        work.page = pull;
    else if (work.seen.isEmpty())
        work.seen = pull.cursor; // as good a sign: it came with the newest page
    return work;
}

OutboxCounts settlePush(Database& database, const PushResponse& response, ChangeSet& changes)
{
    Outbox outbox(database);
    changes = outbox.settle(response.outcomes);
    // The page may still be lost between here and its own transaction.
    const std::optional<PageHead> head = headOfPage(response.page);
    const QString seen = head ? head->cursor : response.seen;
    if (!seen.isEmpty())
        SyncState(database).setSeen(seen);
    return outbox.counts();
}

OutboxCounts shrinkPush(Database& database, const Error& reason, bool oneGroup, ChangeSet& changes)
{
    Outbox outbox(database);
    if (oneGroup)
        changes = outbox.refuseFirstGroup(reason);
    else
        outbox.withdrawSent();
    return outbox.counts();
}

PullWork beginPull(Database& database)
{
    SyncState state(database);
    return {state.device(), state.cursor(), state.seen(), state.base().isZero()};
}

PulledPage absorbPage(Database& database, const ArrivedPage& arrived, const Clock& clock,
    Milliseconds serverNow, ChangeSet& changes)
{
    const Milliseconds start = clock.now();
    PullPage& page = **arrived.page;
    PulledPage pulled{
        .remaining = page.remaining, .last = page.last, .cursor = page.cursor, .mark = page.mark};
    for (const RootUpdate& update : page.roots)
        pulled.rows += qint64(update.rows.size());
    const qint64 waiting = Outbox(database).counts().waiting;
    changes = PageAbsorber(database).absorb(std::move(page), arrived.work.cursor);
    SyncState state(database);
    pulled.counts = Outbox(database).counts();
    pulled.queuedAgain = pulled.counts.waiting > waiting;
    if (pulled.last) {
        state.setSyncedAt(serverNow);
        // Nothing waits, and the server took no edit for later than when it came: neither need we.
        if (pulled.counts.waiting == 0 && state.lastEditAt() > serverNow)
            state.setLastEditAt(serverNow);
    }
    pulled.erasurePending = state.erasurePending();
    pulled.took = arrived.took + clock.now() - start;
    return pulled;
}

} // namespace homeroom
