// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/database/database.h"
#include "models/values/records/records.h"

#include <span>

namespace homeroom {

/// What a board keeps in memory of each of its cards: where it stands and what it is worth.
struct BoardEntry {
    RecordId opportunity{};
    RecordId customer{};
    RecordId stage{};
    QString rank{};
    qint64 amount = 0; ///< fen

    bool operator==(const BoardEntry&) const = default;
};

/// What stands in a stage, cards that nobody has read included.
struct BoardTotal {
    qint64 cards = 0;
    qint64 amount = 0; ///< fen

    bool operator==(const BoardTotal&) const = default;
};

/// Cards of a column stand by rank; the id decides where two devices chose one rank.
bool standsBefore(const BoardEntry& left, const BoardEntry& right);

/// What became of one unlocked lesson. NotYet: nothing is known, which is not a missed one.
enum class LessonState { NotYet, Missed, Attended, Finished };

/// What is painted on one card.
struct BoardCard {
    RecordId opportunity{};
    RecordId customer{};
    QString name{};
    FamilyRelation relation = FamilyRelation::Unknown;
    Tier tier = Tier::None;
    QString childName{};
    std::optional<qint64> grade{};
    std::vector<LessonState> lessons{}; ///< unlocked ones of the latest enrollment, oldest first
    int homeworkDone = 0;
    int homeworkDue = 0; ///< of the unlocked lessons
    qint64 practiceMinutes = 0;
    QString nextStep{};
    std::optional<Milliseconds> nextStepAt{};
    Milliseconds stageEnteredAt = 0;
    bool unsent = false; ///< the family has a change whose echo has not come back
    bool conflict = false; ///< the family has an open conflict

    bool operator==(const BoardCard&) const = default;
};

// All throw SQLite::Exception: call them inside Database::read.

/// All cards of a pipeline by stage, rank and id, out of one index. 50,000 take some tens of
/// milliseconds: on the worker.
std::vector<BoardEntry> boardEntries(Database& database, const RecordId& pipeline);

/// The first cards of one column, at most `limit`. Under 1 ms for a screen.
std::vector<BoardEntry> boardHead(
    Database& database, const RecordId& pipeline, const RecordId& stage, int limit);

/// By stage; kept with each write of a card, so this reads a row for each stage.
QHash<RecordId, BoardTotal> boardTotals(Database& database, const RecordId& pipeline);

/// As boardEntries, of these opportunities only; those that are gone or in another pipeline are
/// left out.
std::vector<BoardEntry> boardEntriesOf(
    Database& database, const RecordId& pipeline, std::span<const RecordId> opportunities);

/// What is painted on these cards, in any order, with a fixed number of statements. Under 5 ms for
/// 40. `lessons` are the catalogue's, ordered by cohort and day; those unlocked by `now` count.
std::vector<BoardCard> boardCards(Database& database, std::span<const RecordId> opportunities,
    const std::vector<Lesson>& lessons, Milliseconds now);

} // namespace homeroom
