// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/cohortday.h"

#include <QDateTime>

namespace homeroom {

using namespace Qt::StringLiterals;

qint64 cohortDayOn(const QDate& opensOn, const QDate& day)
{
    return opensOn.daysTo(day) + 1;
}

QDate dateAt(Milliseconds moment, const QTimeZone& zone)
{
    return QDateTime::fromMSecsSinceEpoch(moment, zone).date();
}

QString cohortDayText(qint64 day)
{
    return day < 0 ? u"D−%1"_s.arg(-day) : u"D%1"_s.arg(day);
}

} // namespace homeroom
