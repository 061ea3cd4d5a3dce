// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/demostory.h"

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

// Chance to buy by pieces of homework handed in, before everything else.
constexpr std::array<double, demoLessonCount + 1> chanceByHomework{
    0.012, 0.025, 0.055, 0.10, 0.16, 0.24, 0.33, 0.40};
constexpr double refunds = 0.06;

constexpr QStringView reasonsUnreached[] = {u"加不上好友", u"电话多次未接", u"联系不上"};
constexpr QStringView reasonsUnused[] = {u"孩子没时间上课", u"家长太忙,没有督促", u"孩子不感兴趣"};
constexpr QStringView reasonsDecided[] = {
    u"价格超出预算", u"已报其他机构", u"时间冲突", u"想先观望", u"爸爸不同意", u"孩子跟不上"};

struct Evening {
    qint64 cohortDay;
    Milliseconds time;
};

Evening purchaseEvening(const FamilyStory& family, const DemoCalendar& calendar, DemoRandom& random)
{
    constexpr std::array<double, 4> weights{52, 24, 12, 12};
    const size_t part = random.weighted(weights);
    const qint64 cohortDay =
        part < 3 ? demoConversionDay + qint64(part) : random.between(8, 7 + demoFreezeDays - 1);
    // On the conversion day most pay within two hours of the lesson's end.
    const qint64 minute =
        part == 0 ? random.between(20 * 60 + 42, 22 * 60 + 25) : random.between(10 * 60, 22 * 60);
    return {
        cohortDay, calendar.at(family.cohort->dayOf(cohortDay), minute) + random.below(minuteMs)};
}

double purchaseChance(const ChildStory& child, const FamilyStory& family)
{
    if (child.finishedCount() == 0)
        return 0;
    const bool cameToLive = child.lessons.size() >= size_t(demoConversionDay)
        && child.lessons[demoConversionDay - 1].isAttended();
    const double skill = family.keeper->skill;
    return std::min(0.9,
        chanceByHomework[size_t(child.homeworkCount())] * (cameToLive ? 1.2 : 0.6) * skill * skill
            * (0.65 + 0.7 * family.eagerness));
}

void buy(
    ChildStory& child, const FamilyStory& family, const DemoCalendar& calendar, DemoRandom& random)
{
    const Evening evening = purchaseEvening(family, calendar, random);
    const bool depositFirst = evening.cohortDay > demoConversionDay && random.chance(0.7);
    const Milliseconds depositAt =
        calendar.at(family.cohort->dayOf(demoConversionDay), 20 * 60 + 42 + random.below(95));
    const Milliseconds refundAt =
        calendar.awake(evening.time + random.between(2 * 24, 9 * 24) * hourMs);
    const bool refunded = random.chance(refunds);
    if (depositFirst && calendar.isPast(depositAt))
        child.depositAt = depositAt;
    if (!calendar.isPast(evening.time))
        return;
    child.paidAt = evening.time;
    if (refunded && calendar.isPast(refundAt))
        child.refundedAt = refundAt;
}

void payDepositOnly(
    ChildStory& child, const FamilyStory& family, const DemoCalendar& calendar, DemoRandom& random)
{
    const Milliseconds at =
        calendar.at(family.cohort->dayOf(demoConversionDay), 20 * 60 + 42 + random.below(95));
    const Milliseconds backAt = calendar.awake(at + random.between(2 * 24, 8 * 24) * hourMs);
    const bool back = random.chance(0.6);
    if (!calendar.isPast(at))
        return;
    child.depositAt = at;
    if (back && calendar.isPast(backAt))
        child.depositRefundedAt = backAt;
}

/// Before the conversion day only the keenest pay: an early-bird deposit, rarely the whole course.
void payEarly(
    ChildStory& child, const FamilyStory& family, const DemoCalendar& calendar, DemoRandom& random)
{
    const bool deposits = random.chance(0.22 * family.eagerness * family.keeper->skill);
    const bool pays = random.chance(0.04 * family.eagerness * family.keeper->skill);
    const Milliseconds at =
        calendar.at(family.cohort->dayOf(2), 20 * 60 + 45 + random.below(100)) + 17 * secondMs;
    if (child.homeworkCount() < 2 || child.finishedCount() == 0 || !calendar.isPast(at))
        return;
    if (pays)
        child.paidAt = at;
    else if (deposits)
        child.depositAt = at;
}

