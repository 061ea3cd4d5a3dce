// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/drafts.h"
#include "tests/support/serverside.h"
#include "tests/support/syncprofile.h"
#include "tests/support/tablecontent.h"
#include "tests/support/testmain.h"

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

/// A child whose school was edited here while it was the winner's; an unmerge makes it the loser's.
struct MovedChild {
    MovedChild()
    {
        child.customer = winner.id;
        const auto came = profile.absorb(aPage(7, {full({served(winner, 6), served(child, 6)})}));
        const auto edited = profile.apply({Change<Student>(child.id, winner.id)
                                               .set(&Student::school, u"SENTINEL school"_s)
                                               .mutation()});
        Q_ASSERT(came.ok() && edited.ok());
    }
    void move()
    {
        child.customer = loser.id;
        const auto came = profile.absorb(aPage(9, {full({served(loser, 9), served(child, 9)})}));
        Q_ASSERT(came.ok());
    }

    SyncProfile profile{};
    Customer winner{.id = profile.newId<Customer>(), .name = u"winner"_s};
    Customer loser{.id = profile.newId<Customer>(), .name = u"loser"_s};
    Student child{.id = profile.newId<Student>(), .name = u"child"_s};
};

} // namespace

/// Families that go, and records that go from one family to another, while a person is at work on
/// them. Each of these was lost or kept wrongly once, and found by simulation.
class LeavingFamiliesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDraftLeavesWithItsFamily();
    void aRecordThatMovesToANewFamilyKeepsItsEdit_data();
    void aRecordThatMovesToANewFamilyKeepsItsEdit();
    void whatIsSentAgainStaysWhereAMergePutIt_data();
    void whatIsSentAgainStaysWhereAMergePutIt();
    void aRefusedEditOfAMovedRecordLeavesWithItsNewFamily();
    void anUndoOfAMovedRecordLeavesWithItsNewFamily();
    void aMovedRecordsEditCanBeUndone();
    void aRemovedRecordOfAMergedFamilyComesBack();
};

void LeavingFamiliesTest::aDraftLeavesWithItsFamily()
{
    SyncProfile profile;
    const Customer leaves{.id = profile.newId<Customer>(), .name = u"leaves"_s};
    const Customer stays{.id = profile.newId<Customer>(), .name = u"stays"_s};
    QVERIFY(profile.absorb(aPage(7, {full({served(leaves, 6)}), full({served(stays, 6)})})).ok());
    const QJsonObject draft{{u"text"_s, u"begun"_s}};
    keepFollowUpDraft(profile.store(), leaves.id, draft);
    keepFollowUpDraft(profile.store(), stays.id, draft);
    QVERIFY(profile.absorb(aPage(8, {evict(leaves.id)})).ok());
    QCOMPARE(followUpDraft(profile.reader(), leaves.id), QJsonObject());
    QCOMPARE(followUpDraft(profile.reader(), stays.id), draft);
}

void LeavingFamiliesTest::aRecordThatMovesToANewFamilyKeepsItsEdit_data()
{
    QTest::addColumn<bool>("acknowledged");
    QTest::newRow("the edit waits") << false;
    QTest::newRow("the edit was taken in") << true;
}

// An unmerge brings the other family back, which is new here, with records that were this one's.
void LeavingFamiliesTest::aRecordThatMovesToANewFamilyKeepsItsEdit()
{
    QFETCH(bool, acknowledged);
    SyncProfile profile;
    const Customer winner{.id = profile.newId<Customer>(), .name = u"winner"_s};
    const Customer loser{.id = profile.newId<Customer>(), .name = u"loser"_s};
    Student child{.id = profile.newId<Student>(), .customer = winner.id, .name = u"child"_s};
    QVERIFY(profile.absorb(aPage(7, {full({served(winner, 6), served(child, 6)})})).ok());
    QVERIFY(
        profile
            .apply(
                {Change<Student>(child.id, winner.id).set(&Student::school, u"No. 1"_s).mutation()})
            .ok());
    profile.peek();
    if (acknowledged)
        QVERIFY(profile.settle({{.mid = 1, .stamp = {1, 8}}}).ok());
    child.customer = loser.id;
    child.school = acknowledged ? u"No. 1"_s : QString();
    QVERIFY(profile.absorb(aPage(9, {full({served(loser, 9), served(child, 9)})})).ok());
    if (!acknowledged) {
        QCOMPARE(profile.find(child.id)->school, u"No. 1"_s);
        QVERIFY(profile.settle({{.mid = 1, .kind = OutcomeKind::Merged, .stamp = {1, 10}}}).ok());
        QVERIFY(profile.absorb(aPage(10, {})).ok());
    }
    QCOMPARE(profile.outboxCount(), 0);
    QCOMPARE(profile.find(child.id), child);
    const auto row = RecordTable(profile.reader(), recordType(RecordKind::Student)).find(child.id);
    QCOMPARE(row->stamp, (Stamp{1, 9}));
    QCOMPARE(row->root, RecordId(loser.id));
}

