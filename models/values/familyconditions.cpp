// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/familyconditions.h"

#include <QJsonArray>

#include <algorithm>
#include <numeric>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

Error malformed(const QString& detail, const QString& field = {})
{
    return {ErrorCode::Invalid, detail, field};
}

std::optional<ConditionTest> testOfWord(const QString& word)
{
    const auto& words = Words<ConditionTest>::words;
    const auto found = std::ranges::find(words, word);
    if (found == std::end(words))
        return std::nullopt;
    return ConditionTest(found - std::begin(words));
}

QJsonObject toJson(const FamilyCondition& condition)
{
    QJsonObject json{{u"field"_s, condition.field},
        {u"test"_s, QString(Words<ConditionTest>::words[size_t(condition.test)])}};
    if (!condition.operand.isNull())
        json.insert(u"value"_s, condition.operand);
    return json;
}

Result<FamilyCondition> conditionOf(const QJsonObject& json)
{
    const QString field = json.value(u"field"_s).toString();
    if (field.isEmpty())
        return malformed(u"a condition names no field"_s);
    const auto test = testOfWord(json.value(u"test"_s).toString());
    if (!test)
        return malformed(u"a condition asks what nobody can answer"_s, field);
    const QJsonValue value = json.value(u"value"_s);
    return FamilyCondition{field, *test, value.isUndefined() ? QJsonValue() : value};
}

Result<ConditionGroup> groupOf(const QJsonObject& json, int depth)
{
    if (depth > maximumConditionDepth)
        return malformed(u"conditions lie too deep"_s);
    const QString match = json.value(u"match"_s).toString();
    if (!json.value(u"of"_s).isArray() || (match != u"all"_s && match != u"any"_s))
        return malformed(u"conditions need «match» and «of»"_s);
    ConditionGroup group;
    group.any = match == u"any"_s;
    for (const QJsonValue& each : json.value(u"of"_s).toArray()) {
        const QJsonObject member = each.toObject();
        if (member.contains(u"of"_s)) {
            Result<ConditionGroup> inner = groupOf(member, depth + 1);
            if (!inner.ok())
                return inner.error();
            group.groups.push_back(std::move(*inner));
            continue;
        }
        Result<FamilyCondition> condition = conditionOf(member);
        if (!condition.ok())
            return condition.error();
        group.conditions.push_back(std::move(*condition));
    }
    return group;
}

} // namespace

QJsonObject conditionsToJson(const ConditionGroup& group)
{
    QJsonArray members;
    for (const FamilyCondition& condition : group.conditions)
        members.append(toJson(condition));
    for (const ConditionGroup& inner : group.groups)
        members.append(conditionsToJson(inner));
    return {{u"match"_s, group.any ? u"any"_s : u"all"_s}, {u"of"_s, members}};
}

Result<ConditionGroup> conditionsFromJson(const QJsonObject& json)
{
    if (json.isEmpty())
        return ConditionGroup();
    Result<ConditionGroup> group = groupOf(json, 1);
    if (group.ok() && conditionCount(*group) > maximumConditions)
        return malformed(u"too many conditions"_s);
    return group;
}

int conditionCount(const ConditionGroup& group)
{
    return std::accumulate(group.groups.begin(), group.groups.end(), int(group.conditions.size()),
        [](int sum, const ConditionGroup& inner) { return sum + conditionCount(inner); });
}

} // namespace homeroom
