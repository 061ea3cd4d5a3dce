// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/recurrence.h"
#include "tests/support/testmain.h"

using namespace homeroom;
using namespace Qt::StringLiterals;

class RecurrenceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textsComeBack_data();
    void textsComeBack();
    void refusesWhatHasNoEnd_data();
    void refusesWhatHasNoEnd();
    void comesAgain_data();
    void comesAgain();
    void whatWasMissedIsNotMadeUpFor();
    void endsAfterItsLastDay();
    void hoursAreCountedWhileWorkGoesOn_data();
    void hoursAreCountedWhileWorkGoesOn();
    void remindersWaitForWork_data();
    void remindersWaitForWork();
    void impossibleCalendarsAreNamed();
};

namespace {

const QTimeZone shanghai("Asia/Shanghai");

Milliseconds at(const QString& text)
{
    const QDateTime moment = QDateTime::fromString(text, u"yyyy-MM-dd HH:mm"_s);
    return QDateTime(moment.date(), moment.time(), shanghai).toMSecsSinceEpoch();
}

QString textOf(Milliseconds moment)
{
    return QDateTime::fromMSecsSinceEpoch(moment, shanghai).toString(u"yyyy-MM-dd HH:mm"_s);
}

/// Tuesday to Saturday, 13:00 to 22:00; the 1st of October is a holiday, Monday 12 October is
/// worked on for it.
WorkCalendar calendar()
{
    WorkCalendar calendar;
    calendar.opensAt = 13 * 60;
    calendar.closesAt = 22 * 60;
    calendar.daysOff = {u"1"_s, u"7"_s};
    calendar.holidays = {u"2026-10-01"_s};
    calendar.extraWorkdays = {u"2026-10-12"_s};
    return calendar;
}

} // namespace

void RecurrenceTest::textsComeBack_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("daily") << u"FREQ=DAILY;UNTIL=20261231"_s;
    QTest::newRow("workdays") << u"FREQ=DAILY;BYDAY=WORKDAY;UNTIL=20261231"_s;
    QTest::newRow("weekly") << u"FREQ=WEEKLY;UNTIL=20270101"_s;
    QTest::newRow("monthly") << u"FREQ=MONTHLY;BYMONTHDAY=31;UNTIL=20270101"_s;
}

void RecurrenceTest::textsComeBack()
{
    QFETCH(QString, text);
    const auto read = recurrenceFromText(text);
    QVERIFY(read);
    QCOMPARE(recurrenceText(*read), text);
}

void RecurrenceTest::refusesWhatHasNoEnd_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("no end") << u"FREQ=DAILY"_s;
    QTest::newRow("an impossible end") << u"FREQ=DAILY;UNTIL=20260230"_s;
    QTest::newRow("another frequency") << u"FREQ=HOURLY;UNTIL=20261231"_s;
    QTest::newRow("a month without its day") << u"FREQ=MONTHLY;UNTIL=20261231"_s;
    QTest::newRow("no such day of a month") << u"FREQ=MONTHLY;BYMONTHDAY=32;UNTIL=20261231"_s;
    QTest::newRow("a week with a day") << u"FREQ=WEEKLY;BYMONTHDAY=3;UNTIL=20261231"_s;
}

void RecurrenceTest::refusesWhatHasNoEnd()
{
    QFETCH(QString, text);
    QVERIFY(!recurrenceFromText(text));
}

void RecurrenceTest::comesAgain_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("due");
    QTest::addColumn<QString>("again");
    const auto row = [](const char* name, const QString& rule, const QString& due,
                         const QString& again) {
        QTest::newRow(name) << rule + u";UNTIL=20271231"_s << due << again;
    };
    row("next day", u"FREQ=DAILY"_s, u"2026-09-30 19:30"_s, u"2026-10-01 19:30"_s);
    row("next workday", u"FREQ=DAILY;BYDAY=WORKDAY"_s, u"2026-09-30 19:30"_s,
        u"2026-10-02 19:30"_s);
    row("over the days off", u"FREQ=DAILY;BYDAY=WORKDAY"_s, u"2026-10-03 19:30"_s,
        u"2026-10-06 19:30"_s);
    row("an extra workday", u"FREQ=DAILY;BYDAY=WORKDAY"_s, u"2026-10-10 19:30"_s,
        u"2026-10-12 19:30"_s);
    row("next week", u"FREQ=WEEKLY"_s, u"2026-12-28 09:00"_s, u"2027-01-04 09:00"_s);
    row("a shorter month", u"FREQ=MONTHLY;BYMONTHDAY=31"_s, u"2027-01-31 09:00"_s,
        u"2027-02-28 09:00"_s);
    row("and the day is not lost", u"FREQ=MONTHLY;BYMONTHDAY=31"_s, u"2027-02-28 09:00"_s,
        u"2027-03-31 09:00"_s);
}

