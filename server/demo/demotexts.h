// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/demo/demorandom.h"

namespace homeroom {

/// What a tutor writes down, by the moment in the camp.
enum class DemoMoment {
    Greeting,
    NotAccepted,
    FirstCall,
    GroupInvite,
    MissedLesson,
    HomeworkPraise,
    DeepCall,
    DeepCallUnanswered,
    PriceTalk,
    LiveInvite,
    DepositPaid,
    CoursePaid,
    Refunded,
    Recall,
    GaveUp,
    WrongNumber
};

/// One of the moment's sentences, about this child and this cohort day.
QString demoFollowUpText(
    DemoRandom& random, DemoMoment moment, const QString& child, qint64 cohortDay);

/// What is noted on the customer after a talk: the child's trouble and the parent's worry.
QString demoRemark(DemoRandom& random, const QString& child);

} // namespace homeroom
