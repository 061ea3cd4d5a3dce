// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/boardmove.h"

#include <span>

namespace homeroom {

/// What becomes of a family when many are moved to a stage in one go.
enum class FamilyMove {
    Moves,
    There, ///< its card stands in the stage already
    NoCard, ///< none in the pipeline of the stage
    SeveralCards, ///< more than one open card in the pipeline: nobody said which child is meant
    Gone ///< not here any more
};

struct StageMovePlan {
    std::vector<Mutation> mutations{}; ///< one group a family
    std::vector<std::pair<RecordId, FamilyMove>> families{}; ///< in the order asked

    int count(FamilyMove outcome) const;
};

/// What the stage wants to know, the same for every family.
struct StageMoveAnswers {
    QString lostReason{};
    std::optional<Product> product{}; ///< of the order that a deposit or paid stage makes
    qint64 amount = 0; ///< fen
    /// Ids of those orders, at least as many as families; none without a product.
    std::vector<RecordId> orders{};
};

/// Moves the card of each family to the top of the stage: its only open card in the pipeline of the
/// stage, or where all are closed the newest. Throws SQLite::Exception; some 0.1 ms a family.
StageMovePlan planStageMoves(Database& database, std::span<const RecordId> families,
    const Stage& stage, const StageMoveAnswers& answers, Milliseconds now);

} // namespace homeroom
