// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/recordjson.h"

#include <QJsonArray>

#include <cmath>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

Error malformed(const FieldDescription& field, const QString& detail)
{
    return {ErrorCode::Malformed, detail, QString(field.name)};
}

Result<FieldValue> integerFromJson(const FieldDescription& field, const QJsonValue& json)
{
    if (field.kind == FieldKind::Boolean) {
        if (!json.isBool())
            return malformed(field, u"expected true or false"_s);
        return FieldValue(qint64(json.toBool() ? 1 : 0));
    }
    // 2^53: beyond it a JSON number no longer says which integer is meant.
    constexpr double exact = 9007199254740992.0;
    const double number = json.toDouble();
    if (!json.isDouble() || number != std::floor(number) || std::abs(number) > exact)
        return malformed(field, u"expected an integer"_s);
    return FieldValue(json.toInteger());
}

Result<FieldValue> referenceFromJson(const FieldDescription& field, const QJsonValue& json)
{
    const std::optional<RecordId> id = RecordId::fromString(json.toString());
    if (!id)
        return malformed(field, u"expected an id"_s);
    return FieldValue(*id);
}

Result<FieldValue> setFromJson(const FieldDescription& field, const QJsonValue& json)
{
    if (!json.isArray())
        return malformed(field, u"expected a list"_s);
    QStringList set;
    for (const QJsonValue& member : json.toArray()) {
        if (!member.isString())
            return malformed(field, u"expected a list of texts"_s);
        set.append(member.toString());
    }
    set.sort();
    set.removeDuplicates();
    return set.isEmpty() ? FieldValue() : FieldValue(set);
}

Result<FieldValue> unchecked(const FieldDescription& field, const QJsonValue& json)
{
    switch (field.kind) {
    case FieldKind::Integer:
    case FieldKind::Money:
    case FieldKind::Time:
    case FieldKind::Boolean:
        return integerFromJson(field, json);
    case FieldKind::Real:
        if (!json.isDouble())
            return malformed(field, u"expected a number"_s);
        return FieldValue(json.toDouble());
    case FieldKind::Reference:
        return referenceFromJson(field, json);
    case FieldKind::Set:
        return setFromJson(field, json);
    case FieldKind::Object:
        if (!json.isObject())
            return malformed(field, u"expected an object"_s);
        return FieldValue(json.toObject());
    default:
        if (!json.isString())
            return malformed(field, u"expected a text"_s);
        return FieldValue(json.toString());
    }
}

QJsonObject stampToJson(const Stamp& stamp)
{
    return {{u"generation"_s, stamp.generation}, {u"seq"_s, stamp.seq}};
}

Stamp stampFromJson(const QJsonObject& json)
{
    return {json.value(u"generation"_s).toInteger(), json.value(u"seq"_s).toInteger()};
}

} // namespace

QJsonValue fieldToJson(const FieldDescription& field, const FieldValue& value)
{
    if (const auto* number = std::get_if<qint64>(&value))
        return field.kind == FieldKind::Boolean ? QJsonValue(*number != 0) : QJsonValue(*number);
    if (const auto* real = std::get_if<double>(&value))
        return *real;
    if (const auto* text = std::get_if<QString>(&value))
        return *text;
    if (const auto* id = std::get_if<RecordId>(&value))
        return id->toString();
    if (const auto* set = std::get_if<QStringList>(&value))
        return QJsonArray::fromStringList(*set);
    if (const auto* object = std::get_if<QJsonObject>(&value))
        return *object;
    return QJsonValue::Null;
}

Result<FieldValue> fieldFromJson(const FieldDescription& field, const QJsonValue& json)
{
    if (json.isNull())
        return FieldValue();
    Result<FieldValue> value = unchecked(field, json);
    if (!value.ok())
        return value;
    if (const auto* text = std::get_if<QString>(&*value); text && text->isEmpty())
        return FieldValue();
    if (const Result<void> valid = validateField(field, *value); !valid.ok())
        return valid.error();
    return value;
}

QJsonObject rowToJson(const RecordRow& row)
{
    QJsonObject json{{u"id"_s, row.id.toString()}};
    const RecordType& type = row.type();
    for (size_t i = 0; i < type.fields.size(); ++i)
        json.insert(type.fields[i].name, fieldToJson(type.fields[i], row.values[i]));
    return json;
}

