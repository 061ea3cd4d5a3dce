// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/whenphrase.h"

#include <QDateTime>
#include <QRegularExpression>

#include <optional>
#include <span>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

struct NamedNumber {
    QStringView name;
    int number;
};

// Longer names stand before those they begin with.
constexpr NamedNumber dayNames[] = {{u"大后天", 3}, {u"后天", 2}, {u"明天", 1}, {u"明日", 1},
    {u"今天", 0}, {u"今日", 0}, {u"今晚", 0}, {u"明晚", 1}, {u"tomorrow", 1}, {u"tmr", 1},
    {u"today", 0}, {u"tonight", 0}};

constexpr NamedNumber weekdayNames[] = {{u"monday", 1}, {u"tuesday", 2}, {u"wednesday", 3},
    {u"thursday", 4}, {u"friday", 5}, {u"saturday", 6}, {u"sunday", 7}, {u"mon", 1}, {u"tue", 2},
    {u"wed", 3}, {u"thu", 4}, {u"fri", 5}, {u"sat", 6}, {u"sun", 7}, {u"一", 1}, {u"二", 2},
    {u"三", 3}, {u"四", 4}, {u"五", 5}, {u"六", 6}, {u"日", 7}, {u"天", 7}};

/// What is known after reading the date at the beginning.
struct ReadDate {
    std::optional<QDate> date{};
    QStringView rest{}; ///< the time
    bool weekday = false; ///< moves on by a week when it is over
    bool yearGiven = true;
    bool evening = false; ///< 今晚: its hours count from noon
};

std::optional<NamedNumber> leadingName(QStringView text, std::span<const NamedNumber> names)
{
    for (const NamedNumber& named : names) {
        if (text.startsWith(named.name))
            return named;
    }
    return std::nullopt;
}

std::optional<Milliseconds> relative(const QString& text, const QDateTime& now)
{
    static const QRegularExpression form(
        u"^(?:in )?(\\d{1,4}) ?(d|days?|天|日|w|weeks?|周|星期|个星期|h|hours?|小时|个小时|"
        u"m|min|minutes?|分钟)(?:后|以后|之后| later)?$"_s);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const int count = match.capturedView(1).toInt();
    const QString unit = match.captured(2);
    if (unit.startsWith(u'h') || unit.endsWith(u"小时"_s))
        return now.addSecs(qint64(count) * 3600).toMSecsSinceEpoch();
    if (unit.startsWith(u'm') || unit == u"分钟"_s)
        return now.addSecs(qint64(count) * 60).toMSecsSinceEpoch();
    const bool weeks = unit.startsWith(u'w') || unit == u"周"_s || unit.endsWith(u"星期"_s);
    return now.addDays(qint64(count) * (weeks ? 7 : 1)).toMSecsSinceEpoch();
}

std::optional<ReadDate> namedDay(QStringView text, QDate today)
{
    const std::optional<NamedNumber> day = leadingName(text, dayNames);
    if (!day)
        return std::nullopt;
    ReadDate read{today.addDays(day->number), text.sliced(day->name.size())};
    read.evening = day->name.endsWith(u"晚") || day->name == u"tonight";
    return read;
}

std::optional<ReadDate> weekday(QStringView text, QDate today)
{
    bool next = false;
    for (const QStringView prefix :
        {QStringView(u"下个"), QStringView(u"下"), QStringView(u"next ")}) {
        if (text.startsWith(prefix)) {
            text = text.sliced(prefix.size());
            next = true;
            break;
        }
    }
    bool chinese = false;
    for (const QStringView prefix :
        {QStringView(u"星期"), QStringView(u"礼拜"), QStringView(u"周")}) {
        if (text.startsWith(prefix)) {
            text = text.sliced(prefix.size());
            chinese = true;
            break;
        }
    }
    const std::optional<NamedNumber> day = leadingName(text, weekdayNames);
    if (!day || chinese != (day->name[0] > u'z'))
        return std::nullopt;
    ReadDate read{{}, text.sliced(day->name.size())};
    // «下周六» is Saturday of the week that starts next Monday; «周六» the next Saturday.
    if (next) {
        read.date = today.addDays(8 - today.dayOfWeek()).addDays(day->number - 1);
    } else {
        read.date = today.addDays((day->number - today.dayOfWeek() + 7) % 7);
        read.weekday = true;
    }
    return read;
}

