// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rules/purge.h"
#include "tests/support/serverhistory.h"
#include "tests/support/testmain.h"
#include "tests/support/wholefamily.h"

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

qint64 count(ServerFixture& server, const QByteArray& what)
{
    auto reader =
        Database::open({server.folder.filePath(u"server.db"_s), server.key, Access::ReadOnly});
    if (!reader.ok())
        qFatal("%s", qPrintable(reader.error().detail));
    Statement query = (*reader)->statement("SELECT count(*) FROM " + what);
    return query.step() ? query.integer(0) : -1;
}

/// What `check` would say.
QStringList problems(ServerFixture& server)
{
    return *server.storage->read(
        [](ReadTransaction& transaction) -> Result<QStringList> { return transaction.problems(); });
}

PurgeReport purge(ServerFixture& server)
{
    const Result<PurgeReport> report = Purge(server.parts()).run();
    if (!report.ok())
        qFatal("%s", qPrintable(report.error().detail));
    return *report;
}

void remove(ServerFixture& server, TestDevice& device, RecordKind kind, const RecordId& id,
    const RecordId& root)
{
    Mutation mutation;
    mutation.operation = Operation::Delete;
    mutation.kind = kind;
    mutation.id = id;
    mutation.root = root;
    mutation.base = server.stamp();
    QCOMPARE(server.push(device, mutation).kind, OutcomeKind::Applied);
}

} // namespace

class PurgeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsYoungStays();
    void tombstonesGoAfterTheirLife();
    void aDeletedFamilyLeavesNothing();
    void closedIntervalsGoAndTheFeedStaysRight();
    void outcomesGoButTheLastOnes();
    void answersOfCommandsGo();
    void aCursorOlderThanThatIsExpired();
    void aMergedFamilyCanStillBeTakenApart();
    void aFailureLeavesTheDatabaseWhole();
};

void PurgeTest::whatIsYoungStays()
{
    ServerFixture server;
    TestDevice device = server.device(u"a1"_s);
    const Id<Customer> id = server.family(device, u"Li"_s);
    purge(server);
    remove(server, device, RecordKind::Customer, id, id);
    server.clock.advance(179 * dayMs);
    QCOMPARE(purge(server).total(), 0);
    QVERIFY(server.stored(RecordKind::Customer, id));
}

void PurgeTest::tombstonesGoAfterTheirLife()
{
    ServerFixture server;
    TestDevice device = server.device(u"a1"_s);
    const WholeFamily family = wholeFamily(server, u"a1"_s, u"a1"_s, u"100001"_s);
    remove(server, device, RecordKind::Task, family.openTask, family.customer);
    purge(server);
    server.clock.advance(100 * dayMs);
    FollowUp young{.id = Id<FollowUp>(server.newId()), .customer = family.customer};
    server.push(device, createMutation(young));
    remove(server, device, RecordKind::FollowUp, young.id, family.customer);
    purge(server);
    server.clock.advance(81 * dayMs);
    QCOMPARE(purge(server).tombstones, 1);
    QVERIFY(!server.stored(RecordKind::Task, family.openTask));
    QVERIFY(server.stored(RecordKind::FollowUp, young.id));
    server.clock.advance(100 * dayMs);
    QCOMPARE(purge(server).tombstones, 1);
    QCOMPARE(workOf(server, family.customer).size(), size_t(10));
}

void PurgeTest::aDeletedFamilyLeavesNothing()
{
    ServerFixture server;
    TestDevice device = server.device(u"a1"_s);
    const Id<Customer> id = server.family(device, u"Li"_s);
    FollowUp note{.id = Id<FollowUp>(server.newId()), .customer = id};
    server.push(device, createMutation(note));
    remove(server, device, RecordKind::FollowUp, note.id, id);
    remove(server, device, RecordKind::Customer, id, id);
    purge(server);
    server.clock.advance(181 * dayMs);
    const QByteArray ofRoot = " WHERE root = x'" + id.toBytes().toHex() + "'";
    QVERIFY(count(server, "root_scope" + ofRoot) > 0);
    QCOMPARE(purge(server).tombstones, 2);
    QCOMPARE(count(server, "root_scope" + ofRoot), 0);
    QCOMPARE(count(server, "r_customer" + ofRoot), 0);
    QCOMPARE(count(server, "r_followup" + ofRoot), 0);
    QCOMPARE(count(server, "r_history" + ofRoot), 0);
}

