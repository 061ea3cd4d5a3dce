// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/demofamily.h"

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

struct Step {
    QString text;
    QString rule; ///< of the task that asks for it
};

constexpr qint64 slotMinutes = 30; ///< tutors plan by the half hour
constexpr qint64 firstSlot = 13 * 60 + 30;
constexpr qint64 slotCount = 17; ///< the last is at 21:30

constexpr QStringView intentSteps[] = {
    u"算价格,约家长沟通", u"等爸爸同意", u"发课时对比", u"邀约 D5 直播", u"回复分期问题"};
constexpr QStringView paidSteps[] = {u"交接给系统课老师", u"转介绍邀请", u"确认开课时间"};

Step learningStep(const ChildStory& child, DemoRandom& random)
{
    for (size_t i = child.lessons.size(); i-- > 0;) {
        if (!child.lessons[i].isAttended())
            return {u"补 D%1 课程"_s.arg(i + 1), u"missedLesson"_s};
        if (!child.lessons[i].homeworkAt && random.chance(0.7))
            return {u"催 D%1 作业"_s.arg(i + 1), u"homework"_s};
    }
    return random.chance(0.6) ? Step{u"1v1 深度沟通"_s, u"deepCall"_s}
                              : Step{u"发学情卡"_s, u"report"_s};
}

Step nextStep(const FamilyScene& scene, const ChildStory& child)
{
    DemoRandom& random = scene.random;
    switch (child.stage) {
    case TrialStage::New:
        if (scene.story.requestedAt)
            return {u"好友未通过,改打电话"_s, u"callAgain"_s};
        return {u"加好友"_s, u"addFriend"_s};
    case TrialStage::Friend:
        return scene.story.cohort && scene.story.cohort->opensOn <= 0
            ? Step{u"邀请进群"_s, u"groupInvite"_s}
            : Step{u"确认年级和基础"_s, u"firstTalk"_s};
    case TrialStage::Group:
        return child.lessons.empty()
            ? Step{u"提醒 D1 上课"_s, u"lessonReminder"_s}
            : Step{u"D%1 未到课,补课"_s.arg(child.lessons.size()), u"missedLesson"_s};
    case TrialStage::Learning:
        return learningStep(child, random);
    case TrialStage::Intent:
        return {random.pick(intentSteps).toString(), u"priceTalk"_s};
    case TrialStage::Deposit:
        return {u"补尾款"_s, u"balance"_s};
    case TrialStage::Paid:
        return {random.pick(paidSteps).toString(), u"handOver"_s};
    case TrialStage::Lost:
        break;
    }
    return {};
}

double planned(const FamilyScene& scene, const ChildStory& child)
{
    if (child.stage == TrialStage::Lost)
        return 0;
    const bool old = scene.story.cohort && scene.story.cohort->state != CohortState::Running
        && scene.story.cohort->state != CohortState::Open;
    if (child.stage == TrialStage::Paid)
        return old ? 0.12 : 0.9;
    return old ? 0.55 : 0.88;
}

Milliseconds planTime(const FamilyScene& scene, Milliseconds notBefore)
{
    DemoRandom& random = scene.random;
    constexpr std::array<double, 4> weights{18, 52, 20, 10}; // overdue, today, tomorrow, later
    const size_t when = random.weighted(weights);
    const qint64 slot = firstSlot + slotMinutes * random.below(slotCount);
    const qint64 far = random.between(1, 3);
    const qint64 day = when == 0 ? -far : when == 1 ? 0 : when == 2 ? 1 : 1 + far;
    const Milliseconds time = scene.calendar.at(day, slot);
    return time > notBefore ? time : scene.calendar.at(0, slot);
}

Task task(const FamilyScene& scene, const Step& step, Milliseconds bornAt, Milliseconds dueAt)
{
    Task made;
    made.id = Id<Task>(scene.random.id(bornAt));
    made.customer = scene.records.customer.id;
    made.assignee = scene.story.keeper->id;
    made.text = step.text;
    made.rule = step.rule;
    made.dueAt = dueAt;
    return made;
}

/// What a rule asked for in the past: done, or skipped with a reason.
void addPastTask(FamilyScene& scene)
{
    DemoRandom& random = scene.random;
    const auto& told = scene.records.followUps;
    if (told.empty() || !random.chance(0.3))
        return;
    const Milliseconds at = told[size_t(random.below(qint64(told.size())))].happenedAt;
    const Milliseconds dueAt = at + random.between(-60, 120) * minuteMs;
    Task past = task(scene, {u"按计划联系家长"_s, u"plannedContact"_s},
        std::max(scene.story.createdAt, at - 20 * hourMs), dueAt);
    past.state = random.chance(0.85) ? TaskState::Done : TaskState::Skipped;
    past.doneAt = at;
    if (past.state == TaskState::Skipped)
        past.reason = u"家长已主动联系"_s;
    scene.records.tasks.push_back(past);
}

} // namespace

void detail::addPlans(FamilyScene& scene)
{
    DemoRandom& random = scene.random;
    const ChildStory& child = scene.story.leading();
    addPastTask(scene);
    if (!random.chance(planned(scene, child)))
        return;
    Customer& customer = scene.records.customer;
    auto& told = scene.records.followUps;
    const Milliseconds bornAt = told.empty() ? scene.story.createdAt : told.back().happenedAt;
    const Step step = nextStep(scene, child);
    const Milliseconds at = planTime(scene, bornAt);
    customer.nextStep = step.text;
    customer.nextStepAt = at;
    if (!told.empty()) {
        told.back().nextStep = step.text;
        told.back().nextAt = at;
    }
    if (random.chance(0.4))
        scene.records.tasks.push_back(task(scene, step, bornAt, at));
}

} // namespace homeroom
