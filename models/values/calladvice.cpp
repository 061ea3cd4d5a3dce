// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/calladvice.h"

#include "models/values/cohortday.h"
#include "models/values/whenphrase.h"

namespace homeroom {

namespace {

constexpr int patientTries = 2; // after so many calls in vain the next one is written
constexpr Milliseconds afterNoAnswer = 3 * hourMs;
constexpr Milliseconds afterBusy = 30 * minuteMs;
constexpr int peaceDays = 7;

/// What a talk leads to, and in how many days.
struct StageAdvice {
    CallAdvice what;
    int days;
};

StageAdvice adviceOf(StageRole stage)
{
    switch (stage) {
    case StageRole::Open:
        return {CallAdvice::AddFriend, 0};
    case StageRole::Friend:
        return {CallAdvice::BringToGroup, 0};
    case StageRole::Group:
        return {CallAdvice::RemindOfLesson, 1};
    case StageRole::Learning:
        return {CallAdvice::DeepTalk, 2};
    case StageRole::Intent:
        return {CallAdvice::Offer, 1};
    case StageRole::Deposit:
        return {CallAdvice::AskBalance, 1};
    case StageRole::Paid:
        return {CallAdvice::AskHowItGoes, 3};
    case StageRole::Lost:
        return {CallAdvice::LeaveInPeace, peaceDays};
    }
    return {CallAdvice::CallAgain, 1};
}

} // namespace

std::optional<NextCallStep> adviceAfter(
    const CallOutcome& outcome, const WorkTime& work, const QTimeZone& zone)
{
    const auto inDays = [&](int days) {
        const QTime hour(defaultHourOfDay, 0);
        return QDateTime(dateAt(outcome.now, zone).addDays(days), hour, zone).toMSecsSinceEpoch();
    };
    const auto step = [&](CallAdvice what, Milliseconds at) {
        return NextCallStep{what, work.nextWorking(std::max(at, outcome.now))};
    };
    switch (outcome.result) {
    case FollowUpResult::None:
        return std::nullopt;
    case FollowUpResult::NoAnswer:
        return outcome.unanswered >= patientTries
            ? step(CallAdvice::WriteInstead, outcome.now + afterBusy)
            : step(CallAdvice::CallAgain, outcome.now + afterNoAnswer);
    case FollowUpResult::Busy:
        return step(CallAdvice::CallAgain, outcome.now + afterBusy);
    case FollowUpResult::WrongNumber:
        return step(CallAdvice::AskNumber, outcome.now + afterBusy);
    case FollowUpResult::Refused:
        return step(CallAdvice::LeaveInPeace, inDays(peaceDays));
    case FollowUpResult::Connected:
        break;
    }
    const StageAdvice advice = adviceOf(outcome.stage);
    // What is done today is done within the hour.
    return step(advice.what, advice.days == 0 ? outcome.now + hourMs : inDays(advice.days));
}

} // namespace homeroom
