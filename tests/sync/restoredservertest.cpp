// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/outbox.h"
#include "tests/support/testmain.h"
#include "tests/support/tutorandlead.h"

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

/// A server that was put back to an older state, as its clients see it.
class RestoredServerTest : public QObject, private TutorAndLead {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatWaitsArrivesOnce();
    void whatWasAcknowledgedAndNotYetSeenIsSentAgain_data();
    void whatWasAcknowledgedAndNotYetSeenIsSentAgain();
    void whatIsSentAgainDoesNotWaitForAnotherSession();
    void whatWasAcknowledgedIsNotTakenForAnothersNumber();
    void whatTheServerStillHasIsNotSentAgain();
    void whatStandsInTheNewGenerationIsSeen();
    void anEditOfWhatIsLostKeepsItsWords();
    void theGenerationIsRaisedOnce();

private:
    Id<Customer> m_old;
};

void RestoredServerTest::init()
{
    begin();
    m_tutor->network()
        .withholdPages(); // an acknowledgement and the page with it are two moments here
    m_old = m_tutor->create(u"old"_s);
    m_world->time.run(3 * secondMs);
    m_world->server.backUp();
}

void RestoredServerTest::whatWaitsArrivesOnce()
{
    m_tutor->create(u"lost"_s);
    m_world->time.run(3 * secondMs);
    m_tutor->network().setOnline(false);
    QVERIFY(m_tutor->rename(m_old, u"renamed"_s).ok());
    const Id<Customer> waiting = m_tutor->create(u"waiting"_s);
    const FollowUp note{
        .id = Id<FollowUp>(m_world->server.newId()), .customer = m_old, .text = u"once"_s};
    QVERIFY(m_tutor->apply({createMutation(note)}).ok());
    m_world->server.restore();
    m_tutor->network().setOnline(true);
    m_world->time.run(minuteMs);
    QCOMPARE(m_tutor->outboxCount(), 0);
    QCOMPARE(m_world->server.find(m_old).name, u"renamed"_s);
    QCOMPARE(m_lead->nameOf(waiting), u"waiting"_s);
    QCOMPARE(m_world->server.find(note.id).text, u"once"_s);
    QVERIFY(m_world->server.conflicts().empty());
    QCOMPARE(m_lead->records().count(u"\"once\""_s), 1);
}

void RestoredServerTest::whatWasAcknowledgedAndNotYetSeenIsSentAgain_data()
{
    QTest::addColumn<bool>("anotherWaits");
    QTest::newRow("the push finds out") << true;
    QTest::newRow("the pull finds out") << false;
}

void RestoredServerTest::whatWasAcknowledgedAndNotYetSeenIsSentAgain()
{
    QFETCH(bool, anotherWaits);
    // Something that only this life of the server gave out a cursor for.
    m_lead->create(u"the lead's"_s);
    m_world->time.run(3 * secondMs);
    m_tutor->network().meet(
        route::pull, {Fault::AnswerLost, Fault::AnswerLost, Fault::AnswerLost, Fault::AnswerLost});
    const Id<Customer> made = m_tutor->create(u"acknowledged"_s);
    m_world->time.run(300);
    QCOMPARE(m_world->server.find(made).name, u"acknowledged"_s);
    QCOMPARE(m_tutor->outboxCount(), 1);
    QCOMPARE(m_tutor->status().counts.waiting, 0);
    m_tutor->network().setOnline(false);
    m_tutor->network().meet(route::pull, {});
    m_world->server.restore();
    if (anotherWaits)
        m_tutor->create(u"another"_s);
    m_tutor->network().setOnline(true);
    m_world->time.run(minuteMs);
    QCOMPARE(m_world->server.find(made).name, u"acknowledged"_s);
    QCOMPARE(m_tutor->nameOf(made), u"acknowledged"_s);
    QCOMPARE(m_lead->nameOf(made), u"acknowledged"_s);
    QCOMPARE(m_tutor->outboxCount(), 0);
}

// The first of many pages says that the server was restored; the edits go out after the last one.
void RestoredServerTest::whatIsSentAgainDoesNotWaitForAnotherSession()
{
    std::vector<Id<Customer>> families;
    for (int i = 0; i < 5; ++i)
        families.push_back(m_tutor->create(u"family %1"_s.arg(i)));
    m_world->time.run(3 * secondMs);
    m_world->server.backUp();
    m_tutor->network().meet(
        route::pull, {Fault::AnswerLost, Fault::AnswerLost, Fault::AnswerLost, Fault::AnswerLost});
    const Id<Customer> made = m_tutor->create(u"acknowledged"_s);
    m_world->time.run(300);
    QCOMPARE(m_tutor->status().counts.waiting, 0);
    m_tutor->network().setOnline(false);
    m_tutor->network().meet(route::pull, {});
    m_tutor->network().setPageRows(1);
    m_world->server.restore();
    for (const Id<Customer>& family : families)
        QVERIFY(m_lead->rename(family, u"renamed"_s).ok());
    m_world->time.run(3 * secondMs);
    m_tutor->network().setOnline(true);
    std::optional<qint64> waiting;
    QObject::connect(&m_tutor->engine(), &SyncEngine::sessionEnded, &m_tutor->engine(), [&] {
        if (!waiting)
            waiting = m_tutor->status().counts.waiting;
    });
    m_world->time.run(minuteMs);
    QCOMPARE(waiting.value_or(-1), 0);
    QCOMPARE(m_world->server.find(made).name, u"acknowledged"_s);
}

