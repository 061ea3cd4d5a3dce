// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/scheduler.h"

#include <map>

namespace homeroom::test {

/// Time that passes only when a test lets it: jobs run in the order they fall due, and the clocks
/// stand at that moment.
class VirtualTime final : public Scheduler {
public:
    /// A clock that goes with this time; it keeps its own offset.
    void drive(ManualClock& clock) { m_clocks.push_back(&clock); }

    quint64 after(Milliseconds delay, std::function<void()> job) override
    {
        const quint64 number = ++m_last;
        m_jobs.emplace(std::pair{m_now + std::max<Milliseconds>(delay, 0), number}, std::move(job));
        return number;
    }
    void cancel(quint64 number) override
    {
        std::erase_if(m_jobs, [&](const auto& job) { return job.first.second == number; });
    }

    Milliseconds now() const { return m_now; }

    void run(Milliseconds time)
    {
        const Milliseconds end = m_now + time;
        while (!m_jobs.empty() && m_jobs.begin()->first.first <= end) {
            auto node = m_jobs.extract(m_jobs.begin());
            moveTo(node.key().first);
            node.mapped()();
        }
        moveTo(end);
    }

private:
    void moveTo(Milliseconds moment)
    {
        for (ManualClock* clock : m_clocks)
            clock->advance(moment - m_now);
        m_now = moment;
    }

    std::map<std::pair<Milliseconds, quint64>, std::function<void()>> m_jobs{};
    std::vector<ManualClock*> m_clocks{};
    Milliseconds m_now = 0;
    quint64 m_last = 0;
};

} // namespace homeroom::test
