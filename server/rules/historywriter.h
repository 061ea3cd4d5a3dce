// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/rules/recordwriter.h"

namespace homeroom {

/// Writes into the family's history what a write changed in the record, and apart from it what was
/// typed and gave way (`note.lost`). Nothing for records outside families, for what people are not
/// told (Told::No) and for learning behaviour, which is no edit.
void writeHistory(
    WriteContext& context, const RecordRow& before, const RecordRow& after, const WriteNote& note);

/// Tells the winner's readers that another family was merged into it, or taken out again.
void writeMergeHistory(
    WriteContext& context, const RecordRow& winner, const RecordRow& loser, HistoryAction action);

} // namespace homeroom
