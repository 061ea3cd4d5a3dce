// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/deadlinewatch.h"
#include "server/http/socketplatform.h"

#include <chrono>
#include <memory>
#include <mutex>

namespace homeroom {

/// One open socket and the time it may still take. libmicrohttpd counts seconds since the last
/// byte, so that one byte a second would hold a connection for ever; these times count from the
/// beginning of a phase.
class HttpConnection : public std::enable_shared_from_this<HttpConnection> {
public:
    HttpConnection(DeadlineWatch& watch, MHD_socket socket, QString peer);

    const QString& peer() const { return m_peer; }
    /// Replaces the deadline: the socket is shut down when `time` has passed.
    void allow(std::chrono::milliseconds time);
    /// Takes the deadline away, while the time is the server's own.
    void allowAnyTime();
    /// The socket is about to be closed; its number may soon belong to another.
    void close();

private:
    void expire();

    DeadlineWatch& m_watch;
    const QString m_peer;
    const MHD_socket m_socket;
    std::mutex m_mutex;
    DeadlineWatch::Ticket m_deadline;
    bool m_open = true;
};

} // namespace homeroom
