// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QPointer>
#include <QRandomGenerator>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <limits>
#include <memory>
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
        CutRequest, ///< the connection dies within the request
        CutAnswer ///< the server has done it all; the connection dies within the answer
    };
    /// Where within: each time at another byte of that part, drawn anew.
    enum Part { Start, Headers, Body };
    QByteArray path{}; ///< of the requests it is meant for
    Kind kind = HtmlPage;
    Part part = Start;
    int times = 1; ///< left: counted down when it has happened
};

/// What was left of a message that was cut.
struct Cut {
    qint64 passed = 0; ///< bytes that went on
    qint64 headers = 0; ///< bytes of its headers, the empty line included
    qint64 whole = 0; ///< bytes it would have had
};

/// What the passages of a proxy share.
struct Fate {
    std::vector<std::shared_ptr<Mishap>> mishaps{};
    QRandomGenerator random{};
    std::vector<Cut> cuts{}; ///< those that have happened
    qint64 carried = 0; ///< bytes of both directions
};

/// One client's connection and its continuation to the server. Clients send one request after the
/// other; the first bytes after an answer begin the next.
class Passage : public QObject {
    Q_OBJECT

public:
    Passage(QTcpSocket* client, quint16 server, Line line, Fate& fate);
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
        std::optional<Cut> cut{}; ///< nothing comes after these bytes
    };
    /// A message as far as it has come.
    struct Message {
        QByteArray bytes{};
        qint64 sent = 0;
        std::optional<Cut> cut{};
    };
    void takeFromClient();
    void takeFromServer();
    void beginRequest(const QByteArray& bytes);
    bool isMeant(Mishap::Kind kind) const { return m_mishap && m_mishap->kind == kind; }
    /// Passes on what has come of the message, up to its cut where that is meant to happen.
    void pass(Message& message, Mishap::Kind kind, bool toServer);
    /// Once its headers are there; before nobody knows how long it is.
    std::optional<Cut> cutOf(const QByteArray& message);
    void send(const QByteArray& bytes, bool toServer, const std::optional<Cut>& cut = {});
    void deliver();
    void answerWithPage();
    void happened(const std::optional<Cut>& cut);
    void close();

    QTcpSocket* m_client;
    QTcpSocket m_server;
    const Line m_line;
    Fate& m_fate;
    std::vector<Packet> m_packets;
    QTimer m_timer;
    Message m_request; ///< the present one
    Message m_answer; ///< to the present request
    std::shared_ptr<Mishap> m_mishap;
};

/// A proxy that is as bad as real ones are, between clients and a server on loopback.
class ShapingProxy {
public:
    /// `seed` decides at which bytes messages are cut.
    explicit ShapingProxy(quint16 server, Line line = {}, quint32 seed = 1);

    QString url() const;
    /// From the next fitting request on.
    void befall(const Mishap& mishap)
    {
        m_fate.mishaps.push_back(std::make_shared<Mishap>(mishap));
    }
    /// Whether every mishap has happened as often as it should.
    bool isCalm() const { return m_fate.mishaps.empty(); }
    /// The messages that were cut, in order.
    const std::vector<Cut>& cuts() const { return m_fate.cuts; }
    /// Requests to that path which the server holds without an answer.
    int pending(const QByteArray& path) const;
    /// Bytes of both directions so far, all connections together.
    qint64 carried() const { return m_fate.carried; }
    /// Resets every connection and takes no new ones.
    void vanish();

private:
    const quint16 m_target;
    const Line m_line;
    Fate m_fate;
    std::vector<QPointer<Passage>> m_passages;
    QTcpServer m_server; ///< owns the passages
};

} // namespace homeroom::test
