// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/database/database.h"
#include "models/values/metrics.h"
#include "models/values/records/records.h"
#include "models/values/rights.h"

#include <QTimeZone>

namespace homeroom {

/// Whose numbers race: a tutor's or sales person's own, a lead's team, everybody's of others.
enum class RaceScope { Tutor, Team, Organisation };

/// A cohort before the viewer's, at the end of the same cohort day.
struct FormerCohort {
    Id<Cohort> cohort{};
    QString name{};
    /// Nothing where the server has kept no numbers of this viewer's scope, as of a tutor who did
    /// not work in that cohort.
    std::optional<CohortNumbers> numbers{};
    Milliseconds asOf = 0; ///< of the numbers
};

/// The cohort that the viewer works in, against the three before it on the same day.
struct CohortRace {
    RaceScope scope = RaceScope::Tutor;
    Id<Cohort> cohort{};
    QString name{};
    qint64 day = 0; ///< cohort day, see cohortDayText
    CohortNumbers numbers{}; ///< worked out from what is stored here
    Milliseconds asOf = 0; ///< of the numbers: the moment of the reading
    std::vector<FormerCohort> former{}; ///< latest first, at most three
};

/// The race of the viewer's cohort: of those from D−2 to T+10 the one with most enrolled students
/// of the scope, the latest where two have as many. The former are of the same product kind and
/// subject where both cohorts say what these are. Nothing where the viewer has no student in such a
/// cohort. On the worker: some tens of milliseconds where ten thousand are enrolled. Throws
/// SQLite::Exception: call it inside Database::read.
std::optional<CohortRace> readCohortRace(
    Database& database, const Viewer& viewer, Milliseconds now, const QTimeZone& zone);

} // namespace homeroom
