// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/typedjson.h"

#include <QJsonArray>

#include <limits>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

std::optional<FieldValue> textValue(const QJsonValue& json)
{
    if (!json.isString())
        return std::nullopt;
    const QString text = json.toString();
    return text.isEmpty() ? FieldValue() : FieldValue(text);
}

std::optional<FieldValue> setValue(const QJsonValue& json)
{
    if (!json.isArray())
        return std::nullopt;
    QStringList set;
    for (const QJsonValue& member : json.toArray()) {
        if (!member.isString())
            return std::nullopt;
        set.append(member.toString());
    }
    set.sort();
    return set.isEmpty() ? FieldValue() : FieldValue(set);
}

std::optional<FieldValue> numberValue(const FieldDescription& field, const QJsonValue& json)
{
    if (field.kind == FieldKind::Boolean)
        return json.isBool() ? std::optional<FieldValue>(qint64(json.toBool() ? 1 : 0))
                             : std::nullopt;
    return isExactInteger(json) ? std::optional<FieldValue>(json.toInteger()) : std::nullopt;
}

} // namespace

bool isExactInteger(const QJsonValue& value)
{
    constexpr qint64 exact = 9007199254740992; // 2^53
    // toInteger answers its default where the number has a fraction or is too large.
    const qint64 number = value.toInteger(std::numeric_limits<qint64>::min());
    return value.isDouble() && number >= -exact && number <= exact;
}

std::optional<FieldValue> typedFieldFromJson(const FieldDescription& field, const QJsonValue& json)
{
    if (json.isNull())
        return FieldValue();
    switch (field.kind) {
    case FieldKind::Integer:
    case FieldKind::Money:
    case FieldKind::Time:
    case FieldKind::Boolean:
        return numberValue(field, json);
    case FieldKind::Real:
        return json.isDouble() ? std::optional<FieldValue>(json.toDouble()) : std::nullopt;
    case FieldKind::Reference:
        if (const auto id = RecordId::fromString(json.toString()))
            return FieldValue(*id);
        return std::nullopt;
    case FieldKind::Set:
        return setValue(json);
    case FieldKind::Object:
        return json.isObject() ? std::optional<FieldValue>(json.toObject()) : std::nullopt;
    default:
        return textValue(json);
    }
}

Result<RecordRow> typedRowFromJson(const RecordType& type, const QJsonObject& json)
{
    const auto id = RecordId::fromString(json.value("id"_L1).toString());
    const auto root = RecordId::fromString(json.value("root"_L1).toString());
    if (!id || !root)
        return Error{ErrorCode::Malformed, u"expected an id"_s, u"id"_s};
    RecordRow row = emptyRow(type.kind, *id);
    row.root = *root;
    const QJsonObject stamp = json.value("stamp"_L1).toObject();
    row.stamp = {stamp.value("generation"_L1).toInteger(), stamp.value("seq"_L1).toInteger()};
    row.deleted = json.value("deleted"_L1).toBool();
    row.extra = json.value("extra"_L1).toObject();
    const QJsonObject set = json.value("set"_L1).toObject();
    for (auto it = set.begin(); it != set.end(); ++it) {
        const int field = type.indexOf(it.key());
        if (field < 0)
            continue;
        std::optional<FieldValue> value =
            typedFieldFromJson(type.fields[size_t(field)], it.value());
        if (!value)
            return Error{ErrorCode::Malformed, u"a value of the wrong type"_s, it.key()};
        row.values[size_t(field)] = std::move(*value);
    }
    return row;
}

} // namespace homeroom
