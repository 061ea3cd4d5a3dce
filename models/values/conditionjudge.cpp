// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/conditionjudge.h"

#include "models/values/cohortday.h"

#include <algorithm>
#include <functional>
#include <limits>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

using Passes = std::function<bool(const FieldValue&)>;

/// What a negative test denies; others are asked as they are.
ConditionTest denied(ConditionTest test)
{
    switch (test) {
    case ConditionTest::IsNot:
        return ConditionTest::Is;
    case ConditionTest::Lacks:
        return ConditionTest::Contains;
    case ConditionTest::Empty:
        return ConditionTest::Filled;
    default:
        return test;
    }
}

std::optional<double> numberOf(const FieldValue& value)
{
    if (const auto* whole = std::get_if<qint64>(&value))
        return double(*whole);
    if (const auto* real = std::get_if<double>(&value))
        return *real;
    return std::nullopt;
}

bool isFilled(const FieldValue& value)
{
    if (const auto* text = std::get_if<QString>(&value))
        return !text->isEmpty();
    if (const auto* set = std::get_if<QStringList>(&value))
        return !set->isEmpty();
    return !isNothing(value);
}

Passes isReference(const QStringList& texts)
{
    std::vector<RecordId> wanted;
    for (const QString& text : texts) {
        if (const auto id = RecordId::fromString(text))
            wanted.push_back(*id);
    }
    return [wanted](const FieldValue& value) {
        const auto* id = std::get_if<RecordId>(&value);
        return id && std::ranges::find(wanted, *id) != wanted.end();
    };
}

Passes isText(const QStringList& texts)
{
    return [texts](const FieldValue& value) {
        const auto* text = std::get_if<QString>(&value);
        return text && texts.contains(*text);
    };
}

Passes hasMembers(const QStringList& members, bool all)
{
    return [members, all](const FieldValue& value) {
        const auto* set = std::get_if<QStringList>(&value);
        const auto held = [set](const QString& member) { return set->contains(member); };
        return set
            && (all ? std::ranges::all_of(members, held) : std::ranges::any_of(members, held));
    };
}

Passes isNumberBetween(double least, double most)
{
    return [least, most](const FieldValue& value) {
        const std::optional<double> number = numberOf(value);
        return number && *number >= least && *number <= most;
    };
}

Passes isTimeBetween(Milliseconds first, Milliseconds last)
{
    return [first, last](const FieldValue& value) {
        const auto* at = std::get_if<qint64>(&value);
        return at && *at >= first && *at <= last;
    };
}

// Days and months are written so that their order is that of their letters.
Passes isDayBetween(const QString& first, const QString& last)
{
    return [first, last](const FieldValue& value) {
        const auto* day = std::get_if<QString>(&value);
        return day && !day->isEmpty() && *day >= first && (last.isEmpty() || *day <= last);
    };
}

Passes isOneOf(const ConditionField& field, const QJsonValue& operand)
{
    if (operand.isBool())
        return isNumberBetween(1, std::numeric_limits<double>::max());
    if (operand.isDouble())
        return isNumberBetween(operand.toDouble(), operand.toDouble());
    const QStringList texts = operandTexts(operand);
    if (field.form == FieldKind::Set)
        return hasMembers(texts, false);
    return field.form == FieldKind::Reference ? isReference(texts) : isText(texts);
}

} // namespace

ConditionJudge::ConditionJudge(const ConditionGroup& group, std::span<const ConditionField> fields,
    Milliseconds now, const QTimeZone& zone)
    : m_now(now), m_zone(zone), m_root(prepared(group, fields))
{
}

ConditionJudge::Group ConditionJudge::prepared(
    const ConditionGroup& group, std::span<const ConditionField> fields)
{
    Group made;
    made.any = group.any;
    for (const FamilyCondition& condition : group.conditions) {
        const ConditionField* field = findField(fields, condition.field);
        made.tests.push_back(field ? prepared(condition, *field) : Test());
    }
    for (const ConditionGroup& inner : group.groups) {
        if (!inner.isEmpty())
            made.groups.push_back(prepared(inner, fields));
    }
    return made;
}