void RecurrenceTest::comesAgain()
{
    QFETCH(QString, rule);
    QFETCH(QString, due);
    QFETCH(QString, again);
    const auto recurrence = recurrenceFromText(rule);
    QVERIFY(recurrence);
    const auto next =
        nextDue(*recurrence, at(due), at(due), WorkTime(calendar(), shanghai), shanghai);
    QVERIFY(next);
    QCOMPARE(textOf(*next), again);
}

void RecurrenceTest::whatWasMissedIsNotMadeUpFor()
{
    const Recurrence daily{Frequency::Daily, QDate(2026, 12, 31)};
    const auto next = nextDue(
        daily, at(u"2026-10-01 19:30"_s), at(u"2026-10-08 20:00"_s), WorkTime(shanghai), shanghai);
    QVERIFY(next);
    QCOMPARE(textOf(*next), u"2026-10-09 19:30"_s);
}

void RecurrenceTest::endsAfterItsLastDay()
{
    const Recurrence daily{Frequency::Daily, QDate(2026, 10, 2)};
    const WorkTime work(shanghai);
    const Milliseconds first = at(u"2026-10-01 19:30"_s);
    const auto last = nextDue(daily, first, first, work, shanghai);
    QVERIFY(last);
    QVERIFY(!nextDue(daily, *last, *last, work, shanghai));
}

void RecurrenceTest::hoursAreCountedWhileWorkGoesOn_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<int>("minutes");
    QTest::newRow("within a day") << u"2026-09-30 14:00"_s << u"2026-09-30 14:45"_s << 45;
    QTest::newRow("from the morning") << u"2026-09-30 09:00"_s << u"2026-09-30 13:30"_s << 30;
    QTest::newRow("over a holiday") << u"2026-09-30 21:30"_s << u"2026-10-02 13:10"_s << 40;
    QTest::newRow("over days off") << u"2026-10-03 21:00"_s << u"2026-10-06 14:00"_s << 120;
    QTest::newRow("backwards") << u"2026-09-30 15:00"_s << u"2026-09-30 14:00"_s << 0;
}

void RecurrenceTest::hoursAreCountedWhileWorkGoesOn()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(int, minutes);
    const WorkTime work(calendar(), shanghai);
    QCOMPARE(work.between(at(from), at(to)), Milliseconds(minutes) * 60'000);
}

void RecurrenceTest::remindersWaitForWork_data()
{
    QTest::addColumn<QString>("moment");
    QTest::addColumn<QString>("begins");
    QTest::newRow("at work") << u"2026-09-30 14:00"_s << u"2026-09-30 14:00"_s;
    QTest::newRow("in the morning") << u"2026-09-30 08:00"_s << u"2026-09-30 13:00"_s;
    QTest::newRow("at the end of a day") << u"2026-09-30 22:00"_s << u"2026-10-02 13:00"_s;
    QTest::newRow("on Sunday") << u"2026-10-04 15:00"_s << u"2026-10-06 13:00"_s;
}

void RecurrenceTest::remindersWaitForWork()
{
    QFETCH(QString, moment);
    QFETCH(QString, begins);
    const WorkTime work(calendar(), shanghai);
    QCOMPARE(textOf(work.nextWorking(at(moment))), begins);
    QCOMPARE(work.isWorking(at(moment)), moment == begins);
}

void RecurrenceTest::impossibleCalendarsAreNamed()
{
    QCOMPARE(checkCalendar(calendar()), CalendarProblem::None);
    WorkCalendar wrong = calendar();
    wrong.closesAt = wrong.opensAt;
    QCOMPARE(checkCalendar(wrong), CalendarProblem::NoHours);
    wrong = calendar();
    wrong.daysOff.append(u"8"_s);
    QCOMPARE(checkCalendar(wrong), CalendarProblem::NoSuchWeekday);
    wrong = calendar();
    wrong.holidays.append(u"2026-02-30"_s);
    QCOMPARE(checkCalendar(wrong), CalendarProblem::NoSuchDay);
    // What cannot be understood hides no reminder.
    QVERIFY(WorkTime(wrong, shanghai).isWorking(at(u"2026-10-04 03:00"_s)));
}

HOMEROOM_TEST_MAIN(RecurrenceTest)
#include "recurrencetest.moc"
