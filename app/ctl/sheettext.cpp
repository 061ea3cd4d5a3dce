// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/sheettext.h"

#include "models/values/csv/cellvalues.h"

#include <QJsonObject>

namespace homeroom::ctl {

using namespace Qt::StringLiterals;

namespace {

QString outcomeWord(ImportOutcome outcome)
{
    switch (outcome) {
    case ImportOutcome::Create:
        return u"create"_s;
    case ImportOutcome::Update:
        return u"update"_s;
    case ImportOutcome::Append:
        return u"append"_s;
    case ImportOutcome::Unchanged:
        return u"unchanged"_s;
    case ImportOutcome::Skip:
        return u"skip"_s;
    case ImportOutcome::Fail:
        break;
    }
    return u"fail"_s;
}

/// The kind of field that a target's values are written as.
FieldDescription fieldOf(const ImportTarget& target)
{
    FieldDescription field;
    const bool student = target.kind == ImportTargetKind::Student;
    if (!student && target.kind != ImportTargetKind::Customer)
        return field;
    const RecordType& type = student ? recordTypeOf<Student>() : recordTypeOf<Customer>();
    return type.fields[size_t(type.indexOf(target.name))];
}

QJsonObject differenceJson(const FieldDifference& difference, const QTimeZone& zone)
{
    const FieldDescription field = fieldOf(difference.target);
    return {{u"field"_s, difference.target.word()},
        {u"before"_s, cellText(field, difference.before, zone)},
        {u"after"_s, cellText(field, difference.after, zone)}};
}

} // namespace

QTimeZone organisationZone()
{
    const QTimeZone zone("Asia/Shanghai");
    return zone.isValid() ? zone : QTimeZone::utc();
}

QJsonArray plannedRows(const ImportPlan& plan, const QTimeZone& zone)
{
    QJsonArray rows;
    for (const JudgedRow& row : plan.rows) {
        QJsonArray issues;
        for (const ImportIssue& issue : row.issues)
            issues.append(issueText(issue));
        QJsonArray differences;
        for (const FieldDifference& difference : row.differences)
            differences.append(differenceJson(difference, zone));
        const bool found = row.outcome != ImportOutcome::Create && !row.family.isNull();
        rows.append(QJsonObject{{u"line"_s, row.line}, {u"outcome"_s, outcomeWord(row.outcome)},
            {u"family"_s, found ? QJsonValue(row.family.toString()) : QJsonValue()},
            {u"issues"_s, issues}, {u"differences"_s, differences}});
    }
    return rows;
}

} // namespace homeroom::ctl
