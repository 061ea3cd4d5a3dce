// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/program/housekeeping.h"

#include <chrono>

namespace homeroom {

using namespace std::chrono_literals;

Housekeeping::Housekeeping(const RuleParts& parts) : m_purge(parts), m_thread([this] { run(); }) { }

Housekeeping::~Housekeeping()
{
    {
        const std::lock_guard locked(m_mutex);
        m_ending = true;
    }
    m_ended.notify_all();
    m_thread.join();
}

void Housekeeping::run()
{
    std::unique_lock locked(m_mutex);
    while (!m_ending) {
        locked.unlock();
        if (const Result<PurgeReport> done = m_purge.run(); !done.ok())
            qWarning("the purge failed: %s", qPrintable(done.error().detail));
        locked.lock();
        m_ended.wait_for(locked, 24h, [this] { return m_ending; });
    }
}

} // namespace homeroom
