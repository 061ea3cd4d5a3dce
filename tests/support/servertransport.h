// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/transport.h"
#include "tests/support/serverfixture.h"
#include "tests/support/virtualtime.h"

#include <QSet>

#include <deque>

namespace homeroom::test {

/// What the network does to one exchange.
enum class Fault {
    None,
    RequestLost, ///< the server never hears of it; no answer at all
    AnswerLost, ///< the server has done it; the connection breaks
    AnswerCut, ///< half of the body arrives with status 200
    AnswerGarbage, ///< a proxy's page with status 200
    ServerError, ///< 503 with Retry-After
    TooMany ///< 429 with Retry-After: 7
};

/// The server's rules behind the client's transport, in one process and on one thread.
class ServerTransport final : public Transport {
public:
    ServerTransport(ServerFixture& server, VirtualTime& time) : m_server(server), m_time(time) { }

    quint64 send(const TransportRequest& request, Done done) override;
    void cancel(quint64 number) override { m_open.remove(number); }

    /// Faults of the next exchanges on this path, in order.
    void meet(QLatin1StringView path, std::initializer_list<Fault> faults)
    {
        m_faults[QString(path)] = faults;
    }
    void setOnline(bool online) { m_online = online; }
    /// Pages hold so many rows, whatever the client asks for; 0 is as it asks.
    void setPageRows(qint64 rows) { m_pageRows = rows; }
    /// Answers to pushes bring no pages, whatever the client wishes for.
    void withholdPages() { m_withholdsPages = true; }
    /// As a server does that knows neither pages with pushes nor queues that end.
    void speakOlder() { m_speaksOlder = true; }
    /// Makes the server forget access tokens, as after 15 minutes.
    void expireTokens() { m_expired = m_issued; }
    /// Requests that reached the server, by path without query.
    int count(QLatin1StringView path) const { return m_counts.value(QString(path)); }

private:
    TransportResponse serve(const TransportRequest& request);
    TransportResponse serveSignedIn(const TransportRequest& request, const Caller& caller);
    TransportResponse serveCommand(const TransportRequest& request, const Caller& caller);
    void serveWait(quint64 number, const TransportRequest& request, const Done& done);
    void answer(quint64 number, const TransportResponse& response, const Done& done);
    Fault nextFault(const QString& path);

    ServerFixture& m_server;
    VirtualTime& m_time;
    QHash<QString, std::deque<Fault>> m_faults{};
    QHash<QString, int> m_counts{};
    QSet<quint64> m_open{};
    QSet<QByteArray> m_issued{};
    QSet<QByteArray> m_expired{};
    bool m_online = true;
    qint64 m_pageRows = 0;
    bool m_withholdsPages = false;
    bool m_speaksOlder = false;
    quint64 m_last = 0;
};

} // namespace homeroom::test
