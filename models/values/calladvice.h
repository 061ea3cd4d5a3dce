// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/records/records.h"
#include "models/values/worktime.h"

#include <optional>

namespace homeroom {

/// What usually comes next after a call.
enum class CallAdvice {
    CallAgain,
    WriteInstead, ///< by messenger: the third call in a row that nobody took
    AskNumber, ///< by messenger: the number is wrong
    AddFriend,
    BringToGroup,
    RemindOfLesson,
    DeepTalk,
    Offer,
    AskBalance,
    AskHowItGoes, ///< of who has paid
    LeaveInPeace ///< who refused is asked again much later
};

struct NextCallStep {
    CallAdvice what = CallAdvice::CallAgain;
    Milliseconds at = 0; ///< UTC, within working time
};

/// What is known when a call has ended.
struct CallOutcome {
    FollowUpResult result = FollowUpResult::None;
    StageRole stage = StageRole::Open; ///< of the family's card
    int unanswered = 0; ///< calls in a row before this one that nobody took
    Milliseconds now = 0;
};

/// The step to propose; nothing without a result. By result first, of a talk by the stage.
std::optional<NextCallStep> adviceAfter(
    const CallOutcome& outcome, const WorkTime& work, const QTimeZone& zone);

} // namespace homeroom
