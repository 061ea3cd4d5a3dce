// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/boardmove.h"

#include "models/store/records.h"
#include "models/values/companions.h"
#include "models/values/rank.h"

#include <algorithm>
#include <span>

namespace homeroom {

namespace {

OrderKind orderKind(StageRole role, ProductKind product)
{
    if (role == StageRole::Deposit)
        return OrderKind::Deposit;
    switch (product) {
    case ProductKind::Trial:
        return OrderKind::Trial;
    case ProductKind::Renewal:
        return OrderKind::Renewal;
    case ProductKind::Upgrade:
        return OrderKind::Upgrade;
    case ProductKind::Full:
        break;
    }
    return OrderKind::Full;
}

Mutation orderMutation(const Opportunity& card, const StageMove& move)
{
    Order order;
    order.id = move.order->id;
    order.customer = card.customer;
    order.student = card.student;
    order.product = move.order->product.id;
    order.opportunity = card.id;
    order.kind = orderKind(move.stage.role, move.order->product.kind);
    order.amount = move.order->amount;
    order.paidAt = move.now;
    order.creditedOwner = move.order->creditedOwner;
    return createMutation(order);
}

/// A key that rankBetween can take: base-62 digits that do not end in zeros, as 0.5 and 0.50 are
/// one fraction.
QString cleanRank(const QString& rank)
{
    const bool digits = std::all_of(rank.begin(), rank.end(), [](QChar c) {
        const auto u = c.unicode();
        return (u >= u'0' && u <= u'9') || (u >= u'A' && u <= u'Z') || (u >= u'a' && u <= u'z');
    });
    QString clean = digits ? rank : QString();
    while (clean.endsWith(QLatin1Char('0')))
        clean.chop(1);
    return clean;
}

/// Halves the room again and again: the middle card first.
void spread(std::span<QString> ranks, const QString& lower, const QString& upper, quint32 salt)
{
    if (ranks.empty())
        return;
    const size_t middle = ranks.size() / 2;
    ranks[middle] = safeRankBetween(lower, upper, salt);
    spread(ranks.first(middle), lower, ranks[middle], salt);
    spread(ranks.subspan(middle + 1), ranks[middle], upper, salt);
}

} // namespace

bool asksForOrder(StageRole role)
{
    return role == StageRole::Deposit || role == StageRole::Paid;
}

std::vector<Mutation> stageMoveMutations(const Opportunity& card, const StageMove& move)
{
    Change<Opportunity> change(card.id, card.customer);
    change.set(&Opportunity::rank, move.rank);
    if (card.stage == move.stage.id)
        return {change.mutation()};
    change.set(&Opportunity::stage, move.stage.id);
    if (move.order)
        change.set(&Opportunity::amount, move.order->amount);
    std::vector<Mutation> mutations{change.mutation()};
    for (const auto& companion : stageCompanions(move.stage.role, move.now, move.lostReason))
        mutations.front().changes.push_back(companion);
    if (move.order)
        mutations.push_back(orderMutation(card, move));
    return mutations;
}

FieldChanges stageCompanions(StageRole role, Milliseconds now, const QString& lostReason)
{
    const bool lost = role == StageRole::Lost;
    const bool closed = lost || role == StageRole::Paid;
    const bool said = lost && !lostReason.isEmpty();
    return {{fieldIndexOf(&Opportunity::stageEnteredAt), now},
        {fieldIndexOf(&Opportunity::closedAt), closed ? FieldValue(now) : FieldValue()},
        {fieldIndexOf(&Opportunity::lostReason), said ? FieldValue(lostReason) : FieldValue()}};
}

void nameStageCompanions(
    Database& database, Mutation& mutation, const RecordRow& before, Milliseconds now)
{
    if (mutation.kind != RecordKind::Opportunity || mutation.operation != Operation::Set)
        return;
    const int field = fieldIndexOf(&Opportunity::stage);
    const FieldValue* stage = changeOf(mutation.changes, field);
    if (!stage || *stage == before.value(field))
        return;
    const auto* id = std::get_if<RecordId>(stage);
    const auto entered = id ? findRecord<Stage>(database, *id) : std::optional<Stage>();
    const StageRole role = entered ? entered->role : StageRole::Open;
    const QString reason = fromRow<Opportunity>(before).lostReason;
    for (const auto& companion : stageCompanions(role, now, reason)) {
        if (!changeOf(mutation.changes, companion.first))
            mutation.changes.push_back(companion);
    }
}

QString safeRankBetween(const QString& lower, const QString& upper, quint32 salt)
{
    const QString low = cleanRank(lower);
    const QString high = cleanRank(upper);
    if (!high.isEmpty() && low >= high)
        return rankBetween(low, {}, salt);
    return rankBetween(low, high, salt);
}

std::vector<QString> safeRanksBetween(
    const QString& lower, const QString& upper, size_t count, quint32 salt)
{
    std::vector<QString> ranks(count);
    spread(ranks, lower, upper, salt);
    return ranks;
}

} // namespace homeroom
