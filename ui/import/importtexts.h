// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/catalogue.h"
#include "models/store/import/importguess.h"
#include "models/store/import/importrun.h"

namespace homeroom {

/// Where a column goes, as people read it: «Phone», «Child: Grade», «Custom: Visits».
QString targetText(const ImportTarget& target, const Catalogue& catalogue);
/// Every target that a column may be given, in the order of the list.
std::vector<ImportTarget> offeredTargets(const Catalogue& catalogue);
/// The names under which the program shows its fields, for guessing columns.
ImportNames targetNames(const Catalogue& catalogue);

/// A value of a target as people read it; empty for nothing.
QString targetValueText(const ImportTarget& target, const FieldValue& value,
    const Catalogue& catalogue, const QTimeZone& zone);

QString outcomeText(ImportOutcome outcome);
/// What is the matter with a row, in one sentence.
QString issueSentence(const ImportIssue& issue);

QString encodingText(TextEncoding encoding);
QString delimiterText(char16_t delimiter);
QString modeText(ImportMode mode);

} // namespace homeroom
