// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/services.h"

#include "sync/protocol/codec.h"

namespace homeroom {

namespace {

constexpr int forbidden = 403;

template <typename Request>
using CommandMember = Result<CommandAnswer> (Commands::*)(
    const Caller&, const Request&, const QString&) const;

/// A command of families: decoded, done, and whom it concerns woken.
template <typename Request>
HttpResponse command(Services& services, const HttpRequest& request,
    Result<Request> (*decode)(const QByteArray&), CommandMember<Request> run)
{
    return withCaller(services, request, [&](const Caller& caller) {
        const Result<Request> wanted = decode(request.body);
        if (!wanted.ok())
            return HttpResponse::failure(wanted.error());
        const Result<CommandAnswer> answer =
            (services.commands().*run)(caller, *wanted, idempotencyKey(request));
        // A cap is no rate limit: trying again later would not help.
        if (!answer.ok() && answer.error().code == ErrorCode::TooMany)
            return HttpResponse::failure(answer.error(), forbidden);
        return commandResponse(services, answer);
    });
}

} // namespace

HttpResponse assign(Services& services, const HttpRequest& request)
{
    return command(services, request, decodeAssignRequest, &Commands::assign);
}

HttpResponse claim(Services& services, const HttpRequest& request)
{
    return command(services, request, decodeClaimRequest, &Commands::claim);
}

HttpResponse returnToPool(Services& services, const HttpRequest& request)
{
    return command(services, request, decodeReturnRequest, &Commands::returnToPool);
}

HttpResponse merge(Services& services, const HttpRequest& request)
{
    return command(services, request, decodeMergeRequest, &Commands::merge);
}

HttpResponse unmerge(Services& services, const HttpRequest& request)
{
    return command(services, request, decodeUnmergeRequest, &Commands::unmerge);
}

HttpResponse unmask(Services& services, const HttpRequest& request)
{
    return command(services, request, decodeUnmaskRequest, &Commands::unmask);
}

HttpResponse exportNotice(Services& services, const HttpRequest& request)
{
    return command(services, request, decodeExportNotice, &Commands::noteExport);
}

HttpResponse poolList(Services& services, const HttpRequest& request)
{
    return withCaller(services, request, [&](const Caller& caller) {
        const Result<PoolListRequest> wanted = decodePoolListRequest(request.body);
        if (!wanted.ok())
            return HttpResponse::failure(wanted.error());
        const Result<PoolListResponse> page = services.pool().list(caller, *wanted);
        return page.ok() ? HttpResponse::json(encode(*page)) : HttpResponse::failure(page.error());
    });
}

} // namespace homeroom
