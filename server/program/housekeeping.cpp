// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/program/housekeeping.h"

#include <chrono>

namespace homeroom {

using namespace std::chrono_literals;

Housekeeping::Housekeeping(const RuleParts& parts, std::function<void(const Touched&)> wake)
    : m_clock(parts.clock), m_cohortDays(parts), m_purge(parts), m_wake(std::move(wake)),
      m_thread([this] { run(); })
{
}

Housekeeping::~Housekeeping()
{
    {
        const std::lock_guard locked(m_mutex);
        m_ending = true;
    }
    m_ended.notify_all();
    m_thread.join();
}

bool Housekeeping::goesOn()
{
    const std::lock_guard locked(m_mutex);
    return !m_ending;
}

void Housekeeping::keepNumbers()
{
    const Result<CohortDaysReport> done = m_cohortDays.run([this] { return goesOn(); });
    if (!done.ok())
        qWarning("the numbers of cohort days failed: %s", qPrintable(done.error().detail));
    else if (done->rows > 0)
        m_wake(done->touched);
}

void Housekeeping::purge()
{
    const Milliseconds now = m_clock.now();
    if (m_purgedAt && now < *m_purgedAt + dayMs)
        return;
    m_purgedAt = now;
    if (const Result<PurgeReport> done = m_purge.run(); !done.ok())
        qWarning("the purge failed: %s", qPrintable(done.error().detail));
}

void Housekeeping::run()
{
    std::unique_lock locked(m_mutex);
    while (!m_ending) {
        locked.unlock();
        purge();
        keepNumbers();
        locked.lock();
        m_ended.wait_for(locked, 15min, [this] { return m_ending; });
    }
}

} // namespace homeroom
