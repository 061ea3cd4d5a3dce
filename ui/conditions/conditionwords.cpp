// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conditions/conditionwords.h"

#include "ui/editing/phrases.h"
#include "ui/editing/recordtexts.h"
#include "ui/editing/sentences.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

/// Texts of this file belong to one translation context.
struct ConditionWords {
    Q_DECLARE_TR_FUNCTIONS(ConditionWords)
};

QString lessonNumberText(LessonNumber number)
{
    switch (number) {
    case LessonNumber::Attended:
        return ConditionWords::tr("Lessons attended");
    case LessonNumber::Missed:
        return ConditionWords::tr("Lessons missed");
    case LessonNumber::Finished:
        return ConditionWords::tr("Lessons finished");
    case LessonNumber::Homework:
        return ConditionWords::tr("Homework handed in");
    case LessonNumber::Minutes:
        return ConditionWords::tr("Minutes learned");
    case LessonNumber::None:
        break;
    }
    return {};
}

QString isText(const ConditionField& field, bool denied)
{
    switch (field.form) {
    case FieldKind::Set:
        return denied ? ConditionWords::tr("has none of") : ConditionWords::tr("has one of");
    case FieldKind::Word:
    case FieldKind::Reference:
        return denied ? ConditionWords::tr("is none of") : ConditionWords::tr("is one of");
    default:
        return denied ? ConditionWords::tr("is not") : ConditionWords::tr("is");
    }
}

template <typename Record>
std::vector<ConditionChoice> named(const std::vector<Record>& records, const Catalogue& catalogue)
{
    std::vector<ConditionChoice> choices;
    for (const Record& record : records)
        choices.push_back(
            {record.id.toString(), catalogueName(catalogue, Description<Record>::kind, record.id)});
    return choices;
}

std::vector<ConditionChoice> stages(const Catalogue& catalogue)
{
    std::vector<ConditionChoice> choices;
    for (const Stage& stage : catalogue.stages()) {
        const Pipeline* pipeline = catalogue.find(stage.pipeline);
        const bool several = pipeline && catalogue.pipelines().size() > 1;
        choices.push_back(
            {stage.id.toString(), several ? pipeline->name + u" › "_s + stage.name : stage.name});
    }
    return choices;
}

std::vector<ConditionChoice> references(RecordKind target, const Catalogue& catalogue)
{
    switch (target) {
    case RecordKind::Team:
        return named(catalogue.teams(), catalogue);
    case RecordKind::User:
        return named(catalogue.users(), catalogue);
    case RecordKind::WorkAccount:
        return named(catalogue.workAccounts(), catalogue);
    case RecordKind::Channel:
        return named(catalogue.channels(), catalogue);
    case RecordKind::Product:
        return named(catalogue.products(), catalogue);
    case RecordKind::Class:
        return named(catalogue.classes(), catalogue);
    case RecordKind::Cohort:
        return named(catalogue.cohorts(), catalogue);
    case RecordKind::Pipeline:
        return named(catalogue.pipelines(), catalogue);
    case RecordKind::Stage:
        return stages(catalogue);
    default:
        return {};
    }
}

QString choiceLabel(const std::vector<ConditionChoice>& choices, const QString& value)
{
    const auto found = std::ranges::find(choices, value, &ConditionChoice::value);
    return found == choices.end() ? ConditionWords::tr("(removed)") : found->label;
}

QString numberText(const ConditionField& field, double number)
{
    if (field.form == FieldKind::Money)
        return yuanText(qint64(number));
    if (field.word == u"student.grade"_s)
        return gradeText(qint64(number));
    return QLocale().toString(number);
}

QString operandText(
    const ConditionField& field, const FamilyCondition& condition, const Catalogue& catalogue)
{
    const QJsonValue& operand = condition.operand;
    if (operand.isBool())
        return operand.toBool() ? ConditionWords::tr("Yes") : ConditionWords::tr("No");
    if (operand.isDouble())
        return numberText(field, operand.toDouble());
    const std::vector<ConditionChoice> choices = conditionChoices(field, catalogue);
    QStringList texts = operandTexts(operand);
    if (!choices.empty())
        std::ranges::transform(
            texts, texts.begin(), [&](const QString& text) { return choiceLabel(choices, text); });
    return texts.join(condition.test == ConditionTest::HasAll ? ConditionWords::tr(" and ")
                                                              : ConditionWords::tr(" or "));
}

/// «Is one of A» is nobody's way to say it.
QString spokenTest(const ConditionField& field, const FamilyCondition& condition)
{
    const bool one = condition.operand.isArray() && condition.operand.toArray().size() == 1;
    const bool isSet = field.form == FieldKind::Set;
    if (one && (condition.test == ConditionTest::Is || condition.test == ConditionTest::HasAll))
        return isSet ? ConditionWords::tr("has") : ConditionWords::tr("is");
    if (one && condition.test == ConditionTest::IsNot)
        return isSet ? ConditionWords::tr("has not") : ConditionWords::tr("is not");
    return conditionTestText(field, condition.test);
}

