// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/httpserver.h"

#include <atomic>
#include <mutex>
#include <vector>

namespace homeroom::test {

/// Milliseconds to wait for what should come at once; generous, because it is only waited for in
/// full when the test fails.
constexpr int patience = 20'000;

/// A plain-text answer.
HttpResponse words(const QByteArray& text);

/// A server on loopback with a route for each behaviour a client can meet:
/// `GET /say/{word}?mark=` the word, the mark and the peer · `POST /size` the body's size and first
/// three bytes · `POST /echo` the body · `GET /large/{kilobytes}` · `GET /throw` · `GET /wait`
/// parks · `GET /wait/no` answers at once · `GET /wait/throw`.
class TestServer {
public:
    explicit TestServer(const HttpLimits& limits = {}, unsigned threads = 2,
        std::chrono::milliseconds parkTime = longestPark);
    explicit TestServer(HttpOptions options, std::chrono::milliseconds parkTime = longestPark);

    /// 0 when the server did not start.
    quint16 port() const { return m_port.ok() ? *m_port : quint16(0); }
    void stop() { m_server.stop(); }
    /// How often `say` and `size` were called.
    int calls() const { return m_calls; }
    qsizetype parkedCount();
    std::vector<Parked> takeParked();

private:
    void addImmediateRoutes();
    void addWaitingRoutes(std::chrono::milliseconds parkTime);

    std::atomic<int> m_calls = 0;
    std::mutex m_mutex;
    std::vector<Parked> m_parked;
    Router m_router;
    HttpServer m_server;
    Result<quint16> m_port;
};

} // namespace homeroom::test
