// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/failat.h"
#include "tests/support/serverside.h"
#include "tests/support/syncprofile.h"
#include "tests/support/testmain.h"

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

Outcome applied(qint64 mid, qint64 seq)
{
    return {.mid = mid, .kind = OutcomeKind::Applied, .stamp = {1, seq}};
}

Outcome refused(qint64 mid)
{
    return {.mid = mid,
        .kind = OutcomeKind::Refused,
        .code = ErrorCode::Forbidden,
        .message = u"not yours"_s};
}

} // namespace

class OutboxTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void numbersAreDenseAndTheChainGoesOn();
    void whatWasSentIsSentAgainUnchanged();
    void groupsAreNeverSplit();
    void editsOfOneRecordNotYetSentBecomeOne();
    void anOldFieldKeepsItsTime();
    void whatWasSentGoesAgainInParts();
    void sentEditsAreNotCoalesced();
    void acknowledgedEditWaitsForItsEcho();
    void serverThatKnowsLessThanItAcknowledgedGetsItAgain();
    void settlingTwiceDoesNothing();
    void refusedEditGoesBackAndIsKeptWithItsReason();
    void refusedCreateRemovesTheRow();
    void laterEditsSurviveARefusedOne();
    void aGroupThatCannotBeSentIsRefusedAlone();
    void anotherDeviceBeginsAtOne();
    void failureAtAnyStatementOfSettleLeavesNothing();
};

void OutboxTest::numbersAreDenseAndTheChainGoesOn()
{
    SyncProfile profile;
    const Id<Customer> first = profile.create(u"a"_s);
    profile.create(u"b"_s);
    const OutboxBatch batch = profile.peek();
    QCOMPARE(batch.chain, QString());
    QCOMPARE(batch.mutations.size(), size_t(2));
    QCOMPARE(batch.mutations[0].mid, 1);
    QCOMPARE(batch.mutations[1].mid, 2);
    QCOMPARE(batch.mutations[0].id, first);
    QVERIFY(profile.settle({applied(1, 10), applied(2, 11)}).ok());
    profile.create(u"c"_s);
    profile.reopen();
    const OutboxBatch next = profile.peek();
    QCOMPARE(next.chain, u"/1/2"_s);
    QCOMPARE(next.mutations.size(), size_t(1));
    QCOMPARE(next.mutations[0].mid, 3);
}

void OutboxTest::whatWasSentIsSentAgainUnchanged()
{
    SyncProfile profile;
    const Id<Customer> id = profile.create(u"a"_s);
    const OutboxBatch first = profile.peek();
    profile.rename(id, u"b"_s);
    profile.reopen();
    const OutboxBatch again = profile.peek();
    QCOMPARE(again.chain, first.chain);
    QCOMPARE(again.mutations, first.mutations);
}

void OutboxTest::groupsAreNeverSplit()
{
    SyncProfile profile;
    profile.create(u"a"_s);
    const Customer customer{.id = profile.newId<Customer>()};
    const Student student{.id = profile.newId<Student>(), .customer = customer.id};
    QVERIFY(profile.apply({createMutation(customer), createMutation(student)}).ok());
    QCOMPARE(profile.peek(2).mutations.size(), size_t(1));
    QVERIFY(profile.settle({applied(1, 5)}).ok());
    // One group goes even where it is larger than the limit.
    const OutboxBatch batch = profile.peek(1);
    QCOMPARE(batch.mutations.size(), size_t(2));
    QCOMPARE(batch.mutations[0].group, batch.mutations[1].group);
}

void OutboxTest::editsOfOneRecordNotYetSentBecomeOne()
{
    SyncProfile profile;
    const Customer served1{.id = profile.newId<Customer>(), .name = u"a"_s};
    QVERIFY(profile.absorb(aPage(5, {full({served(served1, 5)})})).ok());
    QVERIFY(profile
                .apply({Change<Customer>(served1.id, served1.id)
                            .set(&Customer::custom, QJsonObject{{u"k"_s, 1}})
                            .mutation()})
                .ok());
    QVERIFY(profile
                .apply({Change<Customer>(served1.id, served1.id)
                            .set(&Customer::custom,
                                QJsonObject{{u"k"_s, QJsonValue::Null}, {u"m"_s, 2}})
                            .mutation()})
                .ok());
    profile.rename(served1.id, u"b"_s);
    profile.rename(served1.id, u"c"_s);
    const OutboxBatch batch = profile.peek();
    QCOMPARE(batch.mutations.size(), size_t(2));
    QCOMPARE(batch.mutations[0].mid, 1);
    RecordRow row = served(served1, 5);
    for (const Mutation& mutation : batch.mutations)
        applyMutation(row, mutation);
    const Customer result = fromRow<Customer>(row);
    QCOMPARE(result.name, u"c"_s);
    QCOMPARE(result.custom, (QJsonObject{{u"m"_s, 2}}));
    QCOMPARE(profile.nameOf(served1.id), u"c"_s);
    QCOMPARE(profile.counts().waiting, 2);
}

