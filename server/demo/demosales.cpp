// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/demofamily.h"

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr Milliseconds renewalOpensAfter = 18 * dayMs; ///< of the payment
constexpr Milliseconds upgradeAfter = 14 * dayMs;

Order order(FamilyScene& scene, const Opportunity& opportunity, OrderKind kind, DemoProduct product,
    qint64 amount, Milliseconds paidAt)
{
    Order made;
    made.id = Id<Order>(scene.random.id(paidAt));
    made.customer = opportunity.customer;
    made.student = opportunity.student;
    made.product = scene.catalogue.product(product);
    made.opportunity = opportunity.id;
    made.kind = kind;
    made.amount = amount;
    made.paidAt = paidAt;
    made.creditedOwner = scene.story.keeper->id;
    return made;
}

Opportunity opportunity(
    FamilyScene& scene, const DemoPipeline& pipeline, size_t child, Milliseconds bornAt)
{
    Opportunity made;
    made.id = Id<Opportunity>(scene.random.id(bornAt));
    made.customer = scene.records.customer.id;
    made.student = scene.records.students[child].id;
    made.pipeline = pipeline.id;
    made.rank = scene.rank(child);
    made.stageEnteredAt = bornAt;
    return made;
}

qint64 trialAmount(TrialStage stage)
{
    switch (stage) {
    case TrialStage::Deposit:
        return demoDepositPrice;
    case TrialStage::Intent:
    case TrialStage::Paid:
        return demoFullPrice;
    default:
        return 0;
    }
}

void addTrialOrders(FamilyScene& scene, const Opportunity& card, const ChildStory& story)
{
    std::vector<Order>& orders = scene.records.orders;
    if (scene.story.cohort)
        orders.push_back(order(scene, card, OrderKind::Trial, DemoProduct::Trial, demoTrialPrice,
            scene.story.createdAt));
    if (story.depositAt) {
        orders.push_back(order(scene, card, OrderKind::Deposit, DemoProduct::Deposit,
            demoDepositPrice, *story.depositAt));
        if (story.depositRefundedAt) {
            orders.back().refundedAt = story.depositRefundedAt;
            orders.back().refundedAmount = demoDepositPrice;
        }
    }
    if (!story.paidAt)
        return;
    // The deposit counts towards the course: its order is the rest.
    const qint64 amount = demoFullPrice - (story.depositAt ? demoDepositPrice : 0);
    orders.push_back(order(scene, card, OrderKind::Full, DemoProduct::Full, amount, *story.paidAt));
    orders.back().refundedAt = story.refundedAt;
    if (story.refundedAt)
        orders.back().refundedAmount = amount;
}

void addTrialCard(FamilyScene& scene, size_t child)
{
    const ChildStory& story = scene.story.children[child];
    Opportunity card = opportunity(scene, scene.catalogue.trial, child, scene.story.createdAt);
    card.stage = scene.catalogue.trial.stage(story.stage);
    card.amount = trialAmount(story.stage);
    if (scene.story.cohort)
        card.cohort = scene.story.cohort->id;
    card.stageEnteredAt = story.stageEnteredAt;
    card.lostReason = story.lostReason;
    card.closedAt = story.paidAt ? story.paidAt : story.lostAt;
    scene.records.opportunities.push_back(card);
    addTrialOrders(scene, card, story);
}

void upgrade(FamilyScene& scene, Opportunity& card, Milliseconds at)
{
    card.stage = scene.catalogue.course.stage(CourseStage::Upgraded);
    card.amount = demoUpgradePrice;
    card.stageEnteredAt = at;
    card.closedAt = at;
    scene.records.orders.push_back(
        order(scene, card, OrderKind::Upgrade, DemoProduct::Upgrade, demoUpgradePrice, at));
}

void addCourseCard(FamilyScene& scene, size_t child)
{
    const ChildStory& story = scene.story.children[child];
    const DemoPipeline& course = scene.catalogue.course;
    const Milliseconds age = scene.calendar.now() - *story.paidAt;
    Opportunity card = opportunity(scene, course, child, *story.paidAt);
    const bool wants = scene.random.chance(0.16);
    const bool buys = scene.random.chance(0.4);
    const Milliseconds upgradeAt =
        scene.calendar.awake(*story.paidAt + upgradeAfter + scene.random.below(6 * dayMs));
    const bool upgradeTime = scene.calendar.isPast(upgradeAt);
    card.stage = course.stage(age < 2 * dayMs ? CourseStage::HandOver
            : age < 9 * dayMs                 ? CourseStage::Started
                                              : CourseStage::Studying);
    if (story.refundedAt) {
        card.stage = course.stage(CourseStage::Quit);
        card.stageEnteredAt = *story.refundedAt;
        card.closedAt = story.refundedAt;
        card.lostReason = u"退费"_s;
    } else if (wants && upgradeTime && buys) {
        upgrade(scene, card, upgradeAt);
    } else if (wants && upgradeTime) {
        card.stage = course.stage(CourseStage::Upgrade);
        card.amount = demoUpgradePrice;
        card.stageEnteredAt = upgradeAt;
    }
    scene.records.opportunities.push_back(card);
}

void renew(FamilyScene& scene, Opportunity& card, RenewalStage stage, Milliseconds at)
{
    card.stage = scene.catalogue.renewal.stage(stage);
    card.stageEnteredAt = at;
    if (stage == RenewalStage::Deposit) {
        card.amount = demoDepositPrice;
        scene.records.orders.push_back(
            order(scene, card, OrderKind::Deposit, DemoProduct::Deposit, demoDepositPrice, at));
    } else if (stage == RenewalStage::Renewed) {
        card.closedAt = at;
        scene.records.orders.push_back(
            order(scene, card, OrderKind::Renewal, DemoProduct::Renewal, demoRenewalPrice, at));
    } else if (stage == RenewalStage::Lost) {
        card.closedAt = at;
        card.lostReason = u"暂不续报"_s;
    }
}

void addRenewalCard(FamilyScene& scene, size_t child)
{
    const ChildStory& story = scene.story.children[child];
    const Milliseconds opensAt = scene.calendar.awake(*story.paidAt + renewalOpensAfter);
    constexpr std::array<double, 5> weights{26, 28, 9, 29, 8};
    const auto stage = RenewalStage(scene.random.weighted(weights));
    if (story.refundedAt || !scene.calendar.isPast(opensAt))
        return;
    Opportunity card = opportunity(scene, scene.catalogue.renewal, child, opensAt);
    card.stage = scene.catalogue.renewal.stage(RenewalStage::Window);
    card.amount = demoRenewalPrice;
    const Milliseconds at =
        scene.calendar.awake(opensAt + scene.random.between(3, 8 * 24) * hourMs);
    if (scene.calendar.isPast(at) && stage != RenewalStage::Window)
        renew(scene, card, stage, at);
    scene.records.opportunities.push_back(card);
}

} // namespace

void detail::addSales(FamilyScene& scene)
{
    for (size_t child = 0; child < scene.story.children.size(); ++child)
        addTrialCard(scene, child);
    for (size_t child = 0; child < scene.story.children.size(); ++child) {
        if (!scene.story.children[child].paidAt)
            continue;
        addCourseCard(scene, child);
        addRenewalCard(scene, child);
    }
}

} // namespace homeroom
