// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/simtime.h"

namespace homeroom::sim {

quint64 SimTime::after(int owner, Milliseconds delay, std::function<void()> job)
{
    const quint64 number = ++m_last;
    const Milliseconds due = m_now + std::max<Milliseconds>(delay, 0);
    m_jobs.emplace(std::pair{due, number}, Job{owner, std::move(job)});
    m_due.emplace(number, due);
    return number;
}

void SimTime::cancel(quint64 number)
{
    const auto due = m_due.find(number);
    if (due == m_due.end())
        return;
    m_jobs.erase({due->second, number});
    m_due.erase(due);
}

void SimTime::dropJobs(int first, int last)
{
    for (auto job = m_jobs.begin(); job != m_jobs.end();) {
        if (job->second.owner < first || job->second.owner > last) {
            ++job;
            continue;
        }
        m_due.erase(job->first.second);
        job = m_jobs.erase(job);
    }
}

void SimTime::run(Milliseconds time, const Around& around, const std::function<bool()>& stop)
{
    const Milliseconds end = m_now + time;
    while (!m_jobs.empty() && m_jobs.begin()->first.first <= end && !stop()) {
        auto node = m_jobs.extract(m_jobs.begin());
        m_due.erase(node.key().second);
        moveTo(std::max(m_now, node.key().first));
        around(node.mapped().run);
    }
    moveTo(std::max(m_now, end));
}

void SimTime::moveTo(Milliseconds moment)
{
    for (ManualClock* clock : m_clocks)
        clock->advance(moment - m_now);
    m_now = moment;
}

} // namespace homeroom::sim
