// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <memory>

namespace homeroom {

/// What a client may cost before a handler has seen it. Beyond the first two the answer is 431 or
/// 413 and the connection closes; beyond a time the connection closes without an answer.
struct HttpLimits {
    qsizetype headerBytes = 16 * 1024; ///< request line and headers
    qsizetype bodyBytes = 8 * 1024 * 1024;
    /// Of all requests at one time; who sends more than is left is closed without an answer.
    qint64 bodyBytesTogether = qint64{512} * 1024 * 1024;
    std::chrono::milliseconds headerTime{10'000}; ///< connection or request line to last header
    std::chrono::milliseconds bodyTime{120'000}; ///< last header to last byte of the body
    std::chrono::milliseconds answerTime{300'000}; ///< until the client has taken the answer
    std::chrono::milliseconds idleTime{75'000}; ///< from an answer to the next request line
    std::chrono::milliseconds stopTime{5'000}; ///< for open answers when the server stops
    unsigned connections = 8192; ///< over all threads; more wait in the backlog
    unsigned connectionsPerAddress = 1024; ///< more are closed at once
    unsigned backlog = 512;
};

struct HttpOptions {
    QString host = QStringLiteral("127.0.0.1");
    quint16 port = 0; ///< 0 takes a free one
    unsigned threads = 2;
    QByteArray tlsKey{}; ///< PEM; with a certificate the server speaks TLS 1.2 and 1.3 only
    QByteArray tlsCertificate{}; ///< PEM, the chain included
    HttpLimits limits{};
};

/// The sockets: HTTP/1.1 in front of a Router. Handlers run on the server's threads.
class HttpServer {
public:
    /// The router outlives the server and is not changed while it runs.
    HttpServer(const Router& router, HttpOptions options);
    ~HttpServer();
    Q_DISABLE_COPY_MOVE(HttpServer)

    /// Listens and returns the port. Io when the address is not to be had, when it is one that
    /// other computers reach and there is no certificate, or when key and certificate do not load.
    Result<quint16> start();
    /// Answers what is parked with 503, lets open answers finish for up to `stopTime`, closes every
    /// connection and joins every thread. A second call does nothing; a stopped server does not
    /// start again.
    void stop();

private:
    class Daemon;
    std::unique_ptr<Daemon> m_daemon;
};

} // namespace homeroom
