// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/support/tutorandlead.h"

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

/// The page that comes along with the answer to a push, and when it does not.
class WishedPageTest : public QObject, private TutorAndLead {
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void anEditCostsOneRequest();
    void whatOthersWroteComesAlong();
    void theRestOfManyPagesIsPulled();
    void onlyTheLastOfManyPushesWishesForAPage();
    void aFirstSyncIsPulled();
    void anOlderServerIsAskedForNone();
    void anOlderServerNamesItsColumns();
    void newsDoNotMoveWhatTheServerAskedFor();
};

void WishedPageTest::anEditCostsOneRequest()
{
    const int pulls = m_tutor->network().count(route::pull);
    const int pushes = m_tutor->network().count(route::push);
    const Id<Customer> id = m_tutor->create(u"Li Lei"_s);
    m_world->time.run(secondMs);
    QCOMPARE(m_tutor->network().count(route::push), pushes + 1);
    QCOMPARE(m_tutor->network().count(route::pull), pulls);
    QCOMPARE(m_tutor->outboxCount(), 0);
    QCOMPARE(m_tutor->status().activity, SyncActivity::Idle);
    // What only the server knows has come with it.
    QCOMPARE(RecordId(m_tutor->find(id)->owner), m_world->server.idOf(u"a1"_s));
}

void WishedPageTest::whatOthersWroteComesAlong()
{
    const Id<Customer> id = m_tutor->create(u"Li Lei"_s);
    m_world->time.run(secondMs);
    m_tutor->network().setOnline(false);
    QVERIFY(m_lead->rename(id, u"Li Mei"_s).ok());
    const Id<Customer> own = m_tutor->create(u"Wang"_s);
    m_world->time.run(secondMs);
    const int pulls = m_tutor->network().count(route::pull);
    m_tutor->network().setOnline(true);
    m_tutor->engine().syncNow();
    m_world->time.run(secondMs);
    QCOMPARE(m_tutor->network().count(route::pull), pulls);
    QCOMPARE(m_tutor->nameOf(id), u"Li Mei"_s);
    QCOMPARE(m_tutor->nameOf(own), u"Wang"_s);
}

void WishedPageTest::theRestOfManyPagesIsPulled()
{
    m_lead->network().setOnline(false);
    std::vector<Id<Customer>> made;
    for (int i = 0; i < 10; ++i)
        made.push_back(m_tutor->create(u"family %1"_s.arg(i)));
    m_world->time.run(secondMs);
    const Id<Customer> own = m_lead->create(u"Wang"_s);
    m_lead->network().setPageRows(3);
    const int pulls = m_lead->network().count(route::pull);
    m_lead->network().setOnline(true);
    m_lead->engine().syncNow();
    m_world->time.run(secondMs);
    QVERIFY(m_lead->network().count(route::pull) > pulls);
    for (const Id<Customer>& id : made)
        QVERIFY(m_lead->find(id));
    QVERIFY(m_lead->find(own));
    QCOMPARE(m_lead->outboxCount(), 0);
}

void WishedPageTest::onlyTheLastOfManyPushesWishesForAPage()
{
    m_tutor->network().setOnline(false);
    for (int i = 0; i < 250; ++i)
        m_tutor->create(u"family %1"_s.arg(i));
    m_world->time.run(secondMs);
    int pages = 0;
    QObject::connect(
        &m_tutor->engine(), &SyncEngine::pageApplied, &m_tutor->engine(), [&pages] { ++pages; });
    const int pulls = m_tutor->network().count(route::pull);
    m_tutor->network().setOnline(true);
    m_tutor->engine().syncNow();
    m_world->time.run(secondMs);
    QCOMPARE(m_tutor->outboxCount(), 0);
    QCOMPARE(m_tutor->network().count(route::pull), pulls);
    QCOMPARE(pages, 1);
}

void WishedPageTest::aFirstSyncIsPulled()
{
    SyncWorld world;
    TestClient tutor(world, u"a1"_s);
    const Id<Customer> id = tutor.create(u"Li Lei"_s);
    tutor.signIn();
    QVERIFY(tutor.network().count(route::push) > 0);
    QVERIFY(tutor.network().count(route::pull) > 0);
    QCOMPARE(tutor.nameOf(id), u"Li Lei"_s);
    QCOMPARE(tutor.outboxCount(), 0);
}

void WishedPageTest::anOlderServerIsAskedForNone()
{
    m_tutor->network().speakOlder();
    for (const QString& name : {u"Li Lei"_s, u"Han Mei"_s}) {
        const Id<Customer> id = m_tutor->create(name);
        m_world->time.run(secondMs);
        QCOMPARE(m_world->server.find(id).name, name);
        QCOMPARE(m_tutor->status().activity, SyncActivity::Idle);
        QCOMPARE(m_tutor->status().counts, OutboxCounts());
    }
    QCOMPARE(m_tutor->network().count(route::push), 3); // the first one twice
}

void WishedPageTest::anOlderServerNamesItsColumns()
{
    const Id<Customer> id = m_tutor->create(u"Li Lei"_s);
    m_world->time.run(secondMs);
    TestClient late(*m_world, u"leadA"_s);
    late.network().speakOlder();
    late.signIn();
    QCOMPARE(late.status().activity, SyncActivity::Idle);
    QCOMPARE(late.nameOf(id), u"Li Lei"_s);
}

// A wait is open all the while, and brings news.
void WishedPageTest::newsDoNotMoveWhatTheServerAskedFor()
{
    const Id<Customer> id = m_tutor->create(u"Li Lei"_s);
    m_world->time.run(secondMs);
    m_tutor->network().meet(route::push, {Fault::TooMany});
    const int pushes = m_tutor->network().count(route::push);
    m_tutor->create(u"Han Mei"_s);
    m_world->time.run(secondMs);
    QVERIFY(m_lead->rename(id, u"Li Mei"_s).ok());
    m_world->time.run(4 * secondMs);
    QCOMPARE(m_tutor->network().count(route::push), pushes + 1);
    QCOMPARE(m_tutor->status().activity, SyncActivity::Offline);
    m_world->time.run(4 * secondMs);
    QCOMPARE(m_tutor->status().activity, SyncActivity::Idle);
    QCOMPARE(m_tutor->nameOf(id), u"Li Mei"_s);
}

HOMEROOM_TEST_MAIN(WishedPageTest)
#include "wishedpagetest.moc"
