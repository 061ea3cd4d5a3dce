// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/retryafter.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr Milliseconds longest = 60 * minuteMs;

/// RFC 9110 section 5.6.7, in the one form that is still written.
QDateTime httpDate(const QByteArray& text)
{
    return QLocale::c().toDateTime(
        QString::fromLatin1(text.trimmed()), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
}

} // namespace

Milliseconds retryAfterOf(const QByteArray& retryAfter, const QByteArray& date)
{
    bool isNumber = false;
    const qint64 seconds = retryAfter.trimmed().toLongLong(&isNumber);
    if (isNumber)
        return std::clamp<qint64>(seconds, 0, longest / secondMs) * secondMs;
    QDateTime until = httpDate(retryAfter);
    QDateTime now = httpDate(date);
    if (!until.isValid() || !now.isValid())
        return 0;
    until.setTimeSpec(Qt::UTC);
    now.setTimeSpec(Qt::UTC);
    return std::clamp<Milliseconds>(now.msecsTo(until), 0, longest);
}

} // namespace homeroom
