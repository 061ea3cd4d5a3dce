// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/demostory.h"

#include <algorithm>
#include <functional>

namespace homeroom {

namespace {

constexpr std::array<double, 5> tierBonus{0, -0.16, -0.05, 0.05, 0.17}; // None, D, C, B, A
constexpr double siblingInCamp = 0.12;
constexpr double movedShare = 0.02;
constexpr qint64 enrolmentDays = 6; ///< a cohort's camp is sold so many days before it opens
constexpr qint64 groupOpensMinute = 10 * 60;

/// Cohorts in turn by their share, so that every cohort has families in every size of the demo.
const DemoCohort* cohortAt(const DemoCatalogue& catalogue, qint64 place, qint64 families)
{
    double below = 0;
    for (const DemoCohort& cohort : catalogue.cohorts) {
        below += cohort.share * double(families);
        if (double(place) + 0.5 < below)
            return &cohort;
    }
    return nullptr;
}

void bringIn(FamilyStory& family, const DemoCatalogue& catalogue, qint64 place, DemoRandom& random)
{
    const size_t salesCount = catalogue.keepers.size() - catalogue.tutorCount;
    family.keeperPlace = family.cohort ? size_t(place) % catalogue.tutorCount
                                       : catalogue.tutorCount + size_t(place) % salesCount;
    family.keeper = &catalogue.keepers[family.keeperPlace];
    std::vector<double> weights;
    for (const DemoChannel& channel : catalogue.channels)
        weights.push_back(channel.weight);
    family.channel = &catalogue.channels[random.weighted(weights)];
    family.tier = Tier(1 + random.weighted(family.channel->tiers));
    const double noise = (random.real() + random.real() - 1) * 0.42;
    family.eagerness = std::clamp(
        0.48 + family.channel->quality + tierBonus[size_t(family.tier)] + noise, 0.02, 0.98);
    const bool moves = random.chance(movedShare);
    if (moves && family.cohort && family.cohort->opensOn <= 0
        && family.cohort != &catalogue.cohorts.front())
        family.movedFrom = family.cohort - 1;
    family.wrongNumber = random.chance(family.tier == Tier::D ? 0.03 : 0.006);
}

Milliseconds creationTime(
    const FamilyStory& family, const DemoCalendar& calendar, DemoRandom& random)
{
    const DemoCohort* bought = family.movedFrom ? family.movedFrom : family.cohort;
    qint64 day = -random.below(20);
    if (bought) {
        const qint64 lastDay = std::min<qint64>(bought->opensOn - 1, 0);
        const bool selling = bought->opensOn > 0;
        day = lastDay - random.below(selling ? 3 : enrolmentDays);
    }
    const qint64 minute = random.between(9 * 60, 22 * 60 + 20);
    const Milliseconds seconds = random.below(minuteMs);
    const Milliseconds time = calendar.at(day, minute) + seconds;
    return calendar.isPast(time) ? time : calendar.at(day - 1, minute) + seconds;
}

std::optional<Milliseconds> ifPast(const DemoCalendar& calendar, Milliseconds time)
{
    return calendar.isPast(time) ? std::optional(time) : std::nullopt;
}

void befriend(FamilyStory& family, const DemoCalendar& calendar, DemoRandom& random)
{
    const bool late = random.chance(family.tier == Tier::D ? 0.12 : 0.03);
    const double slowness = 1.6 - 0.6 * family.keeper->skill + (late ? 8 : 0);
    const auto wait = Milliseconds(double(random.between(2, 150)) * slowness) * minuteMs;
    const double acceptance =
        std::min(0.97, 0.54 + 0.44 * family.eagerness + 0.15 * (family.keeper->skill - 1));
    const bool accepts = random.chance(acceptance);
    const double delay = random.real();
    family.requestedAt = ifPast(calendar, calendar.awake(family.createdAt + wait));
    if (!family.requestedAt || !accepts || family.wrongNumber)
        return;
    // Most accept at once, a few after a day and a half.
    const auto acceptedAfter =
        Milliseconds(delay * delay * delay * delay * 36 * double(hourMs)) + minuteMs;
    family.addedAt = ifPast(calendar, calendar.awake(*family.requestedAt + acceptedAfter));
}

void joinGroup(FamilyStory& family, const DemoCalendar& calendar, DemoRandom& random)
{
    const bool joins = random.chance(0.80 + 0.18 * family.eagerness);
    const qint64 minute = groupOpensMinute + random.below(11 * 60);
    const Milliseconds wait = random.between(3, 90) * minuteMs;
    const bool signsIn = random.chance(0.86 + 0.13 * family.eagerness);
    const Milliseconds signInWait = random.between(2, 240) * minuteMs;
    if (!family.addedAt || !family.cohort || !joins)
        return;
    const Milliseconds opened = calendar.at(family.cohort->dayOf(0), minute);
    family.groupAt = ifPast(calendar, std::max(opened, *family.addedAt + wait));
    if (family.groupAt && signsIn)
        family.signedInAt = ifPast(calendar, calendar.awake(*family.groupAt + signInWait));
}

} // namespace

qint64 ChildStory::attendedCount() const
{
    return std::count_if(lessons.begin(), lessons.end(), std::mem_fn(&LessonStory::isAttended));
}

qint64 ChildStory::finishedCount() const
{
    return std::count_if(lessons.begin(), lessons.end(), std::mem_fn(&LessonStory::finished));
}

qint64 ChildStory::homeworkCount() const
{
    return std::count_if(lessons.begin(), lessons.end(),
        [](const LessonStory& lesson) { return lesson.homeworkAt.has_value(); });
}

std::optional<Milliseconds> ChildStory::firstWatchedAt() const
{
    std::optional<Milliseconds> first;
    for (const LessonStory& lesson : lessons) {
        if (lesson.watchedAt && (!first || *lesson.watchedAt < *first))
            first = lesson.watchedAt;
    }
    return first;
}

const ChildStory& FamilyStory::leading() const
{
    const auto order = [](const ChildStory& child) {
        return child.stage == TrialStage::Lost ? -1 : int(child.stage);
    };
    return *std::max_element(children.begin(), children.end(),
        [&](const ChildStory& a, const ChildStory& b) { return order(a) < order(b); });
}

FamilyStory makeDemoStory(const DemoCatalogue& catalogue, const DemoCalendar& calendar,
    qint64 place, qint64 families, DemoRandom& random)
{
    FamilyStory family;
    family.cohort = cohortAt(catalogue, place, families);
    bringIn(family, catalogue, place, random);
    family.createdAt = creationTime(family, calendar, random);
    befriend(family, calendar, random);
    joinGroup(family, calendar, random);
    family.children.resize(family.cohort && random.chance(siblingInCamp) ? 2 : 1);
    for (ChildStory& child : family.children) {
        detail::learn(child, family, calendar, random);
        detail::decide(child, family, calendar, random);
    }
    return family;
}

} // namespace homeroom
