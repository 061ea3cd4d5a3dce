// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/historyquery.h"
#include "models/store/resolution.h"
#include "models/values/recordjson.h"
#include "tests/support/serverside.h"
#include "tests/support/syncprofile.h"
#include "tests/support/testmain.h"

#include <QJsonArray>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

constexpr Milliseconds decidedAt = 1'764'000'000'000;

/// A family that was made here and is on the server, with a colleague who may change it.
class Synced : public SyncProfile {
public:
    Synced()
    {
        colleague.id = newId<User>();
        colleague.displayName = u"王老师"_s;
        customer.id = newId<Customer>();
        customer.name = u"陈静"_s;
        const auto created = apply({createMutation(customer)}, u"New family"_s);
        createStep = created->undoEntry;
        echo(customer, {toRow(colleague)});
    }

    /// The server has all that was sent, and says so with this row.
    template <typename Record> void echo(const Record& record, std::vector<RecordRow> more = {})
    {
        std::vector<Outcome> outcomes;
        ++seq;
        for (const Mutation& mutation : peek().mutations)
            outcomes.push_back({.mid = mutation.mid, .stamp = {1, seq}});
        QVERIFY(settle(outcomes).ok());
        std::vector<RootUpdate> roots{delta({served(record, seq)})};
        for (RecordRow& row : more) {
            row.stamp = {1, seq};
            roots.push_back(delta({row}));
        }
        QVERIFY(absorb(aPage(seq, std::move(roots))).ok());
    }
    void othersChangeTheCity()
    {
        Customer changed = customer;
        changed.city = u"济南"_s;
        othersChange(changed, u"city"_s, clock().now());
    }
    /// The colleague changes the family on the server.
    void othersChange(const Customer& now, const QString& field, Milliseconds at)
    {
        ++seq;
        HistoryEntry entry;
        entry.id = newId<HistoryEntry>();
        entry.customer = customer.id;
        entry.record = recordKey(RecordKind::Customer, customer.id);
        entry.changes = {{field, QJsonArray{QJsonValue(), QJsonValue()}}};
        entry.author = colleague.id;
        entry.at = at;
        QVERIFY(absorb(aPage(seq, {delta({served(now, seq), served(entry, seq)})})).ok());
    }
    qint64 setCity(const QString& city)
    {
        const auto done = apply(
            {Change<Customer>(customer.id, customer.id).set(&Customer::city, city).mutation()},
            u"City"_s);
        customer.city = city;
        return done->undoEntry;
    }

    Id<Conflict> dispute(const QString& field, const QString& mine, const QString& theirs,
        ConflictKind kind = ConflictKind::Conflict)
    {
        Conflict conflict{.id = newId<Conflict>(), .customer = customer.id, .kind = kind};
        conflict.record = recordKey(RecordKind::Customer, customer.id);
        conflict.fieldName = field;
        conflict.values = {{u"mine"_s, mine}, {u"theirs"_s, theirs}};
        ++seq;
        [&] { QVERIFY(absorb(aPage(seq, {delta({served(conflict, seq)})})).ok()); }();
        return conflict.id;
    }
    void decide(const Decision& decision)
    {
        Result<Edit> edit = resolutionEdit(reader(), {decision}, decidedAt);
        QVERIFY(edit.ok());
        QVERIFY(store().apply(std::move(*edit)).result().ok());
    }

    bool hasLabels()
    {
        Statement labels = reader().statement("SELECT 1 FROM undo_entry WHERE label <> ''");
        return labels.step();
    }

    Customer customer{};
    User colleague{};
    qint64 createStep = 0;
    qint64 seq = 0;
};

} // namespace

class UndoSyncedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anUndoIsAnEditOfItsOwn();
    void anUndoClaimsNoTime();
    void anUndoSaysWhoChangedTheValue();
    void anAppendIsWithdrawnByItsAuthorAlsoAfterAHandOver();
    void aFamilyWithChildrenIsNotTakenBack();
    void whatWasMadeBeforeAHandOverIsNotTakenBack();
    void theUndoOfALeftFamilyIsExplainedOnce();
    void anOvertakenStepKeepsNoOlderOneFromUndo();
    void anOvertakenStepKeepsNoLaterOneFromRedo();
    void aStepThatTheDiskRefusedIsTriedAgain();
    void anUnsentDecisionIsTakenBackWhole();
    void whatTheServerWouldWriteIsTakenBackWithTheDecision();
    void aKeptOrphanIsOpenAgainWithoutItsFollowUp();
    void aDecisionThatWasSentStaysWithItsValue();
};

