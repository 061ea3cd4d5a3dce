// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/cohorttally.h"
#include "server/storage/storage.h"

#include <map>

namespace homeroom {

/// Whose numbers: a tutor's, a team's, or the whole organisation's where both are null.
struct NumbersHolder {
    RecordId user{};
    RecordId team{};

    auto operator<=>(const NumbersHolder&) const = default;
};

using HolderNumbers = std::map<NumbersHolder, CohortNumbers>;

/// The numbers of everybody who has students in the cohort, at each of the moments. An enrolment is
/// part of those of the tutor and the team that it was locked with at the cohort's start; before
/// that of the family's owner.
std::vector<HolderNumbers> cohortSums(
    ReadTransaction& transaction, const Id<Cohort>& cohort, std::span<const TallyMoment> moments);

} // namespace homeroom
