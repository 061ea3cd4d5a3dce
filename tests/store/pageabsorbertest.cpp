// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/failat.h"
#include "tests/support/serverside.h"
#include "tests/support/syncprofile.h"
#include "tests/support/tablecontent.h"
#include "tests/support/testmain.h"

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

/// A family with one note, as the server holds it.
struct Family {
    explicit Family(SyncProfile& profile)
    {
        customer.id = profile.newId<Customer>();
        customer.name = u"SENTINEL name"_s;
        note.id = profile.newId<FollowUp>();
        note.customer = customer.id;
        note.text = u"SENTINEL note"_s;
    }
    RootUpdate whole(qint64 seq) const { return full({served(customer, seq), served(note, seq)}); }

    Customer customer{};
    FollowUp note{};
};

} // namespace

class PageAbsorberTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rowsAndCursorMoveTogether();
    void nothingAbsorbedEntersTheOutbox();
    void pageForAnotherCursorIsRefused();
    void pageOlderThanTheAppliedOneIsRefused();
    void olderRowIsIgnored();
    void fullReplacesTheRoot();
    void fullKeepsWhatWasAddedHere();
    void fullTakesAwayWhatWasOnlyChangedHere();
    void deltaAddsAndWithdraws();
    void unknownFieldsAndWordsAreKeptUnderALocalEdit();
    void endOfASessionEchoesWhatItCovers();
    void answerAfterTheEchoLeavesNothing();
    void evictedRootIsGoneAtOnce();
    void editsOfAnEvictedRootStillReachTheServer();
    void refusedEditOfAnEvictedRootKeepsItsReasonOnly();
    void aRootThatComesBackIsDrawnWithItsEdits();
    void resyncDropsWhatDidNotComeAgainAndKeepsOwnWork();
    void resyncTakesRowsOfARestoredServer();
    void failureAtAnyStatementLeavesNothing();
    void aSecondWriterIsRefused();
};

void PageAbsorberTest::rowsAndCursorMoveTogether()
{
    SyncProfile profile;
    const Family family(profile);
    const Result<ChangeSet> changes = profile.absorb(aPage(7, {family.whole(6)}, u"next"_s));
    QVERIFY(changes.ok());
    QCOMPARE(changes->records.size(), size_t(2));
    QCOMPARE(changes->origin, Origin::Remote);
    profile.reopen();
    QCOMPARE(profile.find(family.customer.id), family.customer);
    QCOMPARE(profile.find(family.note.id), family.note);
    SyncState state(profile.reader());
    QCOMPARE(state.cursor(), u"next"_s);
    QCOMPARE(state.base(), (Stamp{1, 7}));
}

void PageAbsorberTest::nothingAbsorbedEntersTheOutbox()
{
    SyncProfile profile;
    QVERIFY(profile.absorb(aPage(7, {Family(profile).whole(6)})).ok());
    QCOMPARE(profile.outboxCount(), 0);
    QCOMPARE(rowsIn(profile.reader(), "undo_entry"), 0);
}

void PageAbsorberTest::pageForAnotherCursorIsRefused()
{
    SyncProfile profile;
    const auto done = profile.store().write([&](Database& database) -> Result<ChangeSet> {
        return PageAbsorber(database).absorb(aPage(7, {}), u"not ours"_s);
    });
    QCOMPARE(done.result().error().code, ErrorCode::Conflict);
}

void PageAbsorberTest::pageOlderThanTheAppliedOneIsRefused()
{
    SyncProfile profile;
    const Family family(profile);
    QVERIFY(profile.absorb(aPage(7, {family.whole(6)})).ok());
    QCOMPARE(
        profile.absorb(aPage(6, {evict(family.customer.id)})).error().code, ErrorCode::Conflict);
    QVERIFY(profile.find(family.customer.id));
}

void PageAbsorberTest::olderRowIsIgnored()
{
    SyncProfile profile;
    Family family(profile);
    QVERIFY(profile.absorb(aPage(7, {family.whole(7)})).ok());
    family.customer.name = u"older"_s;
    QVERIFY(profile.absorb(aPage(8, {delta({served(family.customer, 6)})})).ok());
    QCOMPARE(profile.nameOf(family.customer.id), u"SENTINEL name"_s);
    // The same stamp counts: the row may come again under another mask.
    family.customer.name = u"masked"_s;
    QVERIFY(profile.absorb(aPage(9, {delta({served(family.customer, 7)})})).ok());
    QCOMPARE(profile.nameOf(family.customer.id), u"masked"_s);
}

