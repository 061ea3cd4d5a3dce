// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/database/database.h"
#include "models/values/mutation.h"
#include "models/values/records/records.h"

namespace homeroom {

/// What a drop on a deposit or paid stage asks.
struct StageOrder {
    Id<Order> id{}; ///< of the order to make
    Product product{};
    qint64 amount = 0; ///< fen
    Id<User> creditedOwner{}; ///< the family's owner now
};

/// One card's way to a place on its board.
struct StageMove {
    Stage stage{};
    QString rank{};
    Milliseconds now = 0;
    QString lostReason{}; ///< for a lost stage
    std::optional<StageOrder> order{}; ///< for a deposit or paid stage
};

/// Whether dropping a card on the stage asks for product and amount.
bool asksForOrder(StageRole role);

/// The rule of a move, as mutations of one group: stage and when it was entered, the rank, when it
/// was closed and why it was lost, the amount and its order. Only the rank within a stage.
std::vector<Mutation> stageMoveMutations(const Opportunity& card, const StageMove& move);

/// What goes with a card that enters a stage of this role: when it did, when it was closed, and why
/// it was lost. All of it, also what stays empty.
FieldChanges stageCompanions(StageRole role, Milliseconds now, const QString& lostReason);

/// Where the mutation moves a card to another stage: names what goes with that as far as its author
/// did not. Throws SQLite::Exception.
void nameStageCompanions(
    Database& database, Mutation& mutation, const RecordRow& before, Milliseconds now);

/// A rank between two of a column whose ranks may be missing, equal or not made by rankBetween:
/// never fails, at worst the card stands one place off. `salt` is any number.
QString safeRankBetween(const QString& lower, const QString& upper, quint32 salt);

/// As many ranks between the two as cards are put there at once, in their order. One after the
/// other they would get a digit longer every few cards.
std::vector<QString> safeRanksBetween(
    const QString& lower, const QString& upper, size_t count, quint32 salt);

} // namespace homeroom
