// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/httpmessage.h"

#include <QJsonDocument>

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

bool isGone(ErrorCode code)
{
    return code == ErrorCode::Expired || code == ErrorCode::Generation || code == ErrorCode::Schema;
}

// Details of a refusal help the client's author; details of our own faults help an attacker, and
// details of a missing record would tell unknown from foreign.
QString publicMessage(const Error& error, int status)
{
    if (status == 404)
        return u"There is nothing here for you."_s;
    if (status == 503)
        return u"The server cannot do this now."_s;
    return error.detail.isEmpty() ? errorCodeName(error.code) : error.detail;
}

QString publicCode(ErrorCode code, int status)
{
    return errorCodeName(status == 503 ? ErrorCode::Unavailable : code);
}

} // namespace

int httpStatus(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Malformed:
    case ErrorCode::Invalid:
        return 400;
    case ErrorCode::Unauthorized:
        return 401;
    case ErrorCode::Forbidden:
        return 403;
    case ErrorCode::NotFound:
        return 404;
    case ErrorCode::Conflict:
    case ErrorCode::Fork:
    case ErrorCode::Gap:
    case ErrorCode::Depends:
    case ErrorCode::Changed:
        return 409;
    case ErrorCode::Expired:
    case ErrorCode::Generation:
    case ErrorCode::Schema:
        return 410;
    case ErrorCode::TooLarge:
        return 413;
    case ErrorCode::TooMany:
        return 429;
    case ErrorCode::Unavailable:
    case ErrorCode::Timeout:
    case ErrorCode::Cancelled:
    case ErrorCode::Database:
    case ErrorCode::WrongKey:
    case ErrorCode::NewerDatabase:
    case ErrorCode::InUse:
    case ErrorCode::NoKeychain:
    case ErrorCode::Io:
        return 503;
    }
    Q_UNREACHABLE();
}

HttpResponse HttpResponse::json(const QJsonObject& object, int status)
{
    return json(QJsonDocument(object).toJson(QJsonDocument::Compact), status);
}

HttpResponse HttpResponse::json(QByteArray document, int status)
{
    return {status, {{"Content-Type"_ba, "application/json"_ba}}, std::move(document)};
}

HttpResponse HttpResponse::empty()
{
    return {204, {}, {}};
}

HttpResponse HttpResponse::failure(const Error& error, int status)
{
    QJsonObject description{
        {u"code"_s, publicCode(error.code, status)}, {u"message"_s, publicMessage(error, status)}};
    if (!error.field.isEmpty() && status != 404 && status != 503)
        description.insert(u"field"_s, error.field);
    QJsonObject body{{u"error"_s, description}};
    if (status == 410 && isGone(error.code))
        body.insert(u"reason"_s, errorCodeName(error.code));
    return json(body, status);
}

HttpResponse HttpResponse::failure(const Error& error, std::chrono::seconds retryAfter)
{
    HttpResponse response = failure(error, httpStatus(error.code));
    if (response.status == 429 || response.status == 503) {
        const auto seconds = std::max<qint64>(1, retryAfter.count());
        response.headers.insert("Retry-After"_ba, QByteArray::number(seconds));
    }
    if (response.status == 401)
        response.headers.insert("WWW-Authenticate"_ba, "Bearer"_ba);
    return response;
}

} // namespace homeroom