ConditionJudge::Test ConditionJudge::prepared(
    const FamilyCondition& condition, const ConditionField& field)
{
    const ConditionTest test = denied(condition.test);
    const bool orArrival = test == ConditionTest::OlderThanDays && field.word == u"lastContactAt"_s;
    // «Is not» and «is no» deny alike: who has never said yes is at no.
    const bool isNo = condition.operand.isBool() && !condition.operand.toBool();
    return {ask({field, orArrival}), passing(field, test, condition.operand),
        (test != condition.test) != isNo};
}

size_t ConditionJudge::ask(const AskedField& field)
{
    const auto found = std::ranges::find(m_asked, field);
    if (found != m_asked.end())
        return size_t(found - m_asked.begin());
    m_asked.push_back(field);
    return m_asked.size() - 1;
}

Passes ConditionJudge::passing(
    const ConditionField& field, ConditionTest test, const QJsonValue& operand) const
{
    constexpr double most = std::numeric_limits<double>::max();
    switch (test) {
    case ConditionTest::Is:
        return isOneOf(field, operand);
    case ConditionTest::HasAll:
        return hasMembers(operandTexts(operand), true);
    case ConditionTest::Contains:
        return [wanted = operand.toString()](const FieldValue& value) {
            const auto* text = std::get_if<QString>(&value);
            return text && text->contains(wanted, Qt::CaseInsensitive);
        };
    case ConditionTest::AtLeast:
        return isNumberBetween(operand.toDouble(), most);
    case ConditionTest::AtMost:
        return isNumberBetween(-most, operand.toDouble());
    case ConditionTest::Filled:
        return isFilled;
    default:
        return between(field, test, operand);
    }
}

Passes ConditionJudge::between(
    const ConditionField& field, ConditionTest test, const QJsonValue& operand) const
{
    constexpr Milliseconds ever = std::numeric_limits<Milliseconds>::max();
    constexpr Milliseconds never = std::numeric_limits<Milliseconds>::min();
    const bool isTime = field.form == FieldKind::Time;
    if (test == ConditionTest::OnOrAfter || test == ConditionTest::OnOrBefore) {
        const bool after = test == ConditionTest::OnOrAfter;
        const QString day = operandTexts(operand).value(0);
        if (!isTime)
            return after ? isDayBetween(day, {}) : isDayBetween({}, day);
        const QDate date = QDate::fromString(day, Qt::ISODate).addDays(after ? 0 : 1);
        const Milliseconds start = date.startOfDay(m_zone).toMSecsSinceEpoch();
        return after ? isTimeBetween(start, ever) : isTimeBetween(never, start - 1);
    }
    const qint64 days = operand.toInteger();
    const QDate today = dateAt(m_now, m_zone);
    const auto dayAway = [&](qint64 away) { return today.addDays(away).toString(Qt::ISODate); };
    switch (test) {
    case ConditionTest::OlderThanDays:
        return isTime ? isTimeBetween(never, m_now - days * dayMs)
                      : isDayBetween({}, dayAway(-days));
    case ConditionTest::WithinLastDays:
        return isTime ? isTimeBetween(m_now - days * dayMs, m_now)
                      : isDayBetween(dayAway(-days), dayAway(0));
    default:
        return isTime ? isTimeBetween(m_now, m_now + days * dayMs)
                      : isDayBetween(dayAway(0), dayAway(days));
    }
}

bool ConditionJudge::holds(const Test& test, const Answers& answers)
{
    if (!test.passes)
        return false;
    return std::ranges::any_of(answers(test.asked), std::cref(test.passes)) != test.denied;
}

bool ConditionJudge::holds(const Group& group, const Answers& answers)
{
    const auto test = [&](const Test& each) { return holds(each, answers); };
    const auto inner = [&](const Group& each) { return holds(each, answers); };
    if (group.any && !(group.tests.empty() && group.groups.empty()))
        return std::ranges::any_of(group.tests, test) || std::ranges::any_of(group.groups, inner);
    return std::ranges::all_of(group.tests, test) && std::ranges::all_of(group.groups, inner);
}

} // namespace homeroom
