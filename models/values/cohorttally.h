// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/metrics.h"
#include "models/values/records/progress.h"

#include <span>

namespace homeroom {

/// A lesson of the cohort.
struct TallyLesson {
    Milliseconds unlocksAt = 0;
    bool homework = false; ///< is due
};

/// What one student did in one lesson; nothing where no row says so.
struct TallyProgress {
    bool attended = false; ///< live or replay
    bool finished = false;
    std::optional<Milliseconds> homeworkAt{};
};

/// An order of the student that counts for the cohort.
struct TallyOrder {
    OrderKind kind = OrderKind::Trial;
    Milliseconds paidAt = 0;
    std::optional<Milliseconds> refundedAt{};
};

/// Everything about one enrolled student that the numbers of the cohort are made of.
struct TallyStudent {
    bool counted = false;
    Milliseconds joinedAt = 0;
    std::optional<Milliseconds> friendAddedAt{};
    std::optional<Milliseconds> groupJoinedAt{};
    std::vector<TallyProgress> progress{}; ///< of the cohort's lessons, in their order
    std::vector<TallyOrder> orders{};
};

/// When the numbers are of.
struct TallyMoment {
    Milliseconds asOf = 0;
    Milliseconds cutOff = 0; ///< of being a friend and in the group
};

/// What one student adds to the numbers of the cohort at that moment; all metrics are defined here,
/// for server, client and exports. What happened later is left out. Of attendance and finishing no
/// time is known: they count from the lesson's unlocking on.
CohortNumbers numbersOf(
    const TallyStudent& student, std::span<const TallyLesson> lessons, const TallyMoment& moment);

} // namespace homeroom
