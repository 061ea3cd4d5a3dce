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

/// The bytes of a message's headers, the empty line included; -1 while they have not come.
qint64 headersOf(const QByteArray& message)
{
    const qsizetype end = message.indexOf("\r\n\r\n");
    return end < 0 ? -1 : end + 4;
}

/// The bytes of a whole message; -1 while its headers have not come.
qint64 lengthOf(const QByteArray& message)
{
    const qint64 headers = headersOf(message);
    if (headers < 0)
        return -1;
    for (const QByteArray& line : message.first(headers).toLower().split('\n')) {
        if (line.startsWith("content-length:"))
            return headers + line.sliced(15).trimmed().toLongLong();
    }
    return headers;
}

bool isTo(const QByteArray& request, const QByteArray& path)
{
    return request.left(request.indexOf('\r')).contains(' ' + path);
}

} // namespace

Passage::Passage(QTcpSocket* client, quint16 server, Line line, Fate& fate)
    : QObject(client), m_client(client), m_line(line), m_fate(fate)
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
    return m_answer.bytes.isEmpty() && isTo(m_request.bytes, path)
        && m_request.bytes.size() == lengthOf(m_request.bytes);
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
    m_request = {};
    m_answer = {};
    m_mishap.reset();
    const auto mine = std::ranges::find_if(
        m_fate.mishaps, [&](const auto& mishap) { return isTo(bytes, mishap->path); });
    if (mine != m_fate.mishaps.end())
        m_mishap = *mine;
}

void Passage::takeFromClient()
{
    const QByteArray bytes = m_client->readAll();
    if (m_request.bytes.isEmpty() || !m_answer.bytes.isEmpty())
        beginRequest(bytes);
    m_request.bytes += bytes;
    if (!isMeant(Mishap::HtmlPage))
        pass(m_request, Mishap::CutRequest, true);
    else if (m_request.bytes.size() == lengthOf(m_request.bytes))
        answerWithPage();
}

void Passage::takeFromServer()
{
    m_answer.bytes += m_server.readAll();
    pass(m_answer, Mishap::CutAnswer, false);
}

std::optional<Cut> Passage::cutOf(const QByteArray& message)
{
    const qint64 headers = headersOf(message);
    if (headers < 0)
        return std::nullopt;
    const qint64 body = lengthOf(message) - headers;
    Cut cut{0, headers, headers + body};
    if (m_mishap->part == Mishap::Headers)
        cut.passed = m_fate.random.bounded(headers);
    else if (m_mishap->part == Mishap::Body && body > 0)
        cut.passed = headers + m_fate.random.bounded(body);
    // There may be no body that could be cut.
    return m_mishap->part == Mishap::Body && body == 0 ? std::nullopt : std::optional(cut);
}

void Passage::pass(Message& message, Mishap::Kind kind, bool toServer)
{
    if (isMeant(kind) && !message.cut) {
        message.cut = cutOf(message.bytes);
        if (!message.cut && headersOf(message.bytes) < 0)
            return;
    }
    const qint64 come = message.bytes.size();
    const bool ends = message.cut && message.cut->passed <= come;
    const qint64 end = ends ? std::max(message.sent, message.cut->passed) : come;
    send(message.bytes.sliced(message.sent, end - message.sent), toServer,
        ends ? message.cut : std::nullopt);
    message.sent = end;
}

void Passage::answerWithPage()
{
    const QByteArray page = "<html><body>Please sign in to the hotel's network.</body></html>";
    m_answer.bytes = page;
    m_client->write("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: "
        + QByteArray::number(page.size()) + "\r\n\r\n" + page);
    happened({});
}

void Passage::happened(const std::optional<Cut>& cut)
{
    if (cut)
        m_fate.cuts.push_back(*cut);
    if (--m_mishap->times <= 0)
        std::erase(m_fate.mishaps, m_mishap);
}

void Passage::send(const QByteArray& bytes, bool toServer, const std::optional<Cut>& cut)
{
    m_fate.carried += bytes.size();
    if (!bytes.isEmpty() || cut)
        m_packets.push_back({now() + m_line.delay, bytes, toServer, cut});
}

// One tick's share of the line, for each direction.
void Passage::deliver()
{
    std::optional<Cut> cut;
    std::array<qint64, 2> share;
    share.fill(std::max<qint64>(1, m_line.bytesPerSecond / 1000 * tick));
    for (Packet& packet : m_packets) {
        qint64& left = share[packet.toServer ? 1 : 0];
        QTcpSocket& socket = packet.toServer ? m_server : *m_client;
        // What goes to a server that is not connected yet would be lost by a cut.
        if (packet.due > now() || left == 0 || socket.state() == QAbstractSocket::ConnectingState)
            continue;
        const qint64 size = std::min<qint64>(left, packet.bytes.size());
        socket.write(packet.bytes.first(size));
        packet.bytes.remove(0, size);
        left -= size;
        if (packet.cut && packet.bytes.isEmpty()) {
            socket.flush();
            cut = packet.cut;
        }
    }
    if (cut) {
        happened(cut);
        reset();
        return;
    }
    std::erase_if(m_packets, [](const Packet& packet) { return packet.bytes.isEmpty(); });
    if (m_packets.empty() && m_server.state() == QAbstractSocket::UnconnectedState)
        m_client->disconnectFromHost();
}

ShapingProxy::ShapingProxy(quint16 server, Line line, quint32 seed) : m_target(server), m_line(line)
{
    m_fate.random.seed(seed);
    QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
        while (QTcpSocket* client = m_server.nextPendingConnection())
            m_passages.push_back(new Passage(client, m_target, m_line, m_fate));
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
