// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/database/database.h"
#include "models/store/edit.h"
#include "models/values/clock.h"
#include "models/values/records/records.h"

namespace homeroom {

enum class Choice { Mine, Theirs, Own };

/// What a person decided about one conflict or suggestion.
struct Decision {
    RecordId conflict{};
    Choice choice = Choice::Theirs;
    FieldValue own{}; ///< of Choice::Own
};

/// The edit that carries decisions about one family out: the conflicts are closed and the chosen
/// values written in one group, on the record as it stands now. A contact that is read masked is
/// written by the server. A stage is decided as a move on the board at `now`, with all that goes
/// along. Errors: NotFound, Invalid (also for a stage of another pipeline and for an amount below
/// zero), and Changed where somebody was faster, with the person where that is known. Call inside
/// Database::read.
Result<Edit> resolutionEdit(
    Database& database, const std::vector<Decision>& decisions, Milliseconds now);

/// Closes an orphan: without `copy` it is dismissed, with it its words go into the family as that
/// follow-up. Errors as resolutionEdit.
Result<Edit> orphanEdit(
    Database& database, const RecordId& orphan, const std::optional<FollowUp>& copy);

/// Whether people type words into the field: none that a program keeps for itself, no choice of a
/// list, no id.
bool isTyped(const FieldDescription& field);

/// The words that a person typed into an orphaned edit, a line a field, without ids and states.
QString typedWords(const Conflict& orphan);

/// The value that a conflict quotes as `mine`, `theirs` or `before`; nothing where it quotes none.
FieldValue quotedValue(const Conflict& conflict, const QString& side);

/// What `mine` wants done with the field: Set, or Add or Remove of those members of a set.
Operation quotedOperation(const Conflict& conflict);

/// Whether the conflict is the profile's user's to decide: those in families are, of the others
/// only one's own and those about what one may edit. Throws SQLite::Exception.
bool maySettle(Database& database, const Conflict& conflict);

} // namespace homeroom