void PageAbsorberTest::fullReplacesTheRoot()
{
    SyncProfile profile;
    const Family family(profile);
    const Family other(profile);
    QVERIFY(profile.absorb(aPage(7, {family.whole(6), other.whole(6)})).ok());
    const Result<ChangeSet> changes =
        profile.absorb(aPage(8, {full({served(family.customer, 8)})}));
    QVERIFY(changes.ok());
    QVERIFY(profile.find(family.customer.id));
    QVERIFY(!profile.find(family.note.id));
    QVERIFY(profile.find(other.note.id));
    QCOMPARE(changes->records.front(),
        (ChangedRecord{RecordKind::FollowUp, family.note.id, family.customer.id, true}));
}

void PageAbsorberTest::fullKeepsWhatWasAddedHere()
{
    SyncProfile profile;
    const Family family(profile);
    QVERIFY(profile.absorb(aPage(7, {family.whole(6)})).ok());
    const FollowUp mine{.id = profile.newId<FollowUp>(),
        .customer = family.customer.id,
        .text = u"typed on the metro"_s};
    QVERIFY(profile.apply({createMutation(mine)}).ok());
    QVERIFY(profile.absorb(aPage(8, {full({served(family.customer, 8)})})).ok());
    QCOMPARE(profile.find(mine.id)->text, mine.text);
}

void PageAbsorberTest::fullTakesAwayWhatWasOnlyChangedHere()
{
    SyncProfile profile;
    const Family family(profile);
    const Student child{.id = profile.newId<Student>(), .customer = family.customer.id};
    QVERIFY(profile.absorb(aPage(7, {full({served(family.customer, 6), served(child, 6)})})).ok());
    QVERIFY(profile
                .apply({Change<Student>(child.id, family.customer.id)
                            .set(&Student::school, u"No. 1"_s)
                            .mutation()})
                .ok());
    QVERIFY(profile.absorb(aPage(8, {full({served(family.customer, 8)})})).ok());
    QVERIFY(!profile.find(child.id));
    QCOMPARE(profile.counts().waiting, 1);
}

void PageAbsorberTest::deltaAddsAndWithdraws()
{
    SyncProfile profile;
    const Family family(profile);
    QVERIFY(profile.absorb(aPage(7, {family.whole(6)})).ok());
    RecordRow withdrawn = served(family.note, 8);
    withdrawn.deleted = true;
    const FollowUp added{.id = profile.newId<FollowUp>(), .customer = family.customer.id};
    QVERIFY(profile.absorb(aPage(8, {delta({withdrawn, served(added, 8)})})).ok());
    QVERIFY(profile.find(family.customer.id));
    QVERIFY(!profile.find(family.note.id));
    QVERIFY(profile.find(added.id));
}

void PageAbsorberTest::unknownFieldsAndWordsAreKeptUnderALocalEdit()
{
    SyncProfile profile;
    const Family family(profile);
    RecordRow row = served(family.customer, 6);
    const int tier = row.type().indexOf(u"tier");
    row.values[size_t(tier)] = u"platinum"_s;
    row.extra.insert(u"later"_s, 3);
    QVERIFY(profile.absorb(aPage(6, {full({row})})).ok());
    profile.rename(family.customer.id, u"mine"_s);
    row.stamp.seq = 7;
    QVERIFY(profile.absorb(aPage(7, {delta({row})})).ok());
    const auto kept = RecordTable(profile.reader(), row.type()).find(row.id);
    QCOMPARE(kept->value(tier), FieldValue(u"platinum"_s));
    QCOMPARE(kept->extra, row.extra);
    QCOMPARE(profile.nameOf(family.customer.id), u"mine"_s);
}

