// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/recordid.h"

#include <QString>

#include <vector>

namespace homeroom {

/// What a row of an import is worth saying about. Those up to Refused fail the row.
enum class ImportProblem {
    Masked, ///< a cell with stars where the whole value belongs
    Unreadable, ///< a cell that cannot be the field's value
    UnknownStage,
    UnknownCohort,
    UnknownAccount,
    SeveralFamilies, ///< the key belongs to more than one family
    SeveralChildren, ///< the row does not say which child it means
    NotAllowed, ///< the family belongs to somebody else
    NoConsent, ///< a child under 14 without the guardian's consent
    Refused, ///< the store did not take the row
    UnknownChannel, ///< kept as source text
    UnknownTag, ///< kept as a custom value
    SameKey, ///< the key exists already, and the mode makes a new family all the same
    SamePhone,
    SameWechat,
    SameName ///< parent and child are called alike
};

struct ImportIssue {
    ImportProblem problem = ImportProblem::Unreadable;
    QString column{}; ///< of the sheet; empty where the whole row is meant
    QString detail{}; ///< for logs and the command line: what is wrong, without the value
    RecordId family{}; ///< the family it looks like
    qint64 line = 0; ///< or the earlier line of the sheet

    bool operator==(const ImportIssue&) const = default;
};

bool failsRow(ImportProblem problem);
bool failsRow(const std::vector<ImportIssue>& issues);

/// One issue as the command line and its file of rejected rows say it, in English.
QString issueText(const ImportIssue& issue);

} // namespace homeroom