std::variant<ReadDate, WhenProblem> calendarDay(const QString& text, QDate today)
{
    static const QRegularExpression form(
        u"^(?:(\\d{4})[-/.年])?(\\d{1,2})[-/.月](\\d{1,2})(?:日|号)?(?=\\D|$)"_s);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return ReadDate{{}, QStringView(text)};
    ReadDate read;
    read.rest = QStringView(text).sliced(match.capturedLength());
    read.yearGiven = match.hasCaptured(1);
    const int month = match.capturedView(2).toInt();
    const int day = match.capturedView(3).toInt();
    const int year = read.yearGiven ? match.capturedView(1).toInt() : today.year();
    QDate date(year, month, day);
    if (!read.yearGiven && (!date.isValid() || date < today))
        date = QDate(year + 1, month, day);
    if (!date.isValid())
        return WhenProblem::NoSuchDate;
    read.date = date;
    return read;
}

std::variant<QTime, WhenProblem> timeOfDay(const QString& text, bool evening)
{
    static const QRegularExpression form(
        u"^(上午|早上|早|中午|下午|晚上|晚)? ?(\\d{1,2})(?:[:.点时](\\d{1,2}|半)?分?)? ?(am|pm)?$"_s);
    const QRegularExpressionMatch match = form.match(text);
    // A bare number is no time: it may be half a phone number or a day.
    const bool bare = !match.hasCaptured(1) && !match.hasCaptured(4) && !text.contains(u':')
        && !text.contains(u'点') && !text.contains(u'时');
    if (!match.hasMatch() || (bare && !evening))
        return WhenProblem::NotUnderstood;
    int hour = match.capturedView(2).toInt();
    const QString part = match.captured(1) + match.captured(4);
    const bool afternoon = evening || part.contains(u"下午"_s) || part.contains(u'晚')
        || part.contains(u"中午"_s) || part == u"pm"_s;
    if (afternoon && hour < 12 && !(part.contains(u"中午"_s) && hour > 3))
        hour += 12;
    else if (part == u"am"_s && hour == 12)
        hour = 0;
    const QString minutes = match.captured(3);
    const QTime time(hour, minutes == u"半"_s ? 30 : minutes.toInt());
    if (!time.isValid())
        return WhenProblem::NoSuchTime;
    return time;
}

std::variant<ReadDate, WhenProblem> readDate(const QString& text, QDate today)
{
    if (std::optional<ReadDate> named = namedDay(text, today))
        return *named;
    if (std::optional<ReadDate> named = weekday(text, today))
        return *named;
    return calendarDay(text, today);
}

Milliseconds placed(const ReadDate& read, QTime time, const QDateTime& now)
{
    const QTimeZone zone = now.timeZone();
    QDateTime at(read.date.value_or(now.date()), time, zone);
    if (at <= now) {
        if (!read.date)
            at = QDateTime(now.date().addDays(1), time, zone);
        else if (read.weekday)
            at = QDateTime(read.date->addDays(7), time, zone);
        else if (!read.yearGiven && read.date == now.date())
            at = QDateTime(read.date->addYears(1), time, zone);
    }
    return at.toMSecsSinceEpoch();
}

} // namespace

std::variant<Milliseconds, WhenProblem> parseWhen(
    QStringView typed, Milliseconds now, const QTimeZone& zone)
{
    const QString text =
        typed.toString().normalized(QString::NormalizationForm_KC).toLower().simplified();
    const QDateTime here = QDateTime::fromMSecsSinceEpoch(now, zone);
    if (const std::optional<Milliseconds> at = relative(text, here))
        return *at;
    const std::variant<ReadDate, WhenProblem> date = readDate(text, here.date());
    if (const WhenProblem* problem = std::get_if<WhenProblem>(&date))
        return *problem;
    const ReadDate& read = std::get<ReadDate>(date);
    const QString rest = read.rest.trimmed().toString();
    if (rest.isEmpty() && read.date)
        return placed(read, QTime(read.evening ? 20 : defaultHourOfDay, 0), here);
    const std::variant<QTime, WhenProblem> time = timeOfDay(rest, read.evening);
    if (const WhenProblem* problem = std::get_if<WhenProblem>(&time))
        return *problem;
    return placed(read, std::get<QTime>(time), here);
}

} // namespace homeroom
