// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/router.h"

#include "server/http/requesttarget.h"

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

bool answers(const QByteArray& routeMethod, const QByteArray& method)
{
    return routeMethod == method || (method == "HEAD" && routeMethod == "GET");
}

HttpResponse wrongMethod(QByteArrayList allowed)
{
    if (allowed.contains("GET"))
        allowed.append("HEAD"_ba);
    std::ranges::sort(allowed);
    HttpResponse response =
        HttpResponse::failure({ErrorCode::Malformed, u"This method does not exist here."_s}, 405);
    response.headers.insert("Allow"_ba, allowed.join(", "));
    return response;
}

bool isParameter(const QString& segment)
{
    return segment.startsWith(u'{') && segment.endsWith(u'}');
}

} // namespace

void Router::add(const QByteArray& method, const QString& pattern, Handler handler)
{
    insert(method, pattern, std::move(handler));
}

void Router::addDeferred(const QByteArray& method, const QString& pattern, Deferred deferred)
{
    Q_ASSERT(deferred.timeout <= longestPark);
    insert(method, pattern, std::move(deferred));
}

void Router::insert(const QByteArray& method, const QString& pattern, Action action)
{
    Q_ASSERT(pattern.startsWith(u'/'));
    m_routes.push_back({method, pattern.split(u'/'), std::move(action)});
}

std::optional<Router::Parameters> Router::match(const Route& route, const QStringList& segments)
{
    if (route.segments.size() != segments.size())
        return std::nullopt;
    Parameters parameters;
    for (qsizetype i = 0; i < segments.size(); ++i) {
        const QString& expected = route.segments.at(i);
        const std::optional<QString> given = decodePercent(segments.at(i).toUtf8());
        if (!given)
            return std::nullopt;
        if (isParameter(expected) && !given->isEmpty())
            parameters.insert(expected.mid(1, expected.size() - 2), *given);
        else if (expected != *given)
            return std::nullopt;
    }
    return parameters;
}

std::variant<HttpResponse, const Router::Deferred*> Router::route(HttpRequest& request) const
{
    const QStringList segments = request.path.split(u'/');
    QByteArrayList otherMethods;
    for (const Route& route : m_routes) {
        std::optional<Parameters> parameters = match(route, segments);
        if (!parameters)
            continue;
        if (!answers(route.method, request.method)) {
            otherMethods.append(route.method);
            continue;
        }
        request.parameters = *std::move(parameters);
        if (const auto* deferred = std::get_if<Deferred>(&route.action))
            return deferred;
        return std::get<Handler>(route.action)(request);
    }
    if (otherMethods.isEmpty())
        return HttpResponse::failure({ErrorCode::NotFound});
    return wrongMethod(otherMethods);
}

HttpResponse Router::handle(HttpRequest request) const
{
    auto outcome = route(request);
    if (auto* response = std::get_if<HttpResponse>(&outcome))
        return std::move(*response);
    const Deferred& deferred = *std::get<const Deferred*>(outcome);
    // Shared, because the handler may keep its handle and answer after we have returned.
    const auto answer = std::make_shared<std::optional<HttpResponse>>();
    const Parked parked([answer](HttpResponse response) { *answer = std::move(response); });
    deferred.start(request, parked);
    parked.answer(deferred.timedOut(request));
    return **answer;
}

} // namespace homeroom
