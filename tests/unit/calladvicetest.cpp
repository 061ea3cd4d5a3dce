// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/calladvice.h"
#include "tests/support/testmain.h"

#include <QtTest/QtTest>

using namespace homeroom;
using namespace Qt::StringLiterals;

namespace {

const QTimeZone zone("Asia/Shanghai");

/// In November 2025, of which the 24th is a Monday.
Milliseconds at(int day, int hour, int minute = 0)
{
    return QDateTime(QDate(2025, 11, day), QTime(hour, minute), zone).toMSecsSinceEpoch();
}

WorkTime tutorsHours()
{
    WorkCalendar calendar;
    calendar.opensAt = 13 * 60;
    calendar.closesAt = 22 * 60;
    calendar.daysOff = {u"2"_s}; // Tuesday
    return WorkTime(calendar, zone);
}

} // namespace

class CallAdviceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theResultDecides_data();
    void theResultDecides();
    void aTalkLeadsOnByTheStage_data();
    void aTalkLeadsOnByTheStage();
    void nothingIsProposedWithoutAResult();
};

void CallAdviceTest::theResultDecides_data()
{
    QTest::addColumn<FollowUpResult>("result");
    QTest::addColumn<int>("unanswered");
    QTest::addColumn<Milliseconds>("now");
    QTest::addColumn<CallAdvice>("what");
    QTest::addColumn<Milliseconds>("when");
    using enum FollowUpResult;
    QTest::newRow("again today") << NoAnswer << 0 << at(24, 15) << CallAdvice::CallAgain
                                 << at(24, 18);
    QTest::newRow("not at night, not on the day off")
        << NoAnswer << 1 << at(24, 20) << CallAdvice::CallAgain << at(26, 13);
    QTest::newRow("the third in vain")
        << NoAnswer << 2 << at(24, 15) << CallAdvice::WriteInstead << at(24, 15, 30);
    QTest::newRow("busy") << Busy << 0 << at(24, 15) << CallAdvice::CallAgain << at(24, 15, 30);
    QTest::newRow("wrong") << WrongNumber << 0 << at(24, 15) << CallAdvice::AskNumber
                           << at(24, 15, 30);
    QTest::newRow("refused") << Refused << 0 << at(24, 15) << CallAdvice::LeaveInPeace
                             << at(24, 14) + 7 * dayMs;
}

void CallAdviceTest::theResultDecides()
{
    QFETCH(FollowUpResult, result);
    QFETCH(int, unanswered);
    QFETCH(Milliseconds, now);
    const auto advice =
        adviceAfter({result, StageRole::Learning, unanswered, now}, tutorsHours(), zone);
    QVERIFY(advice);
    QTEST(advice->what, "what");
    QTEST(advice->at, "when");
}

void CallAdviceTest::aTalkLeadsOnByTheStage_data()
{
    QTest::addColumn<StageRole>("stage");
    QTest::addColumn<CallAdvice>("what");
    QTest::addColumn<Milliseconds>("when");
    using enum StageRole;
    QTest::newRow("open") << Open << CallAdvice::AddFriend << at(26, 16);
    QTest::newRow("friend") << Friend << CallAdvice::BringToGroup << at(26, 16);
    QTest::newRow("group") << Group << CallAdvice::RemindOfLesson << at(27, 14);
    QTest::newRow("learning") << Learning << CallAdvice::DeepTalk << at(28, 14);
    QTest::newRow("intent") << Intent << CallAdvice::Offer << at(27, 14);
    QTest::newRow("deposit") << Deposit << CallAdvice::AskBalance << at(27, 14);
    QTest::newRow("paid") << Paid << CallAdvice::AskHowItGoes << at(29, 14);
}

void CallAdviceTest::aTalkLeadsOnByTheStage()
{
    QFETCH(StageRole, stage);
    const auto advice =
        adviceAfter({FollowUpResult::Connected, stage, 0, at(26, 15)}, tutorsHours(), zone);
    QVERIFY(advice);
    QTEST(advice->what, "what");
    QTEST(advice->at, "when");
}

void CallAdviceTest::nothingIsProposedWithoutAResult()
{
    QVERIFY(
        !adviceAfter({FollowUpResult::None, StageRole::Open, 0, at(24, 15)}, tutorsHours(), zone));
}

HOMEROOM_TEST_MAIN(CallAdviceTest)
#include "calladvicetest.moc"
