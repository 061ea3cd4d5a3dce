// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/commandclient.h"
#include "tests/support/decryptedpages.h"
#include "tests/support/syncclientfixture.h"
#include "tests/support/testmain.h"

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

/// The n-th commit from now on fails, as on a full disk.
class FailingCommit final : public StatementObserver {
public:
    void arm(int commits) { m_left = commits; }
    void disarm() { m_left = -1; }
    bool fired() const { return m_fired; }
    void aboutToStep(const char* sql) override
    {
        if (qstrcmp(sql, "COMMIT") != 0 || m_left < 0 || m_left-- > 0)
            return;
        m_fired = true;
        throw SQLite::Exception("injected");
    }

private:
    int m_left = -1;
    bool m_fired = false;
};

} // namespace

class SyncEngineTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void editReachesTheOtherClientWithoutAsking();
    void strangersGetNothing();
    void offlineEditsDrainInOrder();
    void lostAnswerIsAppliedOnce_data();
    void lostAnswerIsAppliedOnce();
    void badPageIsDiscarded_data();
    void badPageIsDiscarded();
    void silenceEndsByTheWatchdog();
    void expiredTokenIsRefreshedOnceForAll();
    void lostAnswerToARefreshDoesNotSignOut();
    void newTokenCountsWhenItIsOnTheDisk();
    void refusedRefreshAsksToSignInAndKeepsTheEdits();
    void backOffGrowsAndTheServersWishIsObeyed();
    void handedOverFamilyLeavesTheFormerOwner();
    void restartGoesOnWhereItStopped();
    void copiedProfileTakesAnotherDevice();
    void expiredCursorPullsFromZeroAndKeepsWork();
    void stopDropsWhatIsOpen();
    void clockFollowsTheServer();
};

void SyncEngineTest::editReachesTheOtherClientWithoutAsking()
{
    SyncWorld world;
    TestClient tutor(world, u"a1"_s);
    TestClient lead(world, u"leadA"_s);
    tutor.signIn();
    lead.signIn();
    QCOMPARE(tutor.status().activity, SyncActivity::Idle);
    const Id<Customer> id = tutor.create(u"Li Lei"_s);
    world.time.run(secondMs);
    QCOMPARE(lead.nameOf(id), u"Li Lei"_s);
    QCOMPARE(tutor.outboxCount(), 0);
    QCOMPARE(tutor.status().counts.waiting, 0);
    QVERIFY(lead.rename(id, u"Li Mei"_s).ok());
    world.time.run(secondMs);
    QCOMPARE(tutor.nameOf(id), u"Li Mei"_s);
    QCOMPARE(RecordId(tutor.find(id)->owner), world.server.idOf(u"a1"_s));
}

void SyncEngineTest::strangersGetNothing()
{
    SyncWorld world;
    TestClient tutor(world, u"a1"_s);
    TestClient stranger(world, u"b1"_s);
    tutor.signIn();
    stranger.signIn();
    const Id<Customer> id = tutor.create(u"Li Lei"_s);
    world.time.run(2 * secondMs);
    QVERIFY(!stranger.find(id));
    QVERIFY(!stranger.records().contains(u"Li Lei"_s));
}

void SyncEngineTest::offlineEditsDrainInOrder()
{
    SyncWorld world;
    TestClient tutor(world, u"a1"_s);
    tutor.signIn();
    tutor.network().setOnline(false);
    std::vector<Id<Customer>> made;
    for (int i = 0; i < 450; ++i)
        made.push_back(tutor.create(u"family %1"_s.arg(i)));
    QVERIFY(tutor.rename(made.front(), u"renamed"_s).ok());
    world.time.run(2 * hourMs);
    QCOMPARE(tutor.status().activity, SyncActivity::Offline);
    QCOMPARE(tutor.status().counts.waiting, 451);
    tutor.network().setOnline(true);
    world.time.run(6 * minuteMs);
    QCOMPARE(tutor.status().activity, SyncActivity::Idle);
    QCOMPARE(tutor.outboxCount(), 0);
    QCOMPARE(world.server.find(made.front()).name, u"renamed"_s);
    QCOMPARE(world.server.find(made.back()).name, u"family 449"_s);
}

