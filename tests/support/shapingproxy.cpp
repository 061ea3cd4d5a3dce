// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/shapingproxy.h"

#include <QDateTime>
#include <QHostAddress>

#include <algorithm>
#include <array>

namespace homeroom::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int tick = 5; // milliseconds

qint64 now()
{
    return QDateTime::currentMSecsSinceEpoch();
}

/// The bytes of a whole request; -1 while its headers have not come.
qint64 lengthOf(const QByteArray& request)
{
    const qsizetype end = request.indexOf("\r\n\r\n");
    if (end < 0)
        return -1;
    for (const QByteArray& line : request.first(end).toLower().split('\n')) {
        if (line.startsWith("content-length:"))
            return end + 4 + line.sliced(15).trimmed().toLongLong();
    }
    return end + 4;
}

bool isTo(const QByteArray& request, const QByteArray& path)
{
    return request.left(request.indexOf('\r')).contains(' ' + path);
}

} // namespace

Passage::Passage(
    QTcpSocket* client, quint16 server, Line line, std::vector<Mishap>& mishaps, qint64& carried)
    : QObject(client), m_client(client), m_line(line), m_mishaps(mishaps), m_carried(carried)
{
    connect(m_client, &QTcpSocket::readyRead, this, &Passage::takeFromClient);
    connect(m_client, &QTcpSocket::disconnected, this, &Passage::close);
    connect(&m_server, &QTcpSocket::readyRead, this, &Passage::takeFromServer);
    connect(&m_server, &QTcpSocket::disconnected, this, &Passage::takeFromServer);
    connect(&m_timer, &QTimer::timeout, this, &Passage::deliver);
    m_server.connectToHost(QHostAddress(QHostAddress::LocalHost), server);
    m_timer.start(tick);
}

Passage::~Passage()
{
    m_server.disconnect(this);
}

bool Passage::isPending(const QByteArray& path) const
{
    return m_answer.isEmpty() && isTo(m_request, path) && m_request.size() == lengthOf(m_request);
}

void Passage::reset()
{
    m_timer.stop();
    m_server.disconnect(this);
    m_server.abort();
    m_client->abort();
}

void Passage::close()
{
    m_server.disconnectFromHost();
    m_client->deleteLater();
}

void Passage::beginRequest(const QByteArray& bytes)
{
    m_request.clear();
    m_answer.clear();
    m_mishap.reset();
    const auto mine = std::ranges::find_if(
        m_mishaps, [&](const Mishap& mishap) { return isTo(bytes, mishap.path); });
    if (mine == m_mishaps.end())
        return;
    m_mishap = *mine;
    if (--mine->times == 0)
        m_mishaps.erase(mine);
}

void Passage::takeFromClient()
{
    QByteArray bytes = m_client->readAll();
    if (m_request.isEmpty() || !m_answer.isEmpty())
        beginRequest(bytes);
    m_request += bytes;
    if (m_mishap && m_mishap->kind == Mishap::HtmlPage) {
        if (m_request.size() == lengthOf(m_request))
            answerWithPage();
        return;
    }
    if (m_mishap && m_mishap->kind == Mishap::CutRequest && m_request.size() > m_mishap->bytes) {
        if (m_server.state() == QAbstractSocket::ConnectedState) {
            m_server.write(bytes.first(
                std::max<qint64>(0, bytes.size() - (m_request.size() - m_mishap->bytes))));
            m_server.flush();
        }
        reset();
        return;
    }
    send(bytes, true);
}

std::optional<qint64> Passage::cutOfAnswer() const
{
    if (m_mishap && m_mishap->kind == Mishap::CutAnswer)
        return m_mishap->bytes;
    const qsizetype body = m_answer.indexOf("\r\n\r\n");
    if (m_mishap && m_mishap->kind == Mishap::CutAnswerBody && body >= 0)
        return body + 4 + m_mishap->bytes;
    return std::nullopt;
}

void Passage::takeFromServer()
{
    const QByteArray bytes = m_server.readAll();
    m_answer += bytes;
    const std::optional<qint64> cut = cutOfAnswer();
    if (cut && m_answer.size() > *cut) {
        m_client->write(bytes.first(std::max<qint64>(0, bytes.size() - (m_answer.size() - *cut))));
        m_client->flush();
        reset();
        return;
    }
    send(bytes, false);
}

void Passage::answerWithPage()
{
    const QByteArray page = "<html><body>Please sign in to the hotel's network.</body></html>";
    m_answer = page;
    m_client->write("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: "
        + QByteArray::number(page.size()) + "\r\n\r\n" + page);
}

void Passage::send(const QByteArray& bytes, bool toServer)
{
    m_carried += bytes.size();
    if (!bytes.isEmpty())
        m_packets.push_back({now() + m_line.delay, bytes, toServer});
}

// One tick's share of the line, for each direction.
void Passage::deliver()
{
    std::array<qint64, 2> share;
    share.fill(std::max<qint64>(1, m_line.bytesPerSecond / 1000 * tick));
    for (Packet& packet : m_packets) {
        qint64& left = share[packet.toServer ? 1 : 0];
        if (packet.due > now() || left == 0)
            continue;
        const qint64 size = std::min<qint64>(left, packet.bytes.size());
        QTcpSocket& socket = packet.toServer ? m_server : *m_client;
        socket.write(packet.bytes.first(size));
        packet.bytes.remove(0, size);
        left -= size;
    }
    std::erase_if(m_packets, [](const Packet& packet) { return packet.bytes.isEmpty(); });
    if (m_packets.empty() && m_server.state() == QAbstractSocket::UnconnectedState)
        m_client->disconnectFromHost();
}

ShapingProxy::ShapingProxy(quint16 server, Line line) : m_target(server), m_line(line)
{
    QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
        while (QTcpSocket* client = m_server.nextPendingConnection())
            m_passages.push_back(new Passage(client, m_target, m_line, m_mishaps, m_carried));
    });
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("cannot listen");
}

QString ShapingProxy::url() const
{
    return u"http://127.0.0.1:%1"_s.arg(m_server.serverPort());
}

int ShapingProxy::pending(const QByteArray& path) const
{
    return int(std::ranges::count_if(m_passages,
        [&](const QPointer<Passage>& passage) { return passage && passage->isPending(path); }));
}

void ShapingProxy::vanish()
{
    m_server.close();
    for (const QPointer<Passage>& passage : m_passages) {
        if (passage)
            passage->reset();
    }
}

} // namespace homeroom::test
