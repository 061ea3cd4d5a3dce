// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/description.h"
#include "models/values/result.h"

#include <QJsonObject>
#include <QJsonValue>

#include <vector>

namespace homeroom {

/// What a condition asks of a field. Which of them a field can be asked is said by testsOf().
enum class ConditionTest {
    Is, ///< one of the operand's values; of a set: it has one of them
    IsNot, ///< none of them; so is an empty field
    HasAll, ///< of a set
    Contains, ///< of a text, letters of both cases alike
    Lacks,
    AtLeast,
    AtMost,
    OlderThanDays, ///< so many times 24 hours ago or longer
    WithinLastDays, ///< within so many times 24 hours before now
    WithinNextDays, ///< from now on, within so many times 24 hours
    OnOrAfter, ///< a day of the organisation's zone, or a month
    OnOrBefore,
    Filled,
    Empty
};
template <> struct Words<ConditionTest> {
    static constexpr QLatin1StringView words[] = {QLatin1StringView("is"),
        QLatin1StringView("isNot"), QLatin1StringView("hasAll"), QLatin1StringView("contains"),
        QLatin1StringView("lacks"), QLatin1StringView("atLeast"), QLatin1StringView("atMost"),
        QLatin1StringView("olderThanDays"), QLatin1StringView("withinLastDays"),
        QLatin1StringView("withinNextDays"), QLatin1StringView("onOrAfter"),
        QLatin1StringView("onOrBefore"), QLatin1StringView("filled"), QLatin1StringView("empty")};
};

/// One question about a family.
struct FamilyCondition {
    QString field{}; ///< as ConditionField::word, such as `lastContactAt` or `student.grade`
    ConditionTest test = ConditionTest::Filled;
    /// A list of words or ids, a text, a number (money in fen), a day or month as text; nothing for
    /// Filled and Empty.
    QJsonValue operand{};

    bool operator==(const FamilyCondition&) const = default;
};

/// Conditions and groups of them, all of which hold, or any. An empty group holds.
struct ConditionGroup {
    bool any = false;
    std::vector<FamilyCondition> conditions{};
    std::vector<ConditionGroup> groups{};

    bool isEmpty() const { return conditions.empty() && groups.empty(); }
    bool operator==(const ConditionGroup&) const = default;
};

constexpr int maximumConditionDepth = 4;
constexpr int maximumConditions = 50;

/// As a saved view holds it: `{"match":"any","of":[{"field":…,"test":…,"value":…},{"match":…}]}`.
QJsonObject conditionsToJson(const ConditionGroup& group);

/// The inverse; of an empty object an empty group. Invalid where the shape is not that of
/// conditionsToJson, names an unknown test, or is deeper or longer than the limits above; whether
/// its fields exist is said by checkConditions().
Result<ConditionGroup> conditionsFromJson(const QJsonObject& json);

/// How many conditions there are in the group and those within it.
int conditionCount(const ConditionGroup& group);

} // namespace homeroom
