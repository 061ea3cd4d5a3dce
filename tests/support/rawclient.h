// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QTcpSocket>

namespace homeroom::test {

struct RawResponse {
    int status = 0;
    QHash<QByteArray, QByteArray> headers{}; ///< lower-case names
    QByteArray body{};
};

/// A client that sends exactly the bytes it is given, wrong ones too.
class RawClient {
public:
    explicit RawClient(quint16 port);

    void send(const QByteArray& bytes);
    void get(const QByteArray& target, const QByteArray& headers = {});
    void post(const QByteArray& target, const QByteArray& body);

    /// The complete responses that have arrived so far.
    QList<RawResponse> responses() const;
    /// The only response, or one with status 0.
    RawResponse response() const;
    bool isClosed() const { return m_socket.state() == QAbstractSocket::UnconnectedState; }
    QTcpSocket& socket() { return m_socket; }

    /// Takes nothing more from the server, so that its answers get stuck.
    void stopReading();
    /// Leaves in the way of a closed laptop: no farewell beyond a reset.
    void vanish() { m_socket.abort(); }

private:
    bool m_isReading = true;
    QByteArray m_received; // outlives the socket, which may report until it dies
    QTcpSocket m_socket;
};

/// Takes one complete response from the front of `bytes`; status 0 when there is none yet.
RawResponse takeResponse(QByteArray& bytes);

} // namespace homeroom::test
