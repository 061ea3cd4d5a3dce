// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/worktime.h"

#include "models/values/cohortday.h"

#include <algorithm>

namespace homeroom {

namespace {

constexpr qint64 minutesOfDay = 24 * 60;
constexpr int daysLookedAhead = 366;

QSet<QDate> datesOf(const QStringList& days)
{
    QSet<QDate> dates;
    for (const QString& day : days)
        dates.insert(QDate::fromString(day, Qt::ISODate));
    return dates;
}

// Of the clock on the wall, so that a day of 23 hours opens at its usual time.
Milliseconds atMinute(const QDate& day, qint64 minute, const QTimeZone& zone)
{
    const QTime time(static_cast<int>(minute / 60), static_cast<int>(minute % 60));
    return QDateTime(day, time, zone).toMSecsSinceEpoch();
}

bool areDates(const QStringList& days)
{
    return std::ranges::all_of(
        days, [](const QString& day) { return QDate::fromString(day, Qt::ISODate).isValid(); });
}

} // namespace

WorkTime::WorkTime(const QTimeZone& zone) : m_zone(zone), m_closes(minutesOfDay) { }

WorkTime::WorkTime(const WorkCalendar& calendar, const QTimeZone& zone) : WorkTime(zone)
{
    if (checkCalendar(calendar) != CalendarProblem::None)
        return;
    m_opens = calendar.opensAt;
    m_closes = calendar.closesAt;
    for (const QString& day : calendar.daysOff)
        m_daysOff.insert(day.toInt());
    m_holidays = datesOf(calendar.holidays);
    m_extraDays = datesOf(calendar.extraWorkdays);
}

bool WorkTime::isWorkday(const QDate& day) const
{
    if (m_extraDays.contains(day))
        return true;
    return !m_holidays.contains(day) && !m_daysOff.contains(day.dayOfWeek());
}

bool WorkTime::isWorking(Milliseconds moment) const
{
    const QDate day = dateAt(moment, m_zone);
    return isWorkday(day) && moment >= opening(day) && moment < closing(day);
}

Milliseconds WorkTime::between(Milliseconds from, Milliseconds to) const
{
    Milliseconds worked = 0;
    const QDate last = dateAt(to, m_zone);
    for (QDate day = dateAt(from, m_zone); day <= last; day = day.addDays(1)) {
        if (isWorkday(day))
            worked += qMax<Milliseconds>(0, qMin(to, closing(day)) - qMax(from, opening(day)));
    }
    return worked;
}

Milliseconds WorkTime::nextWorking(Milliseconds moment) const
{
    QDate day = dateAt(moment, m_zone);
    for (int ahead = 0; ahead <= daysLookedAhead; ++ahead, day = day.addDays(1)) {
        if (isWorkday(day) && moment < closing(day))
            return qMax(moment, opening(day));
    }
    return moment;
}

Milliseconds WorkTime::opening(const QDate& day) const
{
    return atMinute(day, m_opens, m_zone);
}

Milliseconds WorkTime::closing(const QDate& day) const
{
    if (m_closes == minutesOfDay)
        return day.addDays(1).startOfDay(m_zone).toMSecsSinceEpoch();
    return atMinute(day, m_closes, m_zone);
}

CalendarProblem checkCalendar(const WorkCalendar& calendar)
{
    if (calendar.opensAt < 0 || calendar.closesAt > minutesOfDay
        || calendar.opensAt >= calendar.closesAt)
        return CalendarProblem::NoHours;
    const bool weekdays = std::ranges::all_of(calendar.daysOff,
        [](const QString& day) { return day.size() == 1 && day >= u"1" && day <= u"7"; });
    if (!weekdays)
        return CalendarProblem::NoSuchWeekday;
    if (!areDates(calendar.holidays) || !areDates(calendar.extraWorkdays))
        return CalendarProblem::NoSuchDay;
    return CalendarProblem::None;
}

} // namespace homeroom