void PurgeTest::closedIntervalsGoAndTheFeedStaysRight()
{
    ServerFixture server;
    History history(server, 11);
    FeedClient early(server, u"leadA"_s);
    for (int i = 0; i < 200; ++i)
        history.step();
    purge(server);
    const qint64 closed = count(server, "root_scope WHERE exit IS NOT NULL");
    QVERIFY(closed > 0);
    server.clock.advance(100 * dayMs);
    while (!early.pull(50)) { }
    for (int i = 0; i < 100; ++i)
        history.step();
    server.clock.advance(90 * dayMs);
    QVERIFY(purge(server).intervals >= closed);
    Oracle oracle(server);
    // One that has been away for as long as may be, and one that comes new.
    FeedClient fresh(server, u"leadA"_s);
    for (FeedClient* client : {&early, &fresh}) {
        while (!client->pull(7)) { }
        QVERIFY(client->rows() == oracle.visibleTo(u"leadA"_s));
    }
}

void PurgeTest::outcomesGoButTheLastOnes()
{
    ServerFixture server;
    TestDevice device = server.device(u"a1"_s);
    for (int i = 0; i < 250; ++i)
        server.family(device, u"Li"_s);
    server.clock.advance(181 * dayMs);
    QCOMPARE(purge(server).outcomes, 49);
    // What may still be in flight is answered as before.
    const auto known = server.storage->read([&](ReadTransaction& transaction) -> Result<bool> {
        return transaction.outcome(device.caller.device, 50).has_value();
    });
    QVERIFY(*known);
    server.family(device, u"Wu"_s);
}

void PurgeTest::answersOfCommandsGo()
{
    ServerFixture server;
    const Id<Customer> id = wholeFamily(server, {}, u"a1"_s, u"100001"_s).customer;
    QVERIFY(Commands(server.parts()).claim(server.callerOf(u"a1"_s), {{id}}, u"key"_s).ok());
    server.clock.advance(29 * dayMs);
    purge(server);
    QCOMPARE(count(server, "idempotent"), 1);
    server.clock.advance(2 * dayMs);
    purge(server);
    QCOMPARE(count(server, "idempotent"), 0);
}

void PurgeTest::aCursorOlderThanThatIsExpired()
{
    ServerFixture server;
    TestDevice device = server.device(u"a1"_s);
    const Id<Customer> id = server.family(device, u"Li"_s);
    const Caller caller = server.callerOf(u"a1"_s);
    const auto page = Pull(server.parts()).run(caller, {server.newId(), {}, 20000});
    remove(server, device, RecordKind::Customer, id, id);
    purge(server);
    server.clock.advance(181 * dayMs);
    QVERIFY(purge(server).tombstones > 0);
    const auto late = Pull(server.parts()).run(caller, {server.newId(), page->cursor, 20000});
    QVERIFY(!late.ok());
    QCOMPARE(late.error().code, ErrorCode::Expired);
}

void PurgeTest::aMergedFamilyCanStillBeTakenApart()
{
    ServerFixture server;
    const WholeFamily winner = wholeFamily(server, u"a1"_s, u"a1"_s, u"100001"_s);
    const WholeFamily loser = wholeFamily(server, u"a1"_s, u"a1"_s, u"200001"_s);
    const RecordId owner = server.idOf(u"a1"_s);
    const Commands commands(server.parts());
    const Caller caller = server.callerOf(u"a1"_s);
    QVERIFY(commands.merge(caller, {winner.customer, loser.customer, owner, owner}, {}).ok());
    QCOMPARE(problems(server), QStringList());
    purge(server);
    server.clock.advance(200 * dayMs);
    purge(server);
    QCOMPARE(problems(server), QStringList());
    QVERIFY(commands.unmerge(caller, {winner.customer, loser.customer}, {}).ok());
    QCOMPARE(problems(server), QStringList());
    QCOMPARE(workOf(server, loser.customer).size(), size_t(11));
}

void PurgeTest::aFailureLeavesTheDatabaseWhole()
{
    ServerFixture server;
    TestDevice device = server.device(u"a1"_s);
    const WholeFamily family = wholeFamily(server, u"a1"_s, u"a1"_s, u"100001"_s);
    remove(server, device, RecordKind::Task, family.openTask, family.customer);
    purge(server);
    server.clock.advance(181 * dayMs);
    bool failed = true;
    for (int n = 0; failed; n += 3) {
        server.observer.failAfter(n);
        failed = !Purge(server.parts()).run().ok();
        server.observer.never();
        QCOMPARE(problems(server), QStringList());
    }
    QVERIFY(!server.stored(RecordKind::Task, family.openTask));
}

HOMEROOM_TEST_MAIN(PurgeTest)
#include "purgetest.moc"
