// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/democalendar.h"

#include <QDateTime>

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

// Everything in the demo happens within these days around today.
constexpr qint64 firstDay = -100;
constexpr qint64 lastDay = 60;
constexpr Milliseconds morning = 9 * hourMs;
constexpr Milliseconds night = 22 * hourMs + 30 * minuteMs;

} // namespace

DemoCalendar::DemoCalendar(Milliseconds now, const QTimeZone& zone)
    : m_now(now), m_today(QDateTime::fromMSecsSinceEpoch(now, zone).date())
{
    for (qint64 day = firstDay; day <= lastDay; ++day)
        m_starts.push_back(m_today.addDays(day).startOfDay(zone).toMSecsSinceEpoch());
}

Milliseconds DemoCalendar::at(qint64 day, qint64 minute) const
{
    Q_ASSERT(day >= firstDay && day <= lastDay);
    return m_starts[size_t(day - firstDay)] + minute * minuteMs;
}

qint64 DemoCalendar::dayOf(Milliseconds time) const
{
    const auto after = std::upper_bound(m_starts.begin(), m_starts.end(), time);
    Q_ASSERT(after != m_starts.begin());
    return firstDay + (after - m_starts.begin()) - 1;
}

QString DemoCalendar::dayText(qint64 day) const
{
    return date(day).toString(u"yyyy-MM-dd"_s);
}

Milliseconds DemoCalendar::awake(Milliseconds time) const
{
    const qint64 day = dayOf(time);
    const Milliseconds ofDay = time - at(day, 0);
    if (ofDay >= morning && ofDay <= night)
        return time;
    // Minutes and seconds are kept, so that not everything of a night happens at once.
    return at(ofDay < morning ? day : day + 1, 0) + morning + time % hourMs;
}

} // namespace homeroom
