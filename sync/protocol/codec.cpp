// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/codec.h"

#include "sync/protocol/codecparts.h"

namespace homeroom {

using namespace codec;
using namespace Qt::StringLiterals;

namespace {

QJsonObject viewerToJson(const Viewer& viewer)
{
    return {{u"user"_s, idToJson(viewer.user)},
        {u"role"_s, QString(Words<UserRole>::words[size_t(viewer.role)])},
        {u"team"_s, idToJson(viewer.team)}};
}

Viewer readViewer(JsonReader& outer)
{
    JsonReader reader(outer.object("viewer"_L1), UnknownMembers::PassedOver);
    Viewer viewer;
    viewer.user = reader.id("user"_L1);
    viewer.team = reader.idOrNull("team"_L1);
    const std::optional<UserRole> role = roleOf(reader.text("role"_L1));
    if (!role)
        reader.fail("role"_L1, u"unknown role"_s);
    viewer.role = role.value_or(UserRole::Tutor);
    if (const Result<void> read = reader.finish(); !read.ok())
        outer.fail(read.error());
    return viewer;
}

AssignRequest::Item readItem(JsonReader& outer, const QJsonValue& json)
{
    if (!json.isObject())
        outer.fail("items"_L1, u"expected a list of objects"_s);
    JsonReader reader(json.toObject(), UnknownMembers::Refused);
    const AssignRequest::Item item{reader.id("customer"_L1), reader.idOrNull("expectedOwner"_L1)};
    if (const Result<void> read = reader.finish(); !read.ok())
        outer.fail(read.error());
    return item;
}

bool isLostCursor(ErrorCode code)
{
    return code == ErrorCode::Expired || code == ErrorCode::Generation || code == ErrorCode::Schema;
}

} // namespace

QByteArray encode(const SignInRequest& request)
{
    return compact({{u"user"_s, request.user}, {u"password"_s, request.password},
        {u"device"_s, idToJson(request.device)}});
}

QByteArray encode(const RefreshRequest& request)
{
    return compact(
        {{u"refreshToken"_s, request.refreshToken}, {u"device"_s, idToJson(request.device)}});
}

QByteArray encode(const SessionResponse& response)
{
    return compact({{u"accessToken"_s, response.accessToken}, {u"expiresIn"_s, response.expiresIn},
        {u"refreshToken"_s, response.refreshToken}, {u"viewer"_s, viewerToJson(response.viewer)},
        {u"userName"_s, response.userName}, {u"displayName"_s, response.displayName},
        {u"organisation"_s, response.organisation}, {u"timeZone"_s, response.timeZone},
        {u"serverTime"_s, response.serverTime}});
}

QByteArray encode(const PullRequest& request)
{
    QJsonObject json{{u"device"_s, idToJson(request.device)}, {u"cursor"_s, request.cursor},
        {u"rows"_s, request.rows}, {u"schema"_s, request.schema}};
    if (!request.seen.isEmpty())
        json.insert(u"seen"_s, request.seen);
    if (!request.columns.isEmpty())
        json.insert(u"columns"_s, request.columns);
    return compact(json);
}

QByteArray encode(const WaitResponse& response)
{
    return compact({{u"mark"_s, response.mark}});
}

QByteArray encode(const AssignRequest& request)
{
    QJsonArray items;
    for (const AssignRequest::Item& item : request.items)
        items.append(QJsonObject{{u"customer"_s, idToJson(item.customer)},
            {u"expectedOwner"_s, idToJson(item.expectedOwner)}});
    return compact({{u"items"_s, items}, {u"to"_s, idToJson(request.to)}});
}

QByteArray encode(const AssignResponse& response)
{
    return compact({{u"assigned"_s, response.assigned}, {u"stamp"_s, stampToJson(response.stamp)}});
}

QByteArray encodeError(const Error& error)
{
    QJsonObject inner{{u"code"_s, errorCodeName(error.code)}, {u"message"_s, error.detail}};
    if (!error.field.isEmpty())
        inner.insert(u"field"_s, error.field);
    QJsonObject body{{u"error"_s, inner}};
    if (isLostCursor(error.code))
        body.insert(u"reason"_s, errorCodeName(error.code));
    return compact(body);
}

Result<SignInRequest> decodeSignInRequest(const QByteArray& body)
{
    return decode<SignInRequest>(body, UnknownMembers::Refused, [](JsonReader& reader) {
        return SignInRequest{
            reader.text("user"_L1), reader.text("password"_L1), reader.id("device"_L1)};
    });
}

Result<RefreshRequest> decodeRefreshRequest(const QByteArray& body)
{
    return decode<RefreshRequest>(body, UnknownMembers::Refused, [](JsonReader& reader) {
        return RefreshRequest{reader.text("refreshToken"_L1), reader.id("device"_L1)};
    });
}

Result<SessionResponse> decodeSessionResponse(const QByteArray& body)
{
    return decode<SessionResponse>(body, UnknownMembers::PassedOver, [](JsonReader& reader) {
        SessionResponse response;
        response.accessToken = reader.text("accessToken"_L1);
        response.expiresIn = reader.integer("expiresIn"_L1);
        response.refreshToken = reader.text("refreshToken"_L1);
        response.viewer = readViewer(reader);
        response.userName = reader.text("userName"_L1);
        response.displayName = reader.text("displayName"_L1);
        response.organisation = reader.text("organisation"_L1);
        response.timeZone = reader.text("timeZone"_L1);
        response.serverTime = reader.integer("serverTime"_L1);
        return response;
    });
}

Result<PullRequest> decodePullRequest(const QByteArray& body)
{
    return decode<PullRequest>(body, UnknownMembers::Refused, [](JsonReader& reader) {
        return PullRequest{reader.id("device"_L1), reader.text("cursor"_L1),
            reader.integer("rows"_L1, 1), reader.integer("schema"_L1, 1),
            reader.textOr("seen"_L1, QString()), reader.textOr("columns"_L1, QString())};
    });
}

Result<WaitResponse> decodeWaitResponse(const QByteArray& body)
{
    return decode<WaitResponse>(body, UnknownMembers::PassedOver,
        [](JsonReader& reader) { return WaitResponse{reader.text("mark"_L1)}; });
}

Result<AssignRequest> decodeAssignRequest(const QByteArray& body)
{
    return decode<AssignRequest>(body, UnknownMembers::Refused, [](JsonReader& reader) {
        AssignRequest request;
        for (const QJsonValue& item : reader.array("items"_L1))
            request.items.push_back(readItem(reader, item));
        request.to = reader.id("to"_L1);
        return request;
    });
}

Result<AssignResponse> decodeAssignResponse(const QByteArray& body)
{
    return decode<AssignResponse>(body, UnknownMembers::PassedOver, [](JsonReader& reader) {
        return AssignResponse{reader.integer("assigned"_L1), reader.stamp("stamp"_L1)};
    });
}

Error decodeError(const QByteArray& body)
{
    const Result<QJsonObject> object = parseObject(body, maximumBodyBytes);
    if (!object.ok() || !object->value("error"_L1).isObject())
        return {ErrorCode::Unavailable, u"the answer is not this server's"_s};
    const QJsonObject inner = object->value("error"_L1).toObject();
    return {errorCodeFromName(inner.value("code"_L1).toString()),
        inner.value("message"_L1).toString(), inner.value("field"_L1).toString()};
}

} // namespace homeroom
