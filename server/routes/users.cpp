// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/jsonbody.h"
#include "server/routes/services.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/jsonreader.h"

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

Result<RecordId> decodeUser(const QByteArray& body)
{
    const Result<QJsonObject> object = parseJsonObject(body);
    if (!object.ok())
        return object.error();
    JsonReader reader(*object, UnknownMembers::Refused);
    const RecordId user = reader.id("user"_L1);
    if (const Result<void> read = reader.finish(); !read.ok())
        return read.error();
    return user;
}

} // namespace

HttpResponse createUser(Services& services, const HttpRequest& request)
{
    return withCaller(services, request, [&](const Caller& caller) {
        const Result<CreateUserRequest> wanted = decodeCreateUserRequest(request.body);
        if (!wanted.ok())
            return HttpResponse::failure(wanted.error());
        return commandResponse(
            services, services.commands().createUser(caller, *wanted, idempotencyKey(request)));
    });
}

HttpResponse setPassword(Services& services, const HttpRequest& request)
{
    return withCaller(services, request, [&](const Caller& caller) {
        const Result<SetPasswordRequest> wanted = decodeSetPasswordRequest(request.body);
        if (!wanted.ok())
            return HttpResponse::failure(wanted.error());
        return commandResponse(services, services.commands().setPassword(caller, *wanted));
    });
}

HttpResponse deactivate(Services& services, const HttpRequest& request)
{
    return withCaller(services, request, [&](const Caller& caller) {
        const Result<RecordId> user = decodeUser(request.body);
        if (!user.ok())
            return HttpResponse::failure(user.error());
        return commandResponse(services, services.commands().deactivate(caller, *user));
    });
}

HttpResponse moveUser(Services& services, const HttpRequest& request)
{
    return withCaller(services, request, [&](const Caller& caller) {
        const Result<MoveUserRequest> wanted = decodeMoveUserRequest(request.body);
        if (!wanted.ok())
            return HttpResponse::failure(wanted.error());
        return commandResponse(
            services, services.commands().moveUser(caller, *wanted, idempotencyKey(request)));
    });
}

} // namespace homeroom
