// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/chipquery.h"
#include "models/store/cohortrace.h"

namespace homeroom {

/// Orders of one kind on one day.
struct DaySales {
    qint64 orders = 0;
    qint64 amount = 0; ///< fen

    bool operator==(const DaySales&) const = default;
};

/// What was done on one day of the organisation's zone (日报): a tutor's or sales person's own
/// work, of leads and others that of everybody whose families they have here.
struct DailyReport {
    qint64 families = 0; ///< that somebody wrote a follow-up about
    qint64 calls = 0;
    qint64 talks = 0; ///< calls that were taken
    qint64 callSeconds = 0;
    qint64 messages = 0; ///< by messenger or SMS
    qint64 visits = 0;
    qint64 friends = 0; ///< parents who became friends
    qint64 groups = 0; ///< parents who joined the class group
    DaySales deposits{};
    DaySales sales{}; ///< full orders, renewals and upgrades
    DaySales refunds{}; ///< by the day and amount of the refund
    qint64 tasksDone = 0;
    qint64 tasksLeft = 0; ///< due until the end of the day, and open
    qint64 tasksTomorrow = 0;
    qint64 promisesTomorrow = 0; ///< families whose next step is planned for tomorrow
    std::optional<CohortRace> cohort{}; ///< the numbers of the day
};

/// The day of `moment`. On the worker: reads every family. Throws SQLite::Exception.
DailyReport readDailyReport(Database& database, const Viewer& viewer, const ChipMoment& moment);

} // namespace homeroom
