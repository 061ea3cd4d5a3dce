// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/syncplan.h"
#include "tests/support/testmain.h"

using namespace homeroom;
using namespace homeroom::syncplan;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(homeroom::Error)

/// What a failed request asks for (sync.md sections 5 and 7).
class SyncPlanTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSlowLineIsAskedForLess();
    void anOlderServerIsSpokenToAsItKnows();
    void aFailedPushHasItsRemedy_data();
    void aFailedPushHasItsRemedy();
};

void SyncPlanTest::aFailedPushHasItsRemedy_data()
{
    QTest::addColumn<Error>("error");
    QTest::addColumn<int>("status");
    QTest::addColumn<Remedy>("remedy");
    QTest::newRow("an edit is wrong")
        << Error{ErrorCode::Malformed, {}, u"set"_s} << 400 << Remedy::SendLess;
    QTest::newRow("too much at once") << Error{ErrorCode::TooLarge} << 413 << Remedy::SendLess;
    // The client reads no error of this server in it.
    QTest::newRow("a proxy's 400") << Error{ErrorCode::Unavailable} << 400 << Remedy::RetryLater;
    QTest::newRow("a proxy's 413") << Error{ErrorCode::Unavailable} << 413 << Remedy::RetryLater;
    for (const QString& member : {u"device"_s, u"schema"_s, u"sentAt"_s, u"chain"_s, u"seen"_s})
        QTest::addRow("every request lacks %s", qPrintable(member))
            << Error{ErrorCode::Malformed, {}, member} << 400 << Remedy::RetryLater;
    QTest::newRow("a fork") << Error{ErrorCode::Fork} << 409 << Remedy::NewDevice;
    QTest::newRow("a gap") << Error{ErrorCode::Gap} << 409 << Remedy::NewDevice;
    QTest::newRow("no session") << Error{ErrorCode::Unauthorized} << 401 << Remedy::SignIn;
    QTest::newRow("deactivated") << Error{ErrorCode::Unauthorized, {}, u"active"_s} << 401
                                 << Remedy::GiveUp;
    QTest::newRow("too many") << Error{ErrorCode::TooMany} << 429 << Remedy::RetryLater;
}

void SyncPlanTest::aFailedPushHasItsRemedy()
{
    QFETCH(Error, error);
    QFETCH(int, status);
    QFETCH(Remedy, remedy);
    QCOMPARE(remedyFor(SyncStep::Push, error, status), remedy);
}

void SyncPlanTest::aSlowLineIsAskedForLess()
{
    QVERIFY(syncplan::isTooMuch({ErrorCode::Timeout}, 0));
    QVERIFY(syncplan::isTooMuch({ErrorCode::Unavailable}, 413));
    QVERIFY(!syncplan::isTooMuch({ErrorCode::Unavailable}, 0));
    QVERIFY(!syncplan::isTooMuch({ErrorCode::Unavailable}, 503));
    QCOMPARE(syncplan::fewerRows(20000), 10000);
    QVERIFY(syncplan::fewerRows(1) > 0);
}

void SyncPlanTest::anOlderServerIsSpokenToAsItKnows()
{
    for (const auto& member : {u"page"_s, u"drains"_s}) {
        const Error unknown{ErrorCode::Malformed, u"unknown member"_s, member};
        QCOMPARE(syncplan::remedyFor(SyncStep::Push, unknown, 400), Remedy::SpeakOlder);
    }
}

HOMEROOM_TEST_MAIN(SyncPlanTest)
#include "syncplantest.moc"
