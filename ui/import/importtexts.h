// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/import/importplan.h"
#include "ui/editing/pagecontext.h"

namespace homeroom {

/// What people read about an import; everything in the language of the program.
QString outcomeText(ImportOutcome outcome);
QString targetText(const ImportTarget& target, const Catalogue& catalogue);
/// What is worth saying about a row, with its column, but never with the value.
QString issueSentence(const ImportIssue& issue);
/// `City: – → 上海`
QString differenceText(const FieldDifference& difference, const PageContext& context);
/// Targets that a column may be given, the empty one first.
std::vector<ImportTarget> offeredTargets(const Catalogue& catalogue);

} // namespace homeroom
