// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/rules/push.h"

namespace homeroom {

/// What one run wrote, and who is to be woken for it.
struct CohortDaysReport {
    qint64 rows = 0;
    Touched touched{};
};

/// Keeps the CohortDay records: for each cohort and each of its days from D−2 to T+10 a row of
/// every tutor and team with counted students, and one of the organisation. A row follows the
/// numbers while its day runs, is written once more after its end, and stays then; days that nobody
/// was there to write are worked out from the times that the records carry. After T+10 all rows of
/// the cohort are frozen.
class CohortDays {
public:
    explicit CohortDays(const RuleParts& parts) : m_parts(parts) { }

    /// Writes what is due, of each cohort in transactions of some rows, so that no push waits long.
    /// Ends early where `goesOn` says no; the next run goes on there. Errors: Database; what was
    /// written until then stays.
    Result<CohortDaysReport> run(const std::function<bool()>& goesOn = {}) const;

private:
    Result<void> write(
        std::span<const CohortDay> rows, Milliseconds now, CohortDaysReport& report) const;

    RuleParts m_parts;
};

} // namespace homeroom
