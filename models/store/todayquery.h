// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/chipquery.h"
#include "models/values/records/records.h"

namespace homeroom {

/// Why a family is one of today's, heaviest first.
enum class TodayReason {
    Promised, ///< the next step is due today: `at` is when
    Overdue, ///< a promise that was not kept: `at` is when it was due
    DepositOpen, ///< `at` is when it was paid
    ToGreet, ///< a new friend waits for a first word: `at` is since when
    MissedLesson, ///< `number` is the cohort day, `at` when the lesson unlocked
    Silent, ///< `number` days without a word, `at` is the last contact
    Unfinished, ///< as MissedLesson
    Homework, ///< as MissedLesson
    ToFriend, ///< not a friend yet: `at` is when the lead came in
    ToGroup, ///< `at` is since when a friend
    ToSignIn,
    ToAddress,
    ToShip, ///< of these three `at` is when the lead came in
    Birthday ///< `number` is the age that a child reaches
};

template <> struct Words<TodayReason> {
    static constexpr QLatin1StringView words[] = {QLatin1StringView("promised"),
        QLatin1StringView("overdue"), QLatin1StringView("depositOpen"),
        QLatin1StringView("toGreet"), QLatin1StringView("missedLesson"),
        QLatin1StringView("silent"), QLatin1StringView("unfinished"), QLatin1StringView("homework"),
        QLatin1StringView("toFriend"), QLatin1StringView("toGroup"), QLatin1StringView("toSignIn"),
        QLatin1StringView("toAddress"), QLatin1StringView("toShip"), QLatin1StringView("birthday")};
};

struct TodayWhy {
    TodayReason reason = TodayReason::Promised;
    Milliseconds at = 0;
    qint64 number = 0;

    bool operator==(const TodayWhy&) const = default;
};

/// One family of the day.
struct TodayFamily {
    RecordId customer{};
    QString name{};
    FamilyRelation relation = FamilyRelation::Unknown;
    Tier tier = Tier::None;
    QString childName{};
    std::optional<qint64> grade{};
    QString nextStep{};
    std::vector<TodayWhy> reasons{}; ///< never empty, heaviest first
    double weight = 0; ///< how much it wants to be done today: only its order means anything

    bool operator==(const TodayFamily&) const = default;
};

struct TodayBrief {
    std::vector<TodayFamily> families{}; ///< today's promises by their time, then heaviest first
    qint64 candidates = 0; ///< how many families have any chip
};

/// How many families make a day's plan.
constexpr int familiesOfToday = 20;

struct TodayWish {
    int limit = familiesOfToday;
    /// Also those whose next step is planned for another day, since a plan is a reason to wait, and
    /// those that somebody skipped today.
    bool planned = false;
};

/// The heaviest families of those that `masks` (as of `moment`) gives a reason for. Who asked not
/// to be disturbed is left out, except for what was promised. The families with the heaviest chips
/// are looked at in full, so 50,000 masks cost some tens of milliseconds: on the worker. Throws
/// SQLite::Exception: call inside Database::read.
TodayBrief readToday(Database& database, const ChipMasks& masks, const ChipMoment& moment,
    const TodayWish& wish = {});

} // namespace homeroom
