// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/conditionfields.h"

#include <QDate>
#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr RecordKind askedKinds[] = {RecordKind::Student, RecordKind::Guardian,
    RecordKind::Opportunity, RecordKind::Enrollment, RecordKind::Order};

struct NumberWord {
    LessonNumber number;
    QLatin1StringView word;
};
constexpr NumberWord numberWords[] = {
    {LessonNumber::Attended, "attended"_L1},
    {LessonNumber::Missed, "missed"_L1},
    {LessonNumber::Finished, "finished"_L1},
    {LessonNumber::Homework, "homework"_L1},
    {LessonNumber::Minutes, "minutes"_L1},
};

// Custom fields are named one by one; a record of the family has no name to choose it by; an order
// on the board says nothing.
bool canBeAsked(const FieldDescription& field)
{
    const bool isOfFamily = field.target != RecordKind::None && recordType(field.target).isFamily();
    return field.kind != FieldKind::Object && !isOfFamily && field.name != "rank"_L1;
}

void addFieldsOf(std::vector<ConditionField>& fields, RecordKind kind)
{
    const RecordType& type = recordType(kind);
    for (size_t i = 0; i < type.fields.size(); ++i) {
        const FieldDescription& description = type.fields[i];
        if (!canBeAsked(description))
            continue;
        ConditionField field;
        field.kind = kind;
        field.index = int(i);
        field.word = kind == RecordKind::Customer
            ? QString(description.name)
            : u"%1.%2"_s.arg(QString(type.name), QString(description.name));
        field.form = description.kind;
        field.target = description.target;
        field.isOptional =
            description.kind != FieldKind::Word && description.kind != FieldKind::Boolean;
        for (const QLatin1StringView word : description.words)
            field.words.append(QString(word));
        fields.push_back(std::move(field));
    }
}

ConditionField customField(const CustomField& defined)
{
    ConditionField field;
    field.word = u"custom."_s + defined.key;
    field.customKey = defined.key;
    field.form = valueKindOf(defined.kind);
    if (field.form == FieldKind::Word)
        field.words = defined.choices;
    return field;
}

bool isDays(ConditionTest test)
{
    return test == ConditionTest::OlderThanDays || test == ConditionTest::WithinLastDays
        || test == ConditionTest::WithinNextDays;
}

bool isNumber(FieldKind form)
{
    return form == FieldKind::Integer || form == FieldKind::Money || form == FieldKind::Real;
}

std::optional<ConditionProblem> problemOfNumber(const QJsonValue& operand, bool days)
{
    if (!operand.isDouble() || !std::isfinite(operand.toDouble()))
        return ConditionProblem::BadNumber;
    const double number = operand.toDouble();
    if (days && (number < 0 || number > maximumConditionDays || number != std::floor(number)))
        return ConditionProblem::BadNumber;
    return std::nullopt;
}

std::optional<ConditionProblem> problemOfOperand(
    const ConditionField& field, const FamilyCondition& condition)
{
    const QJsonValue& operand = condition.operand;
    if (condition.test == ConditionTest::Filled || condition.test == ConditionTest::Empty)
        return std::nullopt;
    if (isDays(condition.test) || isNumber(field.form))
        return problemOfNumber(operand, isDays(condition.test));
    if (field.form == FieldKind::Boolean)
        return operand.isBool() ? std::nullopt : std::optional(ConditionProblem::NoValue);
    const QStringList texts = operandTexts(operand);
    if (texts.isEmpty() || texts.contains(QString()))
        return ConditionProblem::NoValue;
    const bool isDay = field.form == FieldKind::Time || field.form == FieldKind::Day;
    if (isDay && !QDate::fromString(texts.first(), Qt::ISODate).isValid())
        return ConditionProblem::BadDay;
    if (field.form == FieldKind::Month && !QDate::fromString(texts.first(), u"yyyy-MM"_s).isValid())
        return ConditionProblem::BadDay;
    return std::nullopt;
}