QString conditionText(const FamilyCondition& condition, std::span<const ConditionField> fields,
    const Catalogue& catalogue)
{
    const ConditionField* field = findField(fields, condition.field);
    if (!field)
        return ConditionWords::tr("a field that is gone");
    const QString name = conditionFieldText(*field, catalogue);
    const QString operand = operandText(*field, condition, catalogue);
    switch (condition.test) {
    case ConditionTest::OlderThanDays:
        return ConditionWords::tr("%1 more than %2 days ago").arg(name, operand);
    case ConditionTest::WithinLastDays:
        return ConditionWords::tr("%1 in the last %2 days").arg(name, operand);
    case ConditionTest::WithinNextDays:
        return ConditionWords::tr("%1 in the next %2 days").arg(name, operand);
    case ConditionTest::Filled:
    case ConditionTest::Empty:
        return ConditionWords::tr("%1 %2", "field, test")
            .arg(name, conditionTestText(*field, condition.test));
    default:
        return ConditionWords::tr("%1 %2 %3", "field, test, value")
            .arg(name, spokenTest(*field, condition), operand);
    }
}

} // namespace

QString conditionFieldText(const ConditionField& field, const Catalogue& catalogue)
{
    if (field.number != LessonNumber::None)
        return lessonNumberText(field.number);
    if (!field.customKey.isEmpty()) {
        const auto& defined = catalogue.customFields();
        const auto found = std::ranges::find(defined, field.customKey, &CustomField::key);
        return found == defined.end() ? field.customKey : found->name;
    }
    const FieldDescription& description = recordType(field.kind).fields[size_t(field.index)];
    const QString name = displayName(field.kind, description);
    return field.kind == RecordKind::Customer
        ? name
        : ConditionWords::tr("%1: %2", "child: grade").arg(displayName(field.kind), name);
}

QString conditionTestText(const ConditionField& field, ConditionTest test)
{
    switch (test) {
    case ConditionTest::Is:
        return isText(field, false);
    case ConditionTest::IsNot:
        return isText(field, true);
    case ConditionTest::HasAll:
        return ConditionWords::tr("has all of");
    case ConditionTest::Contains:
        return ConditionWords::tr("contains");
    case ConditionTest::Lacks:
        return ConditionWords::tr("does not contain");
    case ConditionTest::AtLeast:
        return ConditionWords::tr("is at least");
    case ConditionTest::AtMost:
        return ConditionWords::tr("is at most");
    case ConditionTest::OlderThanDays:
        return ConditionWords::tr("more than … days ago");
    case ConditionTest::WithinLastDays:
        return ConditionWords::tr("in the last … days");
    case ConditionTest::WithinNextDays:
        return ConditionWords::tr("in the next … days");
    case ConditionTest::OnOrAfter:
        return ConditionWords::tr("on or after");
    case ConditionTest::OnOrBefore:
        return ConditionWords::tr("on or before");
    case ConditionTest::Filled:
        return ConditionWords::tr("is filled");
    case ConditionTest::Empty:
        return ConditionWords::tr("is empty");
    }
    return {};
}

std::vector<ConditionChoice> conditionChoices(
    const ConditionField& field, const Catalogue& catalogue)
{
    if (field.form == FieldKind::Reference)
        return references(field.target, catalogue);
    if (field.form == FieldKind::Set)
        return named(catalogue.tags(), catalogue);
    std::vector<ConditionChoice> choices;
    for (const QString& word : field.words) {
        const bool isOwn = !field.customKey.isEmpty();
        choices.push_back({word,
            isOwn ? word : displayWord(recordType(field.kind).fields[size_t(field.index)], word)});
    }
    return choices;
}

QString conditionsText(
    const ConditionGroup& group, std::span<const ConditionField> fields, const Catalogue& catalogue)
{
    QStringList parts;
    for (const FamilyCondition& condition : group.conditions)
        parts.append(conditionText(condition, fields, catalogue));
    for (const ConditionGroup& inner : group.groups) {
        const QString text = conditionsText(inner, fields, catalogue);
        if (!inner.isEmpty())
            parts.append(conditionCount(inner) > 1 ? ConditionWords::tr("(%1)").arg(text) : text);
    }
    return parts.join(group.any ? ConditionWords::tr(", or ", "joins sentences")
                                : ConditionWords::tr(", and ", "joins sentences"));
}

QString faultText(
    const ConditionFault& fault, std::span<const ConditionField> fields, const Catalogue& catalogue)
{
    const ConditionField* field = findField(fields, fault.condition.field);
    const QString name = field ? conditionFieldText(*field, catalogue) : QString();
    switch (fault.problem) {
    case ConditionProblem::UnknownField:
        return ConditionWords::tr(
            "A condition asks for the field «%1», which there is no more. Choose another field or "
            "remove the condition.")
            .arg(fault.condition.field.section(u'.', -1));
    case ConditionProblem::UnfitTest:
        return ConditionWords::tr("«%1» cannot be asked like that. Choose another test.").arg(name);
    case ConditionProblem::NoValue:
        return ConditionWords::tr("«%1» needs a value to compare with.").arg(name);
    case ConditionProblem::BadNumber:
        return ConditionWords::tr("«%1» needs a number.").arg(name);
    case ConditionProblem::BadDay:
        return ConditionWords::tr("«%1» needs a day that there is, such as 2026-03-01.").arg(name);
    }
    return {};
}

} // namespace homeroom
