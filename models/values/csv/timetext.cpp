// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/csv/timetext.h"

#include "models/values/csv/numbertext.h"

#include <QDateTime>

#include <optional>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr int minuteSeconds = 60;
constexpr int hourSeconds = 3600;
constexpr int lastYear = 9999;
constexpr int maximumOffsetHours = 15; // beyond every zone's, local mean times included

Error unreadable(const QString& what)
{
    return {ErrorCode::Invalid, what};
}

/// Takes a text apart from its start.
class TextCursor {
public:
    explicit TextCursor(QStringView text) : m_rest(text) { }

    bool atEnd() const { return m_rest.isEmpty(); }

    bool take(QChar wanted)
    {
        const bool found = m_rest.startsWith(wanted, Qt::CaseInsensitive);
        if (found)
            m_rest = m_rest.sliced(1);
        return found;
    }

    bool takeSpaces()
    {
        const qsizetype before = m_rest.size();
        while (!m_rest.isEmpty() && m_rest.front().isSpace())
            m_rest = m_rest.sliced(1);
        return m_rest.size() < before;
    }

    /// The digits here, if they are as many as wanted.
    QStringView digits(qsizetype fewest, qsizetype most)
    {
        qsizetype length = 0;
        while (length < m_rest.size() && m_rest[length] >= u'0' && m_rest[length] <= u'9')
            ++length;
        if (length < fewest || length > most)
            return {};
        const QStringView taken = m_rest.first(length);
        m_rest = m_rest.sliced(length);
        return taken;
    }

    /// -1 where there is no such number.
    int number(qsizetype fewest, qsizetype most)
    {
        const QStringView taken = digits(fewest, most);
        return taken.isEmpty() ? -1 : taken.toInt();
    }

private:
    QStringView m_rest;
};

/// The separator between year and month, or null.
QChar takeDateSeparator(TextCursor& cursor)
{
    for (const QChar c : u"-/.年"_s) {
        if (cursor.take(c))
            return c;
    }
    return QChar();
}

/// An invalid date where there is none, or an impossible one.
QDate takeDate(TextCursor& cursor)
{
    const int year = cursor.number(4, 4);
    const QChar separator = takeDateSeparator(cursor);
    if (year < 1 || separator.isNull())
        return QDate();
    const bool chinese = separator == u'年';
    const int month = cursor.number(1, 2);
    if (!cursor.take(chinese ? QChar(u'月') : separator))
        return QDate();
    const int day = cursor.number(1, 2);
    if (chinese && !cursor.take(u'日'))
        cursor.take(u'号');
    return QDate(year, month, day);
}

/// An invalid time where there is none, or an impossible one.
QTime takeTime(TextCursor& cursor)
{
    const int hour = cursor.number(1, 2);
    const int minute = cursor.take(u':') ? cursor.number(2, 2) : -1;
    int second = 0;
    int millisecond = 0;
    if (cursor.take(u':')) {
        second = cursor.number(2, 2);
        if (cursor.take(u'.') || cursor.take(u',')) {
            const QString fraction = cursor.digits(1, 9).toString();
            millisecond = fraction.isEmpty() ? -1 : fraction.leftJustified(3, u'0').left(3).toInt();
        }
    }
    return QTime(hour, minute, second, millisecond);
}

struct Offset {
    bool given = false;
    bool possible = true;
    int seconds = 0; ///< east of UTC
};

Offset takeOffset(TextCursor& cursor)
{
    if (cursor.take(u'Z'))
        return {true, true, 0};
    const bool west = cursor.take(u'-');
    if (!west && !cursor.take(u'+'))
        return {};
    const int hours = cursor.number(2, 2);
    const int minutes = cursor.take(u':') ? cursor.number(2, 2) : 0;
    const int seconds = cursor.take(u':') ? cursor.number(2, 2) : 0;
    const bool possible = hours >= 0 && hours <= maximumOffsetHours && minutes >= 0
        && minutes < minuteSeconds && seconds >= 0 && seconds < minuteSeconds;
    const int total = hours * hourSeconds + minutes * minuteSeconds + seconds;
    return {true, possible, west ? -total : total};
}

QString offsetText(int seconds)
{
    const QTime size = QTime::fromMSecsSinceStartOfDay(qAbs(seconds) * int(secondMs));
    return (seconds < 0 ? u"-"_s : u"+"_s)
        + size.toString(seconds % minuteSeconds == 0 ? u"HH:mm"_s : u"HH:mm:ss"_s);
}

Result<Milliseconds> localTime(QDate date, QTime time, const QTimeZone& zone)
{
    const QDateTime local(date, time, zone);
    const Milliseconds instant = local.toMSecsSinceEpoch();
    // Where clocks went forward Qt moves the time out of the gap; nobody wrote that time.
    const QDateTime back = QDateTime::fromMSecsSinceEpoch(instant, zone);
    if (!local.isValid() || back.date() != date || back.time() != time)
        return unreadable(u"this local time does not exist"_s);
    return instant;
}

} // namespace

Result<Milliseconds> timeFromText(QStringView text, const QTimeZone& zone)
{
    Q_ASSERT(zone.isValid());
    const QString half = halfWidthText(text);
    TextCursor cursor(half);
    const QDate date = takeDate(cursor);
    if (!date.isValid())
        return unreadable(u"not a date, or an impossible one"_s);
    if (cursor.atEnd())
        return date.startOfDay(zone).toMSecsSinceEpoch();
    if (!cursor.take(u'T') && !cursor.takeSpaces())
        return unreadable(u"not a date"_s);
    const QTime time = takeTime(cursor);
    cursor.takeSpaces();
    const Offset offset = takeOffset(cursor);
    if (!time.isValid() || !offset.possible || !cursor.atEnd())
        return unreadable(u"not a time, or an impossible one"_s);
    if (!offset.given)
        return localTime(date, time, zone);
    return QDateTime(date, time, QTimeZone::utc()).toMSecsSinceEpoch() - offset.seconds * secondMs;
}

QString timeText(Milliseconds time, const QTimeZone& zone)
{
    const QString form = u"yyyy-MM-dd HH:mm:ss.zzz"_s;
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(time, zone);
    // The first and last hours of the range have no four-digit year in some zones.
    if (local.date().year() < 1 || local.date().year() > lastYear)
        return QDateTime::fromMSecsSinceEpoch(time, QTimeZone::utc()).toString(form) + u'Z';
    const QString text = local.toString(form);
    const Result<Milliseconds> back = timeFromText(text, zone);
    return back && *back == time ? text : text + offsetText(local.offsetFromUtc());
}

Result<QString> dayFromText(QStringView text)
{
    const QString half = halfWidthText(text);
    TextCursor cursor(half);
    const QDate date = takeDate(cursor);
    if (!date.isValid() || !cursor.atEnd())
        return unreadable(u"not a day, or an impossible one"_s);
    return date.toString(u"yyyy-MM-dd"_s);
}

Result<QString> monthFromText(QStringView text)
{
    const QString half = halfWidthText(text);
    TextCursor cursor(half);
    const int year = cursor.number(4, 4);
    const QChar separator = takeDateSeparator(cursor);
    const QDate first(year, cursor.number(1, 2), 1);
    if (separator == u'年')
        cursor.take(u'月');
    if (separator.isNull() || year < 1 || !first.isValid() || !cursor.atEnd())
        return unreadable(u"not a month, or an impossible one"_s);
    return first.toString(u"yyyy-MM"_s);
}

} // namespace homeroom
