// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/records/catalogue.h"

#include <QDateTime>
#include <QSet>
#include <QTimeZone>

namespace homeroom {

/// Working hours as a clock: what response times are measured with and reminders wait for. Without
/// a calendar every hour of every day is worked.
class WorkTime {
public:
    explicit WorkTime(const QTimeZone& zone);
    /// A calendar whose hours are impossible counts as none.
    WorkTime(const WorkCalendar& calendar, const QTimeZone& zone);

    /// A holiday is none, an extra working day is one even on a weekday that is off.
    bool isWorkday(const QDate& day) const;
    bool isWorking(Milliseconds moment) const;
    /// Working milliseconds between the two; 0 where `to` is not later.
    Milliseconds between(Milliseconds from, Milliseconds to) const;
    /// `moment` itself while work goes on, else when it next begins; `moment` where it does not
    /// begin again within a year.
    Milliseconds nextWorking(Milliseconds moment) const;

private:
    Milliseconds opening(const QDate& day) const;
    Milliseconds closing(const QDate& day) const;

    QTimeZone m_zone;
    qint64 m_opens = 0;
    qint64 m_closes = 0;
    QSet<int> m_daysOff{};
    QSet<QDate> m_holidays{};
    QSet<QDate> m_extraDays{};
};

/// What is wrong with a calendar, or nothing.
enum class CalendarProblem { None, NoHours, NoSuchDay, NoSuchWeekday };
CalendarProblem checkCalendar(const WorkCalendar& calendar);

} // namespace homeroom
