// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/officeprograms.h"
#include "tests/support/rawclient.h"
#include "tests/support/systemfaults.h"
#include "tests/support/testmain.h"

using namespace homeroom::test;
using namespace Qt::StringLiterals;

/// A disk that is full or fails, under the client and under the server: it is said, nothing that
/// was confirmed is lost, and work goes on when the disk does.
class FaultyDiskTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aFullDiskRefusesAnEdit();
    void aFullDiskStopsAFirstSyncThatGoesOnLater();
    void aServerOnAFullDiskAnswersAndGoesOnLater();
    void failingCallsOfTheClient_data();
    void failingCallsOfTheClient();
    void failingCallsOfTheServer_data();
    void failingCallsOfTheServer();
    void allIsThereOnce();

private:
    int statusOf(const QByteArray& target, const QByteArray& body);

    OfficePrograms m_office;
};

void FaultyDiskTest::initTestCase()
{
    QVERIFY(m_office.open(12));
}

void FaultyDiskTest::aFullDiskRefusesAnEdit()
{
    HOMEROOM_REQUIRE(canLimit(), "prlimit is missing");
    constexpr qint64 space = 40'960;
    QCOMPARE(m_office.add().code, 0);
    const QStringList before = m_office.families(m_office.tutorUser);
    const QString remark = u"remark="_s + QString(15'000, u'x');
    const QStringList edit{u"set"_s, u"customer"_s, before.last(), remark};
    const Ended refused = m_office.tutor(edit, withFileLimit(space));
    QCOMPARE(refused.code, 1);
    QVERIFY(refused.out.isEmpty());
    QVERIFY2(refused.err.startsWith("homeroomctl: The profile cannot be read or written: "),
        refused.err.constData());
    QVERIFY(m_office.tutorHoldsAll());
    QCOMPARE(m_office.families(m_office.tutorUser), before);
    QCOMPARE(m_office.tutor({u"status"_s}).number(u"outbox"_s), 1);
    QCOMPARE(m_office.tutor(edit).code, 0);
    QCOMPARE(m_office.tutor({u"sync"_s}).code, 0);
}

void FaultyDiskTest::aFullDiskStopsAFirstSyncThatGoesOnLater()
{
    HOMEROOM_REQUIRE(canLimit(), "prlimit is missing");
    constexpr qint64 space = 131'072;
    const DemoUser colleague = m_office.server.beside(m_office.tutorUser, u"tutor"_s);
    QCOMPARE(m_office.control.login(m_office.server.url(), colleague).code, 0);
    const Ended stopped =
        m_office.control.runUnder(withFileLimit(space), colleague.name, {u"sync"_s});
    QCOMPARE(stopped.code, 1);
    QVERIFY(!stopped.err.isEmpty());
    QCOMPARE(m_office.control.run(colleague.name, {u"check"_s}).code, 0);
    QVERIFY(m_office.families(colleague).isEmpty());
    QCOMPARE(m_office.control.run(colleague.name, {u"sync"_s}).code, 0);
    QVERIFY(!m_office.families(colleague).isEmpty());
}

int FaultyDiskTest::statusOf(const QByteArray& target, const QByteArray& body)
{
    RawClient client(m_office.server.port());
    if (body.isEmpty())
        client.get(target);
    else
        client.post(target, body);
    const bool answered =
        QTest::qWaitFor([&] { return client.response().status != 0; }, programPatience);
    return answered ? client.response().status : 0;
}

void FaultyDiskTest::aServerOnAFullDiskAnswersAndGoesOnLater()
{
    HOMEROOM_REQUIRE(canLimit(), "prlimit is missing");
    constexpr qint64 enough = 1'000'000'000;
    constexpr qint64 nothing = 4096;
    QCOMPARE(m_office.server.stop(), 0);
    QVERIFY(m_office.server.start({}, withFileLimit(enough)));
    QVERIFY(setFileLimit(m_office.server.processId(), nothing));
    QCOMPARE(m_office.add().code, 0);
    const Ended synced = m_office.tutor({u"sync"_s});
    QCOMPARE(synced.code, 3);
    QVERIFY(!synced.err.isEmpty());
    const DemoUser& user = m_office.leadUser;
    const QJsonObject wish{{u"user"_s, user.name}, {u"password"_s, user.password},
        {u"device"_s, u"01977777-7777-7777-8777-777777777777"_s}};
    QCOMPARE(statusOf("/v1/auth/sign-in", QJsonDocument(wish).toJson()), 503);
    QCOMPARE(statusOf("/v1/health", {}), 200);
    QVERIFY(setFileLimit(m_office.server.processId(), enough));
    QCOMPARE(m_office.tutor({u"sync"_s}).code, 0);
    QCOMPARE(m_office.tutor({u"status"_s}).number(u"outbox"_s), 0);
    QCOMPARE(statusOf("/v1/auth/sign-in", QJsonDocument(wish).toJson()), 200);
}

void FaultyDiskTest::failingCallsOfTheClient_data()
{
    QTest::addColumn<QString>("call");
    QTest::addColumn<QString>("error");
    QTest::newRow("write, full") << u"pwrite64"_s << u"ENOSPC"_s;
    QTest::newRow("write, broken") << u"pwrite64"_s << u"EIO"_s;
    QTest::newRow("flush") << u"fdatasync"_s << u"EIO"_s;
}

void FaultyDiskTest::failingCallsOfTheClient()
{
    HOMEROOM_REQUIRE(canTrace(), "strace is missing or may not trace here");
    QFETCH(QString, call);
    QFETCH(QString, error);
    const QString file = m_office.control.databaseOf(m_office.tutorUser.name);
    int refusals = 0;
    for (const char* when : {"1", "2", "3", "5", "9", "1+", "2+", "7+"}) {
        const QStringList fault =
            under(CallFault::error(call, error, QString::fromLatin1(when)), file);
        const Ended added = m_office.add(fault);
        const Ended synced = m_office.tutor({u"sync"_s}, fault);
        for (const Ended& ended : {added, synced}) {
            QVERIFY2(ended.code == 0 || (ended.code == 1 && !ended.err.isEmpty()), when);
            refusals += ended.code;
        }
        QVERIFY2(m_office.tutorHoldsAll(), when);
    }
    QVERIFY(refusals > 1);
    QCOMPARE(m_office.tutor({u"sync"_s}).code, 0);
}

void FaultyDiskTest::failingCallsOfTheServer_data()
{
    failingCallsOfTheClient_data();
}

void FaultyDiskTest::failingCallsOfTheServer()
{
    HOMEROOM_REQUIRE(canTrace(), "strace is missing or may not trace here");
    QFETCH(QString, call);
    QFETCH(QString, error);
    int refusals = 0;
    for (const char* when : {"1", "2", "3", "6+", "1+"}) {
        QCOMPARE(m_office.add().code, 0);
        {
            const TracedProcess traced(m_office.server.processId(),
                CallFault::error(call, error, QString::fromLatin1(when)),
                m_office.server.databaseFile());
            HOMEROOM_REQUIRE(traced.isAttached(), "a running program may not be traced here");
            const Ended synced = m_office.tutor({u"sync"_s});
            QVERIFY2(synced.code == 0 || synced.code == 3, when);
            refusals += synced.code == 0 ? 0 : 1;
        }
        QVERIFY2(m_office.server.isRunning(), when);
        QCOMPARE(m_office.tutor({u"sync"_s}).code, 0);
        QVERIFY2(m_office.tutorHoldsAll(), when);
    }
    QVERIFY(refusals > 1);
}

void FaultyDiskTest::allIsThereOnce()
{
    QVERIFY(m_office.closesInOrder());
}

HOMEROOM_TEST_MAIN(FaultyDiskTest)
#include "faultydisktest.moc"