void LeavingFamiliesTest::whatIsSentAgainStaysWhereAMergePutIt_data()
{
    QTest::addColumn<bool>("leavesFirst");
    QTest::newRow("the loser leaves, then the winner comes") << true;
    QTest::newRow("the winner comes, then the loser leaves") << false;
}

// A restored profile makes its family again: the server has had it, and merged it meanwhile.
void LeavingFamiliesTest::whatIsSentAgainStaysWhereAMergePutIt()
{
    QFETCH(bool, leavesFirst);
    SyncProfile profile;
    const Customer winner{.id = profile.newId<Customer>(), .name = u"winner"_s};
    QVERIFY(profile.absorb(aPage(7, {full({served(winner, 6)})})).ok());
    const Id<Customer> loser = profile.create(u"loser"_s);
    Student child{.id = profile.newId<Student>(), .customer = loser, .name = u"child"_s};
    QVERIFY(profile.apply({createMutation(child)}).ok());
    profile.peek();
    QVERIFY(profile.settle({{.mid = 1, .kind = OutcomeKind::Refused}}).ok());
    child.customer = winner.id;
    RootUpdate comes = delta({served(child, 9)});
    comes.root = winner.id;
    QVERIFY(
        profile
            .absorb(leavesFirst ? aPage(9, {evict(loser), comes}) : aPage(9, {comes, evict(loser)}))
            .ok());
    QCOMPARE(profile.find(child.id), child);
    QCOMPARE(rowsIn(profile.reader(), "evicted_root"), 0);
    QVERIFY(profile.settle({{.mid = 2, .stamp = {1, 9}}}).ok());
    QCOMPARE(profile.find(child.id), child);
    QCOMPARE(profile.counts().waiting, 0);
    QVERIFY(profile.absorb(aPage(10, {evict(winner.id)})).ok());
    QVERIFY(!profile.find(child.id));
}

void LeavingFamiliesTest::aRefusedEditOfAMovedRecordLeavesWithItsNewFamily()
{
    MovedChild moved;
    moved.profile.peek();
    QVERIFY(moved.profile.settle({{.mid = 1, .kind = OutcomeKind::Refused}}).ok());
    moved.move();
    QVERIFY(everything(moved.profile.reader()).contains(u"SENTINEL"_s));
    QVERIFY(moved.profile.absorb(aPage(10, {evict(moved.loser.id)})).ok());
    QVERIFY(!everything(moved.profile.reader()).contains(u"SENTINEL"_s));
    QCOMPARE(moved.profile.counts().attention, 1);
}

void LeavingFamiliesTest::anUndoOfAMovedRecordLeavesWithItsNewFamily()
{
    MovedChild moved;
    moved.profile.peek();
    QVERIFY(moved.profile.settle({{.mid = 1, .stamp = {1, 8}}}).ok());
    moved.move();
    QVERIFY(everything(moved.profile.reader()).contains(u"SENTINEL"_s));
    QVERIFY(moved.profile.absorb(aPage(10, {evict(moved.loser.id)})).ok());
    QVERIFY(!everything(moved.profile.reader()).contains(u"SENTINEL"_s));
}

void LeavingFamiliesTest::aMovedRecordsEditCanBeUndone()
{
    MovedChild moved;
    moved.profile.peek();
    QVERIFY(moved.profile.settle({{.mid = 1, .stamp = {1, 8}}}).ok());
    moved.child.school = u"SENTINEL school"_s;
    moved.move();
    const auto undone = moved.profile.store().undo();
    QVERIFY(undone.result().ok());
    QCOMPARE(moved.profile.find(moved.child.id)->school, QString());
}

void LeavingFamiliesTest::aRemovedRecordOfAMergedFamilyComesBack()
{
    MovedChild moved;
    Mutation remove;
    remove.operation = Operation::Delete;
    remove.kind = RecordKind::Student;
    remove.id = moved.child.id;
    remove.root = moved.winner.id;
    QVERIFY(moved.profile.apply({remove}).ok());
    moved.profile.peek();
    QVERIFY(moved.profile.settle({{.mid = 1, .stamp = {1, 8}}, {.mid = 2, .stamp = {1, 8}}}).ok());
    moved.child.customer = moved.loser.id;
    RecordRow gone = toRow(moved.child);
    gone.root = moved.loser.id;
    gone.stamp = {1, 9};
    gone.deleted = true;
    RootUpdate delta{moved.loser.id, RootOperation::Delta, {gone}};
    QVERIFY(moved.profile.absorb(aPage(9, {full({served(moved.loser, 9)})})).ok());
    QVERIFY(moved.profile.absorb(aPage(10, {delta})).ok());
    const auto undone = moved.profile.store().undo();
    QVERIFY2(undone.result().ok(),
        undone.result().ok() ? "" : qPrintable(undone.result().error().detail));
    QCOMPARE(RecordId(moved.profile.find(moved.child.id)->customer), RecordId(moved.loser.id));
}

HOMEROOM_TEST_MAIN(LeavingFamiliesTest)
#include "leavingfamiliestest.moc"
