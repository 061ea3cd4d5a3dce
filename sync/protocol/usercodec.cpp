// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/codec.h"
#include "sync/protocol/jsonreader.h"

#include <QJsonDocument>

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

QByteArray compact(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

QByteArray encode(const CreateUserRequest& request)
{
    return compact({{u"name"_s, request.name}, {u"displayName"_s, request.displayName},
        {u"password"_s, request.password},
        {u"role"_s, QString(Words<UserRole>::words[size_t(request.role)])},
        {u"team"_s,
            request.team.isNull() ? QJsonValue(QJsonValue::Null)
                                  : QJsonValue(request.team.toString())}});
}

Result<CreateUserRequest> decodeCreateUserRequest(const QByteArray& body)
{
    const Result<QJsonObject> object = parseObject(body, maximumBodyBytes);
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

QByteArray encode(const SetPasswordRequest& request)
{
    return compact({{u"user"_s, request.user.toString()}, {u"password"_s, request.password}});
}

Result<SetPasswordRequest> decodeSetPasswordRequest(const QByteArray& body)
{
    const Result<QJsonObject> object = parseObject(body, maximumBodyBytes);
    if (!object.ok())
        return object.error();
    JsonReader reader(*object, UnknownMembers::Refused);
    const SetPasswordRequest wanted{reader.id("user"_L1), reader.text("password"_L1)};
    if (const Result<void> read = reader.finish(); !read.ok())
        return read.error();
    return wanted;
}

} // namespace homeroom
