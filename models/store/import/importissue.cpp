// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/import/importissue.h"

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

QString problemText(ImportProblem problem)
{
    switch (problem) {
    case ImportProblem::Masked:
        return u"masked, the whole value is needed"_s;
    case ImportProblem::Unreadable:
        return u"cannot be read"_s;
    case ImportProblem::UnknownStage:
        return u"unknown stage"_s;
    case ImportProblem::UnknownCohort:
        return u"unknown cohort"_s;
    case ImportProblem::UnknownAccount:
        return u"unknown work account"_s;
    case ImportProblem::SeveralFamilies:
        return u"several families have this key"_s;
    case ImportProblem::SeveralChildren:
        return u"several children, and none of this name"_s;
    case ImportProblem::NotAllowed:
        return u"the family may not be edited"_s;
    case ImportProblem::NoConsent:
        return u"a child under 14, and no guardian's consent"_s;
    case ImportProblem::Refused:
        return u"refused"_s;
    case ImportProblem::UnknownChannel:
        return u"unknown channel, kept as source text"_s;
    case ImportProblem::UnknownTag:
        return u"unknown tag, kept as custom value"_s;
    case ImportProblem::SameKey:
        return u"the key exists already"_s;
    case ImportProblem::SamePhone:
        return u"same phone"_s;
    case ImportProblem::SameWechat:
        return u"same WeChat id"_s;
    case ImportProblem::SameName:
        break;
    }
    return u"same names of parent and child"_s;
}

} // namespace

bool failsRow(ImportProblem problem)
{
    return problem <= ImportProblem::Refused;
}

bool failsRow(const std::vector<ImportIssue>& issues)
{
    return std::any_of(issues.begin(), issues.end(),
        [](const ImportIssue& issue) { return failsRow(issue.problem); });
}

QString issueText(const ImportIssue& issue)
{
    QString text = problemText(issue.problem);
    if (!issue.detail.isEmpty())
        text = issue.detail;
    if (!issue.column.isEmpty())
        text = issue.column + u": "_s + text;
    if (issue.line > 0)
        text += u" as line %1"_s.arg(issue.line);
    else if (!issue.family.isNull())
        text += u" as "_s + issue.family.toString();
    return text;
}

} // namespace homeroom
