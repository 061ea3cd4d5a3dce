// SPDX-License-Identifier: GPL-3.0-or-later
// How the engine hangs on the server between sessions.
#include "sync/syncengine.h"

namespace homeroom {

namespace {

/// A wait that ends sooner without news is not answered by another one at once.
constexpr Milliseconds shortestWait = 5 * secondMs;

} // namespace

void SyncEngine::listen()
{
    if (m_parts.listening == Listening::Off || m_listening)
        return;
    m_listening = true;
    const Milliseconds since = m_parts.clock.now();
    m_client.wait(m_mark, [this, since, asked = m_mark](const Reply<WaitResponse>& reply) {
        heard(reply, asked, since);
    });
}

void SyncEngine::heard(const Reply<WaitResponse>& reply, const QString& asked, Milliseconds since)
{
    m_listening = false;
    // A running session finds out by itself, and listens again when it ends. So does the one that a
    // failed one waits for: neither news nor another failure moves what the server has asked for.
    const bool isAwaited = m_running || m_status.activity == SyncActivity::Offline;
    if (!reply.result.ok()) {
        if (!isAwaited)
            fail(SyncStep::Wait, reply.result.error(), reply.status, reply.retryAfter);
        return;
    }
    if (m_status.activity == SyncActivity::Offline)
        return;
    if (const QString mark = reply.result->mark; mark != asked) {
        m_mark = mark;
        // What a session has brought since the wait was sent is no news.
        if (m_running)
            m_heard = mark;
        else if (mark != m_pulled)
            wake(0);
        listen();
        return;
    }
    const Milliseconds held = m_parts.clock.now() - since;
    if (held >= shortestWait) {
        listen();
        return;
    }
    const quint64 epoch = m_epoch;
    m_parts.scheduler.after(shortestWait, [this, epoch] {
        if (epoch == m_epoch && m_status.activity == SyncActivity::Idle)
            listen();
    });
}

} // namespace homeroom
