// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/jsonbody.h"
#include "server/routes/services.h"
#include "sync/protocol/jsonreader.h"

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

std::optional<UserRole> roleOf(const QString& word)
{
    for (size_t i = 0; i < std::size(Words<UserRole>::words); ++i) {
        if (Words<UserRole>::words[i] == word)
            return UserRole(i);
    }
    return std::nullopt;
}

Result<CreateUserRequest> decodeCreateUser(const QByteArray& body)
{
    const Result<QJsonObject> object = parseJsonObject(body);
    if (!object.ok())
        return object.error();
    JsonReader reader(*object, UnknownMembers::Refused);
    CreateUserRequest wanted;
    wanted.name = reader.text("name"_L1);
    wanted.displayName = reader.textOr("displayName"_L1, {});
    wanted.password = reader.text("password"_L1);
    const std::optional<UserRole> role = roleOf(reader.text("role"_L1));
    if (!role)
        reader.fail("role"_L1, u"unknown role"_s);
    wanted.role = role.value_or(UserRole::Tutor);
    wanted.team = reader.idOrNull("team"_L1);
    if (const Result<void> read = reader.finish(); !read.ok())
        return read.error();
    return wanted;
}

Result<SetPasswordRequest> decodeSetPassword(const QByteArray& body)
{
    const Result<QJsonObject> object = parseJsonObject(body);
    if (!object.ok())
        return object.error();
    JsonReader reader(*object, UnknownMembers::Refused);
    const SetPasswordRequest wanted{reader.id("user"_L1), reader.text("password"_L1)};
    if (const Result<void> read = reader.finish(); !read.ok())
        return read.error();
    return wanted;
}

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
        const Result<CreateUserRequest> wanted = decodeCreateUser(request.body);
        if (!wanted.ok())
            return HttpResponse::failure(wanted.error());
        const QString key = QString::fromLatin1(request.headers.value("idempotency-key"));
        return commandResponse(services, services.commands().createUser(caller, *wanted, key));
    });
}

HttpResponse setPassword(Services& services, const HttpRequest& request)
{
    return withCaller(services, request, [&](const Caller& caller) {
        const Result<SetPasswordRequest> wanted = decodeSetPassword(request.body);
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

} // namespace homeroom
