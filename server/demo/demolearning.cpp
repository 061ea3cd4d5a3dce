// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/demostory.h"

#include <algorithm>

namespace homeroom {

namespace {

// How many of the eager come on D1 … D7; D5 is the conversion live.
constexpr std::array<double, demoLessonCount> pull{0.97, 0.88, 0.83, 0.78, 0.86, 0.68, 0.64};
constexpr double shareOfReplays = 0.26;
constexpr double leaves = 0.06; ///< of those who miss a lesson, they asked before
constexpr double leavesCamp = 0.02;

struct LessonSlot {
    size_t place;
    Milliseconds endsAt;
};

void watch(LessonStory& story, Milliseconds endsAt, const FamilyStory& family,
    const DemoCalendar& calendar, DemoRandom& random)
{
    const bool replay = random.chance(shareOfReplays);
    const Milliseconds replayAt = calendar.awake(endsAt + random.between(60, 40 * 60) * minuteMs);
    story.finished = random.chance(0.58 + 0.38 * family.eagerness);
    story.minutes = story.finished ? random.between(46, demoLessonLength) : random.between(6, 40);
    story.practiceMinutes = random.between(4, 12);
    story.practiceMinutes += qint64(26 * family.eagerness * random.real());
    if (replay && !calendar.isPast(replayAt)) {
        story = LessonStory{};
        story.endedAt = endsAt;
        return;
    }
    story.attended = replay ? Attendance::Replay : Attendance::Live;
    story.watchedAt = replay ? replayAt : endsAt;
}

void handIn(
    LessonStory& story, const FamilyStory& family, const DemoCalendar& calendar, DemoRandom& random)
{
    const double skill = family.keeper->skill;
    const double share = (story.finished ? 0.34 : 0.08) + 0.62 * family.eagerness * skill;
    const bool does = random.chance(std::min(0.96, share));
    const double delay = random.real();
    const bool reviews = random.chance(0.78 + 0.16 * skill);
    const Milliseconds reviewWait =
        Milliseconds(double(random.between(40, 1100)) / skill) * minuteMs;
    const bool listens = random.chance(0.35 + 0.5 * family.eagerness);
    const Milliseconds listenWait = random.between(5, 900) * minuteMs;
    if (!does)
        return;
    const Milliseconds after = 20 * minuteMs + Milliseconds(delay * delay * 22 * double(hourMs));
    const Milliseconds homeworkAt = calendar.awake(*story.watchedAt + after);
    const Milliseconds reviewedAt = calendar.awake(homeworkAt + reviewWait);
    const Milliseconds listenedAt = calendar.awake(reviewedAt + listenWait);
    if (calendar.isPast(homeworkAt))
        story.homeworkAt = homeworkAt;
    if (reviews && calendar.isPast(reviewedAt))
        story.reviewedAt = reviewedAt;
    if (reviews && listens && calendar.isPast(listenedAt))
        story.listenedAt = listenedAt;
}

LessonStory lessonStory(const LessonSlot& lesson, bool mayCome, double habit,
    const FamilyStory& family, const DemoCalendar& calendar, DemoRandom& random)
{
    LessonStory story;
    story.endedAt = lesson.endsAt;
    const double share = pull[lesson.place] * (0.46 + 0.74 * family.eagerness)
        * (0.72 + 0.28 * family.keeper->skill) * habit;
    const bool comes = random.chance(std::min(0.97, share));
    const bool asksLeave = random.chance(leaves);
    if (mayCome && comes) {
        watch(story, lesson.endsAt, family, calendar, random);
        if (story.isAttended())
            handIn(story, family, calendar, random);
    } else if (mayCome && asksLeave) {
        story.attended = Attendance::Leave;
    }
    return story;
}

} // namespace

void detail::learn(
    ChildStory& child, const FamilyStory& family, const DemoCalendar& calendar, DemoRandom& random)
{
    if (!family.cohort)
        return;
    const bool leavesEarly = random.chance(leavesCamp);
    const qint64 stays = leavesEarly ? random.between(1, 4) : qint64(demoLessonCount);
    double habit = 1;
    for (size_t i = 0; i < demoLessonCount; ++i) {
        const qint64 day = family.cohort->dayOf(qint64(i) + 1);
        const Milliseconds endsAt = calendar.at(day, demoLessonMinute + demoLessonLength);
        if (!calendar.isPast(endsAt))
            return;
        if (qint64(i) >= stays) {
            child.leftAt = calendar.at(day, 11 * 60 + random.below(7 * 60));
            return;
        }
        const bool mayCome = family.signedInAt && *family.signedInAt < endsAt;
        child.lessons.push_back(lessonStory({i, endsAt}, mayCome, habit, family, calendar, random));
        habit = child.lessons.back().isAttended() ? 1.14 : 0.66;
    }
}

} // namespace homeroom
