// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/clock.h"

#include <QDate>
#include <QTimeZone>

#include <vector>

namespace homeroom {

/// Days of the organisation's zone counted from today, so that the demo always plays today.
class DemoCalendar {
public:
    DemoCalendar(Milliseconds now, const QTimeZone& zone);

    Milliseconds now() const { return m_now; }
    bool isPast(Milliseconds time) const { return time <= m_now; }
    /// So many minutes after midnight of the day so many days after today (negative: before).
    Milliseconds at(qint64 day, qint64 minute) const;
    /// Days from today to the day that holds the time.
    qint64 dayOf(Milliseconds time) const;
    /// `yyyy-MM-dd`
    QString dayText(qint64 day) const;
    QDate date(qint64 day) const { return m_today.addDays(day); }
    /// The time itself between 9:00 and 22:30, else the next morning: nobody works at night.
    Milliseconds awake(Milliseconds time) const;

private:
    Milliseconds m_now;
    QDate m_today;
    std::vector<Milliseconds> m_starts; ///< of the days from `firstDay` on
};

} // namespace homeroom
