// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/rawclient.h"

#include <functional>

namespace homeroom::bench {

/// One kept-alive connection to a server on loopback, one request at a time. Cheaper than a whole
/// client, so that thousands cost the server more than the benchmark.
class Wire : public QObject {
    Q_OBJECT

public:
    /// Answers with status 0 where the connection broke.
    using Done = std::function<void(const test::RawResponse&)>;

    explicit Wire(quint16 port, QObject* parent = nullptr);

    /// The address of this machine to come from: the server takes so many connections of each.
    void comeFrom(const QString& address);
    void setToken(const QByteArray& token) { m_token = token; }
    void get(const QByteArray& target, Done done);
    void post(const QByteArray& target, const QByteArray& body, Done done,
        const QByteArray& moreHeaders = {});
    /// post and wait; a Failure unless the answer is 200.
    QByteArray ask(
        const QByteArray& target, const QByteArray& body, const QByteArray& moreHeaders = {});

private:
    void send(const QByteArray& head, const QByteArray& body, Done done);
    void take();
    void broke();

    const quint16 m_port;
    QByteArray m_token{};
    QByteArray m_received{};
    Done m_done{};
    QTcpSocket m_socket{};
};

} // namespace homeroom::bench
