// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rules/scopes.h"
#include "sync/protocol/codec.h"
#include "tests/support/serverfixture.h"
#include "tests/support/serverhistory.h"
#include "tests/support/testmain.h"
#include "tests/support/twowriters.h"

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

class ServerPushTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWaitsBehindAPushIsNotTakenForNewer();
    void everyFieldHasItsColumn();
    void anAuthorOwnsWhatTheyCreate();
    void aRepeatedPushIsAnsweredByteForByte();
    void aGapIsRefused();
    void anotherContentUnderAKnownNumberIsAFork();
    void anotherUsersDeviceIsAFork();
    void aRefusalDoesNotBlockWhatFollows();
    void aRefusalHidesNothingElseOfItsRequest();
    void aGroupIsAllOrNothing();
    void serverFieldsMaskedValuesAndForeignReferencesAreRefused();
    void aForeignIdIsAnsweredLikeAnUnknownOne();
    void followUpsAreCreditedAndOnlyTheirAuthorWithdrawsThem();
    void anythingThatFailsLeavesAllOrNothing();
    void samePhoneTwiceTellsTheLeadOnly();
    void referredRecordsAreNotDeleted();
    void usersAreEditedByAdministratorsOnly();
};

void ServerPushTest::everyFieldHasItsColumn()
{
    ServerFixture server;
    for (const RecordKind kind : allRecordKinds()) {
        const Result<void> read =
            server.storage->read([&](ReadTransaction& transaction) -> Result<void> {
                (void)transaction.records(kind);
                (void)transaction.findRecord(kind, RecordId());
                return {};
            });
        QVERIFY2(read.ok(), recordType(kind).name.data());
    }
}

void ServerPushTest::anAuthorOwnsWhatTheyCreate()
{
    ServerFixture server;
    TestDevice tutor = server.device(u"a1"_s);
    const Customer family = server.find(server.family(tutor, u"Li"_s));
    QCOMPARE(RecordId(family.owner), server.idOf(u"a1"_s));
    QCOMPARE(RecordId(family.team), server.teamOf(u"a1"_s));
    TestDevice operations = server.device(u"ops"_s);
    QVERIFY(server.find(server.family(operations, u"Wu"_s)).owner.isNull());
}

void ServerPushTest::aRepeatedPushIsAnsweredByteForByte()
{
    ServerFixture server;
    TestDevice tutor = server.device(u"a1"_s);
    const Id<Customer> id = server.family(tutor, u"Li"_s);
    Mutation wrong = Change<Customer>(id, id).set(&Customer::city, u"Xi'an"_s).mutation();
    wrong.root = server.newId();
    const PushRequest request = server.requestFor(
        tutor, {Change<Customer>(id, id).set(&Customer::city, u"Wuhan"_s).mutation(), wrong});
    const auto first = Push(server.parts()).run(tutor.caller, request);
    const Stamp after = server.stamp();
    const auto second = Push(server.parts()).run(tutor.caller, request);
    QVERIFY(first.ok() && second.ok());
    QCOMPARE(encode(second->response), encode(first->response));
    QCOMPARE(first->response.outcomes[1].kind, OutcomeKind::Refused);
    QVERIFY(server.stamp() == after);
    QVERIFY(second->touched.isEmpty());
}

void ServerPushTest::aGapIsRefused()
{
    ServerFixture server;
    TestDevice tutor = server.device(u"a1"_s);
    const Id<Customer> id = server.family(tutor, u"Li"_s);
    PushRequest request = server.requestFor(
        tutor, {Change<Customer>(id, id).set(&Customer::city, u"Wuhan"_s).mutation()});
    request.mutations.front().mid += 1;
    const auto answer = Push(server.parts()).run(tutor.caller, request);
    QVERIFY(!answer.ok());
    QCOMPARE(answer.error().code, ErrorCode::Gap);
}

void ServerPushTest::anotherContentUnderAKnownNumberIsAFork()
{
    ServerFixture server;
    TestDevice tutor = server.device(u"a1"_s);
    const Id<Customer> id = server.family(tutor, u"Li"_s);
    PushRequest request = server.requestFor(
        tutor, {Change<Customer>(id, id).set(&Customer::city, u"Wuhan"_s).mutation()});
    QVERIFY(Push(server.parts()).run(tutor.caller, request).ok());
    request.mutations.front().changes.front().second = u"Jinan"_s;
    const auto changed = Push(server.parts()).run(tutor.caller, request);
    QVERIFY(!changed.ok());
    QCOMPARE(changed.error().code, ErrorCode::Fork);
    request.chain = u"00"_s;
    request.mutations.front().mid += 1;
    const auto cloned = Push(server.parts()).run(tutor.caller, request);
    QVERIFY(!cloned.ok());
    QCOMPARE(cloned.error().code, ErrorCode::Fork);
    QCOMPARE(server.find(id).city, u"Wuhan"_s);
}