void PageAbsorberTest::endOfASessionEchoesWhatItCovers()
{
    SyncProfile profile;
    const Family family(profile);
    QVERIFY(profile.absorb(aPage(7, {family.whole(6)})).ok());
    profile.rename(family.customer.id, u"mine"_s);
    profile.peek();
    QVERIFY(profile.settle({{.mid = 1, .kind = OutcomeKind::Merged, .stamp = {1, 9}}}).ok());
    PullPage page = aPage(9, {});
    page.last = false;
    QVERIFY(profile.absorb(page).ok());
    QCOMPARE(profile.nameOf(family.customer.id), u"mine"_s);
    QVERIFY(profile.absorb(aPage(9, {})).ok());
    QCOMPARE(profile.outboxCount(), 0);
    // The server kept its own value: the edit had no effect there, so the row never changed.
    QCOMPARE(profile.nameOf(family.customer.id), u"SENTINEL name"_s);
    QCOMPARE(rowsIn(profile.reader(), "base_row"), 0);
}

void PageAbsorberTest::answerAfterTheEchoLeavesNothing()
{
    SyncProfile profile;
    Family family(profile);
    QVERIFY(profile.absorb(aPage(7, {family.whole(6)})).ok());
    profile.rename(family.customer.id, u"mine"_s);
    profile.peek();
    // The answer to the push was lost; the pull brings the effect before the push is repeated.
    family.customer.name = u"mine"_s;
    QVERIFY(profile.absorb(aPage(9, {delta({served(family.customer, 8)})})).ok());
    QCOMPARE(profile.counts().waiting, 1);
    QVERIFY(profile.settle({{.mid = 1, .stamp = {1, 8}}}).ok());
    QCOMPARE(profile.outboxCount(), 0);
    QCOMPARE(rowsIn(profile.reader(), "base_row"), 0);
    QCOMPARE(profile.nameOf(family.customer.id), u"mine"_s);
}

void PageAbsorberTest::evictedRootIsGoneAtOnce()
{
    SyncProfile profile;
    const Family family(profile);
    const Family stays(profile);
    QVERIFY(profile.absorb(aPage(7, {family.whole(6), stays.whole(6)})).ok());
    profile.rename(family.customer.id, u"SENTINEL mine"_s);
    profile.peek();
    QVERIFY(profile.settle({{.mid = 1, .stamp = {1, 8}}}).ok());
    QVERIFY(profile.absorb(aPage(9, {evict(family.customer.id), evict(stays.customer.id)})).ok());
    QVERIFY(!everything(profile.reader()).contains(u"SENTINEL"_s));
    QVERIFY(SyncState(profile.reader()).erasurePending());
}

void PageAbsorberTest::editsOfAnEvictedRootStillReachTheServer()
{
    SyncProfile profile;
    const Family family(profile);
    QVERIFY(profile.absorb(aPage(7, {family.whole(6)})).ok());
    const FollowUp mine{
        .id = profile.newId<FollowUp>(), .customer = family.customer.id, .text = u"SENTINEL x"_s};
    QVERIFY(profile.apply({createMutation(mine)}).ok());
    QVERIFY(profile.absorb(aPage(9, {evict(family.customer.id)})).ok());
    QVERIFY(!profile.find(mine.id));
    QCOMPARE(profile.counts().waiting, 1);
    QCOMPARE(profile.peek().mutations.at(0).id, mine.id);
    QVERIFY(profile.settle({{.mid = 1, .stamp = {1, 10}}}).ok());
    QVERIFY(!everything(profile.reader()).contains(u"SENTINEL"_s));
    QCOMPARE(rowsIn(profile.reader(), "evicted_root"), 0);
}

void PageAbsorberTest::refusedEditOfAnEvictedRootKeepsItsReasonOnly()
{
    SyncProfile profile;
    const Family family(profile);
    QVERIFY(profile.absorb(aPage(7, {family.whole(6)})).ok());
    profile.rename(family.customer.id, u"SENTINEL mine"_s);
    profile.peek();
    QVERIFY(profile.absorb(aPage(9, {evict(family.customer.id)})).ok());
    QVERIFY(profile.settle({{.mid = 1, .kind = OutcomeKind::Refused, .code = ErrorCode::NotFound}})
                .ok());
    QCOMPARE(profile.counts(), (OutboxCounts{0, 1}));
    QVERIFY(!everything(profile.reader()).contains(u"SENTINEL"_s));
    QVERIFY(!profile.find(family.customer.id));
}

