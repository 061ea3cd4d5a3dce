// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testserver.h"

#include <stdexcept>
#include <utility>

namespace homeroom::test {

using namespace Qt::StringLiterals;

HttpResponse words(const QByteArray& text)
{
    return {200, {{"Content-Type"_ba, "text/plain"_ba}}, text};
}

TestServer::TestServer(
    const HttpLimits& limits, unsigned threads, std::chrono::milliseconds parkTime)
    : TestServer(HttpOptions{u"127.0.0.1"_s, 0, threads, {}, {}, limits}, parkTime)
{
}

TestServer::TestServer(HttpOptions options, std::chrono::milliseconds parkTime)
    : m_server(m_router, std::move(options)), m_port(Error{ErrorCode::Unavailable})
{
    addImmediateRoutes();
    addWaitingRoutes(parkTime);
    m_port = m_server.start();
}

qsizetype TestServer::parkedCount()
{
    const std::lock_guard lock(m_mutex);
    return qsizetype(m_parked.size());
}

std::vector<Parked> TestServer::takeParked()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_parked, {});
}

void TestServer::addImmediateRoutes()
{
    m_router.add("GET"_ba, u"/say/{word}"_s, [this](const HttpRequest& request) {
        ++m_calls;
        const QString word = request.parameters.value(u"word"_s);
        return words((word + request.query.value(u"mark"_s) + request.peer).toUtf8());
    });
    m_router.add("POST"_ba, u"/size"_s, [this](const HttpRequest& request) {
        ++m_calls;
        return words(QByteArray::number(request.body.size()) + request.body.left(3));
    });
    m_router.add(
        "POST"_ba, u"/echo"_s, [](const HttpRequest& request) { return words(request.body); });
    m_router.add("GET"_ba, u"/large/{kilobytes}"_s, [](const HttpRequest& request) {
        return words(QByteArray(request.parameters.value(u"kilobytes"_s).toInt() * 1024, 'x'));
    });
    m_router.add("GET"_ba, u"/throw"_s,
        [](const HttpRequest&) -> HttpResponse { throw std::runtime_error("broken"); });
}

void TestServer::addWaitingRoutes(std::chrono::milliseconds parkTime)
{
    const auto timedOut = [](const HttpRequest& request) {
        return words("waited" + request.query.value(u"mark"_s).toUtf8());
    };
    const auto keep = [this](const HttpRequest&, const Parked& parked) {
        const std::lock_guard lock(m_mutex);
        m_parked.push_back(parked);
    };
    const auto answer = [](const HttpRequest&, const Parked& parked) {
        parked.answer(words("at once"_ba));
    };
    const auto fail = [](const HttpRequest&, const Parked&) { throw std::runtime_error("broken"); };
    m_router.addDeferred("GET"_ba, u"/wait"_s, {keep, timedOut, parkTime});
    m_router.addDeferred("GET"_ba, u"/wait/no"_s, {answer, timedOut, parkTime});
    m_router.addDeferred("GET"_ba, u"/wait/throw"_s, {fail, timedOut, parkTime});
}

} // namespace homeroom::test