void ServerPushTest::anotherUsersDeviceIsAFork()
{
    ServerFixture server;
    TestDevice tutor = server.device(u"a1"_s);
    server.family(tutor, u"Li"_s);
    Caller other = server.callerOf(u"a2"_s);
    other.device = tutor.caller.device;
    const auto answer = Push(server.parts()).run(other, server.requestFor(tutor, {}));
    QVERIFY(!answer.ok());
    QCOMPARE(answer.error().code, ErrorCode::Fork);
}

void ServerPushTest::aRefusalDoesNotBlockWhatFollows()
{
    ServerFixture server;
    TestDevice tutor = server.device(u"a1"_s);
    const Id<Customer> id = server.family(tutor, u"Li"_s);
    const Id<Customer> unknown(server.newId());
    const auto outcomes = server.push(tutor,
        {Change<Customer>(unknown, unknown).set(&Customer::city, u"Wuhan"_s).mutation(),
            Change<Customer>(id, id).set(&Customer::city, u"Jinan"_s).mutation()});
    QCOMPARE(outcomes[0].kind, OutcomeKind::Refused);
    QCOMPARE(outcomes[1].kind, OutcomeKind::Applied);
    QCOMPARE(server.find(id).city, u"Jinan"_s);
}

// All groups are tried in one savepoint, and each again apart where one is refused: what the first
// try had noted is undone with it.
void ServerPushTest::aRefusalHidesNothingElseOfItsRequest()
{
    ServerFixture server;
    TestDevice tutor = server.device(u"a1"_s);
    const Id<Customer> id = server.family(tutor, u"Li"_s);
    FeedClient lead(server, u"leadA"_s);
    while (!lead.pull(100)) { }
    Mutation wrong = Change<Customer>(id, id).set(&Customer::city, u"Xi'an"_s).mutation();
    wrong.root = server.newId();
    const PushRequest request = server.requestFor(
        tutor, {Change<Customer>(id, id).set(&Customer::city, u"Wuhan"_s).mutation(), wrong});
    const auto answer = Push(server.parts()).run(tutor.caller, request);
    QCOMPARE(answer->response.outcomes[1].kind, OutcomeKind::Refused);
    QVERIFY(answer->touched.scopes.contains(scope::user(server.idOf(u"a1"_s))));
    while (!lead.pull(100)) { }
    QCOMPARE(fromRow<Customer>(lead.rows().at(id)).city, u"Wuhan"_s);
}

void ServerPushTest::aGroupIsAllOrNothing()
{
    ServerFixture server;
    TestDevice tutor = server.device(u"a1"_s);
    const Id<Customer> id = server.family(tutor, u"Li"_s);
    Opportunity opportunity;
    opportunity.id = Id<Opportunity>(server.newId());
    opportunity.customer = id;
    opportunity.stage = Id<Stage>(server.newId()); // nobody knows this stage
    std::vector<Mutation> group{
        Change<Customer>(id, id).set(&Customer::city, u"Wuhan"_s).mutation(),
        createMutation(opportunity)};
    for (Mutation& mutation : group)
        mutation.group = 5;
    const auto outcomes = server.push(tutor, group);
    QCOMPARE(outcomes[0].kind, OutcomeKind::Refused);
    QCOMPARE(outcomes[1].kind, OutcomeKind::Refused);
    QCOMPARE(outcomes[0].code, ErrorCode::NotFound);
    QCOMPARE(outcomes[0].field, u"stage"_s);
    QVERIFY(server.find(id).city.isEmpty());
}