void SyncEngineTest::lostAnswerIsAppliedOnce_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::newRow("answer lost") << Fault::AnswerLost;
    QTest::newRow("answer cut") << Fault::AnswerCut;
    QTest::newRow("proxy page") << Fault::AnswerGarbage;
    QTest::newRow("request lost") << Fault::RequestLost;
    QTest::newRow("server busy") << Fault::ServerError;
}

void SyncEngineTest::lostAnswerIsAppliedOnce()
{
    QFETCH(Fault, fault);
    SyncWorld world;
    TestClient tutor(world, u"a1"_s);
    tutor.signIn();
    const Id<Customer> id = tutor.create(u"Li Lei"_s);
    world.time.run(secondMs);
    tutor.network().meet(route::push, {fault, fault});
    const FollowUp note{
        .id = Id<FollowUp>(world.server.newId()), .customer = id, .text = u"once"_s};
    QVERIFY(tutor.apply({createMutation(note)}).ok());
    QVERIFY(tutor.rename(id, u"Li Mei"_s).ok());
    world.time.run(5 * minuteMs);
    QCOMPARE(tutor.status().activity, SyncActivity::Idle);
    QCOMPARE(tutor.status().counts, OutboxCounts());
    QCOMPARE(tutor.outboxCount(), 0);
    QCOMPARE(world.server.find(note.id).text, u"once"_s);
    QCOMPARE(world.server.find(id).name, u"Li Mei"_s);
    QVERIFY(world.server.conflicts().empty());
    QCOMPARE(tutor.nameOf(id), u"Li Mei"_s);
}

void SyncEngineTest::badPageIsDiscarded_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::newRow("cut") << Fault::AnswerCut;
    QTest::newRow("proxy page") << Fault::AnswerGarbage;
    QTest::newRow("lost") << Fault::AnswerLost;
}

void SyncEngineTest::badPageIsDiscarded()
{
    QFETCH(Fault, fault);
    SyncWorld world;
    TestClient tutor(world, u"a1"_s);
    TestClient lead(world, u"leadA"_s);
    tutor.signIn();
    lead.signIn();
    const QString cursor = SyncState(lead.reader()).cursor();
    lead.network().meet(route::pull, {fault, fault, fault});
    const Id<Customer> id = tutor.create(u"Li Lei"_s);
    world.time.run(300);
    QCOMPARE(lead.status().activity, SyncActivity::Offline);
    QVERIFY(lead.status().problem.has_value());
    QCOMPARE(SyncState(lead.reader()).cursor(), cursor);
    QVERIFY(!lead.find(id));
    world.time.run(minuteMs);
    QCOMPARE(lead.status().activity, SyncActivity::Idle);
    QVERIFY(lead.find(id));
}

void SyncEngineTest::silenceEndsByTheWatchdog()
{
    SyncWorld world;
    TestClient tutor(world, u"a1"_s);
    tutor.network().meet(route::pull, {Fault::RequestLost});
    tutor.signIn();
    QCOMPARE(tutor.status().activity, SyncActivity::Syncing);
    world.time.run(10 * minuteMs);
    QCOMPARE(tutor.status().activity, SyncActivity::Idle);
}

void SyncEngineTest::expiredTokenIsRefreshedOnceForAll()
{
    SyncWorld world;
    TestClient tutor(world, u"a1"_s);
    tutor.signIn();
    tutor.network().expireTokens();
    const Id<Customer> id = tutor.create(u"Li Lei"_s);
    IdFactory keys(world.server.clock, QRandomGenerator(5));
    CommandClient commands({tutor.session(), world.time, keys, {}});
    std::optional<Result<MovedResponse>> claimed;
    commands.claim({{keys.next()}}, [&](const auto& result) { claimed = result; });
    world.time.run(2 * minuteMs);
    // The command had its answer, and that is not about tokens.
    QVERIFY(claimed && !claimed->ok());
    QCOMPARE(claimed->error().code, ErrorCode::NotFound);
    QCOMPARE(tutor.network().count(route::refresh), 1);
    QCOMPARE(world.server.find(id).name, u"Li Lei"_s);
    QCOMPARE(tutor.status().activity, SyncActivity::Idle);
}

void SyncEngineTest::lostAnswerToARefreshDoesNotSignOut()
{
    SyncWorld world;
    TestClient tutor(world, u"a1"_s);
    tutor.signIn();
    tutor.network().expireTokens();
    tutor.network().meet(route::refresh, {Fault::AnswerLost, Fault::AnswerCut});
    const Id<Customer> id = tutor.create(u"Li Lei"_s);
    world.time.run(5 * minuteMs);
    QCOMPARE(tutor.status().activity, SyncActivity::Idle);
    QCOMPARE(world.server.find(id).name, u"Li Lei"_s);
}