void warmUp(
    ChildStory& child, const FamilyStory& family, const DemoCalendar& calendar, DemoRandom& random)
{
    const qint64 count = child.homeworkCount();
    const double share = count == 0 ? 0.02 : (0.10 + 0.08 * double(count)) * family.eagerness * 2;
    const bool warm = random.chance(std::min(0.8, share));
    const bool late = random.chance(0.5);
    const Milliseconds evening = calendar.at(family.cohort->dayOf(2), 21 * 60 + random.below(75));
    const Milliseconds call =
        calendar.at(family.cohort->dayOf(3), 13 * 60 + 50 + random.below(180));
    const Milliseconds at = late && calendar.isPast(call) ? call : evening;
    const auto first = child.firstWatchedAt();
    if (warm && first && *first <= at && calendar.isPast(at))
        child.intentAt = at;
}

QString reasonOf(const ChildStory& child, const FamilyStory& family, DemoRandom& random)
{
    if (family.wrongNumber)
        return u"号码错误"_s;
    if (child.depositRefundedAt)
        return u"退定金"_s;
    if (!family.addedAt)
        return random.pick(reasonsUnreached).toString();
    if (child.attendedCount() == 0)
        return random.pick(reasonsUnused).toString();
    return random.pick(reasonsDecided).toString();
}

std::optional<Milliseconds> lossTime(const ChildStory& child, const FamilyStory& family,
    const DemoCalendar& calendar, DemoRandom& random)
{
    const Milliseconds soon = calendar.awake(family.createdAt + random.between(20, 50) * hourMs);
    const double patience = random.real();
    const qint64 day = random.between(8, 7 + demoFreezeDays - 1);
    const qint64 minute = random.between(14 * 60, 21 * 60);
    if (family.wrongNumber)
        return soon;
    if (child.depositRefundedAt || child.leftAt)
        return child.depositRefundedAt ? child.depositRefundedAt : child.leftAt;
    if (!family.cohort)
        return patience < 0.1 ? std::optional(soon) : std::nullopt;
    const bool frozen = family.cohort->state == CohortState::Frozen;
    const bool closed = family.cohort->state == CohortState::Closed;
    const bool keen = child.intentAt || child.depositAt;
    const double share = frozen ? (keen ? 0.85 : 0.97) : closed ? (keen ? 0.3 : 0.8) : 0;
    if (patience >= share)
        return std::nullopt;
    return calendar.at(family.cohort->dayOf(day), minute);
}

void enter(ChildStory& child, TrialStage stage, const std::optional<Milliseconds>& at)
{
    if (!at)
        return;
    child.stage = stage;
    child.stageEnteredAt = std::max(child.stageEnteredAt, *at);
}

} // namespace

void detail::decide(
    ChildStory& child, const FamilyStory& family, const DemoCalendar& calendar, DemoRandom& random)
{
    if (family.cohort && !child.leftAt) {
        warmUp(child, family, calendar, random);
        const bool buys = random.chance(purchaseChance(child, family));
        const bool hesitates = random.chance(child.homeworkCount() >= 2 ? 0.06 : 0.004);
        const qint64 conversion = family.cohort->dayOf(demoConversionDay);
        if (!calendar.isPast(calendar.at(conversion, demoLessonMinute + demoLessonLength)))
            payEarly(child, family, calendar, random);
        else if (buys)
            buy(child, family, calendar, random);
        else if (hesitates && child.finishedCount() > 0)
            payDepositOnly(child, family, calendar, random);
    }
    child.stageEnteredAt = family.createdAt;
    enter(child, TrialStage::Friend, family.addedAt);
    enter(child, TrialStage::Group, family.groupAt);
    enter(child, TrialStage::Learning, child.firstWatchedAt());
    enter(child, TrialStage::Intent, child.intentAt);
    enter(child, TrialStage::Deposit, child.depositAt);
    enter(child, TrialStage::Paid, child.paidAt);
    const auto lossAt = lossTime(child, family, calendar, random);
    if (child.paidAt || !lossAt || !calendar.isPast(*lossAt))
        return;
    child.lostAt = std::max(*lossAt, child.stageEnteredAt);
    child.lostReason = reasonOf(child, family, random);
    enter(child, TrialStage::Lost, child.lostAt);
}

} // namespace homeroom
