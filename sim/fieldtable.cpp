// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/fieldtable.h"

#include "models/values/recordid.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <map>

namespace homeroom::sim {

namespace {

constexpr FieldRule rules[] = {
    {"customer", "name", FieldClass::Guarded, FieldForm::Text},
    {"customer", "phone", FieldClass::Guarded, FieldForm::Text, FieldReader::Owner},
    {"customer", "wechatId", FieldClass::Guarded, FieldForm::Text, FieldReader::Owner},
    {"customer", "address", FieldClass::Guarded, FieldForm::Text, FieldReader::Owner},
    {"customer", "wechatNick", FieldClass::Soft, FieldForm::Text},
    {"customer", "relation", FieldClass::Soft, FieldForm::Text},
    {"customer", "city", FieldClass::Soft, FieldForm::Text},
    {"customer", "channel", FieldClass::Soft, FieldForm::Reference},
    {"customer", "campaign", FieldClass::Soft, FieldForm::Text},
    {"customer", "referrer", FieldClass::Soft, FieldForm::Text},
    {"customer", "externalId", FieldClass::Soft, FieldForm::Text},
    {"customer", "sourceText", FieldClass::Soft, FieldForm::Text},
    {"customer", "tier", FieldClass::Soft, FieldForm::Text},
    {"customer", "tierReason", FieldClass::Soft, FieldForm::Text},
    {"customer", "intention", FieldClass::Soft, FieldForm::Text},
    {"customer", "score", FieldClass::Soft, FieldForm::Number},
    {"customer", "friendState", FieldClass::Soft, FieldForm::Text},
    {"customer", "friendRequestedAt", FieldClass::Soft, FieldForm::Number},
    {"customer", "friendAddedAt", FieldClass::Soft, FieldForm::Number},
    {"customer", "workAccount", FieldClass::Soft, FieldForm::Reference},
    {"customer", "groupState", FieldClass::Soft, FieldForm::Text},
    {"customer", "groupJoinedAt", FieldClass::Soft, FieldForm::Number},
    {"customer", "appSignedInAt", FieldClass::Soft, FieldForm::Number},
    {"customer", "kitState", FieldClass::Soft, FieldForm::Text},
    {"customer", "nextStep", FieldClass::Soft, FieldForm::Text},
    {"customer", "nextStepAt", FieldClass::Soft, FieldForm::Number},
    {"customer", "lastContactAt", FieldClass::Quiet, FieldForm::Number},
    {"customer", "tags", FieldClass::Set, FieldForm::Members},
    {"customer", "consent", FieldClass::Guarded, FieldForm::Flag},
    {"customer", "doNotDisturb", FieldClass::Soft, FieldForm::Flag},
    {"customer", "lifecycle", FieldClass::Soft, FieldForm::Text},
    {"customer", "remark", FieldClass::Text, FieldForm::Text},
    {"customer", "custom", FieldClass::Soft, FieldForm::Keys},
    {"customer", "createdAt", FieldClass::Soft, FieldForm::Number},
    {"guardian", "customer", FieldClass::Placed, FieldForm::Reference},
    {"guardian", "name", FieldClass::Guarded, FieldForm::Text},
    {"guardian", "relation", FieldClass::Soft, FieldForm::Text},
    {"guardian", "phone", FieldClass::Guarded, FieldForm::Text, FieldReader::Owner},
    {"guardian", "wechatId", FieldClass::Guarded, FieldForm::Text, FieldReader::Owner},
    {"student", "customer", FieldClass::Placed, FieldForm::Reference},
    {"student", "name", FieldClass::Guarded, FieldForm::Text},
    {"student", "birthMonth", FieldClass::Guarded, FieldForm::Text},
    {"student", "grade", FieldClass::Soft, FieldForm::Number},
    {"student", "school", FieldClass::Soft, FieldForm::Text},
    {"student", "level", FieldClass::Soft, FieldForm::Text},
    {"student", "device", FieldClass::Soft, FieldForm::Text},
    {"student", "guardianConsent", FieldClass::Guarded, FieldForm::Flag},
    {"opportunity", "customer", FieldClass::Placed, FieldForm::Reference},
    {"opportunity", "student", FieldClass::Soft, FieldForm::Reference},
    {"opportunity", "pipeline", FieldClass::Soft, FieldForm::Reference},
    {"opportunity", "stage", FieldClass::Guarded, FieldForm::Reference},
    {"opportunity", "rank", FieldClass::Quiet, FieldForm::Text},
    {"opportunity", "amount", FieldClass::Guarded, FieldForm::Number},
    {"opportunity", "cohort", FieldClass::Soft, FieldForm::Reference},
    {"opportunity", "lostReason", FieldClass::Led, FieldForm::Text},
    {"opportunity", "closedAt", FieldClass::Led, FieldForm::Number},
    {"opportunity", "stageEnteredAt", FieldClass::Quiet, FieldForm::Number},
    {"followup", "customer", FieldClass::Placed, FieldForm::Reference},
    {"followup", "kind", FieldClass::Append, FieldForm::Text},
    {"followup", "result", FieldClass::Append, FieldForm::Text},
    {"followup", "text", FieldClass::Append, FieldForm::Text},
    {"followup", "nextStep", FieldClass::Append, FieldForm::Text},
    {"followup", "nextAt", FieldClass::Append, FieldForm::Number},
    {"followup", "duration", FieldClass::Append, FieldForm::Number},
    {"followup", "author", FieldClass::Placed, FieldForm::Reference},
    {"followup", "cohortDay", FieldClass::Append, FieldForm::Number},
    {"followup", "happenedAt", FieldClass::Append, FieldForm::Number},
    {"task", "customer", FieldClass::Placed, FieldForm::Reference},
    {"task", "team", FieldClass::Soft, FieldForm::Reference},
    {"task", "assignee", FieldClass::Soft, FieldForm::Reference},
    {"task", "text", FieldClass::Soft, FieldForm::Text},
    {"task", "dueAt", FieldClass::Soft, FieldForm::Number},
    {"task", "rule", FieldClass::Soft, FieldForm::Text},
    {"task", "state", FieldClass::Soft, FieldForm::Text},
    {"task", "reason", FieldClass::Soft, FieldForm::Text},
    {"task", "doneAt", FieldClass::Soft, FieldForm::Number},
    {"task", "author", FieldClass::Placed, FieldForm::Reference},
    {"task", "repeat", FieldClass::Soft, FieldForm::Text},
    {"task", "snoozedUntil", FieldClass::Soft, FieldForm::Number},
    {"user", "role", FieldClass::Soft, FieldForm::Text},
    {"user", "active", FieldClass::Soft, FieldForm::Flag},
    {"user", "team", FieldClass::Placed, FieldForm::Reference},
    {"familyaccess", "customer", FieldClass::Placed, FieldForm::Reference},
    {"familyaccess", "author", FieldClass::Placed, FieldForm::Reference},
    {"familyaccess", "at", FieldClass::Append, FieldForm::Number},
    {"conflict", "resolved", FieldClass::Soft, FieldForm::Flag},
    {"conflict", "resolution", FieldClass::Soft, FieldForm::Text},
};

QJsonValue simplified(const QJsonValue& value)
{
    const bool nothing = value.isUndefined() || (value.isString() && value.toString().isEmpty())
        || (value.isArray() && value.toArray().isEmpty())
        || (value.isObject() && value.toObject().isEmpty());
    return nothing ? QJsonValue(QJsonValue::Null) : value;
}

} // namespace

std::span<const FieldRule> fieldTable()
{
    return rules;
}

const FieldRule* findFieldRule(const QString& type, const QString& field)
{
    static const auto byName = [] {
        std::map<std::pair<QString, QString>, const FieldRule*> made;
        for (const FieldRule& rule : rules)
            made[{QString::fromLatin1(rule.type), QString::fromLatin1(rule.field)}] = &rule;
        return made;
    }();
    const auto found = byName.find({type, field});
    return found == byName.end() ? nullptr : found->second;
}

QJsonValue fieldValueOf(const FieldRule& rule, const QByteArray& bytes)
{
    if (bytes.isEmpty())
        return QJsonValue::Null;
    switch (rule.form) {
    case FieldForm::Text:
        return QString::fromUtf8(bytes);
    case FieldForm::Number:
        return bytes.toLongLong();
    case FieldForm::Flag:
        return bytes == "1";
    case FieldForm::Reference:
        return RecordId::fromBytes(bytes).toString();
    case FieldForm::Members:
        return QJsonDocument::fromJson(bytes).array();
    case FieldForm::Keys:
        return QJsonDocument::fromJson(bytes).object();
    }
    return QJsonValue::Null;
}

bool sameValue(const QJsonValue& one, const QJsonValue& other)
{
    return simplified(one) == simplified(other);
}

} // namespace homeroom::sim