QJsonObject changesToJson(const RecordType& type, const FieldChanges& changes)
{
    QJsonObject json;
    for (const auto& [index, value] : changes) {
        const FieldDescription& field = type.fields[size_t(index)];
        json.insert(field.name, fieldToJson(field, value));
    }
    return json;
}

Result<FieldChanges> changesFromJson(const RecordType& type, const QJsonObject& json)
{
    FieldChanges changes;
    for (auto it = json.begin(); it != json.end(); ++it) {
        const int index = type.indexOf(it.key());
        if (index < 0)
            return Error{ErrorCode::Malformed, u"unknown field"_s, it.key()};
        Result<FieldValue> value = fieldFromJson(type.fields[size_t(index)], it.value());
        if (!value.ok())
            return value.error();
        changes.emplace_back(index, std::move(*value));
    }
    return changes;
}

QJsonObject mutationToJson(const Mutation& mutation)
{
    const RecordType& type = recordType(mutation.kind);
    QJsonObject json{{u"mid"_s, mutation.mid}, {u"group"_s, mutation.group},
        {u"op"_s, QString(operationWord(mutation.operation))}, {u"type"_s, QString(type.name)},
        {u"id"_s, mutation.id.toString()}, {u"root"_s, mutation.root.toString()},
        {u"base"_s, stampToJson(mutation.base)}, {u"at"_s, mutation.at},
        {u"clock"_s, mutation.clockGood ? u"ok"_s : u"bad"_s}};
    if (!mutation.batch.isNull())
        json.insert(u"batch"_s, mutation.batch.toString());
    if (mutation.undo)
        json.insert(u"undo"_s, true);
    if (mutation.operation != Operation::Delete)
        json.insert(u"set"_s, changesToJson(type, mutation.changes));
    return json;
}

Result<Mutation> mutationFromJson(const QJsonObject& json)
{
    const RecordType* type = recordTypeByName(json.value(u"type"_s).toString());
    const auto operation = operationFromWord(json.value(u"op"_s).toString());
    const auto id = RecordId::fromString(json.value(u"id"_s).toString());
    const auto root = RecordId::fromString(json.value(u"root"_s).toString());
    if (!type)
        return Error{ErrorCode::Malformed, u"unknown record type"_s, u"type"_s};
    if (!operation)
        return Error{ErrorCode::Malformed, u"unknown operation"_s, u"op"_s};
    if (!id || !root)
        return Error{ErrorCode::Malformed, u"expected an id"_s, id ? u"root"_s : u"id"_s};
    Result<FieldChanges> changes = changesFromJson(*type, json.value(u"set"_s).toObject());
    if (!changes.ok())
        return changes.error();
    Mutation mutation;
    mutation.mid = json.value(u"mid"_s).toInteger();
    mutation.group = json.value(u"group"_s).toInteger();
    mutation.batch = RecordId::fromString(json.value(u"batch"_s).toString()).value_or(RecordId());
    mutation.operation = *operation;
    mutation.kind = type->kind;
    mutation.id = *id;
    mutation.root = *root;
    mutation.base = stampFromJson(json.value(u"base"_s).toObject());
    mutation.changes = std::move(*changes);
    mutation.at = json.value(u"at"_s).toInteger();
    mutation.clockGood = json.value(u"clock"_s).toString() != u"bad"_s;
    mutation.undo = json.value(u"undo"_s).toBool();
    return mutation;
}

QJsonObject wholeRowToJson(const RecordRow& row)
{
    FieldChanges set;
    for (size_t i = 0; i < row.values.size(); ++i) {
        if (!isNothing(row.values[i]))
            set.emplace_back(int(i), row.values[i]);
    }
    return {{u"id"_s, row.id.toString()}, {u"root"_s, row.root.toString()},
        {u"stamp"_s, stampToJson(row.stamp)}, {u"deleted"_s, row.deleted}, {u"extra"_s, row.extra},
        {u"set"_s, changesToJson(row.type(), set)}};
}

} // namespace homeroom
