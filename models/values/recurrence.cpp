// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/recurrence.h"

#include "models/values/cohortday.h"

#include <algorithm>
#include <array>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

const QString untilForm = u"yyyyMMdd"_s;
constexpr QLatin1StringView untilPart(";UNTIL=");
constexpr QLatin1StringView monthDayPart(";BYMONTHDAY=");

constexpr std::array<QLatin1StringView, frequencyCount> rules{QLatin1StringView("FREQ=DAILY"),
    QLatin1StringView("FREQ=DAILY;BYDAY=WORKDAY"), QLatin1StringView("FREQ=WEEKLY"),
    QLatin1StringView("FREQ=MONTHLY")};

QDate nthDay(const Recurrence& recurrence, const QDate& first, int n)
{
    switch (recurrence.frequency) {
    case Frequency::Daily:
    case Frequency::Workdays:
        return first.addDays(n);
    case Frequency::Weekly:
        return first.addDays(qint64(n) * 7);
    case Frequency::Monthly:
        break;
    }
    const QDate month = QDate(first.year(), first.month(), 1).addMonths(n);
    return {month.year(), month.month(), qMin(recurrence.monthDay, month.daysInMonth())};
}

} // namespace

QString recurrenceText(const Recurrence& recurrence)
{
    QString rule = rules[size_t(recurrence.frequency)];
    if (recurrence.frequency == Frequency::Monthly)
        rule += monthDayPart + QString::number(recurrence.monthDay);
    return rule + untilPart + recurrence.until.toString(untilForm);
}

std::optional<Recurrence> recurrenceFromText(QStringView text)
{
    const qsizetype at = text.indexOf(untilPart);
    if (at < 0)
        return std::nullopt;
    Recurrence found;
    found.until = QDate::fromString(text.mid(at + untilPart.size()).toString(), untilForm);
    QStringView rule = text.left(at);
    if (const qsizetype day = rule.indexOf(monthDayPart); day >= 0) {
        found.monthDay = rule.mid(day + monthDayPart.size()).toInt();
        rule = rule.left(day);
    }
    const auto known = std::find(rules.begin(), rules.end(), rule);
    if (known == rules.end() || !found.until.isValid())
        return std::nullopt;
    found.frequency = Frequency(known - rules.begin());
    const bool monthly = found.frequency == Frequency::Monthly;
    if (monthly ? found.monthDay < 1 || found.monthDay > 31 : found.monthDay != 0)
        return std::nullopt;
    return found;
}

std::optional<Milliseconds> nextDue(const Recurrence& recurrence, Milliseconds dueAt,
    Milliseconds now, const WorkTime& work, const QTimeZone& zone)
{
    const QDateTime first = QDateTime::fromMSecsSinceEpoch(dueAt, zone);
    for (int n = 1;; ++n) {
        const QDate day = nthDay(recurrence, first.date(), n);
        if (!day.isValid() || day > recurrence.until)
            return std::nullopt;
        const Milliseconds due = QDateTime(day, first.time(), zone).toMSecsSinceEpoch();
        const bool counts = recurrence.frequency != Frequency::Workdays || work.isWorkday(day);
        if (counts && due > now)
            return due;
    }
}

} // namespace homeroom