// Used before that and then lost with the program, it would end the session: the server would see
// the old one again and take it for stolen.
void SyncEngineTest::newTokenCountsWhenItIsOnTheDisk()
{
    for (int commit = 0;; ++commit) {
        FailingCommit disk;
        SyncWorld world;
        TestClient tutor(world, u"a1"_s, &disk);
        tutor.signIn();
        tutor.network().expireTokens();
        disk.arm(commit);
        tutor.engine().syncNow();
        world.time.run(minuteMs);
        disk.disarm();
        tutor.restart();
        world.time.run(minuteMs);
        QCOMPARE(tutor.status().activity, SyncActivity::Idle);
        if (!disk.fired())
            break;
        QVERIFY2(commit < 30, "it commits without end");
    }
}

void SyncEngineTest::refusedRefreshAsksToSignInAndKeepsTheEdits()
{
    SyncWorld world;
    TestClient tutor(world, u"a1"_s);
    tutor.signIn();
    QSignalSpy needed(&tutor.session(), &Session::signInNeeded);
    const auto revoked =
        world.server.storage->write([&](WriteTransaction& transaction) -> Result<void> {
            transaction.revokeUser(world.server.idOf(u"a1"_s));
            return {};
        });
    QVERIFY(revoked.ok());
    const Id<Customer> id = tutor.create(u"Li Lei"_s);
    world.time.run(minuteMs);
    QCOMPARE(tutor.status().activity, SyncActivity::SignInNeeded);
    QCOMPARE(needed.size(), 1);
    QCOMPARE(tutor.status().counts.waiting, 1);
    QCOMPARE(tutor.nameOf(id), u"Li Lei"_s);
    tutor.signIn();
    QCOMPARE(tutor.status().activity, SyncActivity::Idle);
    QCOMPARE(world.server.find(id).name, u"Li Lei"_s);
}

void SyncEngineTest::backOffGrowsAndTheServersWishIsObeyed()
{
    SyncWorld world;
    TestClient tutor(world, u"a1"_s);
    tutor.signIn();
    tutor.network().meet(route::push, {Fault::TooMany});
    tutor.create(u"Li Lei"_s);
    world.time.run(6500);
    QCOMPARE(tutor.status().activity, SyncActivity::Offline);
    QCOMPARE(tutor.network().count(route::push), 1);
    world.time.run(2 * secondMs);
    QCOMPARE(tutor.network().count(route::push), 2);
    QCOMPARE(tutor.status().activity, SyncActivity::Idle);
    using syncplan::retryDelay;
    QCOMPARE(retryDelay(0, 0.5, 0), 500);
    QCOMPARE(retryDelay(3, 0.999, 0), 7992);
    QCOMPARE(retryDelay(60, 0.999, 0), 299700);
    QCOMPARE(retryDelay(0, 0.0, 7000), 7000);
}

void SyncEngineTest::handedOverFamilyLeavesTheFormerOwner()
{
    SyncWorld world;
    TestClient former(world, u"a1"_s);
    TestClient next(world, u"a2"_s);
    TestClient lead(world, u"leadA"_s);
    for (TestClient* client : {&former, &next, &lead})
        client->signIn();
    const Id<Customer> id = former.create(u"SENTINEL"_s);
    world.time.run(secondMs);
    const QString copy = former.options().path + u".backup-3"_s; // as a migration leaves it
    QVERIFY(QFile::copy(former.options().path, copy));
    IdFactory keys(world.server.clock, QRandomGenerator(5));
    CommandClient commands({lead.session(), world.time, keys, {}});
    std::optional<Result<AssignResponse>> assigned;
    commands.assign({{{id, world.server.idOf(u"a1"_s)}}, world.server.idOf(u"a2"_s)},
        [&](const auto& result) { assigned = result; });
    world.time.run(2 * secondMs);
    QVERIFY(assigned && assigned->ok() && (*assigned)->assigned == 1);
    QVERIFY(!former.find(id) && !QFile::exists(copy));
    QCOMPARE(next.nameOf(id), u"SENTINEL"_s);
    QCOMPARE(RecordId(lead.find(id)->owner), world.server.idOf(u"a2"_s));
    QVERIFY(!SyncState(former.reader()).erasurePending());
    QVERIFY(decryptedPages(next.options()).contains("SENTINEL"));
    QVERIFY(!decryptedPages(former.options()).contains("SENTINEL"));
}

