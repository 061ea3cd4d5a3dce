// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/csv/timetext.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace homeroom;

namespace {

constexpr qint64 firstTime = -62135596800000; // 0001-01-01 UTC
constexpr qint64 lastTime = 253402300799999; // the last millisecond of 9999

const QTimeZone shanghai("Asia/Shanghai");
const QTimeZone newYork("America/New_York");

qint64 utc(const QString& iso)
{
    return QDateTime::fromString(iso + u'Z', Qt::ISODateWithMs).toMSecsSinceEpoch();
}

} // namespace

class TimeTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTimes_data();
    void readsTimes();
    void writesTimesWithOffsetsOnlyWhereNeeded();
    void readsDaysAndMonths_data();
    void readsDaysAndMonths();
};

void TimeTextTest::readsTimes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("expected"); // ISO in UTC, empty where refused
    const auto row = [](const QString& text, const char* zone, const QString& expected) {
        QTest::newRow(qPrintable(u"%1 in %2"_s.arg(text, QLatin1StringView(zone))))
            << text << QByteArray(zone) << expected;
    };
    const char* const cn = "Asia/Shanghai";
    const char* const us = "America/New_York";
    row(u"2026-11-21"_s, cn, u"2026-11-20T16:00:00"_s);
    row(u"2026/11/21 14:00"_s, cn, u"2026-11-21T06:00:00"_s);
    row(u"2026/1/5 9:05"_s, cn, u"2026-01-05T01:05:00"_s);
    row(u"2026年11月21日"_s, cn, u"2026-11-20T16:00:00"_s);
    row(u"2026年1月5日 14:00:30"_s, cn, u"2026-01-05T06:00:30"_s);
    row(u"２０２６．１１．２１"_s, cn, u"2026-11-20T16:00:00"_s);
    row(u"2026-11-21T14:00:00.123"_s, cn, u"2026-11-21T06:00:00.123"_s);
    row(u"2026-11-21 14:00:00.5"_s, cn, u"2026-11-21T06:00:00.500"_s);
    row(u"2026-11-21 14:00:00.123987"_s, cn, u"2026-11-21T06:00:00.123"_s);
    row(u"2026-11-21T14:00:00Z"_s, cn, u"2026-11-21T14:00:00"_s);
    row(u"2026-11-21T14:00:00 -05:30"_s, cn, u"2026-11-21T19:30:00"_s);
    row(u"2026-11-21"_s, us, u"2026-11-21T05:00:00"_s);
    row(u"2026-03-08 03:00"_s, us, u"2026-03-08T07:00:00"_s);
    row(u"2026-03-08 02:30"_s, us, QString()); // clocks went from 2 to 3
    row(u"2026-02-29"_s, cn, QString());
    row(u"2026-13-01"_s, cn, QString());
    row(u"2026-11-31"_s, cn, QString());
    row(u"2026-11-21 24:00"_s, cn, QString());
    row(u"2026-11-21 14:60"_s, cn, QString());
    row(u"2026-11-21 14"_s, cn, QString());
    row(u"2026-11-21x"_s, cn, QString());
    row(u"2026-11-21 14:00 x"_s, cn, QString());
    row(u"2026-11-21T14:00+25:00"_s, cn, QString());
    row(u"2026-11/21"_s, cn, QString());
    row(u"0000-01-01"_s, cn, QString());
    row(u"1795240800"_s, cn, QString());
    row(u"1795240800000"_s, cn, QString());
    row(u"20261121"_s, cn, QString());
    row(u"11/21/2026"_s, cn, QString());
    row(u"tomorrow"_s, cn, QString());
    row(QString(), cn, QString());
}

void TimeTextTest::readsTimes()
{
    QFETCH(const QString, text);
    QFETCH(const QByteArray, zone);
    QFETCH(const QString, expected);
    const auto read = timeFromText(text, QTimeZone(zone));
    QCOMPARE(read.ok(), !expected.isEmpty());
    if (read)
        QCOMPARE(*read, utc(expected));
    else
        QCOMPARE(read.error().code, ErrorCode::Invalid);
}

void TimeTextTest::writesTimesWithOffsetsOnlyWhereNeeded()
{
    const qint64 plain = utc(u"2026-11-21T06:00:00.123"_s);
    QCOMPARE(timeText(plain, shanghai), u"2026-11-21 14:00:00.123"_s);
    QCOMPARE(timeText(plain, newYork), u"2026-11-21 01:00:00.123"_s);
    // On 2026-11-01 New York has the hour from 1 to 2 twice.
    const QString first = timeText(utc(u"2026-11-01T05:30:00"_s), newYork);
    const QString second = timeText(utc(u"2026-11-01T06:30:00"_s), newYork);
    QVERIFY(first != second);
    QVERIFY(first.startsWith(u"2026-11-01 01:30:00.000"_s));
    QCOMPARE(*timeFromText(first, newYork), utc(u"2026-11-01T05:30:00"_s));
    QCOMPARE(*timeFromText(second, newYork), utc(u"2026-11-01T06:30:00"_s));
    QCOMPARE(timeText(lastTime, shanghai), u"9999-12-31 23:59:59.999Z"_s);
    QCOMPARE(timeText(firstTime, newYork), u"0001-01-01 00:00:00.000Z"_s);
}

void TimeTextTest::readsDaysAndMonths_data()
{
    QTest::addColumn<bool>("day");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected"); // empty where refused
    QTest::newRow("day") << true << u"2026-11-21"_s << u"2026-11-21"_s;
    QTest::newRow("day of a sheet") << true << u"2026/1/5"_s << u"2026-01-05"_s;
    QTest::newRow("chinese day") << true << u"2026年1月5日"_s << u"2026-01-05"_s;
    QTest::newRow("leap day") << true << u"2024-02-29"_s << u"2024-02-29"_s;
    QTest::newRow("no leap day") << true << u"2026-02-29"_s << QString();
    QTest::newRow("day with time") << true << u"2026-11-21 14:00"_s << QString();
    QTest::newRow("day of two digits") << true << u"26-11-21"_s << QString();
    QTest::newRow("month") << false << u"2026-11"_s << u"2026-11"_s;
    QTest::newRow("month of a sheet") << false << u"2026/1"_s << u"2026-01"_s;
    QTest::newRow("chinese month") << false << u"2026年1月"_s << u"2026-01"_s;
    QTest::newRow("month 13") << false << u"2026-13"_s << QString();
    QTest::newRow("month with day") << false << u"2026-11-21"_s << QString();
    QTest::newRow("month without separator") << false << u"2026"_s << QString();
}

void TimeTextTest::readsDaysAndMonths()
{
    QFETCH(const bool, day);
    QFETCH(const QString, text);
    QFETCH(const QString, expected);
    const auto read = day ? dayFromText(text) : monthFromText(text);
    QCOMPARE(read.ok(), !expected.isEmpty());
    if (read)
        QCOMPARE(*read, expected);
}

HOMEROOM_TEST_MAIN(TimeTextTest)
#include "timetexttest.moc"
