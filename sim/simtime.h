// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/scheduler.h"

#include <limits>
#include <map>

namespace homeroom::sim {

/// Virtual time: jobs run in the order they fall due, and every clock that it drives goes along.
/// Each job belongs to an owner, whose jobs can be dropped together: a killed program has none.
class SimTime {
public:
    using Around = std::function<void(const std::function<void()>&)>;

    /// A clock that goes with this time; it keeps its own offset.
    void drive(ManualClock& clock) { m_clocks.push_back(&clock); }
    void forget(ManualClock& clock) { std::erase(m_clocks, &clock); }
    quint64 after(int owner, Milliseconds delay, std::function<void()> job);
    void cancel(quint64 number);
    void dropJobsOf(int owner) { dropJobs(owner, owner); }
    /// Of this owner and all below.
    void dropJobsUpTo(int owner) { dropJobs(std::numeric_limits<int>::min(), owner); }
    Milliseconds now() const { return m_now; }
    /// Runs what falls due in this time, each job inside `around`, until `stop` says so.
    void run(Milliseconds time, const Around& around, const std::function<bool()>& stop);
    /// Lets time pass without running anything; what fell due runs late.
    void leap(Milliseconds time) { moveTo(m_now + time); }

private:
    struct Job {
        int owner;
        std::function<void()> run;
    };
    void dropJobs(int first, int last);
    void moveTo(Milliseconds moment);

    std::map<std::pair<Milliseconds, quint64>, Job> m_jobs{};
    std::map<quint64, Milliseconds> m_due{};
    std::vector<ManualClock*> m_clocks{};
    Milliseconds m_now = 0;
    quint64 m_last = 0;
};

/// Virtual time as one program sees it.
class NodeScheduler final : public Scheduler {
public:
    NodeScheduler(SimTime& time, int owner) : m_time(time), m_owner(owner) { }
    quint64 after(Milliseconds delay, std::function<void()> job) override
    {
        return m_time.after(m_owner, delay, std::move(job));
    }
    void cancel(quint64 number) override { m_time.cancel(number); }

private:
    SimTime& m_time;
    int m_owner;
};

} // namespace homeroom::sim