std::vector<ConditionTest> testsOfForm(FieldKind form)
{
    using enum ConditionTest;
    switch (form) {
    case FieldKind::Word:
    case FieldKind::Reference:
        return {Is, IsNot};
    case FieldKind::Set:
        return {Is, HasAll, IsNot};
    case FieldKind::Integer:
    case FieldKind::Money:
    case FieldKind::Real:
        return {AtLeast, AtMost, Is, IsNot};
    case FieldKind::Boolean:
        return {Is};
    case FieldKind::Time:
    case FieldKind::Day:
        return {OlderThanDays, WithinLastDays, WithinNextDays, OnOrAfter, OnOrBefore};
    case FieldKind::Month:
        return {OnOrAfter, OnOrBefore, Is, IsNot};
    default:
        return {Contains, Lacks, Is, IsNot};
    }
}

} // namespace

FieldKind valueKindOf(CustomFieldKind kind)
{
    switch (kind) {
    case CustomFieldKind::Text:
        return FieldKind::Text;
    case CustomFieldKind::Number:
        return FieldKind::Real;
    case CustomFieldKind::Money:
        return FieldKind::Money;
    case CustomFieldKind::Date:
        return FieldKind::Day;
    case CustomFieldKind::Choice:
        return FieldKind::Word;
    case CustomFieldKind::YesNo:
        return FieldKind::Boolean;
    }
    return FieldKind::Text;
}

QString lessonNumberWord(LessonNumber number)
{
    const auto found = std::ranges::find(numberWords, number, &NumberWord::number);
    return found == std::end(numberWords) ? QString() : u"lessons."_s + found->word;
}

std::vector<ConditionField> conditionFields(std::span<const CustomField> customFields)
{
    std::vector<ConditionField> fields;
    addFieldsOf(fields, RecordKind::Customer);
    for (const CustomField& defined : customFields) {
        if (defined.active)
            fields.push_back(customField(defined));
    }
    for (const RecordKind kind : askedKinds)
        addFieldsOf(fields, kind);
    for (const NumberWord& each : numberWords) {
        ConditionField field;
        field.kind = RecordKind::LessonProgress;
        field.word = lessonNumberWord(each.number);
        field.number = each.number;
        field.form = FieldKind::Integer;
        field.isOptional = false;
        fields.push_back(std::move(field));
    }
    return fields;
}

const ConditionField* findField(std::span<const ConditionField> fields, QStringView word)
{
    const auto found = std::ranges::find(fields, word, &ConditionField::word);
    return found == fields.end() ? nullptr : &*found;
}

std::vector<ConditionTest> testsOf(const ConditionField& field)
{
    std::vector<ConditionTest> tests = testsOfForm(field.form);
    if (field.isOptional) {
        tests.push_back(ConditionTest::Filled);
        tests.push_back(ConditionTest::Empty);
    }
    return tests;
}

std::optional<ConditionProblem> problemOf(
    const FamilyCondition& condition, std::span<const ConditionField> fields)
{
    const ConditionField* field = findField(fields, condition.field);
    if (!field)
        return ConditionProblem::UnknownField;
    const std::vector<ConditionTest> tests = testsOf(*field);
    if (std::ranges::find(tests, condition.test) == tests.end())
        return ConditionProblem::UnfitTest;
    return problemOfOperand(*field, condition);
}

std::optional<ConditionFault> firstFault(
    const ConditionGroup& group, std::span<const ConditionField> fields)
{
    for (const FamilyCondition& condition : group.conditions) {
        if (const auto problem = problemOf(condition, fields))
            return ConditionFault{*problem, condition};
    }
    for (const ConditionGroup& inner : group.groups) {
        if (auto fault = firstFault(inner, fields))
            return fault;
    }
    return std::nullopt;
}

QStringList operandTexts(const QJsonValue& operand)
{
    if (operand.isString())
        return {operand.toString()};
    QStringList texts;
    for (const QJsonValue& each : operand.toArray())
        texts.append(each.toString());
    return texts;
}

bool dependsOnTime(const ConditionGroup& group)
{
    return std::ranges::any_of(group.conditions, isDays, &FamilyCondition::test)
        || std::ranges::any_of(group.groups, dependsOnTime);
}

} // namespace homeroom
