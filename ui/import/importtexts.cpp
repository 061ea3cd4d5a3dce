// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/importtexts.h"

#include "models/values/csv/numbertext.h"
#include "ui/editing/recordtexts.h"
#include "ui/editing/sentences.h"

#include <QCoreApplication>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

/// Texts of this file belong to one translation context.
struct ImportTexts {
    Q_DECLARE_TR_FUNCTIONS(ImportTexts)
};

QString fieldText(RecordKind kind, const QString& name)
{
    const RecordType& type = recordType(kind);
    const int index = type.indexOf(name);
    return index < 0 ? name : displayName(kind, type.fields[size_t(index)]);
}

QString customName(const QString& key, const Catalogue& catalogue)
{
    for (const CustomField& field : catalogue.customFields()) {
        if (field.key == key)
            return field.name;
    }
    return key;
}

QString fieldValueText(RecordKind kind, const QString& name, const FieldValue& value,
    const Catalogue& catalogue, const QTimeZone& zone)
{
    RecordRow row = emptyRow(kind, {});
    const int index = row.type().indexOf(name);
    if (index < 0)
        return QString();
    row.values[size_t(index)] = value;
    return recordText(row, index, catalogue, zone);
}

QString plainText(const FieldValue& value)
{
    if (const auto* text = std::get_if<QString>(&value))
        return *text;
    if (const auto* real = std::get_if<double>(&value))
        return realText(*real);
    if (const auto* flag = std::get_if<qint64>(&value))
        return *flag != 0 ? ImportTexts::tr("yes") : ImportTexts::tr("no");
    return QString();
}

QString failureSentence(ImportProblem problem)
{
    switch (problem) {
    case ImportProblem::Masked:
        return ImportTexts::tr("The cell is masked with stars; the whole value is needed.");
    case ImportProblem::UnknownStage:
        return ImportTexts::tr("There is no stage of this name on the default board.");
    case ImportProblem::UnknownCohort:
        return ImportTexts::tr("There is no cohort of this name.");
    case ImportProblem::UnknownAccount:
        return ImportTexts::tr("There is no work account of this name.");
    case ImportProblem::SeveralFamilies:
        return ImportTexts::tr("Several families have this key.");
    case ImportProblem::SeveralChildren:
        return ImportTexts::tr("The family has several children; name the one that is meant.");
    case ImportProblem::NotAllowed:
        return ImportTexts::tr("You may not edit this family.");
    case ImportProblem::NoConsent:
        return ImportTexts::tr("A child under 14 is saved only with a guardian's consent: say in "
                               "the step before that they agreed, or map a column that does.");
    case ImportProblem::Refused:
        return ImportTexts::tr("The row was not accepted.");
    default:
        return ImportTexts::tr("The cell cannot be read as this field.");
    }
}

QString noteSentence(const ImportIssue& issue)
{
    if (issue.problem == ImportProblem::UnknownChannel)
        return ImportTexts::tr("No channel of this name; kept as source text.");
    if (issue.problem == ImportProblem::UnknownTag)
        return ImportTexts::tr("No tag of this name; kept as a custom value.");
    const QString whom = issue.line > 0 ? ImportTexts::tr("line %1").arg(issue.line)
                                        : ImportTexts::tr("a family that is here");
    switch (issue.problem) {
    case ImportProblem::SameKey:
        return ImportTexts::tr("Same key as %1").arg(whom);
    case ImportProblem::SamePhone:
        return ImportTexts::tr("Same phone as %1").arg(whom);
    case ImportProblem::SameWechat:
        return ImportTexts::tr("Same WeChat ID as %1").arg(whom);
    default:
        return ImportTexts::tr("Same names of parent and child as %1").arg(whom);
    }
}

} // namespace

QString targetText(const ImportTarget& target, const Catalogue& catalogue)
{
    switch (target.kind) {
    case ImportTargetKind::Skip:
        return ImportTexts::tr("Do not import");
    case ImportTargetKind::Customer:
        if (target.name == "id"_L1)
            return ImportTexts::tr("Homeroom ID");
        return fieldText(RecordKind::Customer, target.name);
    case ImportTargetKind::Custom:
        return ImportTexts::tr("Custom: %1").arg(customName(target.name, catalogue));
    case ImportTargetKind::Student:
        if (target.name == "name"_L1)
            return fieldText(RecordKind::Student, target.name);
        return ImportTexts::tr("Child: %1").arg(fieldText(RecordKind::Student, target.name));
    case ImportTargetKind::Stage:
        return ImportTexts::tr("Stage on the board");
    case ImportTargetKind::Cohort:
        return fieldText(RecordKind::Opportunity, u"cohort"_s);
    case ImportTargetKind::FollowUp:
        break;
    }
    return ImportTexts::tr("Follow-up note");
}