void ServerPushTest::serverFieldsMaskedValuesAndForeignReferencesAreRefused()
{
    ServerFixture server;
    TestDevice tutor = server.device(u"a1"_s);
    TestDevice other = server.device(u"b1"_s);
    const Id<Customer> id = server.family(tutor, u"Li"_s);
    const Id<Customer> foreign = server.family(other, u"Wu"_s);
    const auto owner = server.push(
        tutor, Change<Customer>(id, id).set(&Customer::owner, server.idOf(u"b1"_s)).mutation());
    QCOMPARE(owner.code, ErrorCode::Forbidden);
    QCOMPARE(owner.field, u"owner"_s);
    const auto masked = server.push(
        tutor, Change<Customer>(id, id).set(&Customer::phone, u"+86138****2046"_s).mutation());
    QCOMPARE(masked.code, ErrorCode::Invalid);
    Student student;
    student.id = Id<Student>(server.newId());
    student.customer = foreign;
    QCOMPARE(server.push(tutor, createMutation(student)).code, ErrorCode::NotFound);
    QCOMPARE(server.push(other, createMutation(student)).kind, OutcomeKind::Applied);
    Opportunity opportunity;
    opportunity.id = Id<Opportunity>(server.newId());
    opportunity.customer = id;
    opportunity.student = student.id;
    QCOMPARE(server.push(tutor, createMutation(opportunity)).field, u"student"_s);
}

void ServerPushTest::aForeignIdIsAnsweredLikeAnUnknownOne()
{
    ServerFixture server;
    TestDevice tutor = server.device(u"a1"_s);
    TestDevice other = server.device(u"b1"_s);
    const Id<Customer> foreign = server.family(other, u"Wu"_s);
    const Id<Customer> unknown(server.newId());
    const auto answerFor = [&](const Id<Customer>& id) {
        Outcome outcome = server.push(
            tutor, Change<Customer>(id, id).set(&Customer::city, u"Wuhan"_s).mutation());
        outcome.mid = 0;
        return outcome;
    };
    QCOMPARE(outcomeToJson(answerFor(foreign)), outcomeToJson(answerFor(unknown)));
    QVERIFY(server.find(foreign).city.isEmpty());
}

void ServerPushTest::followUpsAreCreditedAndOnlyTheirAuthorWithdrawsThem()
{
    ServerFixture server;
    TestDevice tutor = server.device(u"a1"_s);
    TestDevice lead = server.device(u"leadA"_s);
    const Id<Customer> id = server.family(tutor, u"Li"_s);
    FollowUp note;
    note.id = Id<FollowUp>(server.newId());
    note.customer = id;
    note.text = u"called"_s;
    Mutation create = createMutation(note);
    QCOMPARE(server.push(tutor, create).kind, OutcomeKind::Applied);
    QCOMPARE(RecordId(server.find(note.id).author), server.idOf(u"a1"_s));
    Mutation edit = Change<FollowUp>(note.id, id).set(&FollowUp::text, u"no"_s).mutation();
    edit.base = server.stamp();
    QCOMPARE(server.push(tutor, edit).code, ErrorCode::Forbidden);
    Mutation remove = edit;
    remove.operation = Operation::Delete;
    remove.changes.clear();
    QCOMPARE(server.push(lead, remove).code, ErrorCode::Forbidden);
    QCOMPARE(server.push(tutor, remove).kind, OutcomeKind::Applied);
    QVERIFY(server.stored(RecordKind::FollowUp, note.id)->row.deleted);
}

void ServerPushTest::anythingThatFailsLeavesAllOrNothing()
{
    ServerFixture server;
    TestDevice tutor = server.device(u"a1"_s);
    const Id<Customer> id = server.family(tutor, u"Li"_s);
    int failures = 0;
    for (int n = 0;; ++n) {
        FollowUp note;
        note.id = Id<FollowUp>(server.newId());
        note.customer = id;
        note.text = u"called"_s;
        std::vector<Mutation> group{createMutation(note),
            Change<Customer>(id, id).set(&Customer::city, u"city %1"_s.arg(n)).mutation()};
        for (Mutation& mutation : group)
            mutation.group = 1;
        const PushRequest request = server.requestFor(tutor, group);
        const Stamp before = server.stamp();
        server.observer.failAfter(n);
        const auto answer = Push(server.parts()).run(tutor.caller, request);
        server.observer.never();
        if (answer.ok()) {
            QVERIFY(server.stored(RecordKind::FollowUp, note.id).has_value());
            break;
        }
        ++failures;
        QCOMPARE(answer.error().code, ErrorCode::Database);
        QVERIFY(server.stamp() == before);
        QVERIFY(!server.stored(RecordKind::FollowUp, note.id).has_value());
        QVERIFY(server.find(id).city.isEmpty());
    }
    QVERIFY(failures > 10);
}

