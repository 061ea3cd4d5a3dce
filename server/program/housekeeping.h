// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/rules/purge.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace homeroom {

/// Runs the purge on a thread of its own, at once and then once a day, until it is destroyed.
class Housekeeping {
public:
    explicit Housekeeping(const RuleParts& parts);
    ~Housekeeping();

private:
    void run();

    Purge m_purge;
    std::mutex m_mutex{};
    std::condition_variable m_ended{};
    bool m_ending = false;
    std::thread m_thread;
};

} // namespace homeroom
