// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/rules/cursor.h"
#include "server/storage/storage.h"

namespace homeroom {

/// What cursors and witnesses are sealed with.
QByteArray cursorSecret(ReadTransaction& transaction);

/// Of everything that this transaction sees.
Witness witnessOf(ReadTransaction& transaction);

/// Whether this database can have given out the witness. Where not, it was restored.
bool isFromHere(ReadTransaction& transaction, const Witness& witness);

/// Whether the witness is the first to show what a restore has lost; null ones show nothing.
bool showsRestore(ReadTransaction& transaction, const Witness& witness);

/// Who has shown a restore, for the audit.
struct Shown {
    Milliseconds at = 0;
    RecordId user{};
    RecordId device{};
};

/// Raises the generation above that of the witness, and notes up to where older ones are common
/// knowledge (sync.md section 7). For a witness that showsRestore.
void endGeneration(WriteTransaction& transaction, const Witness& lost, const Shown& by,
    const RecordId& newIncarnation);

} // namespace homeroom
