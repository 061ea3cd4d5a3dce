// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/codecparts.h"
#include "sync/protocol/commandmessages.h"

namespace homeroom {

using namespace codec;
using namespace Qt::StringLiterals;

namespace {

/// A text that is there, within its bound.
QString boundedText(JsonReader& reader, QLatin1StringView member, qsizetype most)
{
    const QString text = reader.textOr(member, {}).trimmed();
    if (text.size() > most)
        reader.fail(Error{ErrorCode::Invalid, u"the text is too long"_s, member});
    return text;
}

std::vector<RecordId> readIds(JsonReader& reader, QLatin1StringView member)
{
    std::vector<RecordId> ids;
    for (const QString& text : reader.texts(member)) {
        const std::optional<RecordId> id = RecordId::fromString(text);
        if (!id)
            reader.fail(member, u"expected a list of ids"_s);
        ids.push_back(id.value_or(RecordId()));
    }
    return ids;
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

UnmaskResponse::Guardian readGuardian(JsonReader& outer, const QJsonValue& json)
{
    JsonReader reader(json.toObject(), UnknownMembers::PassedOver);
    const UnmaskResponse::Guardian guardian{reader.id("id"_L1), reader.text("name"_L1),
        reader.text("phone"_L1), reader.text("wechatId"_L1)};
    if (const Result<void> read = reader.finish(); !read.ok())
        outer.fail(read.error());
    return guardian;
}

} // namespace

QByteArray encode(const ClaimRequest& request)
{
    QJsonArray customers;
    for (const RecordId& id : request.customers)
        customers.append(id.toString());
    return compact({{u"customers"_s, customers}});
}

QByteArray encode(const ReturnRequest& request)
{
    QJsonArray items;
    for (const AssignRequest::Item& item : request.items)
        items.append(QJsonObject{{u"customer"_s, idToJson(item.customer)},
            {u"expectedOwner"_s, idToJson(item.expectedOwner)}});
    return compact({{u"items"_s, items}});
}

QByteArray encode(const MovedResponse& response)
{
    return compact({{u"moved"_s, response.moved}, {u"stamp"_s, stampToJson(response.stamp)}});
}

QByteArray encode(const MoveUserRequest& request)
{
    return compact({{u"user"_s, idToJson(request.user)}, {u"team"_s, idToJson(request.team)},
        {u"expectedTeam"_s, idToJson(request.expectedTeam)}});
}

QByteArray encode(const MergeRequest& request)
{
    return compact({{u"winner"_s, idToJson(request.winner)}, {u"loser"_s, idToJson(request.loser)},
        {u"expectedWinnerOwner"_s, idToJson(request.expectedWinnerOwner)},
        {u"expectedLoserOwner"_s, idToJson(request.expectedLoserOwner)}});
}

QByteArray encode(const UnmergeRequest& request)
{
    return compact(
        {{u"winner"_s, idToJson(request.winner)}, {u"loser"_s, idToJson(request.loser)}});
}

QByteArray encode(const UnmaskRequest& request)
{
    return compact({{u"customer"_s, idToJson(request.customer)}, {u"reason"_s, request.reason}});
}

QByteArray encode(const UnmaskResponse& response)
{
    QJsonArray guardians;
    for (const UnmaskResponse::Guardian& guardian : response.guardians)
        guardians.append(QJsonObject{{u"id"_s, idToJson(guardian.id)}, {u"name"_s, guardian.name},
            {u"phone"_s, guardian.phone}, {u"wechatId"_s, guardian.wechatId}});
    return compact({{u"customer"_s, idToJson(response.customer)}, {u"phone"_s, response.phone},
        {u"wechatId"_s, response.wechatId}, {u"address"_s, response.address},
        {u"guardians"_s, guardians}});
}

QByteArray encode(const ExportNotice& notice)
{
    return compact({{u"type"_s, QString(recordType(notice.kind).name)},
        {u"filter"_s, notice.filter}, {u"rows"_s, notice.rows}});
}

QByteArray encode(const PoolListRequest& request)
{
    return compact({{u"text"_s, request.text}, {u"channel"_s, idToJson(request.channel)},
        {u"tier"_s, request.tier}, {u"after"_s, idToJson(request.after)},
        {u"limit"_s, request.limit}});
}

QByteArray encode(const PoolListResponse& response)
{
    QJsonArray families;
    for (const QJsonObject& family : response.families)
        families.append(family);
    return compact({{u"families"_s, families}, {u"next"_s, idToJson(response.next)},
        {u"kept"_s, response.kept},
        {u"cap"_s, response.cap < 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(response.cap)}});
}

Result<ClaimRequest> decodeClaimRequest(const QByteArray& body)
{
    return decode<ClaimRequest>(body, UnknownMembers::Refused,
        [](JsonReader& reader) { return ClaimRequest{readIds(reader, "customers"_L1)}; });
}

Result<ReturnRequest> decodeReturnRequest(const QByteArray& body)
{
    return decode<ReturnRequest>(body, UnknownMembers::Refused, [](JsonReader& reader) {
        ReturnRequest request;
        for (const QJsonValue& item : reader.array("items"_L1))
            request.items.push_back(readItem(reader, item));
        return request;
    });
}

Result<MovedResponse> decodeMovedResponse(const QByteArray& body)
{
    return decode<MovedResponse>(body, UnknownMembers::PassedOver, [](JsonReader& reader) {
        return MovedResponse{reader.integer("moved"_L1), reader.stamp("stamp"_L1)};
    });
}

Result<MoveUserRequest> decodeMoveUserRequest(const QByteArray& body)
{
    return decode<MoveUserRequest>(body, UnknownMembers::Refused, [](JsonReader& reader) {
        return MoveUserRequest{
            reader.id("user"_L1), reader.idOrNull("team"_L1), reader.idOrNull("expectedTeam"_L1)};
    });
}

Result<MergeRequest> decodeMergeRequest(const QByteArray& body)
{
    return decode<MergeRequest>(body, UnknownMembers::Refused, [](JsonReader& reader) {
        return MergeRequest{reader.id("winner"_L1), reader.id("loser"_L1),
            reader.idOrNull("expectedWinnerOwner"_L1), reader.idOrNull("expectedLoserOwner"_L1)};
    });
}

Result<UnmergeRequest> decodeUnmergeRequest(const QByteArray& body)
{
    return decode<UnmergeRequest>(body, UnknownMembers::Refused, [](JsonReader& reader) {
        return UnmergeRequest{reader.id("winner"_L1), reader.id("loser"_L1)};
    });
}

Result<UnmaskRequest> decodeUnmaskRequest(const QByteArray& body)
{
    return decode<UnmaskRequest>(body, UnknownMembers::Refused, [](JsonReader& reader) {
        UnmaskRequest request{
            reader.id("customer"_L1), boundedText(reader, "reason"_L1, maximumReasonText)};
        if (request.reason.isEmpty())
            reader.fail(Error{ErrorCode::Invalid, u"a reason is needed"_s, u"reason"_s});
        return request;
    });
}

Result<UnmaskResponse> decodeUnmaskResponse(const QByteArray& body)
{
    return decode<UnmaskResponse>(body, UnknownMembers::PassedOver, [](JsonReader& reader) {
        UnmaskResponse response{reader.id("customer"_L1), reader.text("phone"_L1),
            reader.text("wechatId"_L1), reader.text("address"_L1), {}};
        for (const QJsonValue& guardian : reader.array("guardians"_L1))
            response.guardians.push_back(readGuardian(reader, guardian));
        return response;
    });
}

Result<ExportNotice> decodeExportNotice(const QByteArray& body)
{
    return decode<ExportNotice>(body, UnknownMembers::Refused, [](JsonReader& reader) {
        const RecordType* type = recordTypeByName(reader.text("type"_L1));
        if (!type)
            reader.fail("type"_L1, u"unknown type"_s);
        return ExportNotice{type ? type->kind : RecordKind::Customer,
            boundedText(reader, "filter"_L1, maximumReasonText), reader.integer("rows"_L1)};
    });
}

Result<PoolListRequest> decodePoolListRequest(const QByteArray& body)
{
    return decode<PoolListRequest>(body, UnknownMembers::Refused, [](JsonReader& reader) {
        PoolListRequest request;
        request.text = boundedText(reader, "text"_L1, maximumFilterText);
        request.channel = reader.has("channel"_L1) ? reader.idOrNull("channel"_L1) : RecordId();
        request.tier = boundedText(reader, "tier"_L1, maximumFilterText);
        request.after = reader.has("after"_L1) ? reader.idOrNull("after"_L1) : RecordId();
        if (reader.has("limit"_L1))
            request.limit = reader.integer("limit"_L1, 1, maximumPoolRows);
        return request;
    });
}

Result<PoolListResponse> decodePoolListResponse(const QByteArray& body)
{
    return decode<PoolListResponse>(body, UnknownMembers::PassedOver, [](JsonReader& reader) {
        PoolListResponse response;
        for (const QJsonValue& family : reader.array("families"_L1))
            response.families.push_back(family.toObject());
        response.next = reader.idOrNull("next"_L1);
        response.kept = reader.integer("kept"_L1);
        response.cap = -1;
        // Null where the role has no bound.
        if (!reader.isNull("cap"_L1))
            response.cap = reader.integer("cap"_L1);
        return response;
    });
}

} // namespace homeroom
