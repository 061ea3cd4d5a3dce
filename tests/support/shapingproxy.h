// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <limits>
#include <optional>
#include <vector>

namespace homeroom::test {

/// How the line between client and server is.
struct Line {
    int delay = 0; ///< milliseconds, each way
    qint64 bytesPerSecond = std::numeric_limits<qint64>::max(); ///< each way
};

/// What happens to one request.
struct Mishap {
    enum Kind {
        HtmlPage, ///< the proxy answers a 200 with a page of its own; the server never hears of it
        CutRequest, ///< the connection dies after `bytes` of the request
        CutAnswer, ///< the server has done it all; the connection dies after `bytes` of the answer
        CutAnswerBody ///< the same, `bytes` counted from the end of its headers
    };
    QByteArray path{}; ///< of the requests it is meant for
    Kind kind = HtmlPage;
    qint64 bytes = 0;
    int times = 1;
};

/// One client's connection and its continuation to the server. Clients send one request after the
/// other; the first bytes after an answer begin the next.
class Passage : public QObject {
    Q_OBJECT

public:
    /// Adds the bytes it takes from either side to `carried`.
    Passage(QTcpSocket* client, quint16 server, Line line, std::vector<Mishap>& mishaps,
        qint64& carried);
    ~Passage() override;

    /// Whether the server holds a request to that path and has not begun to answer.
    bool isPending(const QByteArray& path) const;
    /// Both sides see a reset.
    void reset();

private:
    struct Packet {
        qint64 due;
        QByteArray bytes;
        bool toServer;
    };
    void takeFromClient();
    void takeFromServer();
    void beginRequest(const QByteArray& bytes);
    void send(const QByteArray& bytes, bool toServer);
    void deliver();
    void answerWithPage();
    /// Where the present answer has to end; nothing while that is not known, or not to be.
    std::optional<qint64> cutOfAnswer() const;
    void close();

    QTcpSocket* m_client;
    QTcpSocket m_server;
    const Line m_line;
    std::vector<Mishap>& m_mishaps;
    qint64& m_carried;
    std::vector<Packet> m_packets;
    QTimer m_timer;
    QByteArray m_request; ///< of the present request, as far as it has come
    QByteArray m_answer; ///< to the present request, as far as it has come
    std::optional<Mishap> m_mishap;
};

/// A proxy that is as bad as real ones are, between clients and a server on loopback.
class ShapingProxy {
public:
    explicit ShapingProxy(quint16 server, Line line = {});

    QString url() const;
    /// From the next fitting request on.
    void befall(const Mishap& mishap) { m_mishaps.push_back(mishap); }
    /// Whether every mishap has happened as often as it should.
    bool isCalm() const { return m_mishaps.empty(); }
    /// Requests to that path which the server holds without an answer.
    int pending(const QByteArray& path) const;
    /// Bytes of both directions so far, all connections together.
    qint64 carried() const { return m_carried; }
    /// Resets every connection and takes no new ones.
    void vanish();

private:
    const quint16 m_target;
    const Line m_line;
    std::vector<Mishap> m_mishaps;
    qint64 m_carried = 0;
    std::vector<QPointer<Passage>> m_passages;
    QTcpServer m_server; ///< owns the passages
};

} // namespace homeroom::test
