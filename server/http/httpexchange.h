// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/framing.h"
#include "server/http/httpconnection.h"
#include "server/http/httpserver.h"
#include "server/http/openanswers.h"

#include <microhttpd.h>

#include <atomic>
#include <memory>
#include <optional>

namespace homeroom {

/// One request on its way through the server: limits, body, handler, perhaps a wait, answer.
/// libmicrohttpd calls it on the connection's thread only.
class HttpExchange {
public:
    /// What all exchanges of a server share.
    struct Surroundings {
        const Router& router;
        const HttpLimits& limits;
        DeadlineWatch& watch;
        OpenAnswers& answers;
        std::atomic<qint64>& bodyBytes; ///< held by all exchanges together
    };

    HttpExchange(const Surroundings& surroundings, std::shared_ptr<HttpConnection> connection,
        QByteArray target);
    ~HttpExchange();
    Q_DISABLE_COPY_MOVE(HttpExchange)

    /// The access callback: once after the headers, once for each piece of the body, once at its
    /// end, and once after a wait. MHD_NO closes the connection.
    MHD_Result advance(
        MHD_Connection* connection, const char* method, const char* data, size_t* size);

private:
    /// Where a late answer meets the sleeping connection.
    struct Berth {
        std::mutex mutex;
        MHD_Connection* sleeper = nullptr;
        std::optional<HttpResponse> answer;
    };
    enum class Phase { Headers, Body, Answering };

    MHD_Result readHead(MHD_Connection* connection, const char* method);
    MHD_Result takeBody(const char* data, size_t* size);
    std::optional<HttpResponse> headRefusal(MHD_Connection* connection);
    MHD_Result dispatch(MHD_Connection* connection);
    MHD_Result park(MHD_Connection* connection, const Router::Deferred& deferred);
    MHD_Result sleepOrAnswer(MHD_Connection* connection);
    MHD_Result refuse(MHD_Connection* connection, HttpResponse response);
    MHD_Result queue(MHD_Connection* connection, HttpResponse response);

    const Surroundings m_surroundings;
    const std::shared_ptr<HttpConnection> m_connection;
    const QByteArray m_target;
    Phase m_phase = Phase::Headers;
    HttpRequest m_request;
    qint64 m_bodyBytes = 0;
    bool m_counted = false;
    std::shared_ptr<Berth> m_berth;
    std::optional<quint64> m_parkedEntry;
    DeadlineWatch::Ticket m_timeout;
};

} // namespace homeroom
