// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/openanswers.h"

#include <utility>

namespace homeroom {

bool OpenAnswers::begin()
{
    const std::lock_guard lock(m_mutex);
    if (m_stopping)
        return false;
    ++m_open;
    return true;
}

void OpenAnswers::end()
{
    const std::lock_guard lock(m_mutex);
    --m_open;
    m_ended.notify_all();
}

std::optional<quint64> OpenAnswers::add(const Parked& parked)
{
    const std::lock_guard lock(m_mutex);
    if (m_stopping)
        return std::nullopt;
    m_parked.emplace(++m_lastEntry, parked);
    return m_lastEntry;
}

void OpenAnswers::remove(quint64 entry)
{
    const std::lock_guard lock(m_mutex);
    m_parked.erase(entry);
}

void OpenAnswers::stop(const HttpResponse& farewell)
{
    std::map<quint64, Parked> parked;
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        parked = std::exchange(m_parked, {});
    }
    for (const auto& [entry, handle] : parked)
        handle.answer(farewell);
}

bool OpenAnswers::waitUntilNone(std::chrono::milliseconds limit)
{
    std::unique_lock lock(m_mutex);
    return m_ended.wait_for(lock, limit, [this] { return m_open == 0; });
}

} // namespace homeroom
