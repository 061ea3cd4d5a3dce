// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pushingclient.h"
#include "tests/support/randomseed.h"
#include "tests/support/systemfaults.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int patienceOfARound = 90'000; ///< milliseconds; bounds a hang, decides nothing

} // namespace

/// Pushes that wait at the same time share one commit. Six clients push without a pause while the
/// server is killed, at any moment and within its writes, or its disk is full or fails: after each
/// restart every acknowledged edit is there once and whole, and at the end all hold the same.
class JointKillTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void pushesThatWaitShareACommit();
    void killedAtAnyMoment();
    void killedWithinItsWrites();
    void fullDisk();
    void failingDisk_data();
    void failingDisk();
    void allEndEqual();

private:
    /// All write without a pause until the condition holds.
    bool writeUntil(const std::function<bool()>& condition);
    /// After the server has died: it starts, and shows what it acknowledged before anybody sends
    /// anything again; then the writers send the rest.
    void recover();
    bool everybodyHasAProblem() const;
    int acknowledged() const;

    QTemporaryDir m_folder;
    ServerProcess m_server{m_folder.path()};
    std::vector<std::unique_ptr<PushingClient>> m_writers;
    /// One for each user: see what the server has, and send nothing.
    std::vector<std::unique_ptr<NetworkClient>> m_observers;
    QRandomGenerator m_random{randomSeed()};
};

void JointKillTest::initTestCase()
{
    HOMEROOM_REQUIRE(canTrace(), "strace is missing or may not trace here");
    HOMEROOM_REQUIRE(canLimit(), "prlimit is missing");
    QCOMPARE(m_server.demo(13).code, 0);
    QVERIFY(m_server.start());
    const DemoUser tutor = m_server.first(u"tutor"_s);
    for (const DemoUser& user :
        {tutor, m_server.beside(tutor, u"lead"_s), m_server.apart(tutor, u"tutor"_s)}) {
        for (int device = 0; device < 2; ++device) {
            m_writers.push_back(std::make_unique<PushingClient>(
                m_server.url(), u"%1-%2"_s.arg(user.name).arg(device)));
            QVERIFY(m_writers.back()->begin(user));
        }
        m_observers.push_back(std::make_unique<NetworkClient>(m_server.url()));
        QVERIFY(m_observers.back()->join(user));
        m_observers.back()->engine().stop();
    }
}

int JointKillTest::acknowledged() const
{
    int count = 0;
    for (const auto& writer : m_writers)
        count += writer->answered();
    return count;
}

bool JointKillTest::everybodyHasAProblem() const
{
    return std::ranges::all_of(
        m_writers, [](const auto& writer) { return writer->status().problem.has_value(); });
}

bool JointKillTest::writeUntil(const std::function<bool()>& condition)
{
    for (const auto& writer : m_writers)
        writer->goOn();
    const bool held = QTest::qWaitFor(condition, patienceOfARound);
    for (const auto& writer : m_writers)
        writer->pause();
    return held;
}

void JointKillTest::recover()
{
    m_server.kill();
    for (const auto& writer : m_writers)
        writer->engine().stop();
    QCOMPARE(m_server.run({u"check"_s}).code, 0);
    QVERIFY(m_server.start());
    for (size_t i = 0; i < m_observers.size(); ++i) {
        NetworkClient& observer = *m_observers[i];
        observer.engine().start();
        QVERIFY(observer.sync());
        observer.engine().stop();
        for (size_t device = 0; device < 2; ++device) {
            const PushingClient& writer = *m_writers[2 * i + device];
            const QString wrong = writer.wrongIn(observer);
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        }
    }
    for (const auto& writer : m_writers) {
        writer->engine().start();
        QVERIFY(writer->sync());
    }
}

