// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/cohortcalendar.h"

#include <QDateTime>

namespace homeroom {

CohortCalendar::CohortCalendar(const Cohort& cohort, const QTimeZone& zone)
    : m_opensOn(QDate::fromString(cohort.opensOn, Qt::ISODate)), m_close(cohort.days), m_zone(zone)
{
}

qint64 CohortCalendar::dayAt(Milliseconds moment) const
{
    return cohortDayOn(m_opensOn, dateAt(moment, m_zone));
}

bool CohortCalendar::isLive(Milliseconds moment) const
{
    const qint64 day = dayAt(moment);
    return day >= firstDay && day <= lastDay();
}

Milliseconds CohortCalendar::endOf(qint64 day) const
{
    // D1 begins on the opening day, so the day after D1 lies one day behind it.
    return m_opensOn.addDays(day).startOfDay(m_zone).toMSecsSinceEpoch() - 1;
}

} // namespace homeroom
