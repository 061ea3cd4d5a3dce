// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/httpconnection.h"

namespace homeroom {

HttpConnection::HttpConnection(DeadlineWatch& watch, MHD_socket socket, QString peer)
    : m_watch(watch), m_peer(std::move(peer)), m_socket(socket)
{
}

void HttpConnection::allow(std::chrono::milliseconds time)
{
    const std::lock_guard lock(m_mutex);
    m_watch.cancel(m_deadline);
    m_deadline = m_watch.schedule(time, [self = shared_from_this()] { self->expire(); });
}

void HttpConnection::allowAnyTime()
{
    const std::lock_guard lock(m_mutex);
    m_watch.cancel(m_deadline);
    m_deadline = {};
}

void HttpConnection::close()
{
    const std::lock_guard lock(m_mutex);
    m_watch.cancel(m_deadline);
    m_open = false;
}

void HttpConnection::expire()
{
    const std::lock_guard lock(m_mutex);
    // The deadline may have been moved after this job had begun.
    const bool isDue =
        m_deadline != DeadlineWatch::Ticket{} && m_deadline.due <= std::chrono::steady_clock::now();
    if (m_open && isDue)
        shutDownSocket(m_socket);
}

} // namespace homeroom