void JointKillTest::pushesThatWaitShareACommit()
{
    const int before = acknowledged();
    const TracedProcess traced(
        m_server.processId(), CallFault().onSlowDisk(1000), m_server.databaseFile());
    HOMEROOM_REQUIRE(traced.isAttached(), "a running program may not be traced here");
    for (const auto& writer : m_writers)
        writer->write();
    // The first is on its way to the disk while the others come in.
    const int pushes = int(m_writers.size());
    QTRY_COMPARE_WITH_TIMEOUT(acknowledged(), before + pushes, patienceOfARound);
    const int commits = traced.flushes(); // at least one each
    QVERIFY2(commits > 0 && commits < pushes, qPrintable(QString::number(commits)));
}

void JointKillTest::killedAtAnyMoment()
{
    for (int round = 0; round < 3; ++round) {
        const int last = acknowledged() + 12 + int(m_random.bounded(60));
        // While one answer is read here, the others' pushes are on their way.
        QVERIFY(writeUntil([&] { return acknowledged() >= last; }));
        recover();
        if (QTest::currentTestFailed())
            return;
    }
}

void JointKillTest::killedWithinItsWrites()
{
    for (int round = 0; round < 3; ++round) {
        const TracedProcess traced(m_server.processId(),
            CallFault::killAtWrite(20 + int(m_random.bounded(200))), m_server.databaseFile());
        HOMEROOM_REQUIRE(traced.isAttached(), "a running program may not be traced here");
        QVERIFY(writeUntil([&] { return !m_server.isRunning(); }));
        recover();
        if (QTest::currentTestFailed())
            return;
    }
}

void JointKillTest::fullDisk()
{
    constexpr qint64 enough = 1'000'000'000;
    QCOMPARE(m_server.stop(), 0);
    QVERIFY(m_server.start({}, withFileLimit(enough)));
    const int last = acknowledged() + 6 + int(m_random.bounded(30));
    QVERIFY(writeUntil([&] { return acknowledged() >= last; }));
    QVERIFY(setFileLimit(m_server.processId(), 4096));
    QVERIFY(writeUntil([&] { return everybodyHasAProblem(); }));
    recover();
}

void JointKillTest::failingDisk_data()
{
    QTest::addColumn<QString>("call");
    QTest::newRow("write") << u"pwrite64"_s;
    QTest::newRow("flush") << u"fdatasync"_s;
}

void JointKillTest::failingDisk()
{
    QFETCH(QString, call);
    const QString when = QString::number(3 + m_random.bounded(12)) + u'+';
    {
        const TracedProcess traced(
            m_server.processId(), CallFault::error(call, u"EIO"_s, when), m_server.databaseFile());
        HOMEROOM_REQUIRE(traced.isAttached(), "a running program may not be traced here");
        QVERIFY(writeUntil([&] { return everybodyHasAProblem(); }));
        QVERIFY(m_server.isRunning());
    }
    recover();
}

void JointKillTest::allEndEqual()
{
    for (size_t i = 0; i < m_observers.size(); ++i) {
        QVERIFY(m_writers[2 * i]->sync());
        QVERIFY(m_writers[2 * i + 1]->sync());
    }
    for (size_t i = 0; i < m_observers.size(); ++i) {
        NetworkClient& fresh = *m_observers[i];
        fresh.engine().start();
        QVERIFY(fresh.sync());
        for (PushingClient* writer : {m_writers[2 * i].get(), m_writers[2 * i + 1].get()}) {
            QVERIFY(writer->sync());
            QCOMPARE(writer->outboxCount(), 0);
            QCOMPARE(writer->status().counts.attention, 0);
            QVERIFY(writer->answered() > 20);
            QVERIFY2(writer->wrongIn(fresh).isEmpty(), qPrintable(writer->wrongIn(fresh)));
            QVERIFY(writer->records() == fresh.records());
        }
    }
    QCOMPARE(m_server.stop(), 0);
    QCOMPARE(m_server.run({u"check"_s}).code, 0);
}

HOMEROOM_TEST_MAIN(JointKillTest)
#include "jointkilltest.moc"
