// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/boardmove.h"

#include "models/values/rank.h"

#include <algorithm>

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
    change.set(&Opportunity::stageEnteredAt, move.now);
    const bool lost = move.stage.role == StageRole::Lost;
    if (lost || move.stage.role == StageRole::Paid)
        change.set(&Opportunity::closedAt, move.now);
    else if (card.closedAt)
        change.set(&Opportunity::closedAt, std::nullopt);
    if (lost || !card.lostReason.isEmpty())
        change.set(&Opportunity::lostReason, lost ? move.lostReason : QString());
    if (!move.order)
        return {change.mutation()};
    change.set(&Opportunity::amount, move.order->amount);
    return {change.mutation(), orderMutation(card, move)};
}

QString safeRankBetween(const QString& lower, const QString& upper, quint32 salt)
{
    const QString low = cleanRank(lower);
    const QString high = cleanRank(upper);
    if (!high.isEmpty() && low >= high)
        return rankBetween(low, {}, salt);
    return rankBetween(low, high, salt);
}

} // namespace homeroom
