// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <thread>

namespace homeroom {

/// Runs jobs at their time on one thread of its own. Real time, because sockets live in it. Jobs
/// must be short and must not throw.
class DeadlineWatch {
public:
    /// Names one scheduled job. The default one names none.
    struct Ticket {
        std::chrono::steady_clock::time_point due{};
        quint64 number = 0;
        auto operator<=>(const Ticket&) const = default;
    };

    DeadlineWatch();
    ~DeadlineWatch();
    Q_DISABLE_COPY_MOVE(DeadlineWatch)

    Ticket schedule(std::chrono::milliseconds after, std::function<void()> job);
    /// Without effect on a job that has begun.
    void cancel(const Ticket& ticket);
    /// Drops all jobs and joins the thread; later jobs are never run. Not to be called from a job.
    void stop();

private:
    void run();

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::map<Ticket, std::function<void()>> m_jobs;
    /// When the thread looks again. A cancelled job does not move it, so that the deadlines of each
    /// request, set and taken back, rarely wake the thread.
    std::chrono::steady_clock::time_point m_nextLook = std::chrono::steady_clock::time_point::max();
    quint64 m_lastNumber = 0;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace homeroom
