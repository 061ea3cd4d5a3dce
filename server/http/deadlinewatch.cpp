// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/deadlinewatch.h"

namespace homeroom {

using std::chrono::steady_clock;

DeadlineWatch::DeadlineWatch() : m_thread([this] { run(); }) { }

DeadlineWatch::~DeadlineWatch()
{
    stop();
}

DeadlineWatch::Ticket DeadlineWatch::schedule(
    std::chrono::milliseconds after, std::function<void()> job)
{
    const std::lock_guard lock(m_mutex);
    const Ticket ticket{steady_clock::now() + after, ++m_lastNumber};
    m_jobs.emplace(ticket, std::move(job));
    if (ticket.due < m_nextLook) {
        m_nextLook = ticket.due;
        m_changed.notify_one();
    }
    return ticket;
}

void DeadlineWatch::cancel(const Ticket& ticket)
{
    // The job goes out of scope after the lock: what it holds may schedule or cancel when it dies.
    std::function<void()> job;
    const std::lock_guard lock(m_mutex);
    const auto place = m_jobs.find(ticket);
    if (place == m_jobs.end())
        return;
    job = std::move(place->second);
    m_jobs.erase(place);
}

void DeadlineWatch::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        m_changed.notify_one();
    }
    if (m_thread.joinable())
        m_thread.join();
    std::map<Ticket, std::function<void()>> dropped;
    const std::lock_guard lock(m_mutex);
    dropped.swap(m_jobs);
}

void DeadlineWatch::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        m_nextLook = m_jobs.empty() ? steady_clock::time_point::max() : m_jobs.begin()->first.due;
        if (m_jobs.empty()) {
            m_changed.wait(lock);
            continue;
        }
        if (steady_clock::now() < m_nextLook) {
            // A copy: another thread may move it while this one sleeps.
            const auto due = m_nextLook;
            m_changed.wait_until(lock, due);
            continue;
        }
        std::function<void()> job = std::move(m_jobs.begin()->second);
        m_jobs.erase(m_jobs.begin());
        lock.unlock();
        job();
        job = nullptr;
        lock.lock();
    }
}

} // namespace homeroom
