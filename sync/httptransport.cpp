// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/httptransport.h"

#include "models/values/connectionfault.h"
#include "sync/retryafter.h"

#include <QHostAddress>
#include <QNetworkReply>
#include <QNetworkRequest>
#if QT_CONFIG(ssl)
#include <QSslConfiguration>
#include <QSslError>
#endif

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

Milliseconds retryAfter(const QNetworkReply& reply)
{
    return retryAfterOf(reply.rawHeader("Retry-After"), reply.rawHeader("Date"));
}

TransportResponse unsafe(ConnectionFault fault, const QString& detail)
{
    return {0, {}, 0, unsafeConnection(fault, detail)};
}

#if QT_CONFIG(ssl)
/// The worst of several faults: a name or a date means nothing where nobody vouches for them.
ConnectionFault worstOf(const QList<QSslError>& faults)
{
    const auto is = [](const QSslError& fault, std::initializer_list<QSslError::SslError> kinds) {
        return std::ranges::find(kinds, fault.error()) != kinds.end();
    };
    ConnectionFault worst = ConnectionFault::WrongHost;
    for (const QSslError& fault : faults) {
        if (is(fault, {QSslError::HostNameMismatch, QSslError::NoError}))
            continue;
        if (!is(fault, {QSslError::CertificateExpired, QSslError::CertificateNotYetValid}))
            return ConnectionFault::Untrusted;
        worst = ConnectionFault::CertificateDate;
    }
    return worst;
}
#endif

TransportResponse toResponse(QNetworkReply& reply)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QNetworkReply::NetworkError error = reply.error();
    // An error status is an answer; a body that broke off after a good one is not.
    const bool answered = error == QNetworkReply::NoError || status >= 300;
    if (answered && status > 0)
        return {status, reply.readAll(), retryAfter(reply), {}};
    // Faults of the certificate have been told before; this is a handshake that came to nothing.
    if (error == QNetworkReply::SslHandshakeFailedError)
        return unsafe(ConnectionFault::Insecure, reply.errorString());
    const bool late = error == QNetworkReply::OperationCanceledError;
    return TransportResponse::failed(
        late ? ErrorCode::Timeout : ErrorCode::Unavailable, reply.errorString());
}

} // namespace

bool HttpTransport::isAllowed(const QUrl& server)
{
    if (!server.isValid() || server.host().isEmpty())
        return false;
    if (server.scheme() == u"https"_s)
        return true;
    const QString host = server.host();
    return server.scheme() == u"http"_s
        && (host == u"localhost"_s || QHostAddress(host).isLoopback());
}

HttpTransport::HttpTransport(QObject* parent) : QObject(parent), m_network(newNetwork()) { }

HttpTransport::~HttpTransport()
{
    const QList<quint64> open = m_flights.keys();
    for (const quint64 number : open)
        cancel(number);
}

HttpTransport::Network HttpTransport::newNetwork()
{
    auto network = std::make_shared<QNetworkAccessManager>();
    network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    return network;
}

QNetworkRequest HttpTransport::networkRequest(const TransportRequest& request) const
{
    const QString base = m_server.toString(QUrl::StripTrailingSlash | QUrl::RemoveQuery);
    QNetworkRequest http{QUrl(base + request.path, QUrl::StrictMode)};
    http.setTransferTimeout(int(request.timeout));
    http.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    http.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    http.setRawHeader("User-Agent", "Homeroom/" HOMEROOM_VERSION);
    if (request.verb == HttpVerb::Post)
        http.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    if (!request.bearer.isEmpty())
        http.setRawHeader("Authorization", "Bearer " + request.bearer);
    if (!request.idempotencyKey.isEmpty())
        http.setRawHeader("Idempotency-Key", request.idempotencyKey);
#if QT_CONFIG(ssl)
    QSslConfiguration security = QSslConfiguration::defaultConfiguration();
    security.setProtocol(QSsl::TlsV1_2OrLater);
    http.setSslConfiguration(security);
#endif
    return http;
}

quint64 HttpTransport::send(const TransportRequest& request, Done done)
{
    const quint64 number = ++m_last;
    if (!isAllowed(m_server)) {
        m_flights.insert(number, {nullptr, nullptr, std::move(done), {}});
        QMetaObject::invokeMethod(
            this, [this, number] { finish(number); }, Qt::QueuedConnection);
        return number;
    }
    const QNetworkRequest http = networkRequest(request);
    QNetworkReply* reply =
        request.verb == HttpVerb::Get ? m_network->get(http) : m_network->post(http, request.body);
    m_flights.insert(number, {m_network, reply, std::move(done), {}});
#if QT_CONFIG(ssl)
    connect(reply, &QNetworkReply::sslErrors, this, [this, number](const QList<QSslError>& faults) {
        if (const auto flight = m_flights.find(number); flight != m_flights.end())
            flight->fault = worstOf(faults);
    });
#endif
    connect(
        reply, &QNetworkReply::finished, this, [this, number] { finish(number); },
        Qt::QueuedConnection);
    return number;
}

void HttpTransport::cancel(quint64 number)
{
    const auto found = m_flights.constFind(number);
    if (found == m_flights.cend())
        return;
    const Flight flight = *found;
    m_flights.erase(found);
    if (!flight.reply)
        return;
    flight.reply->disconnect(this);
    flight.reply->abort();
    flight.reply->deleteLater();
    // It may have been the first to notice that its server is gone.
    if (m_network == flight.network)
        m_network = newNetwork();
}

void HttpTransport::finish(quint64 number)
{
    const auto found = m_flights.constFind(number);
    if (found == m_flights.cend())
        return;
    const Flight flight = *found;
    m_flights.erase(found);
    if (!flight.reply) {
        flight.done(unsafe(ConnectionFault::Insecure, u"the server's address is not https"_s));
        return;
    }
    const TransportResponse response = flight.fault
        ? unsafe(*flight.fault, flight.reply->errorString())
        : toResponse(*flight.reply);
    flight.reply->deleteLater();
    if (response.status == 0 && m_network == flight.network)
        m_network = newNetwork();
    flight.done(response);
}

} // namespace homeroom
