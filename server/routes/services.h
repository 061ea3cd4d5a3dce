// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/ratelimiter.h"
#include "server/http/router.h"
#include "server/routes/pushqueue.h"
#include "server/rules/authentication.h"
#include "server/rules/commands.h"
#include "server/rules/pool.h"
#include "server/rules/pull.h"

namespace homeroom {

/// The rules behind the routes. Handlers run on several threads; rules take the storage's locks.
class Services {
public:
    /// `writer` runs the commits of pushes, `pages` reads what they wish for; both outlive the
    /// services.
    Services(const RuleParts& parts, Executor& writer, Executor& pages);

    const Clock& clock() const { return m_parts.clock; }
    const Authentication& authentication() const { return m_authentication; }
    const Pull& pull() const { return m_pull; }
    const Commands& commands() const { return m_commands; }
    const Pool& pool() const { return m_pool; }
    WaitBoard& waitBoard() { return m_waitBoard; }
    const Push& push() const { return m_push; }
    PushQueue& pushQueue() { return m_pushQueue; }
    RateLimiter& signInsByName() { return m_signInsByName; }
    RateLimiter& signInsByPeer() { return m_signInsByPeer; }

private:
    RuleParts m_parts;
    Authentication m_authentication;
    Push m_push;
    Pull m_pull;
    Commands m_commands;
    Pool m_pool;
    WaitBoard m_waitBoard;
    PushQueue m_pushQueue;
    RateLimiter m_signInsByName;
    RateLimiter m_signInsByPeer;
};

/// Runs `handle` for the bearer of the request's access token; 401 otherwise.
HttpResponse withCaller(Services& services, const HttpRequest& request,
    const std::function<HttpResponse(const Caller&)>& handle);
/// The caller, or why there is none.
Result<Caller> callerOf(Services& services, const HttpRequest& request);
/// The bearer token; empty without one.
QString bearerToken(const HttpRequest& request);
/// The header of that name; empty without one.
QString idempotencyKey(const HttpRequest& request);
/// The answer of a command; wakes whom it concerns.
HttpResponse commandResponse(Services& services, const Result<CommandAnswer>& answer);

// One function a route (sync.md section 3); docs/openapi.yaml says what each takes and answers.
HttpResponse signIn(Services& services, const HttpRequest& request);
HttpResponse refresh(Services& services, const HttpRequest& request);
HttpResponse signOut(Services& services, const HttpRequest& request);
HttpResponse pull(Services& services, const HttpRequest& request);
HttpResponse assign(Services& services, const HttpRequest& request);
HttpResponse claim(Services& services, const HttpRequest& request);
HttpResponse returnToPool(Services& services, const HttpRequest& request);
HttpResponse merge(Services& services, const HttpRequest& request);
HttpResponse unmerge(Services& services, const HttpRequest& request);
HttpResponse unmask(Services& services, const HttpRequest& request);
HttpResponse exportNotice(Services& services, const HttpRequest& request);
HttpResponse poolList(Services& services, const HttpRequest& request);
HttpResponse createUser(Services& services, const HttpRequest& request);
HttpResponse setPassword(Services& services, const HttpRequest& request);
HttpResponse deactivate(Services& services, const HttpRequest& request);
HttpResponse moveUser(Services& services, const HttpRequest& request);
HttpResponse health(Services& services, const HttpRequest& request);
HttpResponse openapi(Services& services, const HttpRequest& request);
Router::Deferred pushing(Services& services);
Router::Deferred waiting(Services& services);

struct RouteEntry {
    QByteArray method{};
    QLatin1StringView path;
};

/// Fills a router with every route; what it added, for the test that compares it with the
/// description.
std::vector<RouteEntry> addRoutes(Router& router, Services& services);

} // namespace homeroom
