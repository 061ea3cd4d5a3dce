// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/democatalogue.h"

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

// New Year, Spring Festival, Qingming, Labour Day, Dragon Boat, Mid-Autumn, National Day. Of 2027
// the days of the law alone: which ones are worked on for them is announced in the autumn before.
constexpr QStringView holidays = u"2026-01-01 2026-01-02 2026-01-03 "
                                 u"2026-02-15 2026-02-16 2026-02-17 2026-02-18 2026-02-19 "
                                 u"2026-02-20 2026-02-21 2026-02-22 2026-02-23 "
                                 u"2026-04-04 2026-04-05 2026-04-06 "
                                 u"2026-05-01 2026-05-02 2026-05-03 2026-05-04 2026-05-05 "
                                 u"2026-06-19 2026-06-20 2026-06-21 "
                                 u"2026-09-25 2026-09-26 2026-09-27 "
                                 u"2026-10-01 2026-10-02 2026-10-03 2026-10-04 2026-10-05 "
                                 u"2026-10-06 2026-10-07 "
                                 u"2027-01-01 2027-02-05 2027-02-06 2027-02-07 2027-02-08 "
                                 u"2027-04-05 2027-05-01 2027-05-02 2027-06-09 2027-09-15 "
                                 u"2027-10-01 2027-10-02 2027-10-03";
constexpr QStringView extraWorkdays =
    u"2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10";

} // namespace

void detail::addDemoWorkCalendar(DemoCatalogue& catalogue)
{
    WorkCalendar calendar;
    calendar.id = Id<WorkCalendar>(RecordId::fromName("demo work calendar"));
    calendar.name = u"客服工作时间"_s;
    calendar.opensAt = 13 * 60;
    calendar.closesAt = 22 * 60;
    calendar.holidays = holidays.toString().split(u' ');
    calendar.extraWorkdays = extraWorkdays.toString().split(u' ');
    calendar.active = true;
    catalogue.rows.push_back(toRow(calendar));
}

} // namespace homeroom
