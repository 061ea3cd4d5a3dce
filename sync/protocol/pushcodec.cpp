// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/recordjson.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/codecparts.h"
#include "sync/protocol/jsonreader.h"
#include "sync/protocol/jsonscanner.h"

#include <QCryptographicHash>

#include <array>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

using codec::compact;

constexpr std::array outcomeWords{"applied"_L1, "merged"_L1, "conflict"_L1, "refused"_L1};

std::optional<OutcomeKind> outcomeFromWord(const QString& word)
{
    for (size_t i = 0; i < outcomeWords.size(); ++i) {
        if (outcomeWords[i] == word)
            return OutcomeKind(i);
    }
    return std::nullopt;
}

// The members alone; what they hold is mutationFromJson's business.
Result<void> checkMutationShape(const QJsonObject& json)
{
    JsonReader reader(json, UnknownMembers::Refused);
    reader.integer("mid"_L1, 1);
    reader.integer("group"_L1);
    reader.text("op"_L1);
    reader.text("type"_L1);
    reader.id("id"_L1);
    reader.id("root"_L1);
    reader.stamp("base"_L1);
    reader.integer("at"_L1, std::numeric_limits<qint64>::min());
    if (reader.has("batch"_L1))
        reader.id("batch"_L1);
    const QString clock = reader.text("clock"_L1);
    if (clock != u"ok"_s && clock != u"bad"_s)
        reader.fail("clock"_L1, u"expected ok or bad"_s);
    if (reader.has("undo"_L1))
        reader.boolean("undo"_L1);
    if (json.value("op"_L1) != u"delete"_s)
        reader.object("set"_L1);
    return reader.finish();
}

Result<void> checkMembersOfSets(const Mutation& mutation)
{
    if (mutation.operation != Operation::Add && mutation.operation != Operation::Remove)
        return {};
    for (const auto& [index, value] : mutation.changes) {
        const FieldDescription& field = recordType(mutation.kind).fields[size_t(index)];
        if (field.kind != FieldKind::Set)
            return Error{ErrorCode::Malformed, u"the field is no set"_s, QString(field.name)};
    }
    return {};
}

Result<Mutation> decodeMutation(const QJsonValue& json)
{
    if (!json.isObject())
        return Error{ErrorCode::Malformed, u"expected a list of objects"_s, u"mutations"_s};
    const QJsonObject object = json.toObject();
    if (const Result<void> shape = checkMutationShape(object); !shape.ok())
        return shape.error();
    Result<Mutation> mutation = mutationFromJson(object);
    if (!mutation.ok())
        return mutation;
    if (const Result<void> sets = checkMembersOfSets(*mutation); !sets.ok())
        return sets.error();
    return mutation;
}

std::vector<Mutation> readMutations(JsonReader& reader)
{
    const QJsonArray array = reader.array("mutations"_L1);
    if (array.size() > maximumPushMutations)
        reader.fail(Error{ErrorCode::TooLarge, u"too many mutations"_s, u"mutations"_s});
    std::vector<Mutation> mutations;
    for (const QJsonValue& json : array) {
        if (reader.failed())
            break;
        Result<Mutation> mutation = decodeMutation(json);
        if (mutation.ok())
            mutations.push_back(std::move(*mutation));
        else
            reader.fail(mutation.error());
    }
    return mutations;
}

PageWish readPageWish(JsonReader& reader)
{
    JsonReader wish(reader.object("page"_L1), UnknownMembers::Refused);
    PageWish page{
        wish.text("cursor"_L1), wish.integer("rows"_L1, 1), wish.textOr("columns"_L1, QString())};
    if (const Result<void> read = wish.finish(); !read.ok())
        reader.fail(read.error());
    return page;
}

QJsonObject pageWishToJson(const PageWish& page)
{
    QJsonObject json{{u"cursor"_s, page.cursor}, {u"rows"_s, page.rows}};
    if (!page.columns.isEmpty())
        json.insert(u"columns"_s, page.columns);
    return json;
}

struct AnswerParts {
    QByteArray rest{};
    QByteArray page{};
};

/// The page is not read here: it may be large, and pages have a thread of their own.
AnswerParts withoutPage(const QByteArray& body)
{
    QByteArrayView page;
    JsonScanner scanner(body);
    const bool whole = eachMember(scanner, [&](QByteArrayView name) {
        const auto value = scanner.takeValue();
        if (value && name == "\"page\"")
            page = *value;
        return value.has_value();
    });
    if (!whole || page.isEmpty())
        return {body, {}};
    const qsizetype start = page.data() - body.constData();
    return {body.first(start) + "null" + body.sliced(start + page.size()), page.toByteArray()};
}

void readRefusal(JsonReader& reader, Outcome& outcome)
{
    outcome.code = errorCodeFromName(reader.text("code"_L1));
    outcome.message = reader.textOr("message"_L1, QString());
    outcome.field = reader.textOr("field"_L1, QString());
}

} // namespace

