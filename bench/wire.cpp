// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/wire.h"

#include "bench/benchclient.h"
#include "bench/report.h"

#include <QHostAddress>

namespace homeroom::bench {

using namespace Qt::StringLiterals;

Wire::Wire(quint16 port, QObject* parent) : QObject(parent), m_port(port)
{
    m_socket.setParent(this);
    connect(&m_socket, &QTcpSocket::readyRead, this, &Wire::take);
    connect(&m_socket, &QTcpSocket::disconnected, this, &Wire::broke);
    connect(&m_socket, &QTcpSocket::errorOccurred, this, &Wire::broke);
}

void Wire::comeFrom(const QString& address)
{
    m_socket.bind(QHostAddress(address));
}

void Wire::get(const QByteArray& target, Done done)
{
    send("GET " + target + " HTTP/1.1\r\n", {}, std::move(done));
}

void Wire::post(
    const QByteArray& target, const QByteArray& body, Done done, const QByteArray& moreHeaders)
{
    send("POST " + target + " HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: "
            + QByteArray::number(body.size()) + "\r\n" + moreHeaders,
        body, std::move(done));
}

void Wire::send(const QByteArray& head, const QByteArray& body, Done done)
{
    m_done = std::move(done);
    if (m_socket.state() == QAbstractSocket::UnconnectedState
        || m_socket.state() == QAbstractSocket::BoundState) {
        m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
        m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    }
    m_socket.write(head + "Host: bench\r\nAuthorization: Bearer " + m_token + "\r\n\r\n" + body);
}

void Wire::take()
{
    m_received += m_socket.readAll();
    const test::RawResponse response = test::takeResponse(m_received);
    if (response.status == 0)
        return;
    if (const Done done = std::exchange(m_done, {}))
        done(response);
}

void Wire::broke()
{
    if (const Done done = std::exchange(m_done, {}))
        done({});
}

QByteArray Wire::ask(
    const QByteArray& target, const QByteArray& body, const QByteArray& moreHeaders)
{
    std::optional<test::RawResponse> answer;
    post(
        target, body, [&](const test::RawResponse& response) { answer = response; }, moreHeaders);
    waitUntil(QString::fromLatin1(target), [&] { return answer.has_value(); });
    demand(answer->status == 200,
        u"%1 is answered with %2: %3"_s.arg(QString::fromLatin1(target))
            .arg(answer->status)
            .arg(QString::fromUtf8(answer->body.left(200))));
    return answer->body;
}

} // namespace homeroom::bench