std::vector<ImportTarget> offeredTargets(const Catalogue& catalogue)
{
    std::vector<ImportTarget> targets{{}};
    const auto addAll = [&](const RecordType& type, const QString& prefix) {
        for (const FieldDescription& field : type.fields) {
            const auto target = ImportTarget::fromWord(prefix + QString(field.name));
            if (target)
                targets.push_back(*target);
        }
    };
    addAll(recordTypeOf<Customer>(), {});
    addAll(recordTypeOf<Student>(), u"student."_s);
    targets.push_back({ImportTargetKind::Stage, {}});
    targets.push_back({ImportTargetKind::Cohort, {}});
    targets.push_back({ImportTargetKind::FollowUp, {}});
    targets.push_back({ImportTargetKind::Customer, u"id"_s});
    for (const CustomField& field : catalogue.customFields())
        targets.push_back({ImportTargetKind::Custom, field.key});
    return targets;
}

ImportNames targetNames(const Catalogue& catalogue)
{
    ImportNames names;
    for (const ImportTarget& target : offeredTargets(catalogue)) {
        if (target.kind != ImportTargetKind::Skip && target.name != "id"_L1)
            names.emplace_back(targetText(target, catalogue), target);
    }
    return names;
}

QString targetValueText(const ImportTarget& target, const FieldValue& value,
    const Catalogue& catalogue, const QTimeZone& zone)
{
    const auto* id = std::get_if<RecordId>(&value);
    switch (target.kind) {
    case ImportTargetKind::Customer:
        return fieldValueText(RecordKind::Customer, target.name, value, catalogue, zone);
    case ImportTargetKind::Student:
        return fieldValueText(RecordKind::Student, target.name, value, catalogue, zone);
    case ImportTargetKind::Stage:
        return id ? catalogueName(catalogue, RecordKind::Stage, *id) : QString();
    case ImportTargetKind::Cohort:
        return id ? catalogueName(catalogue, RecordKind::Cohort, *id) : QString();
    default:
        return plainText(value);
    }
}

QString outcomeText(ImportOutcome outcome)
{
    switch (outcome) {
    case ImportOutcome::Create:
        return ImportTexts::tr("New");
    case ImportOutcome::Update:
        return ImportTexts::tr("Changed");
    case ImportOutcome::Append:
        return ImportTexts::tr("Filled in");
    case ImportOutcome::Unchanged:
        return ImportTexts::tr("Unchanged");
    case ImportOutcome::Skip:
        return ImportTexts::tr("Left out");
    case ImportOutcome::Fail:
        break;
    }
    return ImportTexts::tr("Failed");
}

QString issueSentence(const ImportIssue& issue)
{
    const QString sentence =
        failsRow(issue.problem) ? failureSentence(issue.problem) : noteSentence(issue);
    //: A column of the sheet, and what is the matter with its cell.
    return issue.column.isEmpty() ? sentence
                                  : ImportTexts::tr("%1: %2").arg(issue.column, sentence);
}

QString encodingText(TextEncoding encoding)
{
    return QString(encodingName(encoding));
}

QString delimiterText(char16_t delimiter)
{
    switch (delimiter) {
    case u',':
        return ImportTexts::tr("Comma");
    case u';':
        return ImportTexts::tr("Semicolon");
    case u'\t':
        return ImportTexts::tr("Tab");
    case u'|':
        return ImportTexts::tr("Vertical bar");
    default:
        return QString(QChar(delimiter));
    }
}

QString modeText(ImportMode mode)
{
    switch (mode) {
    case ImportMode::Create:
        return ImportTexts::tr("Each row is a new family");
    case ImportMode::Update:
        return ImportTexts::tr("Change known families, add new ones");
    case ImportMode::Append:
        return ImportTexts::tr("Fill empty fields of known families, add new ones");
    case ImportMode::Skip:
        break;
    }
    return ImportTexts::tr("Leave known families alone, add new ones");
}

} // namespace homeroom
