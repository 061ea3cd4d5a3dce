// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/commandroutes.h"

#include "sync/protocol/codec.h"

namespace homeroom::sim {

namespace {

constexpr int forbidden = 403;

template <typename Request>
using CommandMember = Result<CommandAnswer> (Commands::*)(
    const Caller&, const Request&, const QString&) const;

struct Running {
    const Commands& commands;
    const Caller& caller;
    const TransportRequest& request;

    template <typename Request>
    Result<CommandAnswer> operator()(
        Result<Request> (*decode)(const QByteArray&), CommandMember<Request> run) const
    {
        const Result<Request> wanted = decode(request.body);
        if (!wanted.ok())
            return wanted.error();
        return (commands.*run)(caller, *wanted, QString::fromLatin1(request.idempotencyKey));
    }
};

Result<CommandAnswer> run(const QString& path, const Running& running)
{
    if (path == QString(route::assign))
        return running(decodeAssignRequest, &Commands::assign);
    if (path == QString(route::claim))
        return running(decodeClaimRequest, &Commands::claim);
    if (path == QString(route::returnToPool))
        return running(decodeReturnRequest, &Commands::returnToPool);
    if (path == QString(route::merge))
        return running(decodeMergeRequest, &Commands::merge);
    if (path == QString(route::unmerge))
        return running(decodeUnmergeRequest, &Commands::unmerge);
    if (path == QString(route::moveUser))
        return running(decodeMoveUserRequest, &Commands::moveUser);
    if (path == QString(route::unmask))
        return running(decodeUnmaskRequest, &Commands::unmask);
    if (path == QString(route::exportNotice))
        return running(decodeExportNotice, &Commands::noteExport);
    return Error{ErrorCode::NotFound};
}

} // namespace

HttpResponse runCommand(const Commands& commands, const Caller& caller,
    const TransportRequest& request, Touched& touched)
{
    const Result<CommandAnswer> answer = run(request.path, {commands, caller, request});
    if (answer.ok()) {
        touched = answer->touched;
        return HttpResponse::json(answer->body);
    }
    // A cap is no rate limit: trying again later would not help.
    return answer.error().code == ErrorCode::TooMany
        ? HttpResponse::failure(answer.error(), forbidden)
        : HttpResponse::failure(answer.error());
}

} // namespace homeroom::sim