// Joined with a later edit of another field it would win over what others wrote between the two.
void OutboxTest::anOldFieldKeepsItsTime()
{
    SyncProfile profile;
    const Customer family{.id = profile.newId<Customer>(), .name = u"a"_s};
    QVERIFY(profile.absorb(aPage(5, {full({served(family, 5)})})).ok());
    const auto edit = [&](QString Customer::*member, const QString& text) {
        return profile.apply({Change<Customer>(family.id, family.id).set(member, text).mutation()});
    };
    QVERIFY(edit(&Customer::nextStep, u"call"_s).ok());
    QVERIFY(edit(&Customer::city, u"Wuhan"_s).ok());
    QCOMPARE(profile.peek().mutations.size(), size_t(2));
}

// On a slow line all of it never gets through; the numbers stay, since the server may have them.
void OutboxTest::whatWasSentGoesAgainInParts()
{
    SyncProfile profile;
    for (int i = 0; i < 5; ++i)
        profile.create(QString::number(i));
    const OutboxBatch all = profile.peek();
    QCOMPARE(all.mutations.size(), size_t(5));
    const OutboxBatch part = profile.peek(2);
    QCOMPARE(part.mutations.size(), size_t(2));
    QCOMPARE(part.chain, all.chain);
    QCOMPARE(part.mutations[1].mid, all.mutations[1].mid);
    QVERIFY(profile.settle({applied(1, 5), applied(2, 5)}).ok());
    const OutboxBatch rest = profile.peek();
    QCOMPARE(rest.mutations.size(), size_t(3));
    QCOMPARE(rest.mutations[0].mid, 3);
}

void OutboxTest::sentEditsAreNotCoalesced()
{
    SyncProfile profile;
    const Id<Customer> id = profile.create(u"a"_s);
    profile.rename(id, u"b"_s);
    QCOMPARE(profile.peek(1).mutations.size(), size_t(1));
    profile.rename(id, u"c"_s);
    QVERIFY(profile.settle({applied(1, 5)}).ok());
    const OutboxBatch batch = profile.peek();
    QCOMPARE(batch.mutations.size(), size_t(1));
    QCOMPARE(batch.mutations[0].mid, 2);
}

void OutboxTest::acknowledgedEditWaitsForItsEcho()
{
    SyncProfile profile;
    Customer customer{.id = profile.newId<Customer>(), .name = u"a"_s};
    QVERIFY(profile.absorb(aPage(5, {full({served(customer, 5)})})).ok());
    profile.rename(customer.id, u"mine"_s);
    profile.peek();
    QVERIFY(profile.settle({applied(1, 9)}).ok());
    QCOMPARE(profile.counts().waiting, 0);
    QCOMPARE(profile.outboxCount(), 1);
    // A page of other families, taken after ours was acknowledged: the session goes on.
    Customer other{.id = profile.newId<Customer>(), .name = u"other"_s};
    PullPage page = aPage(9, {full({served(other, 7)})});
    page.last = false;
    QVERIFY(profile.absorb(page).ok());
    QCOMPARE(profile.nameOf(customer.id), u"mine"_s);
    QCOMPARE(profile.counts().waiting, 0);
    QCOMPARE(profile.outboxCount(), 1);
    customer.name = u"mine"_s;
    QVERIFY(profile.absorb(aPage(9, {delta({served(customer, 9)})})).ok());
    QCOMPARE(profile.nameOf(customer.id), u"mine"_s);
    QCOMPARE(profile.outboxCount(), 0);
}

void OutboxTest::serverThatKnowsLessThanItAcknowledgedGetsItAgain()
{
    SyncProfile profile;
    Customer customer{.id = profile.newId<Customer>(), .name = u"a"_s};
    QVERIFY(profile.absorb(aPage(5, {full({served(customer, 5)})})).ok());
    profile.rename(customer.id, u"mine"_s);
    profile.peek();
    QVERIFY(profile.settle({applied(1, 9)}).ok());
    customer.name = u"older"_s;
    customer.city = u"Xi'an"_s;
    QVERIFY(profile.absorb(aPage(8, {delta({served(customer, 8)})})).ok());
    QCOMPARE(profile.nameOf(customer.id), u"mine"_s);
    QCOMPARE(profile.find(customer.id)->city, u"Xi'an"_s);
    QCOMPARE(profile.counts().waiting, 1);
    const OutboxBatch again = profile.peek();
    QCOMPARE(again.mutations.size(), size_t(1));
    QCOMPARE(again.mutations[0].mid, 2);
}

void OutboxTest::settlingTwiceDoesNothing()
{
    SyncProfile profile;
    profile.create(u"a"_s);
    profile.peek();
    QVERIFY(profile.settle({applied(1, 9)}).ok());
    const Result<ChangeSet> again = profile.settle({refused(1), applied(77, 1)});
    QVERIFY(again.ok());
    QVERIFY(again->records.empty());
    QCOMPARE(profile.counts(), (OutboxCounts{0, 0}));
}

