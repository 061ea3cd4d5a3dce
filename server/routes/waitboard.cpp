// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/waitboard.h"

#include "sync/protocol/codec.h"

#include <chrono>

namespace homeroom {

namespace {

using namespace std::chrono_literals;

constexpr auto coalescing = 25ms; // sync.md section 3: 20 to 50 ms
constexpr auto sweepEvery = 60s; // requests that timed out or whose client left

} // namespace

WaitBoard::WaitBoard(const Pull& pull) : m_pull(pull), m_thread([this] { run(); }) { }

WaitBoard::~WaitBoard()
{
    {
        const std::lock_guard locked(m_mutex);
        m_stopping = true;
    }
    m_news.notify_all();
    m_thread.join();
}

void WaitBoard::wait(const Caller& caller, const QString& mark, const Parked& parked)
{
    // Registered before looking: a commit in between then finds this waiter.
    {
        const std::lock_guard locked(m_mutex);
        m_waiters.insert(caller.viewer.user, Waiter{caller, parked});
    }
    const Result<QString> now = m_pull.mark(caller);
    if (!now.ok())
        parked.answer(HttpResponse::failure(now.error()));
    else if (*now != mark)
        parked.answer(HttpResponse::json(encode(WaitResponse{*now})));
}

void WaitBoard::committed(const Touched& touched)
{
    if (touched.isEmpty())
        return;
    {
        const std::lock_guard locked(m_mutex);
        m_pending.scopes.unite(touched.scopes);
        m_pending.viewers.unite(touched.viewers);
    }
    m_news.notify_all();
}

void WaitBoard::run()
{
    std::unique_lock locked(m_mutex);
    while (!m_stopping) {
        m_news.wait_for(locked, sweepEvery, [this] { return m_stopping || !m_pending.isEmpty(); });
        if (!m_pending.isEmpty()) {
            m_news.wait_for(locked, coalescing, [this] { return m_stopping; });
            const Touched touched = std::exchange(m_pending, {});
            locked.unlock();
            wake(touched);
            locked.lock();
        }
        dropAnswered();
    }
}

void WaitBoard::wake(const Touched& touched)
{
    const Result<QSet<RecordId>> viewers = m_pull.affected(touched);
    // A waiter that is not woken asks again within a minute, so a failed look-up loses nothing.
    if (!viewers.ok())
        return;
    for (const RecordId& viewer : *viewers)
        wakeViewer(viewer);
}

void WaitBoard::wakeViewer(const RecordId& viewer)
{
    QList<Waiter> woken;
    {
        const std::lock_guard locked(m_mutex);
        woken = m_waiters.values(viewer);
        m_waiters.remove(viewer);
    }
    if (woken.isEmpty())
        return;
    // One look for all of a person's devices: the mark is the viewer's.
    const Result<QString> mark = m_pull.mark(woken.first().caller);
    const HttpResponse response = mark.ok() ? HttpResponse::json(encode(WaitResponse{*mark}))
                                            : HttpResponse::failure(mark.error());
    for (const Waiter& waiter : woken)
        waiter.parked.answer(response);
}

void WaitBoard::dropAnswered()
{
    m_waiters.removeIf([](const std::pair<const RecordId&, Waiter&>& entry) {
        return entry.second.parked.answered();
    });
}

} // namespace homeroom
