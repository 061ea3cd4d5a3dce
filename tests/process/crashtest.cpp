// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/officeprograms.h"
#include "tests/support/systemfaults.h"
#include "tests/support/testmain.h"

using namespace homeroom::test;
using namespace Qt::StringLiterals;

/// kill -9 just before the n-th write to the database or its WAL, for n from the first to the last
/// write of a run: of the client while it edits and syncs, of the server while it starts and
/// answers. What was confirmed is there, nothing is there twice, and the databases are sound.
class CrashTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void clientsEdit();
    void clientsSync();
    void serversStart();
    void serversAnswer();
    void allIsThereOnce();

private:
    QStringList killAtWrite(const QString& databaseFile, int n) const;

    OfficePrograms m_office;
};

void CrashTest::initTestCase()
{
    HOMEROOM_REQUIRE(canTrace(), "strace is missing or may not trace here");
    QVERIFY(m_office.open(11));
}

QStringList CrashTest::killAtWrite(const QString& databaseFile, int n) const
{
    return under(CallFault::killAtWrite(n), databaseFile);
}

void CrashTest::clientsEdit()
{
    const QString file = m_office.control.databaseOf(m_office.tutorUser.name);
    int kills = 0;
    while (m_office.add(killAtWrite(file, kills + 1)).code != 0) {
        ++kills;
        QVERIFY(m_office.tutorHoldsAll());
    }
    QVERIFY2(kills > 10, qPrintable(QString::number(kills)));
}

void CrashTest::clientsSync()
{
    constexpr int stride = 3;
    const QString file = m_office.control.databaseOf(m_office.tutorUser.name);
    int write = 1;
    QCOMPARE(m_office.add().code, 0);
    while (m_office.tutor({u"sync"_s}, killAtWrite(file, write)).code != 0) {
        write += stride;
        QVERIFY(m_office.tutorHoldsAll());
        QCOMPARE(m_office.add().code, 0);
    }
    QVERIFY2(write > 20, qPrintable(QString::number(write)));
}

void CrashTest::serversStart()
{
    m_office.server.kill();
    int kills = 0;
    while (!m_office.server.start({}, killAtWrite(m_office.server.databaseFile(), kills + 1))) {
        ++kills;
        m_office.server.kill();
    }
    QVERIFY2(kills > 1, qPrintable(QString::number(kills)));
    m_office.server.kill(); // no tracer any more
    QVERIFY(m_office.server.start());
}

void CrashTest::serversAnswer()
{
    constexpr int stride = 4;
    ServerProcess& server = m_office.server;
    int write = 1;
    for (bool killed = true; killed; write += stride) {
        QCOMPARE(m_office.add().code, 0);
        const TracedProcess traced(
            server.processId(), CallFault::killAtWrite(write), server.databaseFile());
        HOMEROOM_REQUIRE(traced.isAttached(), "a running program may not be traced here");
        killed = m_office.tutor({u"sync"_s}).code != 0;
        if (killed) {
            server.kill();
            QVERIFY(server.start());
            QCOMPARE(m_office.tutor({u"sync"_s}).code, 0);
        }
        QVERIFY(m_office.tutorHoldsAll());
    }
    QVERIFY2(write > 20, qPrintable(QString::number(write)));
}

void CrashTest::allIsThereOnce()
{
    QVERIFY(m_office.closesInOrder());
}

HOMEROOM_TEST_MAIN(CrashTest)
#include "crashtest.moc"
