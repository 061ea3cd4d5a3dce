// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/rules/cohortdays.h"
#include "server/rules/purge.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace homeroom {

/// Keeps the numbers of cohort days, at once and then every quarter of an hour, and runs the purge,
/// at once and then once a day; on a thread of its own, until it is destroyed.
class Housekeeping {
public:
    /// `wake` is told whom the written numbers concern, on that thread.
    Housekeeping(const RuleParts& parts, std::function<void(const Touched&)> wake);
    ~Housekeeping();

private:
    void run();
    void keepNumbers();
    void purge();
    bool goesOn();

    const Clock& m_clock;
    CohortDays m_cohortDays;
    Purge m_purge;
    std::function<void(const Touched&)> m_wake;
    std::optional<Milliseconds> m_purgedAt{};
    std::mutex m_mutex{};
    std::condition_variable m_ended{};
    bool m_ending = false;
    std::thread m_thread;
};

} // namespace homeroom
