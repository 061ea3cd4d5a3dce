// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/syncclient.h"

#include "sync/protocol/codec.h"

#include <QUrl>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

/// The server holds a wait for 55 s at most.
constexpr Milliseconds waitTimeout = 65 * secondMs;
/// A first page may take its time on a slow line.
constexpr Milliseconds pullTimeout = 120 * secondMs;

/// As the server said it: of a 401 only the session knows whether the person is to sign in again.
Error spokenError(const TransportResponse& response)
{
    return response.status == 0 ? response.failure : decodeError(response.body);
}

template <typename Message, typename Decode>
Reply<Message> toReply(const TransportResponse& response, Decode&& decode)
{
    if (response.status == 200) {
        Result<Message> message = decode(response.body);
        // A proxy's page, perhaps: whoever wrote this, it was not the server.
        if (!message.ok())
            message = Error{ErrorCode::Unavailable, message.error().detail};
        return {std::move(message), response.status, response.retryAfter};
    }
    return {spokenError(response), response.status, response.retryAfter};
}

TransportRequest post(QLatin1StringView path, const QByteArray& body)
{
    TransportRequest request;
    request.path = path;
    request.body = body;
    return request;
}

} // namespace

void SyncClient::push(const PushRequest& request, Done<PushResponse> done)
{
    m_session.send(post(route::push, encode(request)),
        [this, done = std::move(done)](const TransportResponse& response) {
            const auto reply = toReply<PushResponse>(response, decodePushResponse);
            if (reply.result.ok())
                m_session.noteServerTime(reply.result->serverTime);
            done(reply);
        });
}

void SyncClient::pull(const PullRequest& request, Done<QByteArray> done)
{
    TransportRequest http = post(route::pull, encode(request));
    http.timeout = pullTimeout;
    m_session.send(http, [done = std::move(done)](const TransportResponse& response) {
        done(toReply<QByteArray>(
            response, [](const QByteArray& body) { return Result<QByteArray>(body); }));
    });
}

void SyncClient::wait(const QString& mark, Done<WaitResponse> done)
{
    TransportRequest http;
    http.verb = HttpVerb::Get;
    http.path = route::wait + u"?mark="_s + QString::fromLatin1(QUrl::toPercentEncoding(mark));
    http.timeout = waitTimeout;
    m_session.send(http, [done = std::move(done)](const TransportResponse& response) {
        done(toReply<WaitResponse>(response, decodeWaitResponse));
    });
}

} // namespace homeroom
