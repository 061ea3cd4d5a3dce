// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/familyconditions.h"
#include "models/values/records/records.h"

#include <QStringList>

#include <optional>
#include <span>
#include <vector>

namespace homeroom {

/// What is counted of a family's lessons, of all its children and camps.
enum class LessonNumber {
    None,
    Attended, ///< live or as a replay
    Missed, ///< told as missed; a lesson of which nothing is known is not counted
    Finished,
    Homework, ///< handed in
    Minutes
};

/// What the values of a custom field are.
FieldKind valueKindOf(CustomFieldKind kind);

/// `lessons.finished`; empty for None.
QString lessonNumberWord(LessonNumber number);

/// A field that a condition can name: one of the family's own, one of a record of the family (any
/// of them counts), one that the organisation defined, or a number of its lessons.
struct ConditionField {
    QString word{}; ///< `city`, `student.grade`, `custom.<key>`, `lessons.finished`
    RecordKind kind = RecordKind::Customer;
    int index = -1; ///< in the record type; -1 for the last two
    QString customKey{};
    LessonNumber number = LessonNumber::None;
    FieldKind form = FieldKind::Text; ///< what its values are
    RecordKind target = RecordKind::None; ///< of a Reference
    QStringList words{}; ///< of a Word
    bool isOptional = true; ///< can be empty
};

/// All of them, in the order of the records; of custom fields those that are active.
std::vector<ConditionField> conditionFields(std::span<const CustomField> customFields);
/// Null where there is none of that word, as after a custom field was removed.
const ConditionField* findField(std::span<const ConditionField> fields, QStringView word);

/// The tests that make sense of the field, the most useful first.
std::vector<ConditionTest> testsOf(const ConditionField& field);

/// Why a condition cannot be asked.
enum class ConditionProblem {
    UnknownField,
    UnfitTest,
    NoValue,
    BadNumber, ///< no number; of days: not within 0 … maximumConditionDays, or broken
    BadDay ///< no day (yyyy-MM-dd) or month (yyyy-MM) that there is
};
struct ConditionFault {
    ConditionProblem problem{};
    FamilyCondition condition{};
};
constexpr int maximumConditionDays = 3660;

std::optional<ConditionProblem> problemOf(
    const FamilyCondition& condition, std::span<const ConditionField> fields);
/// The first condition of the group that cannot be asked.
std::optional<ConditionFault> firstFault(
    const ConditionGroup& group, std::span<const ConditionField> fields);

/// What the operand holds as texts: the members of a list, or the one text.
QStringList operandTexts(const QJsonValue& operand);

/// Whether the answer changes while no record does.
bool dependsOnTime(const ConditionGroup& group);

} // namespace homeroom
