// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/outbox.h"
#include "tests/support/testmain.h"
#include "tests/support/tutorandlead.h"

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

/// When the newest edit says it was made, and what it says of its clock.
struct EditTime {
    Milliseconds at = 0;
    bool good = false;
};

EditTime newestEdit(TestClient& client)
{
    Statement query =
        client.reader().statement("SELECT mutation FROM outbox ORDER BY n DESC LIMIT 1");
    if (!query.step())
        return {};
    const QJsonObject edit = query.object(0);
    return {edit.value("at"_L1).toInteger(), edit.value("clock"_L1).toString() == u"ok"_s};
}

} // namespace

/// Clocks that are wrong, on either side: they decide soft conflicts at most, and not even these
/// once they are known to be wrong (sync.md section 7).
class ClocksTest : public QObject, private TutorAndLead {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void timesOfEditsNeverGoBack();
    void timesOfEditsNeverGoBackOverARestart();
    void timeThatPassesIsNoJump();
    void aJumpBackIsNoticedByItself_data();
    void aJumpBackIsNoticedByItself();
    void aJumpAheadIsNoticedWhenItEnds();
    void contactPutsTheClockRight_data();
    void contactPutsTheClockRight();
    void contactDistrustsWhatWaits();
    void aClockSetWhileTheProgramIsClosedWinsNothing();
    void aTimeAheadWinsNothing();
    void goodClocksDecideByTime();
    void aServersClockThatIsSetLosesNothing_data() { contactPutsTheClockRight_data(); }
    void aServersClockThatIsSetLosesNothing();

private:
    EditTime edit(const QString& step);
    /// Both edit the same field offline, the lead last; then the lead's arrives first.
    void meet(const std::function<void()>& beforeTheTutorsEdit);
    QString stepOnServer() { return m_world->server.find(m_family).nextStep; }
    /// A session, and offline again: while engines wait for the server, hours take long.
    void contact(TestClient& client)
    {
        client.engine().start();
        m_world->time.run(5 * secondMs);
        client.engine().stop();
    }
    void restartOffline()
    {
        m_tutor->restart();
        m_tutor->engine().stop();
    }
    void step(Milliseconds by) { m_tutor->clock().set(m_tutor->clock().now() + by); }

    Id<Customer> m_family;
};

void ClocksTest::init()
{
    begin();
    m_family = m_tutor->create(u"Li Lei"_s);
    edit(u"none"_s);
    m_world->time.run(2 * secondMs);
    QCOMPARE(m_tutor->outboxCount(), 0);
    QCOMPARE(m_lead->nameOf(m_family), u"Li Lei"_s);
}

EditTime ClocksTest::edit(const QString& step)
{
    const auto done = m_tutor->apply(
        {Change<Customer>(m_family, m_family).set(&Customer::nextStep, step).mutation()});
    return done.ok() ? newestEdit(*m_tutor) : EditTime();
}

void ClocksTest::timesOfEditsNeverGoBack()
{
    m_tutor->engine().stop();
    const EditTime first = edit(u"one"_s);
    step(-5 * minuteMs);
    const EditTime second = edit(u"two"_s);
    QVERIFY(first.good && second.good);
    QCOMPARE(second.at, first.at);
    step(6 * minuteMs);
    QVERIFY(edit(u"three"_s).at > first.at);
}

void ClocksTest::timesOfEditsNeverGoBackOverARestart()
{
    m_tutor->engine().stop();
    const EditTime first = edit(u"one"_s);
    step(-5 * minuteMs);
    restartOffline();
    const EditTime second = edit(u"two"_s);
    QVERIFY(second.good);
    QCOMPARE(second.at, first.at);
    step(-10 * minuteMs);
    restartOffline();
    const EditTime third = edit(u"three"_s);
    QCOMPARE(third.at, first.at);
    QVERIFY(!third.good);
}

void ClocksTest::timeThatPassesIsNoJump()
{
    m_tutor->engine().stop();
    m_lead->engine().stop();
    m_world->time.run(30 * dayMs);
    QVERIFY(edit(u"after the holidays"_s).good);
}

void ClocksTest::aJumpBackIsNoticedByItself_data()
{
    QTest::addColumn<Milliseconds>("jump");
    QTest::addColumn<bool>("good");
    QTest::newRow("9 minutes") << -9 * minuteMs << true;
    QTest::newRow("11 minutes") << -11 * minuteMs << false;
    QTest::newRow("30 days") << -30 * dayMs << false;
}

void ClocksTest::aJumpBackIsNoticedByItself()
{
    QFETCH(Milliseconds, jump);
    QFETCH(bool, good);
    m_tutor->engine().stop();
    QVERIFY(edit(u"before"_s).good);
    step(jump);
    QCOMPARE(edit(u"after"_s).good, good);
}

