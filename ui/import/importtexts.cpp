// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/importtexts.h"

#include "models/values/csv/cellvalues.h"
#include "ui/editing/sentences.h"

#include <QCoreApplication>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

struct ImportTexts {
    Q_DECLARE_TR_FUNCTIONS(ImportTexts)
};

const RecordType& typeOf(const ImportTarget& target)
{
    return target.kind == ImportTargetKind::Student ? recordTypeOf<Student>()
                                                    : recordTypeOf<Customer>();
}

QString failureText(ImportProblem problem)
{
    switch (problem) {
    case ImportProblem::Masked:
        return ImportTexts::tr("The value is masked with stars");
    case ImportProblem::UnknownStage:
        return ImportTexts::tr("There is no such stage");
    case ImportProblem::UnknownCohort:
        return ImportTexts::tr("There is no such cohort");
    case ImportProblem::UnknownAccount:
        return ImportTexts::tr("There is no such work account");
    case ImportProblem::SeveralFamilies:
        return ImportTexts::tr("Several families have this key");
    case ImportProblem::SeveralChildren:
        return ImportTexts::tr("The row does not say which child it means");
    case ImportProblem::NotAllowed:
        return ImportTexts::tr("The family belongs to somebody else");
    case ImportProblem::Refused:
        return ImportTexts::tr("The row could not be saved");
    default:
        return ImportTexts::tr("The value cannot be read");
    }
}

QString problemText(ImportProblem problem)
{
    switch (problem) {
    case ImportProblem::UnknownChannel:
        return ImportTexts::tr("Unknown channel, kept as source text");
    case ImportProblem::UnknownTag:
        return ImportTexts::tr("Unknown tag, kept as a custom value");
    case ImportProblem::SameKey:
        return ImportTexts::tr("A family with this key exists");
    case ImportProblem::SamePhone:
        return ImportTexts::tr("A family has the same phone");
    case ImportProblem::SameWechat:
        return ImportTexts::tr("A family has the same WeChat id");
    case ImportProblem::SameName:
        return ImportTexts::tr("A family has the same names");
    default:
        return failureText(problem);
    }
}

QString valueText(const ImportTarget& target, const FieldValue& value, const PageContext& context)
{
    if (isNothing(value))
        return u"–"_s;
    FieldDescription field;
    const bool described =
        target.kind == ImportTargetKind::Customer || target.kind == ImportTargetKind::Student;
    if (described)
        field = typeOf(target).fields[size_t(typeOf(target).indexOf(target.name))];
    if (const auto* word = std::get_if<QString>(&value); word && field.kind == FieldKind::Word)
        return displayWord(field, *word);
    return cellText(field, value, context.zone);
}

} // namespace

QString outcomeText(ImportOutcome outcome)
{
    switch (outcome) {
    case ImportOutcome::Create:
        return ImportTexts::tr("New");
    case ImportOutcome::Update:
        return ImportTexts::tr("Changed");
    case ImportOutcome::Append:
        return ImportTexts::tr("Filled up");
    case ImportOutcome::Unchanged:
        return ImportTexts::tr("As it was");
    case ImportOutcome::Skip:
        return ImportTexts::tr("Left out");
    case ImportOutcome::Fail:
        break;
    }
    return ImportTexts::tr("Not possible");
}

QString targetText(const ImportTarget& target, const Catalogue& catalogue)
{
    switch (target.kind) {
    case ImportTargetKind::Skip:
        return ImportTexts::tr("(left out)");
    case ImportTargetKind::Customer: {
        const int index = recordTypeOf<Customer>().indexOf(target.name);
        return index < 0
            ? target.name
            : displayName(RecordKind::Customer, recordTypeOf<Customer>().fields[size_t(index)]);
    }
    case ImportTargetKind::Student:
        return ImportTexts::tr("Child: %1")
            .arg(displayName(RecordKind::Student,
                recordTypeOf<Student>()
                    .fields[size_t(recordTypeOf<Student>().indexOf(target.name))]));
    case ImportTargetKind::Stage:
        return displayName(RecordKind::Stage);
    case ImportTargetKind::Cohort:
        return displayName(RecordKind::Cohort);
    case ImportTargetKind::FollowUp:
        return displayName(RecordKind::FollowUp);
    case ImportTargetKind::Custom:
        break;
    }
    for (const CustomField& field : catalogue.customFields()) {
        if (field.key == target.name)
            return field.name;
    }
    return ImportTexts::tr("Custom field: %1").arg(target.name);
}

QString issueSentence(const ImportIssue& issue)
{
    QString text = problemText(issue.problem);
    if (issue.line > 0)
        text = ImportTexts::tr("%1 (line %2)").arg(text).arg(issue.line);
    return issue.column.isEmpty() ? text : u"%1: %2"_s.arg(issue.column, text);
}

QString differenceText(const FieldDifference& difference, const PageContext& context)
{
    return u"%1: %2 → %3"_s.arg(targetText(difference.target, context.catalogue),
        valueText(difference.target, difference.before, context),
        valueText(difference.target, difference.after, context));
}

std::vector<ImportTarget> offeredTargets(const Catalogue& catalogue)
{
    std::vector<ImportTarget> targets{{}};
    for (const FieldDescription& field : recordTypeOf<Customer>().fields) {
        const auto target = ImportTarget::fromWord(QString(field.name));
        if (target && target->kind == ImportTargetKind::Customer)
            targets.push_back(*target);
    }
    for (const FieldDescription& field : recordTypeOf<Student>().fields) {
        const auto target = ImportTarget::fromWord(u"student."_s + QString(field.name));
        if (target && field.kind != FieldKind::Reference)
            targets.push_back(*target);
    }
    targets.push_back({ImportTargetKind::Stage, {}});
    targets.push_back({ImportTargetKind::Cohort, {}});
    targets.push_back({ImportTargetKind::FollowUp, {}});
    for (const CustomField& field : catalogue.customFields())
        targets.push_back({ImportTargetKind::Custom, field.key});
    return targets;
}

} // namespace homeroom
