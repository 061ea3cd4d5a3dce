// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/cohortday.h"
#include "models/values/records/catalogue.h"

namespace homeroom {

/// The days on which the numbers of a cohort are kept: from D−2, when the first parents are added,
/// to ten days after the close (T+10), when results freeze. Days are those of the organisation's
/// zone.
class CohortCalendar {
public:
    static constexpr qint64 firstDay = -2;
    static constexpr qint64 daysToFreeze = 10; ///< after the close
    static constexpr qint64 daysToCutOff =
        3; ///< after the close: of being a friend and in the group

    CohortCalendar(const Cohort& cohort, const QTimeZone& zone);

    /// False where the cohort has no opening day yet.
    bool isValid() const { return m_opensOn.isValid(); }
    const QDate& opensOn() const { return m_opensOn; }
    /// The day on which results freeze, T+10.
    qint64 lastDay() const { return m_close + daysToFreeze; }
    qint64 dayAt(Milliseconds moment) const;
    /// Whether numbers are taken at that moment.
    bool isLive(Milliseconds moment) const;
    /// The last millisecond of a cohort day.
    Milliseconds endOf(qint64 day) const;
    /// Whoever becomes a friend or joins the group later does not count.
    Milliseconds cutOff() const { return endOf(m_close + daysToCutOff); }

private:
    QDate m_opensOn;
    qint64 m_close;
    QTimeZone m_zone;
};

} // namespace homeroom