QJsonObject outcomeToJson(const Outcome& outcome)
{
    QJsonObject json{
        {u"mid"_s, outcome.mid}, {u"outcome"_s, QString(outcomeWords[size_t(outcome.kind)])}};
    if (outcome.kind == OutcomeKind::Refused) {
        json.insert(u"code"_s, errorCodeName(outcome.code));
        json.insert(u"message"_s, outcome.message);
        if (!outcome.field.isEmpty())
            json.insert(u"field"_s, outcome.field);
        return json;
    }
    json.insert(u"stamp"_s,
        QJsonObject{{u"generation"_s, outcome.stamp.generation}, {u"seq"_s, outcome.stamp.seq}});
    if (!outcome.kept.isEmpty())
        json.insert(u"kept"_s, QJsonArray::fromStringList(outcome.kept));
    if (!outcome.conflict.isNull())
        json.insert(u"conflict"_s, outcome.conflict.toString());
    return json;
}

Result<Outcome> outcomeFromJson(const QJsonObject& json)
{
    JsonReader reader(json, UnknownMembers::PassedOver);
    Outcome outcome;
    outcome.mid = reader.integer("mid"_L1, 1);
    const std::optional<OutcomeKind> kind = outcomeFromWord(reader.text("outcome"_L1));
    if (!kind)
        reader.fail("outcome"_L1, u"unknown outcome"_s);
    outcome.kind = kind.value_or(OutcomeKind::Refused);
    if (outcome.kind == OutcomeKind::Refused) {
        readRefusal(reader, outcome);
    } else {
        outcome.stamp = reader.stamp("stamp"_L1);
        if (reader.has("kept"_L1))
            outcome.kept = reader.texts("kept"_L1);
        if (reader.has("conflict"_L1))
            outcome.conflict = reader.id("conflict"_L1);
    }
    if (const Result<void> read = reader.finish(); !read.ok())
        return read.error();
    return outcome;
}

QByteArray encode(const PushRequest& request)
{
    QJsonArray mutations;
    for (const Mutation& mutation : request.mutations)
        mutations.append(mutationToJson(mutation));
    QJsonObject json{{u"device"_s, request.device.toString()}, {u"schema"_s, request.schema},
        {u"sentAt"_s, request.sentAt}, {u"chain"_s, request.chain}, {u"mutations"_s, mutations}};
    if (!request.seen.isEmpty())
        json.insert(u"seen"_s, request.seen);
    if (request.drains)
        json.insert(u"drains"_s, true);
    if (request.page)
        json.insert(u"page"_s, pageWishToJson(*request.page));
    return compact(json);
}

QByteArray encode(const PushResponse& response)
{
    QJsonArray outcomes;
    for (const Outcome& outcome : response.outcomes)
        outcomes.append(outcomeToJson(outcome));
    QJsonObject json{{u"outcomes"_s, outcomes}, {u"serverTime"_s, response.serverTime}};
    if (!response.seen.isEmpty())
        json.insert(u"seen"_s, response.seen);
    QByteArray body = compact(json);
    if (!response.page.isEmpty()) {
        body.chop(1);
        body += ",\"page\":" + response.page + '}';
    }
    return body;
}

Result<PushRequest> decodePushRequest(const QByteArray& body)
{
    const Result<QJsonObject> object = parseObject(body, maximumBodyBytes);
    if (!object.ok())
        return object.error();
    JsonReader reader(*object, UnknownMembers::Refused);
    PushRequest request;
    request.device = reader.id("device"_L1);
    request.schema = reader.integer("schema"_L1, 1);
    request.sentAt = reader.integer("sentAt"_L1, std::numeric_limits<qint64>::min());
    request.chain = reader.text("chain"_L1);
    request.seen = reader.textOr("seen"_L1, QString());
    request.mutations = readMutations(reader);
    if (reader.has("drains"_L1))
        request.drains = reader.boolean("drains"_L1);
    if (reader.has("page"_L1))
        request.page = readPageWish(reader);
    if (const Result<void> read = reader.finish(); !read.ok())
        return read.error();
    return request;
}

Result<PushResponse> decodePushResponse(const QByteArray& body)
{
    const auto [rest, page] = withoutPage(body);
    const Result<QJsonObject> object = parseObject(rest, maximumBodyBytes);
    if (!object.ok())
        return object.error();
    JsonReader reader(*object, UnknownMembers::PassedOver);
    PushResponse response;
    response.page = page;
    for (const QJsonValue& json : reader.array("outcomes"_L1)) {
        const Result<Outcome> outcome = outcomeFromJson(json.toObject());
        if (outcome.ok())
            response.outcomes.push_back(*outcome);
        else
            reader.fail(outcome.error());
    }
    response.serverTime = reader.integer("serverTime"_L1);
    response.seen = reader.textOr("seen"_L1, QString());
    if (const Result<void> read = reader.finish(); !read.ok())
        return read.error();
    return response;
}

QString chainAfter(const QString& chainBefore, const Mutation& mutation)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(chainBefore.toLatin1());
    hash.addData(compact(mutationToJson(mutation)));
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace homeroom
