// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/synccentrequery.h"
#include "ui/editing/pagecontext.h"

namespace homeroom {

// What the sync centre says. All of it in the language of the program.

QString sectionName(CentreSection section);
/// What the item is about: the family and the record.
QString itemTitle(const CentreItem& item, const PageContext& context);
/// One line below: which fields, why, since when.
QString itemSummary(const CentreItem& item, const PageContext& context);

/// Why the server refused an edit, and what may be done.
QString refusalSentence(const Error& reason, RecordKind kind);
/// Whether the same edit may be taken the next time.
bool mayRetry(const Error& reason);

/// The edits of the item, a line each for what they do and for each field they write.
QString editLines(const CentreItem& item, const PageContext& context);
/// Whether something that a person typed would be gone with the item.
bool holdsWords(const CentreItem& item);

} // namespace homeroom
