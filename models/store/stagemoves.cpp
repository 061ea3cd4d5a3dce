// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/stagemoves.h"

#include "models/store/records.h"

#include <algorithm>

namespace homeroom {

namespace {

/// The card that a person means who says «this family», or why there is none.
std::variant<Opportunity, FamilyMove> cardMeant(
    Database& database, const RecordId& family, const Stage& stage)
{
    std::vector<Opportunity> cards = familyRecords<Opportunity>(database, family);
    std::erase_if(cards, [&](const Opportunity& card) { return card.pipeline != stage.pipeline; });
    if (cards.empty())
        return FamilyMove::NoCard;
    const auto isOpen = [](const Opportunity& card) { return !card.closedAt; };
    const auto open = std::ranges::count_if(cards, isOpen);
    if (open > 1)
        return FamilyMove::SeveralCards;
    const auto meant = open == 1
        ? std::ranges::find_if(cards, isOpen)
        : std::ranges::max_element(cards, {}, [](const Opportunity& card) { return card.id; });
    if (meant->stage == stage.id)
        return FamilyMove::There;
    return *meant;
}

QString topRank(Database& database, const Stage& stage)
{
    Statement query = database.statement("SELECT min(rank) FROM r_opportunity "
                                         "WHERE pipeline = ?1 AND stage = ?2 AND deleted = 0");
    query.bind(1, stage.pipeline);
    query.bind(2, stage.id);
    return query.step() ? query.text(0) : QString();
}

} // namespace

int StageMovePlan::count(FamilyMove outcome) const
{
    using Family = std::pair<RecordId, FamilyMove>;
    return int(std::ranges::count(families, outcome, &Family::second));
}

StageMovePlan planStageMoves(Database& database, std::span<const RecordId> families,
    const Stage& stage, const StageMoveAnswers& answers, Milliseconds now)
{
    StageMovePlan plan;
    const std::vector<QString> ranks =
        safeRanksBetween({}, topRank(database, stage), families.size(), 0);
    for (size_t i = 0; i < families.size(); ++i) {
        const auto customer = findRecord<Customer>(database, Id<Customer>(families[i]));
        if (!customer) {
            plan.families.emplace_back(families[i], FamilyMove::Gone);
            continue;
        }
        const auto meant = cardMeant(database, families[i], stage);
        if (const auto* reason = std::get_if<FamilyMove>(&meant)) {
            plan.families.emplace_back(families[i], *reason);
            continue;
        }
        StageMove move{stage, ranks[i], now, answers.lostReason, {}};
        if (answers.product)
            move.order = StageOrder{
                Id<Order>(answers.orders[i]), *answers.product, answers.amount, customer->owner};
        for (Mutation& mutation : stageMoveMutations(std::get<Opportunity>(meant), move))
            plan.mutations.push_back(std::move(mutation));
        plan.families.emplace_back(families[i], FamilyMove::Moves);
    }
    return plan;
}

} // namespace homeroom
