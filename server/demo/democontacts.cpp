// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/demofamily.h"
#include "server/demo/demotexts.h"

#include <algorithm>

namespace homeroom {

namespace {

struct Talk {
    DemoMoment moment;
    FollowUpKind kind = FollowUpKind::Wecom;
    FollowUpResult result = FollowUpResult::Connected;
    qint64 shortest = 0; ///< seconds of a call
    qint64 longest = 0;
};

constexpr Talk unansweredCall{
    DemoMoment::NotAccepted, FollowUpKind::Call, FollowUpResult::NoAnswer, 0, 0};
constexpr Talk busyCall{DemoMoment::NotAccepted, FollowUpKind::Call, FollowUpResult::Busy, 0, 0};
constexpr Talk firstCall{
    DemoMoment::FirstCall, FollowUpKind::Call, FollowUpResult::Connected, 35, 160};
constexpr Talk deepCall{
    DemoMoment::DeepCall, FollowUpKind::Call, FollowUpResult::Connected, 170, 460};
constexpr Talk deepCallUnanswered{
    DemoMoment::DeepCallUnanswered, FollowUpKind::Call, FollowUpResult::NoAnswer, 0, 0};
constexpr Talk priceTalk{
    DemoMoment::PriceTalk, FollowUpKind::Call, FollowUpResult::Connected, 120, 520};
constexpr Talk wrongNumberCall{
    DemoMoment::WrongNumber, FollowUpKind::Call, FollowUpResult::WrongNumber, 3, 20};
constexpr Talk gaveUpNote{DemoMoment::GaveUp, FollowUpKind::Note, FollowUpResult::None, 0, 0};
constexpr Talk recallTalk{DemoMoment::Recall, FollowUpKind::Call, FollowUpResult::Refused, 40, 200};
constexpr Talk paidNote{DemoMoment::CoursePaid, FollowUpKind::Note, FollowUpResult::None, 0, 0};
constexpr Talk refundNote{DemoMoment::Refunded, FollowUpKind::Note, FollowUpResult::None, 0, 0};

constexpr Talk message(DemoMoment moment)
{
    return {moment, FollowUpKind::Wecom, FollowUpResult::None, 0, 0};
}

void tell(FamilyScene& scene, const Talk& talk, Milliseconds at, size_t child, qint64 lesson = 0)
{
    DemoRandom& random = scene.random;
    if (!scene.calendar.isPast(at))
        return;
    FollowUp told;
    told.happenedAt = at;
    told.id = Id<FollowUp>(random.id(at));
    told.customer = scene.records.customer.id;
    told.kind = talk.kind;
    told.result = talk.result;
    told.author = scene.story.keeper->id;
    if (talk.longest > 0)
        told.duration = random.between(talk.shortest, talk.longest);
    if (scene.story.cohort)
        told.cohortDay = scene.story.cohort->cohortDay(scene.calendar.dayOf(at));
    told.text = demoFollowUpText(random, talk.moment, scene.records.nicknames[child], lesson);
    scene.records.followUps.push_back(told);
}

/// Tutors differ in how much they do and write down.
bool bothers(FamilyScene& scene, double share)
{
    return scene.random.chance(share * (0.55 + 0.45 * scene.story.keeper->skill));
}

void tellBeginning(FamilyScene& scene)
{
    const FamilyStory& story = scene.story;
    DemoRandom& random = scene.random;
    if (story.wrongNumber) {
        tell(scene, wrongNumberCall, scene.calendar.awake(story.createdAt + 15 * hourMs), 0);
        return;
    }
    if (story.addedAt)
        tell(scene, message(DemoMoment::Greeting),
            *story.addedAt + random.between(1, 30) * minuteMs, 0);
    const bool slow =
        story.requestedAt && (!story.addedAt || *story.addedAt - *story.requestedAt > 5 * hourMs);
    if (slow && bothers(scene, 0.9)) {
        const Milliseconds callAt =
            scene.calendar.awake(*story.requestedAt + random.between(60, 290) * minuteMs);
        const bool answers = random.chance(story.addedAt ? 0.6 : 0.15);
        tell(scene,
            answers                  ? firstCall
                : random.chance(0.3) ? busyCall
                                     : unansweredCall,
            callAt, 0);
    }
    if (!story.addedAt && story.requestedAt && bothers(scene, 0.5))
        tell(scene, unansweredCall,
            scene.calendar.awake(*story.requestedAt + random.between(20, 30) * hourMs), 0);
    if (story.addedAt && story.cohort && !story.groupAt && bothers(scene, 0.8))
        tell(scene, message(DemoMoment::GroupInvite),
            scene.calendar.at(story.cohort->dayOf(0), 20 * 60 + random.below(90)), 0);
}

void tellLessons(FamilyScene& scene, size_t child)
{
    const ChildStory& story = scene.story.children[child];
    DemoRandom& random = scene.random;
    bool missed = false;
    bool praised = false;
    for (size_t i = 0; i < story.lessons.size() && scene.story.addedAt; ++i) {
        const LessonStory& lesson = story.lessons[i];
        const Milliseconds nextDay = scene.calendar.at(
            scene.story.cohort->dayOf(qint64(i) + 2), 15 * 60 + 50 + random.below(35));
        const bool late = !lesson.watchedAt || *lesson.watchedAt > nextDay;
        if (late && !missed && bothers(scene, 0.7)) {
            tell(scene, message(DemoMoment::MissedLesson), nextDay, child, qint64(i) + 1);
            missed = true;
        }
        if (lesson.reviewedAt && !praised && bothers(scene, 0.45)) {
            tell(scene, message(DemoMoment::HomeworkPraise), *lesson.reviewedAt, child,
                qint64(i) + 1);
            praised = true;
        }
    }
}

void tellSelling(FamilyScene& scene, size_t child)
{
    const ChildStory& story = scene.story.children[child];
    DemoRandom& random = scene.random;
    if (!scene.story.addedAt || !scene.story.cohort || story.leftAt)
        return;
    const Milliseconds callAt =
        scene.calendar.at(scene.story.cohort->dayOf(3), 13 * 60 + 45 + random.below(195));
    // One talk a family, whatever the number of children.
    const bool talks = child == 0 && story.attendedCount() > 0;
    if (talks && bothers(scene, 0.75))
        tell(scene, random.chance(0.78) ? deepCall : deepCallUnanswered, callAt, child);
    if (talks && bothers(scene, 0.5))
        tell(scene, message(DemoMoment::LiveInvite),
            scene.calendar.at(scene.story.cohort->dayOf(4), 18 * 60 + random.below(60)), child);
    if (story.intentAt && bothers(scene, 0.9))
        tell(scene, priceTalk, *story.intentAt, child);
}

void tellEnd(FamilyScene& scene, size_t child)
{
    const ChildStory& story = scene.story.children[child];
    DemoRandom& random = scene.random;
    if (story.depositAt)
        tell(scene, message(DemoMoment::DepositPaid), *story.depositAt + 6 * minuteMs, child);
    if (story.paidAt)
        tell(scene, paidNote, *story.paidAt + random.between(2, 40) * minuteMs, child);
    const auto refundAt = story.refundedAt ? story.refundedAt : story.depositRefundedAt;
    if (refundAt)
        tell(scene, refundNote, *refundAt, child);
    if (story.lostAt && !scene.story.wrongNumber && !story.depositRefundedAt) {
        const bool talks = scene.story.addedAt && random.chance(0.6);
        tell(scene, talks ? recallTalk : gaveUpNote, *story.lostAt, child);
    }
}

} // namespace

void detail::addContacts(FamilyScene& scene)
{
    tellBeginning(scene);
    for (size_t child = 0; child < scene.story.children.size(); ++child) {
        tellLessons(scene, child);
        tellSelling(scene, child);
        tellEnd(scene, child);
    }
    std::stable_sort(scene.records.followUps.begin(), scene.records.followUps.end(),
        [](const FollowUp& a, const FollowUp& b) { return a.happenedAt < b.happenedAt; });
}

} // namespace homeroom