void ClocksTest::aJumpAheadIsNoticedWhenItEnds()
{
    m_tutor->engine().stop();
    step(2 * dayMs);
    QVERIFY(edit(u"ahead"_s).good);
    step(-2 * dayMs);
    QVERIFY(!edit(u"back"_s).good);
    Statement good = m_tutor->reader().statement(
        "SELECT count(*) FROM outbox WHERE json_extract(mutation, '$.clock') = 'ok'");
    QVERIFY(good.step());
    QCOMPARE(good.integer(0), 0);
}

void ClocksTest::contactPutsTheClockRight_data()
{
    QTest::addColumn<Milliseconds>("jump");
    QTest::newRow("11 minutes ahead") << 11 * minuteMs;
    QTest::newRow("11 minutes back") << -11 * minuteMs;
    QTest::newRow("30 days ahead") << 30 * dayMs;
    QTest::newRow("30 days back") << -30 * dayMs;
}

void ClocksTest::contactPutsTheClockRight()
{
    QFETCH(Milliseconds, jump);
    step(jump);
    edit(u"wrong"_s);
    m_world->time.run(5 * secondMs);
    QCOMPARE(m_tutor->outboxCount(), 0);
    m_tutor->engine().stop();
    const EditTime after = edit(u"right"_s);
    QVERIFY(after.good);
    QVERIFY(std::abs(after.at - m_world->server.clock.now()) < minuteMs);
}

void ClocksTest::contactDistrustsWhatWaits()
{
    m_tutor->engine().stop();
    QVERIFY(edit(u"waits"_s).good);
    m_world->server.clock.set(m_world->server.clock.now() + hourMs);
    m_tutor->session().noteServerTime(m_world->server.clock.now());
    QVERIFY(!newestEdit(*m_tutor).good);
}

void ClocksTest::meet(const std::function<void()>& beforeTheTutorsEdit)
{
    m_tutor->engine().stop();
    m_lead->engine().stop();
    m_world->time.run(minuteMs);
    beforeTheTutorsEdit();
    edit(u"the tutor's"_s);
    m_world->time.run(hourMs);
    const auto done = m_lead->apply({Change<Customer>(m_family, m_family)
                                         .set(&Customer::nextStep, u"the lead's"_s)
                                         .mutation()});
    QVERIFY(done.ok());
    contact(*m_lead);
    QCOMPARE(stepOnServer(), u"the lead's"_s);
    contact(*m_tutor);
    QCOMPARE(m_tutor->outboxCount(), 0);
    QVERIFY(m_world->server.conflicts().empty());
    QCOMPARE(m_tutor->find(m_family)->nextStep, stepOnServer());
}

void ClocksTest::aClockSetWhileTheProgramIsClosedWinsNothing()
{
    meet([this] {
        // Nothing on this machine shows that the clock is wrong; the server sees it.
        step(90 * minuteMs);
        restartOffline();
    });
    QCOMPARE(stepOnServer(), u"the lead's"_s);
}

void ClocksTest::aTimeAheadWinsNothing()
{
    meet([this] {
        step(30 * dayMs);
        restartOffline();
        edit(u"far ahead"_s);
        step(-30 * dayMs);
        restartOffline();
    });
    QCOMPARE(stepOnServer(), u"the lead's"_s);
}

void ClocksTest::goodClocksDecideByTime()
{
    meet([] {});
    QCOMPARE(stepOnServer(), u"the lead's"_s);
    m_lead->engine().stop();
    m_tutor->engine().stop();
    QVERIFY(m_lead
                ->apply({Change<Customer>(m_family, m_family)
                             .set(&Customer::nextStep, u"earlier"_s)
                             .mutation()})
                .ok());
    m_world->time.run(minuteMs);
    edit(u"later"_s);
    contact(*m_lead);
    contact(*m_tutor);
    QCOMPARE(stepOnServer(), u"later"_s);
}

void ClocksTest::aServersClockThatIsSetLosesNothing()
{
    QFETCH(Milliseconds, jump);
    m_world->server.clock.set(m_world->server.clock.now() + jump);
    const Id<Customer> made = m_tutor->create(u"after the jump"_s);
    edit(u"told the server"_s);
    m_world->time.run(20 * secondMs);
    QCOMPARE(m_tutor->outboxCount(), 0);
    QCOMPARE(m_tutor->status().counts, OutboxCounts());
    QCOMPARE(stepOnServer(), u"told the server"_s);
    QCOMPARE(m_lead->nameOf(made), u"after the jump"_s);
    QCOMPARE(m_lead->find(m_family)->nextStep, u"told the server"_s);
    m_tutor->engine().stop();
    QVERIFY(edit(u"and offline"_s).good);
}

HOMEROOM_TEST_MAIN(ClocksTest)
#include "clockstest.moc"