void UndoSyncedTest::anUndoIsAnEditOfItsOwn()
{
    Synced world;
    world.setCity(u"武汉"_s);
    world.echo(world.customer);
    QCOMPARE(world.outboxCount(), 0);
    QVERIFY(world.store().undo().result().ok());
    QVERIFY(world.find(world.customer.id)->city.isEmpty());
    const OutboxBatch batch = world.peek();
    QCOMPARE(batch.mutations.size(), size_t(1));
    QCOMPARE(batch.mutations[0].operation, Operation::Set);
    QCOMPARE(batch.mutations[0].base, (Stamp{1, world.seq}));
}

void UndoSyncedTest::anUndoClaimsNoTime()
{
    Synced world;
    world.setCity(u"武汉"_s);
    world.echo(world.customer);
    QVERIFY(world.store().undo().result().ok());
    QVERIFY(!world.peek().mutations[0].clockGood);
}

void UndoSyncedTest::anUndoSaysWhoChangedTheValue()
{
    Synced world;
    world.setCity(u"武汉"_s);
    world.echo(world.customer);
    world.othersChangeTheCity();
    const auto undone = world.store().undo().result();
    QCOMPARE(undone.error().code, ErrorCode::Changed);
    QCOMPARE(undone.error().field, u"city"_s);
    QCOMPARE(undone.error().person, u"王老师"_s);
    QCOMPARE(world.find(world.customer.id)->city, u"济南"_s);
    QCOMPARE(world.outboxCount(), 0);
}

void UndoSyncedTest::anAppendIsWithdrawnByItsAuthorAlsoAfterAHandOver()
{
    Synced world;
    FollowUp note{.id = world.newId<FollowUp>(), .customer = world.customer.id, .text = u"x"_s};
    const auto noted = world.apply({createMutation(note)});
    world.echo(note);
    world.othersChange(world.customer, u"owner"_s, world.clock().now() + hourMs);
    QVERIFY(world.store().undoEntry(noted->undoEntry).result().ok());
    QVERIFY(!world.find(note.id));
    QCOMPARE(world.peek().mutations[0].operation, Operation::Delete);
}

void UndoSyncedTest::aFamilyWithChildrenIsNotTakenBack()
{
    Synced world;
    const Student child{.id = world.newId<Student>(), .customer = world.customer.id};
    ++world.seq;
    QVERIFY(world.absorb(aPage(world.seq, {delta({served(child, world.seq)})})).ok());
    const auto undone = world.store().undoEntry(world.createStep).result();
    QCOMPARE(undone.error().code, ErrorCode::Depends);
    QVERIFY(world.find(world.customer.id));
}

void UndoSyncedTest::whatWasMadeBeforeAHandOverIsNotTakenBack()
{
    Synced world;
    world.othersChange(world.customer, u"owner"_s, world.clock().now() + hourMs);
    const auto undone = world.store().undoEntry(world.createStep).result();
    QCOMPARE(undone.error().code, ErrorCode::Changed);
    QCOMPARE(undone.error().field, u"owner"_s);
    QCOMPARE(undone.error().person, u"王老师"_s);
    QVERIFY(world.find(world.customer.id));
}

void UndoSyncedTest::theUndoOfALeftFamilyIsExplainedOnce()
{
    Synced world;
    const Id<Customer> other = world.create(u"李雷"_s);
    const Customer mine = *world.find(other);
    world.echo(mine);
    world.setCity(u"武汉"_s);
    world.echo(world.customer);
    QVERIFY(world.absorb(aPage(++world.seq, {evict(world.customer.id)})).ok());
    QVERIFY(!world.hasLabels()); // words about the family went with it
    const auto undone = world.store().undo().result();
    QCOMPARE(undone.error().code, ErrorCode::Changed);
    QCOMPARE(undone.error().field, u"owner"_s);
    const auto before = world.store().undo().result(); // of a family that is still here
    QVERIFY(before.ok());
    QCOMPARE(before->changes.records.size(), size_t(1));
    QCOMPARE(before->changes.records[0].id, RecordId(other));
    QVERIFY(!world.find(other));
}

void UndoSyncedTest::anOvertakenStepKeepsNoOlderOneFromUndo()
{
    Synced world;
    const Id<Customer> other = world.create(u"李雷"_s);
    const Customer mine = *world.find(other);
    world.echo(mine);
    world.setCity(u"武汉"_s);
    world.echo(world.customer);
    world.othersChangeTheCity();
    const auto refused = world.store().undo().result();
    QCOMPARE(refused.error().code, ErrorCode::Changed);
    QCOMPARE(refused.error().person, u"王老师"_s);
    QVERIFY(world.store().undo().result().ok());
    QVERIFY(!world.find(other));
    QCOMPARE(world.find(world.customer.id)->city, u"济南"_s);
}