void ServerPushTest::samePhoneTwiceTellsTheLeadOnly()
{
    ServerFixture server;
    TestDevice first = server.device(u"a1"_s);
    TestDevice second = server.device(u"a2"_s);
    for (TestDevice* device : {&first, &second}) {
        const Id<Customer> id = server.family(*device, u"Li"_s);
        QCOMPARE(
            server
                .push(*device,
                    Change<Customer>(id, id).set(&Customer::phone, u"+8613812342046"_s).mutation())
                .kind,
            OutcomeKind::Applied);
    }
    const auto tasksOf = [&](const QString& user) {
        const auto page = Pull(server.parts()).run(server.callerOf(user), {server.newId(), {}});
        qsizetype tasks = 0;
        for (const RootUpdate& update : page->roots) {
            for (const RecordRow& row : update.rows)
                tasks += row.kind == RecordKind::Task ? 1 : 0;
        }
        return tasks;
    };
    QCOMPARE(tasksOf(u"leadA"_s), 1);
    QCOMPARE(tasksOf(u"a1"_s), 0);
    QCOMPARE(tasksOf(u"a2"_s), 0);
    QCOMPARE(tasksOf(u"leadB"_s), 0);
}

void ServerPushTest::referredRecordsAreNotDeleted()
{
    ServerFixture server;
    TestDevice tutor = server.device(u"a1"_s);
    const Id<Customer> id = server.family(tutor, u"Li"_s);
    Student student;
    student.id = Id<Student>(server.newId());
    student.customer = id;
    QCOMPARE(server.push(tutor, createMutation(student)).kind, OutcomeKind::Applied);
    Mutation remove = Change<Customer>(id, id).mutation();
    remove.operation = Operation::Delete;
    remove.base = server.stamp();
    QCOMPARE(server.push(tutor, remove).code, ErrorCode::Depends);
    Mutation child = Change<Student>(student.id, id).mutation();
    child.operation = Operation::Delete;
    child.base = server.stamp();
    QCOMPARE(server.push(tutor, child).kind, OutcomeKind::Applied);
    QCOMPARE(server.push(tutor, remove).kind, OutcomeKind::Applied);
}

void ServerPushTest::usersAreEditedByAdministratorsOnly()
{
    ServerFixture server;
    TestDevice lead = server.device(u"leadA"_s);
    TestDevice admin = server.device(u"admin"_s);
    const Id<User> tutor(server.idOf(u"a1"_s));
    Mutation off = Change<User>(tutor, tutor).set(&User::active, false).mutation();
    off.base = server.stamp();
    QCOMPARE(server.push(lead, off).code, ErrorCode::Forbidden);
    QCOMPARE(server.push(admin, off).kind, OutcomeKind::Applied);
    const Id<User> last(server.idOf(u"admin"_s));
    Mutation resignation = Change<User>(last, last).set(&User::active, false).mutation();
    resignation.base = server.stamp();
    QCOMPARE(server.push(admin, resignation).code, ErrorCode::Depends);
    Mutation name = Change<User>(last, last).set(&User::name, u"a2"_s).mutation();
    name.base = server.stamp();
    QCOMPARE(server.push(admin, name).field, u"name"_s);
}

// The first of the queue arrives alone, as after an answer that was lost.
void ServerPushTest::whatWaitsBehindAPushIsNotTakenForNewer()
{
    TwoWriters two;
    const Milliseconds typed = two.server.clock.now() + hourMs;
    two.server.clock.advance(2 * dayMs);
    two.server.push(two.lead, two.edit(&Customer::city, u"Wuhan"_s));
    two.server.clock.advance(dayMs);
    PushRequest first =
        two.server.requestFor(two.tutor, {two.edit(&Customer::campaign, u"spring"_s, typed)});
    first.drains = false;
    QVERIFY(Push(two.server.parts()).run(two.tutor.caller, first).ok());
    two.tutor.chain = chainAfter(two.tutor.chain, first.mutations.front());
    ++two.tutor.lastMid;
    const Outcome outcome =
        two.server.push(two.tutor, two.edit(&Customer::city, u"Jinan"_s, typed));
    QCOMPARE(outcome.kind, OutcomeKind::Merged);
    QCOMPARE(two.family().city, u"Wuhan"_s);
}

HOMEROOM_TEST_MAIN(ServerPushTest)
#include "serverpushtest.moc"
