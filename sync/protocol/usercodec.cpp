// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/codec.h"
#include "sync/protocol/codecparts.h"

namespace homeroom {

using namespace codec;
using namespace Qt::StringLiterals;

QByteArray encode(const CreateUserRequest& request)
{
    return compact({{u"name"_s, request.name}, {u"displayName"_s, request.displayName},
        {u"password"_s, request.password},
        {u"role"_s, QString(Words<UserRole>::words[size_t(request.role)])},
        {u"team"_s, idToJson(request.team)}});
}

Result<CreateUserRequest> decodeCreateUserRequest(const QByteArray& body)
{
    return decode<CreateUserRequest>(body, UnknownMembers::Refused, [](JsonReader& reader) {
        CreateUserRequest wanted;
        wanted.name = reader.text("name"_L1);
        wanted.displayName = reader.textOr("displayName"_L1, {});
        wanted.password = reader.text("password"_L1);
        const std::optional<UserRole> role = roleOf(reader.text("role"_L1));
        if (!role)
            reader.fail("role"_L1, u"unknown role"_s);
        wanted.role = role.value_or(UserRole::Tutor);
        wanted.team = reader.idOrNull("team"_L1);
        return wanted;
    });
}

QByteArray encode(const SetPasswordRequest& request)
{
    return compact({{u"user"_s, request.user.toString()}, {u"password"_s, request.password}});
}

Result<SetPasswordRequest> decodeSetPasswordRequest(const QByteArray& body)
{
    return decode<SetPasswordRequest>(body, UnknownMembers::Refused, [](JsonReader& reader) {
        return SetPasswordRequest{reader.id("user"_L1), reader.text("password"_L1)};
    });
}

} // namespace homeroom