void UndoSyncedTest::anOvertakenStepKeepsNoLaterOneFromRedo()
{
    Synced world;
    world.setCity(u"武汉"_s);
    const Id<Customer> other = world.create(u"李雷"_s);
    QVERIFY(world.store().undo().result().ok());
    QVERIFY(world.store().undo().result().ok());
    world.customer.city.clear();
    world.echo(world.customer);
    world.othersChangeTheCity();
    QCOMPARE(world.store().redo().result().error().person, u"王老师"_s);
    QVERIFY(world.store().redo().result().ok());
    QCOMPARE(world.nameOf(other), u"李雷"_s);
}

void UndoSyncedTest::aStepThatTheDiskRefusedIsTriedAgain()
{
    Synced world;
    world.setCity(u"武汉"_s);
    const auto run = [&](const char* sql) {
        return world.store()
            .write([sql](Database& database) -> Result<ChangeSet> {
                database.execute(sql);
                return ChangeSet{};
            })
            .result()
            .ok();
    };
    QVERIFY(run("CREATE TRIGGER full BEFORE INSERT ON outbox BEGIN SELECT RAISE(ABORT, 'full'); "
                "END"));
    QVERIFY(!world.store().undo().result().ok());
    QVERIFY(run("DROP TRIGGER full"));
    QVERIFY(world.store().undo().result().ok());
    QVERIFY(world.find(world.customer.id)->city.isEmpty());
}

void UndoSyncedTest::anUnsentDecisionIsTakenBackWhole()
{
    for (const Choice choice : {Choice::Mine, Choice::Theirs, Choice::Own}) {
        Synced world;
        const Id<Conflict> conflict = world.dispute(u"name"_s, u"陈晶"_s, u"陈静"_s);
        const FieldValue own = choice == Choice::Own ? FieldValue(u"陈京"_s) : FieldValue();
        world.decide({conflict, choice, own});
        const QString decided = world.nameOf(world.customer.id);
        const auto undone = world.store().undo().result();
        QVERIFY(undone.ok());
        QVERIFY(!undone->changes.records.empty());
        QCOMPARE(world.nameOf(world.customer.id), u"陈静"_s);
        QVERIFY(!world.find(conflict)->resolved);
        QCOMPARE(world.outboxCount(), 0); // the server hears nothing of it
        QVERIFY(world.store().redo().result().ok());
        QCOMPARE(world.nameOf(world.customer.id), decided);
        QVERIFY(world.find(conflict)->resolved);
        QVERIFY(world.store().undo().result().ok());
        QVERIFY(!world.find(conflict)->resolved);
        QVERIFY(world.peek().mutations.empty());
    }
}

void UndoSyncedTest::whatTheServerWouldWriteIsTakenBackWithTheDecision()
{
    Synced world;
    const Id<Conflict> conflict =
        world.dispute(u"phone"_s, u"+86138****0001"_s, u"+86138****0002"_s);
    world.decide({conflict, Choice::Mine, {}});
    world.setCity(u"武汉"_s);
    QVERIFY(world.store().undo().result().ok());
    QVERIFY(world.store().undo().result().ok());
    QVERIFY(!world.find(conflict)->resolved);
    for (const Mutation& mutation : world.peek().mutations)
        QCOMPARE(mutation.kind, RecordKind::Customer);
}

void UndoSyncedTest::aKeptOrphanIsOpenAgainWithoutItsFollowUp()
{
    Synced world;
    const Id<Conflict> orphan = world.dispute({}, {}, {}, ConflictKind::Orphan);
    const FollowUp copy{
        .id = world.newId<FollowUp>(), .customer = world.customer.id, .text = u"x"_s};
    Result<Edit> edit = orphanEdit(world.reader(), orphan, copy);
    QVERIFY(world.store().apply(std::move(*edit)).result().ok());
    QVERIFY(world.store().undo().result().ok());
    QVERIFY(!world.find(copy.id));
    QVERIFY(!world.find(orphan)->resolved);
    QCOMPARE(world.outboxCount(), 0);
}

void UndoSyncedTest::aDecisionThatWasSentStaysWithItsValue()
{
    Synced world;
    const Id<Conflict> conflict = world.dispute(u"name"_s, u"陈晶"_s, u"陈静"_s);
    world.decide({conflict, Choice::Mine, {}});
    world.peek();
    // Queued again: whether the server has it, nobody here knows.
    world.inOutbox([](Outbox& outbox) { outbox.withdrawSent(); });
    const auto undone = world.store().undo().result();
    QCOMPARE(undone.error().code, ErrorCode::Changed);
    QCOMPARE(undone.error().field, u"resolved"_s);
    QCOMPARE(world.nameOf(world.customer.id), u"陈晶"_s);
    QVERIFY(world.find(conflict)->resolved);
    QCOMPARE(world.outboxCount(), 2);
}

HOMEROOM_TEST_MAIN(UndoSyncedTest)
#include "undosyncedtest.moc"
