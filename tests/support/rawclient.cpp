// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rawclient.h"

#include <QHostAddress>

namespace homeroom::test {

RawClient::RawClient(quint16 port)
{
    const auto take = [this] {
        if (m_isReading && m_socket.isOpen())
            m_received += m_socket.readAll();
    };
    QObject::connect(&m_socket, &QTcpSocket::readyRead, &m_socket, take);
    QObject::connect(&m_socket, &QTcpSocket::disconnected, &m_socket, take);
    m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    m_socket.waitForConnected();
}

void RawClient::send(const QByteArray& bytes)
{
    m_socket.write(bytes);
    m_socket.flush();
}

void RawClient::get(const QByteArray& target, const QByteArray& headers)
{
    send("GET " + target + " HTTP/1.1\r\nHost: test\r\n" + headers + "\r\n");
}

void RawClient::post(const QByteArray& target, const QByteArray& body)
{
    send("POST " + target + " HTTP/1.1\r\nHost: test\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body);
}

void RawClient::stopReading()
{
    m_isReading = false;
    m_socket.setReadBufferSize(1);
}

QList<RawResponse> RawClient::responses() const
{
    QList<RawResponse> all;
    QByteArray rest = m_received;
    for (RawResponse one = takeResponse(rest); one.status != 0; one = takeResponse(rest))
        all.append(one);
    return all;
}

RawResponse RawClient::response() const
{
    const QList<RawResponse> all = responses();
    return all.size() == 1 ? all.first() : RawResponse{};
}

RawResponse takeResponse(QByteArray& bytes)
{
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return {};
    RawResponse response;
    for (const QByteArray& line : bytes.first(end).split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            response.headers.insert(line.first(colon).toLower(), line.sliced(colon + 1).trimmed());
    }
    const qsizetype length = response.headers.value("content-length").toLongLong();
    if (bytes.size() < end + 4 + length)
        return {};
    response.status = bytes.mid(qsizetype(sizeof("HTTP/1.1")), 3).toInt();
    response.body = bytes.sliced(end + 4, length);
    bytes.remove(0, end + 4 + length);
    return response;
}

} // namespace homeroom::test
