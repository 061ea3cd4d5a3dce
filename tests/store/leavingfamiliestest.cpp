// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/drafts.h"
#include "tests/support/serverside.h"
#include "tests/support/syncprofile.h"
#include "tests/support/testmain.h"

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

/// Families that go, and records that go from one family to another, while a person is at work on
/// them. Each of these was lost or kept wrongly once, and found by simulation.
class LeavingFamiliesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDraftLeavesWithItsFamily();
    void aRecordThatMovesToANewFamilyKeepsItsEdit_data();
    void aRecordThatMovesToANewFamilyKeepsItsEdit();
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

HOMEROOM_TEST_MAIN(LeavingFamiliesTest)
#include "leavingfamiliestest.moc"