// The tutor's cursor is older than the copy, and good. Others write until the number of the lost
// acknowledgement has passed: it is another's now.
void RestoredServerTest::whatWasAcknowledgedIsNotTakenForAnothersNumber()
{
    m_lead->network().setOnline(false); // its cursor would show the restore
    m_tutor->network().meet(
        route::pull, {Fault::AnswerLost, Fault::AnswerLost, Fault::AnswerLost, Fault::AnswerLost});
    const Id<Customer> made = m_tutor->create(u"acknowledged"_s);
    m_world->time.run(300);
    QCOMPARE(m_world->server.find(made).name, u"acknowledged"_s);
    QCOMPARE(m_tutor->status().counts.waiting, 0);
    const Stamp lost = m_world->server.stamp();
    m_tutor->network().setOnline(false);
    m_tutor->network().meet(route::pull, {});
    m_world->server.restore();
    m_lead->network().setOnline(true);
    for (int i = 0; m_world->server.stamp() < lost || i < 3; ++i) {
        m_lead->create(u"the lead's %1"_s.arg(i));
        m_world->time.run(3 * secondMs);
    }
    QCOMPARE(m_world->server.stamp().generation, lost.generation);
    m_tutor->network().setOnline(true);
    m_world->time.run(minuteMs);
    QCOMPARE(m_world->server.find(made).name, u"acknowledged"_s);
    QCOMPARE(m_tutor->nameOf(made), u"acknowledged"_s);
    QCOMPARE(m_tutor->outboxCount(), 0);
}

// Acknowledged before the copy was made, not yet pulled, and taken back by somebody else meanwhile.
void RestoredServerTest::whatTheServerStillHasIsNotSentAgain()
{
    m_tutor->network().meet(
        route::pull, {Fault::AnswerLost, Fault::AnswerLost, Fault::AnswerLost, Fault::AnswerLost});
    QVERIFY(m_tutor->rename(m_old, u"acknowledged"_s).ok());
    m_world->time.run(300);
    QCOMPARE(m_tutor->status().counts.waiting, 0);
    m_tutor->network().setOnline(false);
    m_tutor->network().meet(route::pull, {});
    m_world->time.run(3 * secondMs);
    QVERIFY(m_lead->rename(m_old, u"the lead's"_s).ok());
    m_world->time.run(3 * secondMs);
    m_world->server.backUp();
    m_lead->create(u"lost"_s);
    m_world->time.run(3 * secondMs);
    m_world->server.restore();
    m_lead->engine().syncNow();
    m_world->time.run(minuteMs);
    QCOMPARE(m_world->server.stamp().generation, qint64(2));
    m_tutor->network().setOnline(true);
    m_world->time.run(minuteMs);
    QCOMPARE(m_tutor->outboxCount(), 0);
    QCOMPARE(m_world->server.find(m_old).name, u"the lead's"_s);
    QVERIFY(m_world->server.conflicts().empty());
    QCOMPARE(m_tutor->nameOf(m_old), u"the lead's"_s);
}

// After several starts nobody can say up to where both times are one, and no base of before is
// trusted. Who has the whole new generation edits, and takes back, without a conflict.
void RestoredServerTest::whatStandsInTheNewGenerationIsSeen()
{
    QVERIFY(m_lead->rename(m_old, u"the lead's"_s).ok());
    m_world->time.run(3 * secondMs);
    m_world->server.backUp();
    m_world->server.storage.reset();
    m_world->server.open();
    m_tutor->create(u"lost"_s);
    m_world->time.run(3 * secondMs);
    const Stamp lost = m_world->server.stamp();
    m_world->server.restore();
    m_tutor->engine().syncNow();
    m_world->time.run(minuteMs);
    QCOMPARE(m_world->server.stamp().generation, lost.generation + 1);
    QVERIFY(m_tutor->rename(m_old, u"the tutor's"_s).ok());
    m_world->time.run(3 * secondMs);
    QCOMPARE(m_world->server.find(m_old).name, u"the tutor's"_s);
    QVERIFY(m_world->server.conflicts().empty());
    QCOMPARE(m_lead->nameOf(m_old), u"the tutor's"_s);
}

void RestoredServerTest::anEditOfWhatIsLostKeepsItsWords()
{
    const Id<Customer> lost = m_tutor->create(u"lost"_s);
    m_world->time.run(3 * secondMs);
    m_tutor->network().setOnline(false);
    QVERIFY(m_tutor->rename(lost, u"typed in vain"_s).ok());
    m_world->server.restore();
    m_tutor->network().setOnline(true);
    m_world->time.run(minuteMs);
    QCOMPARE(m_tutor->status().counts.waiting, 0);
    const std::vector<RefusedEdit> refused = Outbox(m_tutor->reader()).refused();
    QCOMPARE(refused.size(), size_t(1));
    QCOMPARE(refused.front().reason.code, ErrorCode::NotFound);
    QCOMPARE(refused.front().mutation.value("set"_L1).toObject().value("name"_L1).toString(),
        u"typed in vain"_s);
}

void RestoredServerTest::theGenerationIsRaisedOnce()
{
    m_tutor->create(u"lost"_s);
    m_world->time.run(3 * secondMs);
    const Stamp before = m_world->server.stamp();
    m_world->server.restore();
    // Later writes pass the old number.
    for (int i = 0; i < 5; ++i)
        m_tutor->create(u"later %1"_s.arg(i));
    m_world->time.run(minuteMs);
    QCOMPARE(m_world->server.stamp().generation, before.generation + 1);
    QCOMPARE(m_tutor->records(), m_lead->records());
    QCOMPARE(m_tutor->outboxCount(), 0);
}

HOMEROOM_TEST_MAIN(RestoredServerTest)
#include "restoredservertest.moc"
