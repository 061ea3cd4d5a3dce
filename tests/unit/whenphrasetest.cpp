// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/whenphrase.h"
#include "tests/support/testmain.h"

using namespace homeroom;
using namespace Qt::StringLiterals;

class WhenPhraseTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void understands_data();
    void understands();
    void refuses_data();
    void refuses();
};

namespace {

const QTimeZone shanghai("Asia/Shanghai");

/// Wednesday, 19 November 2025, 15:30 in Shanghai.
Milliseconds now()
{
    return QDateTime(QDate(2025, 11, 19), QTime(15, 30), shanghai).toMSecsSinceEpoch();
}

} // namespace

void WhenPhraseTest::understands_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("expected");
    QTest::newRow("later today") << u"19:00"_s << u"2025-11-19 19:00"_s;
    QTest::newRow("a time that is over is tomorrow") << u"14:00"_s << u"2025-11-20 14:00"_s;
    QTest::newRow("full-width colon") << u"明天 14：00"_s << u"2025-11-20 14:00"_s;
    QTest::newRow("without a space") << u"明天14:00"_s << u"2025-11-20 14:00"_s;
    QTest::newRow("english") << u"Tomorrow 9:05"_s << u"2025-11-20 09:05"_s;
    QTest::newRow("day after tomorrow") << u"后天 8:00"_s << u"2025-11-21 08:00"_s;
    QTest::newRow("three days on") << u"大后天 8:00"_s << u"2025-11-22 08:00"_s;
    QTest::newRow("weekday") << u"周六 14:00"_s << u"2025-11-22 14:00"_s;
    QTest::newRow("weekday in english") << u"sat 14:00"_s << u"2025-11-22 14:00"_s;
    QTest::newRow("same weekday later") << u"周三 20:00"_s << u"2025-11-19 20:00"_s;
    QTest::newRow("same weekday, over") << u"星期三 14:00"_s << u"2025-11-26 14:00"_s;
    QTest::newRow("next week") << u"下周二 14:00"_s << u"2025-11-25 14:00"_s;
    QTest::newRow("sunday") << u"礼拜天 10点"_s << u"2025-11-23 10:00"_s;
    QTest::newRow("month and day") << u"11-28 10:00"_s << u"2025-11-28 10:00"_s;
    QTest::newRow("chinese date") << u"11月28日 下午3点半"_s << u"2025-11-28 15:30"_s;
    QTest::newRow("a date that is over is next year") << u"1-5 10:00"_s << u"2026-01-05 10:00"_s;
    QTest::newRow("with year") << u"2026-02-28 10:00"_s << u"2026-02-28 10:00"_s;
    QTest::newRow("day without time") << u"明天"_s << u"2025-11-20 14:00"_s;
    QTest::newRow("this evening") << u"今晚8点"_s << u"2025-11-19 20:00"_s;
    QTest::newRow("pm") << u"tomorrow 3pm"_s << u"2025-11-20 15:00"_s;
    QTest::newRow("noon") << u"明天中午12点"_s << u"2025-11-20 12:00"_s;
    QTest::newRow("days") << u"3d"_s << u"2025-11-22 15:30"_s;
    QTest::newRow("chinese days") << u"3天后"_s << u"2025-11-22 15:30"_s;
    QTest::newRow("hours") << u"2小时后"_s << u"2025-11-19 17:30"_s;
    QTest::newRow("minutes") << u"30m"_s << u"2025-11-19 16:00"_s;
    QTest::newRow("weeks") << u"1w"_s << u"2025-11-26 15:30"_s;
}

void WhenPhraseTest::understands()
{
    QFETCH(QString, typed);
    const auto answer = parseWhen(typed, now(), shanghai);
    QVERIFY(std::holds_alternative<Milliseconds>(answer));
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(std::get<Milliseconds>(answer), shanghai);
    QTEST(at.toString(u"yyyy-MM-dd HH:mm"_s), "expected");
}

void WhenPhraseTest::refuses_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("problem");
    QTest::newRow("no such day") << u"2-30 10:00"_s << int(WhenProblem::NoSuchDate);
    QTest::newRow("no such month") << u"13-01"_s << int(WhenProblem::NoSuchDate);
    QTest::newRow("no leap year near") << u"2-29"_s << int(WhenProblem::NoSuchDate);
    QTest::newRow("no such hour") << u"明天 25:00"_s << int(WhenProblem::NoSuchTime);
    QTest::newRow("no such minute") << u"14:75"_s << int(WhenProblem::NoSuchTime);
    QTest::newRow("a sentence") << u"等爸爸回来"_s << int(WhenProblem::NotUnderstood);
    QTest::newRow("a bare number") << u"14"_s << int(WhenProblem::NotUnderstood);
    QTest::newRow("nothing") << QString() << int(WhenProblem::NotUnderstood);
    QTest::newRow("a day and rubbish") << u"周六 abc"_s << int(WhenProblem::NotUnderstood);
}

void WhenPhraseTest::refuses()
{
    QFETCH(QString, typed);
    const auto answer = parseWhen(typed, now(), shanghai);
    QVERIFY(std::holds_alternative<WhenProblem>(answer));
    QTEST(int(std::get<WhenProblem>(answer)), "problem");
}

HOMEROOM_TEST_MAIN(WhenPhraseTest)
#include "whenphrasetest.moc"
