// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine does when a step fails.
#include "sync/syncengine.h"

#include "models/store/pageabsorber.h"

namespace homeroom {

using namespace Qt::StringLiterals;

void SyncEngine::fail(SyncStep step, const Error& error, int status, Milliseconds retryAfter)
{
    m_running = false;
    m_pages.drop();
    m_status.firstSync = false;
    if (syncplan::isTooMuch(error, status))
        askForLess(step);
    switch (syncplan::remedyFor(step, error, status)) {
    case Remedy::RetryLater:
        retryLater(error, retryAfter);
        return;
    case Remedy::SignIn:
        needSignIn();
        Q_EMIT sessionFailed(error);
        return;
    case Remedy::GiveUp:
        giveUp(error);
        return;
    case Remedy::Resync:
        if (m_resynced)
            retryLater(error, retryAfter);
        else
            resync();
        return;
    case Remedy::NewDevice:
        if (m_renewed)
            retryLater(error, retryAfter);
        else
            takeNewDevice(error.code);
        return;
    case Remedy::SendLess:
        sendLess(error);
        return;
    case Remedy::SpeakOlder:
        speakOlder(error, retryAfter);
        return;
    }
}

void SyncEngine::retryLater(const Error& error, Milliseconds retryAfter)
{
    const double chance = m_parts.random.generateDouble();
    const Milliseconds delay = syncplan::retryDelay(m_attempt++, chance, retryAfter);
    m_status.problem = error;
    setActivity(SyncActivity::Offline);
    wake(delay);
    Q_EMIT sessionFailed(error);
}

void SyncEngine::needSignIn()
{
    m_status.problem = Error{ErrorCode::Unauthorized, u"not signed in"_s};
    setActivity(SyncActivity::SignInNeeded);
}

// What the server would take from this computer with the next page goes now: there will be none.
void SyncEngine::giveUp(const Error& error)
{
    onWriter<bool>(
        [](Database& database, ChangeSet& changes) {
            changes = PageAbsorber(database).leaveAll();
            return SyncState(database).erasurePending();
        },
        [this, error](const Result<bool>& left) {
            m_status.problem = error;
            if (left.ok() && *left)
                cutWal();
            setActivity(SyncActivity::SignInNeeded);
            Q_EMIT sessionFailed(error);
        });
}

void SyncEngine::resync()
{
    m_running = true;
    m_resynced = true;
    onWriter<bool>(
        [](Database& database, ChangeSet&) {
            SyncState(database).beginResync();
            return true;
        },
        [this](const Result<bool>& begun) {
            if (begun.ok())
                pullNext();
            else
                fail(SyncStep::Wait, begun.error(), 0, 0);
        });
}

void SyncEngine::takeNewDevice(ErrorCode reason)
{
    m_running = true;
    m_renewed = true;
    const RecordId device = m_ids.next();
    onWriter<bool>(
        [device, reason](Database& database, ChangeSet&) {
            Outbox outbox(database);
            outbox.restart(device);
            // Numbers that the server gave answers to are unknown to it: it was restored.
            if (reason == ErrorCode::Gap)
                outbox.queueAcknowledgedAgain();
            return true;
        },
        [this, device](const Result<bool>& taken) {
            if (!taken.ok()) {
                fail(SyncStep::Wait, taken.error(), 0, 0);
                return;
            }
            m_parts.session.useDevice(device);
            pushNext();
        });
}

// What was sent keeps its numbers: the server may have taken it, and only the answer was too late.
void SyncEngine::askForLess(SyncStep step)
{
    if (step == SyncStep::Push)
        m_pushLimit = std::max<qsizetype>(1, qsizetype(m_lastSent) / 2);
    else if (step == SyncStep::Pull)
        m_rows = syncplan::fewerRows(m_rows);
}

void SyncEngine::speakOlder(const Error& error, Milliseconds retryAfter)
{
    if (std::exchange(m_server, ServerAge::Older) == ServerAge::Older) {
        retryLater(error, retryAfter);
        return;
    }
    m_running = true;
    pushNext();
}

void SyncEngine::sendLess(const Error& error)
{
    m_running = true;
    m_pushLimit = std::max<qsizetype>(1, qsizetype(m_lastSent) / 2);
    onWriter<OutboxCounts>(
        [error, oneGroup = m_oneGroupSent](Database& database, ChangeSet& changes) {
            return shrinkPush(database, error, oneGroup, changes);
        },
        [this](const Result<OutboxCounts>& counts) {
            if (!counts.ok()) {
                fail(SyncStep::Wait, counts.error(), 0, 0);
                return;
            }
            m_status.counts = *counts;
            announce();
            pushNext();
        });
}

} // namespace homeroom
