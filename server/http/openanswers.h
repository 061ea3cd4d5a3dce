// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/parked.h"

#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>

namespace homeroom {

/// The requests that handlers have seen and clients have not been answered, for an orderly stop.
class OpenAnswers {
public:
    /// Counts a request. False once stopping: it must be refused and not be ended.
    bool begin();
    void end();

    /// Nothing once stopping: then nobody would wake it.
    std::optional<quint64> add(const Parked& parked);
    void remove(quint64 entry);

    /// Refuses what is new from now on and answers all that is parked with `farewell`.
    void stop(const HttpResponse& farewell);
    /// Whether nothing is open any more within `limit`.
    bool waitUntilNone(std::chrono::milliseconds limit);

private:
    std::mutex m_mutex;
    std::condition_variable m_ended;
    std::map<quint64, Parked> m_parked;
    quint64 m_lastEntry = 0;
    qint64 m_open = 0;
    bool m_stopping = false;
};

} // namespace homeroom
