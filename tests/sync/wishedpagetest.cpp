// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/syncclientfixture.h"
#include "tests/support/testmain.h"

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

/// The page that comes along with the answer to a push, and when it does not.
class WishedPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEditCostsOneRequest();
    void whatOthersWroteComesAlong();
    void theRestOfManyPagesIsPulled();
    void onlyTheLastOfManyPushesWishesForAPage();
    void aFirstSyncIsPulled();
    void anOlderServerIsAskedForNone();
    void newsDoNotMoveWhatTheServerAskedFor();
};

void WishedPageTest::anEditCostsOneRequest()
{
    SyncWorld world;
    TestClient tutor(world, u"a1"_s);
    tutor.signIn();
    const int pulls = tutor.network().count(route::pull);
    const int pushes = tutor.network().count(route::push);
    const Id<Customer> id = tutor.create(u"Li Lei"_s);
    world.time.run(secondMs);
    QCOMPARE(tutor.network().count(route::push), pushes + 1);
    QCOMPARE(tutor.network().count(route::pull), pulls);
    QCOMPARE(tutor.outboxCount(), 0);
    QCOMPARE(tutor.status().activity, SyncActivity::Idle);
    // What only the server knows has come with it.
    QCOMPARE(RecordId(tutor.find(id)->owner), world.server.idOf(u"a1"_s));
}

void WishedPageTest::whatOthersWroteComesAlong()
{
    SyncWorld world;
    TestClient tutor(world, u"a1"_s);
    TestClient lead(world, u"leadA"_s);
    tutor.signIn();
    lead.signIn();
    const Id<Customer> id = tutor.create(u"Li Lei"_s);
    world.time.run(secondMs);
    tutor.network().setOnline(false);
    QVERIFY(lead.rename(id, u"Li Mei"_s).ok());
    const Id<Customer> own = tutor.create(u"Wang"_s);
    world.time.run(secondMs);
    const int pulls = tutor.network().count(route::pull);
    tutor.network().setOnline(true);
    tutor.engine().syncNow();
    world.time.run(secondMs);
    QCOMPARE(tutor.network().count(route::pull), pulls);
    QCOMPARE(tutor.nameOf(id), u"Li Mei"_s);
    QCOMPARE(tutor.nameOf(own), u"Wang"_s);
}

void WishedPageTest::theRestOfManyPagesIsPulled()
{
    SyncWorld world;
    TestClient tutor(world, u"a1"_s);
    TestClient lead(world, u"leadA"_s);
    tutor.signIn();
    lead.signIn();
    lead.network().setOnline(false);
    std::vector<Id<Customer>> made;
    for (int i = 0; i < 10; ++i)
        made.push_back(tutor.create(u"family %1"_s.arg(i)));
    world.time.run(secondMs);
    const Id<Customer> own = lead.create(u"Wang"_s);
    lead.network().setPageRows(3);
    const int pulls = lead.network().count(route::pull);
    lead.network().setOnline(true);
    lead.engine().syncNow();
    world.time.run(secondMs);
    QVERIFY(lead.network().count(route::pull) > pulls);
    for (const Id<Customer>& id : made)
        QVERIFY(lead.find(id));
    QVERIFY(lead.find(own));
    QCOMPARE(lead.outboxCount(), 0);
}

void WishedPageTest::onlyTheLastOfManyPushesWishesForAPage()
{
    SyncWorld world;
    TestClient tutor(world, u"a1"_s);
    tutor.signIn();
    tutor.network().setOnline(false);
    for (int i = 0; i < 250; ++i)
        tutor.create(u"family %1"_s.arg(i));
    world.time.run(secondMs);
    int pages = 0;
    QObject::connect(
        &tutor.engine(), &SyncEngine::pageApplied, &tutor.engine(), [&pages] { ++pages; });
    const int pulls = tutor.network().count(route::pull);
    tutor.network().setOnline(true);
    tutor.engine().syncNow();
    world.time.run(secondMs);
    QCOMPARE(tutor.outboxCount(), 0);
    QCOMPARE(tutor.network().count(route::pull), pulls);
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
    SyncWorld world;
    TestClient tutor(world, u"a1"_s);
    tutor.signIn();
    tutor.network().speakOlder();
    for (const QString& name : {u"Li Lei"_s, u"Han Mei"_s}) {
        const Id<Customer> id = tutor.create(name);
        world.time.run(secondMs);
        QCOMPARE(world.server.find(id).name, name);
        QCOMPARE(tutor.status().activity, SyncActivity::Idle);
        QCOMPARE(tutor.status().counts, OutboxCounts());
    }
    QCOMPARE(tutor.network().count(route::push), 3); // the first one twice
}

// A wait is open all the while, and brings news.
void WishedPageTest::newsDoNotMoveWhatTheServerAskedFor()
{
    SyncWorld world;
    TestClient tutor(world, u"a1"_s);
    TestClient lead(world, u"leadA"_s);
    tutor.signIn();
    lead.signIn();
    const Id<Customer> id = tutor.create(u"Li Lei"_s);
    world.time.run(secondMs);
    tutor.network().meet(route::push, {Fault::TooMany});
    const int pushes = tutor.network().count(route::push);
    tutor.create(u"Han Mei"_s);
    world.time.run(secondMs);
    QVERIFY(lead.rename(id, u"Li Mei"_s).ok());
    world.time.run(4 * secondMs);
    QCOMPARE(tutor.network().count(route::push), pushes + 1);
    QCOMPARE(tutor.status().activity, SyncActivity::Offline);
    world.time.run(4 * secondMs);
    QCOMPARE(tutor.status().activity, SyncActivity::Idle);
    QCOMPARE(tutor.nameOf(id), u"Li Mei"_s);
}

HOMEROOM_TEST_MAIN(WishedPageTest)
#include "wishedpagetest.moc"