void OutboxTest::refusedEditGoesBackAndIsKeptWithItsReason()
{
    SyncProfile profile;
    const Customer customer{.id = profile.newId<Customer>(), .name = u"a"_s};
    QVERIFY(profile.absorb(aPage(5, {full({served(customer, 5)})})).ok());
    profile.rename(customer.id, u"mine"_s);
    profile.peek();
    const Result<ChangeSet> changes = profile.settle({refused(1)});
    QVERIFY(changes.ok());
    QCOMPARE(changes->records.size(), size_t(1));
    QCOMPARE(changes->origin, Origin::Remote);
    QCOMPARE(profile.nameOf(customer.id), u"a"_s);
    QCOMPARE(profile.counts(), (OutboxCounts{0, 1}));
    const std::vector<RefusedEdit> edits = Outbox(profile.reader()).refused();
    QCOMPARE(edits.at(0).reason, (Error{ErrorCode::Forbidden, u"not yours"_s, {}}));
    QCOMPARE(edits.at(0).mutation.value("set"_L1), QJsonValue(QJsonObject{{u"name"_s, u"mine"_s}}));
    profile.inOutbox([&](Outbox& outbox) { outbox.dismiss(edits.at(0).number); });
    QCOMPARE(profile.counts(), (OutboxCounts{0, 0}));
}

void OutboxTest::refusedCreateRemovesTheRow()
{
    SyncProfile profile;
    const Id<Customer> id = profile.create(u"a"_s);
    profile.rename(id, u"b"_s);
    profile.peek();
    QVERIFY(profile.settle({refused(1)}).ok());
    QVERIFY(!profile.find(id));
}

void OutboxTest::laterEditsSurviveARefusedOne()
{
    SyncProfile profile;
    const Customer customer{.id = profile.newId<Customer>(), .name = u"a"_s};
    QVERIFY(profile.absorb(aPage(5, {full({served(customer, 5)})})).ok());
    profile.rename(customer.id, u"mine"_s);
    profile.peek();
    QVERIFY(profile
                .apply({Change<Customer>(customer.id, customer.id)
                            .set(&Customer::city, u"Xi'an"_s)
                            .mutation()})
                .ok());
    QVERIFY(profile.settle({refused(1)}).ok());
    QCOMPARE(profile.nameOf(customer.id), u"a"_s);
    QCOMPARE(profile.find(customer.id)->city, u"Xi'an"_s);
    QCOMPARE(profile.peek().mutations.at(0).mid, 2);
}

void OutboxTest::aGroupThatCannotBeSentIsRefusedAlone()
{
    SyncProfile profile;
    const Id<Customer> bad = profile.create(u"bad"_s);
    const Id<Customer> good = profile.create(u"good"_s);
    profile.peek(1);
    profile.inOutbox([](Outbox& outbox) {
        outbox.refuseFirstGroup({ErrorCode::Malformed, u"the server cannot read it"_s});
    });
    QVERIFY(!profile.find(bad));
    QVERIFY(profile.find(good));
    // No number was used up: the server has seen none.
    const OutboxBatch batch = profile.peek();
    QCOMPARE(batch.mutations.at(0).mid, 1);
    QCOMPARE(batch.mutations.at(0).id, good);
    QCOMPARE(batch.chain, QString());
}

void OutboxTest::anotherDeviceBeginsAtOne()
{
    SyncProfile profile;
    profile.create(u"a"_s);
    profile.peek();
    QVERIFY(profile.settle({applied(1, 3)}).ok());
    profile.create(u"b"_s);
    profile.peek();
    const RecordId device = profile.ids().next();
    profile.inOutbox([&](Outbox& outbox) { outbox.restart(device); });
    const OutboxBatch batch = profile.peek();
    QCOMPARE(batch.mutations.size(), size_t(1));
    QCOMPARE(batch.mutations.at(0).mid, 1);
    QCOMPARE(batch.chain, QString());
    QCOMPARE(SyncState(profile.reader()).device(), device);
}

void OutboxTest::failureAtAnyStatementOfSettleLeavesNothing()
{
    FailAt failing;
    SyncProfile profile(&failing);
    const Customer customer{.id = profile.newId<Customer>(), .name = u"a"_s};
    QVERIFY(profile.absorb(aPage(5, {full({served(customer, 5)})})).ok());
    profile.rename(customer.id, u"mine"_s);
    profile.create(u"other"_s);
    profile.peek();
    for (int n = 0;; ++n) {
        failing.arm(n);
        const Result<ChangeSet> settled = profile.settle({refused(1), applied(2, 9)});
        failing.disarm();
        if (settled.ok())
            break;
        QCOMPARE(profile.counts(), (OutboxCounts{2, 0}));
        QCOMPARE(profile.nameOf(customer.id), u"mine"_s);
        QVERIFY2(n < 100, "never succeeds");
    }
    QCOMPARE(profile.counts(), (OutboxCounts{0, 1}));
}

HOMEROOM_TEST_MAIN(OutboxTest)
#include "outboxtest.moc"
