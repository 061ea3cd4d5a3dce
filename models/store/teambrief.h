// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/chipquery.h"

#include <array>

namespace homeroom {

/// What a lead looks at first in a tutor's families. A family counts where it has the chip.
inline constexpr std::array exceptionChips{FamilyChip::Overdue, FamilyChip::ToGreet,
    FamilyChip::Silent5, FamilyChip::MissedYesterday, FamilyChip::HomeworkYesterday,
    FamilyChip::DepositOpen, FamilyChip::ToFriend};
constexpr int exceptionCount = int(exceptionChips.size());

/// One tutor's families as a lead sees them.
struct TutorBrief {
    RecordId tutor{};
    int families = 0; ///< living ones that are kept by the tutor
    std::array<int, exceptionCount> counts{};
    /// Which counts stand out: at least standsOutFrom families and more than standsOutTimes the
    /// share that the whole team has.
    std::array<bool, exceptionCount> standsOut{};

    int outstanding() const; ///< how many stand out
    bool operator==(const TutorBrief&) const = default;
};

constexpr int standsOutFrom = 3;
constexpr double standsOutTimes = 1.5;

struct TeamBrief {
    std::vector<TutorBrief> tutors{}; ///< most that stands out first
    TutorBrief all{}; ///< the sums; nothing of it stands out
    QHash<RecordId, RecordId> owners{}; ///< of every family that has a chip
};

/// What stands out in the families here, by their tutor. Reads every family out of one index, on
/// the worker. Throws SQLite::Exception: call inside Database::read.
TeamBrief readTeamBrief(Database& database, const ChipMasks& masks);

} // namespace homeroom
