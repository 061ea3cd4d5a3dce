// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/httpexchange.h"

#include "server/http/delivery.h"
#include "server/http/requesttarget.h"

#include <exception>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

// An exception must not unwind through the C library that called us.
template <typename Function> auto guarded(Function function, decltype(function()) otherwise)
{
    try {
        return function();
    } catch (const std::exception&) {
        return otherwise;
    }
}

HttpResponse unavailable()
{
    return HttpResponse::failure({ErrorCode::Unavailable});
}

MHD_Result collectHeader(void* list, MHD_ValueKind, const char* name, size_t nameSize,
    const char* value, size_t valueSize)
{
    static_cast<QList<HeaderLine>*>(list)->append({QByteArray(name, qsizetype(nameSize)),
        value ? QByteArray(value, qsizetype(valueSize)) : QByteArray()});
    return MHD_YES;
}

QHash<QByteArray, QByteArray> joined(const QList<HeaderLine>& lines)
{
    QHash<QByteArray, QByteArray> headers;
    for (const HeaderLine& line : lines) {
        QByteArray& value = headers[line.name.toLower()];
        value = value.isNull() ? line.value : value + ", " + line.value;
    }
    return headers;
}

void freeBody(void* body)
{
    delete static_cast<QByteArray*>(body);
}

MHD_Response* toNative(HttpResponse response)
{
    auto* body = new QByteArray(std::move(response.body));
    MHD_Response* native = MHD_create_response_from_buffer_with_free_callback_cls(
        size_t(body->size()), body->data(), freeBody, body);
    for (auto header = response.headers.cbegin(); header != response.headers.cend(); ++header)
        MHD_add_response_header(native, header.key().constData(), header.value().constData());
    return native;
}

} // namespace

HttpExchange::HttpExchange(
    const Surroundings& surroundings, std::shared_ptr<HttpConnection> connection, QByteArray target)
    : m_surroundings(surroundings), m_connection(std::move(connection)), m_target(std::move(target))
{
    m_connection->allow(m_surroundings.limits.headerTime);
}

HttpExchange::~HttpExchange()
{
    m_surroundings.watch.cancel(m_timeout);
    m_surroundings.bodyBytes -= m_bodyBytes;
    if (m_parkedEntry)
        m_surroundings.answers.remove(*m_parkedEntry);
    if (m_counted)
        m_surroundings.answers.end();
    m_connection->allow(m_surroundings.limits.idleTime);
}

MHD_Result HttpExchange::advance(
    MHD_Connection* connection, const char* method, const char* data, size_t* size)
{
    if (m_phase == Phase::Headers)
        return readHead(connection, method);
    if (*size > 0)
        return takeBody(data, size);
    return m_berth ? sleepOrAnswer(connection) : dispatch(connection);
}

MHD_Result HttpExchange::readHead(MHD_Connection* connection, const char* method)
{
    m_phase = Phase::Body;
    m_request.method = method;
    m_request.peer = m_connection->peer();
    if (std::optional<HttpResponse> refusal = headRefusal(connection))
        return refuse(connection, *std::move(refusal));
    m_connection->allow(m_surroundings.limits.bodyTime);
    return MHD_YES;
}

std::optional<HttpResponse> HttpExchange::headRefusal(MHD_Connection* connection)
{
    const HttpLimits& limits = m_surroundings.limits;
    const auto* size = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE);
    if (!size || size->header_size > size_t(limits.headerBytes)) {
        return HttpResponse::failure({ErrorCode::TooLarge, u"The headers are too large."_s}, 431);
    }
    QList<HeaderLine> lines;
    MHD_get_connection_values_n(connection, MHD_HEADER_KIND, collectHeader, &lines);
    if (std::optional<HttpResponse> refusal = framingRefusal(lines, limits.bodyBytes))
        return refusal;
    m_request.headers = joined(lines);
    Result<RequestTarget> target = parseTarget(m_target);
    if (!target)
        return HttpResponse::failure(target.error());
    m_request.path = target->path;
    m_request.query = target->query;
    return std::nullopt;
}

MHD_Result HttpExchange::takeBody(const char* data, size_t* size)
{
    const auto piece = qsizetype(*size);
    m_bodyBytes += piece;
    if (m_surroundings.bodyBytes.fetch_add(piece) + piece > m_surroundings.limits.bodyBytesTogether)
        return MHD_NO;
    m_request.body.append(data, piece);
    *size = 0;
    return MHD_YES;
}

MHD_Result HttpExchange::dispatch(MHD_Connection* connection)
{
    m_phase = Phase::Answering;
    m_connection->allowAnyTime();
    m_counted = m_surroundings.answers.begin();
    if (!m_counted)
        return refuse(connection, unavailable());
    using Outcome = std::variant<HttpResponse, const Router::Deferred*>;
    Outcome outcome = guarded(
        [this]() -> Outcome { return m_surroundings.router.route(m_request); }, unavailable());
    if (auto* response = std::get_if<HttpResponse>(&outcome))
        return queue(connection, std::move(*response));
    return park(connection, *std::get<const Router::Deferred*>(outcome));
}

MHD_Result HttpExchange::park(MHD_Connection* connection, const Router::Deferred& deferred)
{
    m_berth = std::make_shared<Berth>();
    const Parked parked([berth = m_berth](HttpResponse response) {
        const std::lock_guard lock(berth->mutex);
        berth->answer = std::move(response);
        if (berth->sleeper)
            MHD_resume_connection(berth->sleeper);
    });
    m_parkedEntry = m_surroundings.answers.add(parked);
    if (!m_parkedEntry)
        return refuse(connection, unavailable());
    const bool started = guarded(
        [&] {
            deferred.start(m_request, parked);
            return true;
        },
        false);
    if (!started)
        parked.answer(unavailable());
    m_request.body.clear();
    m_timeout = m_surroundings.watch.schedule(
        deferred.timeout, [parked, timedOut = &deferred.timedOut, request = m_request] {
            if (!parked.answered())
                parked.answer(guarded([&] { return (*timedOut)(request); }, unavailable()));
        });
    return sleepOrAnswer(connection);
}

MHD_Result HttpExchange::sleepOrAnswer(MHD_Connection* connection)
{
    std::unique_lock lock(m_berth->mutex);
    if (!m_berth->answer) {
        m_berth->sleeper = connection;
        MHD_suspend_connection(connection);
        return MHD_YES;
    }
    HttpResponse response = *std::exchange(m_berth->answer, std::nullopt);
    lock.unlock();
    return queue(connection, std::move(response));
}

MHD_Result HttpExchange::refuse(MHD_Connection* connection, HttpResponse response)
{
    // What follows on this connection may be the rest of a body; it is never read as a request.
    response.headers.insert("Connection"_ba, "close"_ba);
    return queue(connection, std::move(response));
}

MHD_Result HttpExchange::queue(MHD_Connection* connection, HttpResponse response)
{
    m_phase = Phase::Answering;
    m_connection->allow(m_surroundings.limits.answerTime);
    const auto status = static_cast<unsigned>(response.status);
    MHD_Response* native = toNative(delivered(std::move(response), m_request));
    const MHD_Result queued = MHD_queue_response(connection, status, native);
    MHD_destroy_response(native);
    return queued;
}

} // namespace homeroom