void SyncEngineTest::restartGoesOnWhereItStopped()
{
    SyncWorld world;
    TestClient tutor(world, u"a1"_s);
    tutor.signIn();
    tutor.network().meet(route::push, {Fault::AnswerLost});
    const Id<Customer> id = tutor.create(u"Li Lei"_s);
    world.time.run(45); // the server has it, the answer is gone
    tutor.restart();
    QCOMPARE(tutor.nameOf(id), u"Li Lei"_s);
    world.time.run(minuteMs);
    QCOMPARE(tutor.outboxCount(), 0);
    QCOMPARE(tutor.status().activity, SyncActivity::Idle);
    QCOMPARE(tutor.session().account().userName, u"a1"_s);
    QCOMPARE(world.server.find(id).name, u"Li Lei"_s);
}

void SyncEngineTest::copiedProfileTakesAnotherDevice()
{
    SyncWorld world;
    TestClient tutor(world, u"a1"_s);
    tutor.signIn();
    tutor.create(u"one"_s);
    world.time.run(secondMs);
    // As if a copy of the profile had gone on alone and this one were put back.
    const auto rewound = tutor.store().write([](Database& database) -> Result<ChangeSet> {
        SyncState(database).setLastMid(0, {});
        return ChangeSet{};
    });
    QVERIFY(rewound.result().ok());
    const RecordId device = SyncState(tutor.reader()).device();
    const Id<Customer> id = tutor.create(u"two"_s);
    world.time.run(minuteMs);
    QCOMPARE(world.server.find(id).name, u"two"_s);
    QVERIFY(SyncState(tutor.reader()).device() != device);
    QCOMPARE(tutor.status().activity, SyncActivity::Idle);
}

void SyncEngineTest::expiredCursorPullsFromZeroAndKeepsWork()
{
    SyncWorld world;
    TestClient tutor(world, u"a1"_s);
    tutor.signIn();
    const Id<Customer> id = tutor.create(u"Li Lei"_s);
    world.time.run(secondMs);
    tutor.engine().stop();
    world.time.run(200 * dayMs);
    const Id<Customer> mine = tutor.create(u"typed meanwhile"_s);
    TestClient lead(world, u"leadA"_s);
    lead.signIn();
    QVERIFY(lead.rename(id, u"Li Mei"_s).ok());
    world.time.run(secondMs);
    tutor.signIn();
    world.time.run(minuteMs);
    QCOMPARE(tutor.status().activity, SyncActivity::Idle);
    QCOMPARE(tutor.nameOf(id), u"Li Mei"_s);
    QCOMPARE(tutor.nameOf(mine), u"typed meanwhile"_s);
    QCOMPARE(world.server.find(mine).name, u"typed meanwhile"_s);
    QCOMPARE(SyncState(tutor.reader()).sweep(), 0);
}

void SyncEngineTest::stopDropsWhatIsOpen()
{
    SyncWorld world;
    TestClient tutor(world, u"a1"_s);
    tutor.signIn();
    tutor.create(u"Li Lei"_s);
    world.time.run(10);
    tutor.engine().stop();
    world.time.run(minuteMs);
    QCOMPARE(tutor.status().activity, SyncActivity::Stopped);
    QCOMPARE(tutor.outboxCount(), 1);
    tutor.engine().start();
    world.time.run(secondMs);
    QCOMPARE(tutor.outboxCount(), 0);
}

void SyncEngineTest::clockFollowsTheServer()
{
    SyncWorld world;
    TestClient tutor(world, u"a1"_s);
    tutor.clock().advance(30 * dayMs);
    tutor.signIn();
    QVERIFY(std::abs(tutor.session().clockOffset() + 30 * dayMs) < secondMs);
    QVERIFY(tutor.find(tutor.create(u"Li Lei"_s)));
    QVERIFY(std::abs(tutor.status().syncedAt - world.server.clock.now()) < 5 * secondMs);
}

HOMEROOM_TEST_MAIN(SyncEngineTest)
#include "syncenginetest.moc"
