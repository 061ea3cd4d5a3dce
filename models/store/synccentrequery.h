// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/database/database.h"
#include "models/values/mutation.h"
#include "models/values/records/records.h"

namespace homeroom {

/// What the sync centre tells of, what needs a person first.
enum class CentreSection { Refused, Conflicts, Suggestions, Orphans, Waiting };
constexpr int centreSectionCount = 5;

/// One field that two people want otherwise.
struct DisputedField {
    RecordId conflict{};
    int field = -1;
    FieldValue mine{}; ///< what came second and waits for a decision
    FieldValue theirs{}; ///< what the record holds now
    std::optional<FieldValue> before{}; ///< where the server still knew it
    RecordId theirAuthor{}; ///< null where the history does not tell
    Milliseconds theirAt = 0;
};

/// One line of the sync centre: the edits of one record, or what there is to decide about it.
struct CentreItem {
    CentreSection section = CentreSection::Waiting;
    RecordKind kind = RecordKind::None;
    RecordId id{};
    RecordId root{};
    std::optional<RecordRow> row{}; ///< as it stands here; none where it is gone
    QString family{}; ///< the parent's name or WeChat name; empty outside families
    bool familyIsHere = false; ///< it may have no name at all
    RecordId author{}; ///< of `mine`; null for what was done here
    Milliseconds at = 0; ///< when that was done
    std::vector<DisputedField> fields{}; ///< of conflicts and suggestions
    std::vector<Mutation> edits{}; ///< waiting, refused or orphaned ones that can still be read
    std::vector<qint64> numbers{}; ///< in the outbox
    RecordId orphan{}; ///< the Conflict record of an orphan
    bool sent = false; ///< on its way, the answer is missing
    Error reason{}; ///< of a refusal

    /// The same as long as it is about the same.
    QString key() const;
};

struct CentreContent {
    std::vector<CentreItem> items{}; ///< section by section, the oldest first in each
    qint64 waiting = 0; ///< records with waiting edits, also those beyond the limit
};

/// All of it, but at most `waitingLimit` records that only wait. Call inside Database::read; SQL
/// errors throw.
CentreContent readSyncCentre(Database& database, qint64 waitingLimit);

/// How many lines of it a person has to decide about: conflicts, suggestions and words without a
/// place, counted as readSyncCentre lists them. Call inside Database::read; SQL errors throw.
qint64 countToDecide(Database& database);

} // namespace homeroom
