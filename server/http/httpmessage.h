// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/result.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QMap>
#include <QString>

#include <chrono>

namespace homeroom {

/// One request as a plain value: the transport makes it, a handler reads it, a test writes it.
struct HttpRequest {
    QByteArray method = QByteArrayLiteral("GET"); ///< upper case
    QString path{}; ///< without the query, still percent-encoded as on the wire
    QHash<QString, QString> query{}; ///< decoded; a name without `=` has an empty value
    QHash<QByteArray, QByteArray> headers{}; ///< lower-case names; repeated ones joined by ", "
    QByteArray body{};
    QString peer{}; ///< the numeric address of the socket's other end, without its port
    QHash<QString, QString> parameters{}; ///< decoded values of `{name}` in the route's pattern
};

/// What a handler answers.
struct HttpResponse {
    int status = 200;
    QMap<QByteArray, QByteArray> headers{}; ///< names written as `Content-Type`
    QByteArray body{};

    static HttpResponse json(const QJsonObject& object, int status = 200);
    /// `document` is JSON already: pages are serialised where their checksum is made.
    static HttpResponse json(QByteArray document, int status = 200);
    /// 204.
    static HttpResponse empty();
    /// The error body of the protocol with the status of its code. A record that is unknown and one
    /// that is not visible get the same bytes, and faults inside the server are not described to
    /// clients. `retryAfter` is sent with 429 and 503 only, at least one second.
    static HttpResponse failure(
        const Error& error, std::chrono::seconds retryAfter = std::chrono::seconds{1});
    /// An error body under a status that no ErrorCode has (405, 411, 426, 431).
    static HttpResponse failure(const Error& error, int status);

    bool operator==(const HttpResponse&) const = default;
};

/// The status that a code travels under.
int httpStatus(ErrorCode code);

} // namespace homeroom
