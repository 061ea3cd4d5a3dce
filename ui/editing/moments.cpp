// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/moments.h"

#include <QCoreApplication>
#include <QDateTime>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

/// Texts of this file belong to one translation context.
struct Moments {
    Q_DECLARE_TR_FUNCTIONS(Moments)
};

} // namespace

QString momentText(Milliseconds at, Milliseconds now, const QTimeZone& zone)
{
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(at, zone);
    const QDate today = QDateTime::fromMSecsSinceEpoch(now, zone).date();
    const QString time = moment.toString(u"HH:mm"_s);
    const qint64 days = moment.date().daysTo(today);
    if (days == 0)
        return Moments::tr("today %1").arg(time);
    if (days == 1)
        return Moments::tr("yesterday %1").arg(time);
    const bool thisYear = moment.date().year() == today.year();
    return moment.toString(thisYear ? u"MM-dd"_s : u"yyyy-MM-dd"_s);
}

QString fullTimeText(Milliseconds at, const QTimeZone& zone)
{
    return QDateTime::fromMSecsSinceEpoch(at, zone).toString(u"yyyy-MM-dd HH:mm"_s);
}

QString sentenceFor(WhenProblem problem)
{
    switch (problem) {
    case WhenProblem::NoSuchDate:
        return Moments::tr("There is no such date.");
    case WhenProblem::NoSuchTime:
        return Moments::tr("There is no such time of day.");
    case WhenProblem::NotUnderstood:
        break;
    }
    return Moments::tr("Write a time like 14:00, tomorrow 14:00, sat 14:00, 11-28 10:00 or 3d.");
}

} // namespace homeroom