void PageAbsorberTest::aRootThatComesBackIsDrawnWithItsEdits()
{
    SyncProfile profile;
    const Family family(profile);
    QVERIFY(profile.absorb(aPage(7, {family.whole(6)})).ok());
    profile.rename(family.customer.id, u"mine"_s);
    QVERIFY(profile.absorb(aPage(9, {evict(family.customer.id)})).ok());
    QVERIFY(profile.absorb(aPage(10, {family.whole(6)})).ok());
    QCOMPARE(profile.nameOf(family.customer.id), u"mine"_s);
    QCOMPARE(rowsIn(profile.reader(), "evicted_root"), 0);
    profile.peek();
    QVERIFY(profile.settle({{.mid = 1, .kind = OutcomeKind::Refused}}).ok());
    QCOMPARE(profile.nameOf(family.customer.id), u"SENTINEL name"_s);
}

void PageAbsorberTest::resyncDropsWhatDidNotComeAgainAndKeepsOwnWork()
{
    SyncProfile profile;
    const Family stays(profile);
    const Family goes(profile);
    QVERIFY(profile.absorb(aPage(7, {stays.whole(6), goes.whole(6)})).ok());
    const Id<Customer> mine = profile.create(u"mine"_s);
    const auto begun = profile.store().write([](Database& database) -> Result<ChangeSet> {
        SyncState(database).beginResync();
        return ChangeSet{};
    });
    QVERIFY(begun.result().ok());
    PullPage first = aPage(8, {stays.whole(6)});
    first.last = false;
    QVERIFY(profile.absorb(first).ok());
    QVERIFY(profile.find(goes.customer.id)); // reading goes on meanwhile
    profile.reopen();
    QVERIFY(profile.absorb(aPage(8, {})).ok());
    QVERIFY(profile.find(stays.note.id));
    QVERIFY(!profile.find(goes.customer.id));
    QVERIFY(!profile.find(goes.note.id));
    QCOMPARE(profile.nameOf(mine), u"mine"_s);
    QCOMPARE(profile.counts().waiting, 1);
    QCOMPARE(SyncState(profile.reader()).sweep(), 0);
}

void PageAbsorberTest::resyncTakesRowsOfARestoredServer()
{
    SyncProfile profile;
    Family family(profile);
    QVERIFY(profile.absorb(aPage(9, {family.whole(9)})).ok());
    family.customer.name = u"from the backup"_s;
    PullPage page = aPage(4, {full({served(family.customer, 3)})});
    page.stamp.generation = 2;
    QVERIFY(profile.absorb(page).ok());
    QCOMPARE(profile.nameOf(family.customer.id), u"from the backup"_s);
    QVERIFY(!SyncState(profile.reader()).guardsReset());
}

void PageAbsorberTest::failureAtAnyStatementLeavesNothing()
{
    FailAt failing;
    SyncProfile profile(&failing);
    const Family first(profile);
    Family second(profile);
    QVERIFY(profile.absorb(aPage(7, {first.whole(6), second.whole(6)})).ok());
    profile.rename(second.customer.id, u"mine"_s);
    profile.peek();
    QVERIFY(profile.settle({{.mid = 1, .stamp = {1, 8}}}).ok());
    const QString before = everything(profile.reader());
    const PullPage page = aPage(9,
        {evict(first.customer.id), delta({served(second.customer, 8)}), Family(profile).whole(9)},
        u"next"_s);
    for (int n = 0;; ++n) {
        failing.arm(n);
        const Result<ChangeSet> absorbed = profile.absorb(page);
        failing.disarm();
        if (absorbed.ok())
            break;
        QCOMPARE(everything(profile.reader()), before);
        QVERIFY2(n < 300, "never succeeds");
    }
    QCOMPARE(SyncState(profile.reader()).cursor(), u"next"_s);
    QCOMPARE(profile.outboxCount(), 0);
}

void PageAbsorberTest::aSecondWriterIsRefused()
{
    SyncProfile profile;
    const auto second = Workspace::open(profile.options(), profile.clock(), Threading::Inline);
    QCOMPARE(second.error().code, ErrorCode::InUse);
}

HOMEROOM_TEST_MAIN(PageAbsorberTest)
#include "pageabsorbertest.moc"
