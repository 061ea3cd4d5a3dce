// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/services.h"

#include "sync/protocol/codec.h"

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

// Behind one address may sit a whole office that signs in at nine o'clock.
constexpr RateLimiter::Rate byName{10, 30 * secondMs};
constexpr RateLimiter::Rate byPeer{200, secondMs};

} // namespace

Services::Services(const RuleParts& parts, Executor& writer, Executor& pages)
    : m_parts(parts), m_authentication(parts), m_push(parts), m_pull(parts), m_commands(parts),
      m_pool(parts), m_waitBoard(m_pull), m_pushQueue({m_push, m_pull, m_waitBoard, writer, pages}),
      m_signInsByName(parts.clock, byName), m_signInsByPeer(parts.clock, byPeer)
{
}

QString bearerToken(const HttpRequest& request)
{
    const QByteArray header = request.headers.value("authorization");
    constexpr QByteArrayView scheme = "Bearer ";
    if (header.size() <= scheme.size()
        || header.first(scheme.size()).compare(scheme, Qt::CaseInsensitive) != 0)
        return {};
    return QString::fromLatin1(header.mid(scheme.size()).trimmed());
}

Result<Caller> callerOf(Services& services, const HttpRequest& request)
{
    const QString token = bearerToken(request);
    if (token.isEmpty())
        return Error{ErrorCode::Unauthorized, u"a bearer token is needed"_s};
    return services.authentication().authenticate(token);
}

HttpResponse withCaller(Services& services, const HttpRequest& request,
    const std::function<HttpResponse(const Caller&)>& handle)
{
    const Result<Caller> caller = callerOf(services, request);
    return caller.ok() ? handle(*caller) : HttpResponse::failure(caller.error());
}

QString idempotencyKey(const HttpRequest& request)
{
    return QString::fromLatin1(request.headers.value("idempotency-key"));
}

HttpResponse commandResponse(Services& services, const Result<CommandAnswer>& answer)
{
    if (!answer.ok())
        return HttpResponse::failure(answer.error());
    services.waitBoard().committed(answer->touched);
    return HttpResponse::json(answer->body);
}

std::vector<RouteEntry> addRoutes(Router& router, Services& services)
{
    struct Plain {
        RouteEntry entry;
        HttpResponse (*handle)(Services&, const HttpRequest&);
    };
    const std::vector<Plain> plain{
        {{"POST"_ba, route::signIn}, signIn},
        {{"POST"_ba, route::refresh}, refresh},
        {{"POST"_ba, route::signOut}, signOut},
        {{"POST"_ba, route::pull}, pull},
        {{"POST"_ba, route::assign}, assign},
        {{"POST"_ba, route::createUser}, createUser},
        {{"POST"_ba, route::setPassword}, setPassword},
        {{"POST"_ba, route::deactivate}, deactivate},
        {{"POST"_ba, route::moveUser}, moveUser},
        {{"POST"_ba, route::claim}, claim},
        {{"POST"_ba, route::returnToPool}, returnToPool},
        {{"POST"_ba, route::merge}, merge},
        {{"POST"_ba, route::unmerge}, unmerge},
        {{"POST"_ba, route::unmask}, unmask},
        {{"POST"_ba, route::exportNotice}, exportNotice},
        {{"POST"_ba, route::poolList}, poolList},
        {{"GET"_ba, route::health}, health},
        {{"GET"_ba, route::openapi}, openapi},
    };
    std::vector<RouteEntry> added;
    for (const Plain& each : plain) {
        const auto handle = each.handle;
        router.add(each.entry.method, each.entry.path,
            [&services, handle](const HttpRequest& request) { return handle(services, request); });
        added.push_back(each.entry);
    }
    router.addDeferred("POST"_ba, route::push, pushing(services));
    added.push_back({"POST"_ba, route::push});
    router.addDeferred("GET"_ba, route::wait, waiting(services));
    added.push_back({"GET"_ba, route::wait});
    return added;
}

} // namespace homeroom
