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
    const auto place = m_jobs.emplace(ticket, std::move(job)).first;
    if (place == m_jobs.begin())
        m_changed.notify_one();
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
        if (m_jobs.empty()) {
            m_changed.wait(lock);
            continue;
        }
        const auto due = m_jobs.begin()->first.due;
        if (steady_clock::now() < due) {
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
