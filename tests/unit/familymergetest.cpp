// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/serverhistory.h"
#include "tests/support/testmain.h"
#include "tests/support/wholefamily.h"

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

/// Two families of one tutor, or of two.
class MergeWorld {
public:
    explicit MergeWorld(const QString& loserOwner = u"a1"_s)
        : owner(loserOwner), winner(wholeFamily(server, u"a1"_s, u"a1"_s, u"100001"_s)),
          loser(wholeFamily(server, loserOwner, u"a1"_s, u"200002"_s))
    {
    }

    QString merge(const QString& user)
    {
        const MergeRequest request{
            winner.customer, loser.customer, server.idOf(u"a1"_s), server.idOf(owner)};
        return codeOf(Commands(server.parts()).merge(callerNow(server, user), request, {}));
    }
    QString unmerge(const QString& user)
    {
        return codeOf(Commands(server.parts())
                          .unmerge(callerNow(server, user), {winner.customer, loser.customer}, {}));
    }
    template <typename T> static QString codeOf(const Result<T>& result)
    {
        return result.ok() ? QString() : errorCodeName(result.error().code);
    }

    ServerFixture server{};
    QString owner;
    WholeFamily winner;
    WholeFamily loser;
};

/// A row without what a merge may change: its stamp and its family.
RecordRow content(RecordRow row)
{
    row.stamp = {};
    row.root = {};
    if (const int parent = row.type().indexOf(u"customer"); parent >= 0)
        row.values[size_t(parent)] = FieldValue();
    return row;
}

void pullAll(FeedClient& client)
{
    while (!client.pull(3)) { }
}

} // namespace

class FamilyMergeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyRecordOfTheLoserIsTheWinners();
    void theWinnerLacksNothingTheLoserHad();
    void theTaskAboutTheTwoIsDone();
    void whoMayMerge();
    void theFeedFollows();
    void anEditOfTheLoserGoesToTheWinner();
    void anEditOfTheLosersOwnFieldsIsASuggestion();
    void whoLostTheFamilyByTheMergeKeepsTheirWords();
    void unmergeIsTheInverse();
    void unmergeTakesBackWhatCameForTheLoser();
    void unmergeTakesAlongWhatWasToldOfTheLosersRecords();
    void anEditTypedBeforeTheUnmergeStillApplies();
    void unmergeIsRefusedWhereSomethingDependsOnIt();
    void mergesInARow();
};

void FamilyMergeTest::everyRecordOfTheLoserIsTheWinners()
{
    MergeWorld world;
    const auto of = [&](const WholeFamily& family) {
        return rowsOf(world.server, family.customer);
    };
    auto expected = of(world.winner);
    for (const auto& [id, row] : of(world.loser)) {
        if (row.kind != RecordKind::Customer)
            expected[id] = row;
    }
    QCOMPARE(world.merge(u"a1"_s), QString());
    const auto after = of(world.winner);
    for (const auto& [id, row] : expected) {
        QVERIFY(after.contains(id));
        if (id != world.winner.customer)
            QVERIFY(content(after.at(id)) == content(row));
        QCOMPARE(after.at(id).root, RecordId(world.winner.customer));
    }
    QVERIFY(of(world.loser).empty());
}

void FamilyMergeTest::theWinnerLacksNothingTheLoserHad()
{
    MergeWorld world;
    Customer winner = world.server.find(world.winner.customer);
    winner.nextStep.clear();
    winner.remark = u"first"_s;
    world.server.write(toRow(winner));
    Customer loser = world.server.find(world.loser.customer);
    loser.remark = u"second"_s;
    world.server.write(toRow(loser));
    QCOMPARE(world.merge(u"leadA"_s), QString());
    const Customer both = world.server.find(world.winner.customer);
    QCOMPARE(both.name, winner.name);
    QCOMPARE(both.phone, winner.phone);
    QCOMPARE(both.nextStep, loser.nextStep);
    QCOMPARE(both.remark, u"first\nsecond"_s);
    QCOMPARE(both.tags.size(), 2);
    QCOMPARE(both.custom.size(), 2);
    bool kept = false;
    for (const auto& [id, row] : rowsOf(world.server, world.winner.customer)) {
        if (row.kind == RecordKind::Guardian)
            kept = kept || fromRow<Guardian>(row).phone == loser.phone;
    }
    QVERIFY(kept);
}

void FamilyMergeTest::theTaskAboutTheTwoIsDone()
{
    MergeWorld world;
    TestDevice tutor = world.server.device(u"a1"_s);
    const auto give = [&](const Id<Customer>& family, const QString& phone) {
        Mutation mutation =
            Change<Customer>(family, family).set(&Customer::phone, phone).mutation();
        mutation.base = world.server.stamp();
        QCOMPARE(world.server.push(tutor, mutation).kind, OutcomeKind::Applied);
    };
    const auto tasks = [&] {
        FeedClient lead(world.server, u"leadA"_s);
        pullAll(lead);
        QMap<QString, Task> found; // by the families they name
        for (const auto& [id, row] : lead.rows()) {
            if (row.kind == RecordKind::Task && fromRow<Task>(row).rule == u"duplicate-phone"_s)
                found.insert(fromRow<Task>(row).text, fromRow<Task>(row));
        }
        return found;
    };
    const Id<Customer> third = world.server.family(tutor, u"Wu"_s);
    const Id<Customer> fourth = world.server.family(tutor, u"Xu"_s);
    give(world.winner.customer, u"+8613900000007"_s);
    give(world.loser.customer, u"+8613900000007"_s);
    give(third, u"+8613900000008"_s);
    give(fourth, u"+8613900000008"_s);
    QCOMPARE(tasks().size(), 2);
    QCOMPARE(world.merge(u"a1"_s), QString());
    const auto after = tasks();
    QCOMPARE(after.size(), 2);
    for (const Task& task : after) {
        const bool merged = task.text.contains(world.loser.customer.toString());
        QCOMPARE(task.state, merged ? TaskState::Done : TaskState::Open);
        QCOMPARE(task.doneAt.has_value(), merged);
    }
}

void FamilyMergeTest::whoMayMerge()
{
    MergeWorld world(u"a2"_s);
    // A tutor sees the own one alone; for them the other is not there.
    QCOMPARE(world.merge(u"a1"_s), u"not-found"_s);
    QCOMPARE(world.merge(u"leadB"_s), u"not-found"_s);
    const MergeRequest stale{world.winner.customer, world.loser.customer,
        world.server.idOf(u"a1"_s), world.server.idOf(u"a1"_s)};
    const Commands commands(world.server.parts());
    const Caller lead = callerNow(world.server, u"leadA"_s);
    QCOMPARE(MergeWorld::codeOf(commands.merge(lead, stale, {})), u"changed"_s);
    const MergeRequest self{world.winner.customer, world.winner.customer, {}, {}};
    QCOMPARE(MergeWorld::codeOf(commands.merge(lead, self, {})), u"invalid"_s);
    QCOMPARE(world.merge(u"leadA"_s), QString());
    QCOMPARE(world.merge(u"leadA"_s), u"not-found"_s);
}

void FamilyMergeTest::theFeedFollows()
{
    MergeWorld world(u"a2"_s);
    std::vector<FeedClient> clients;
    for (const QString& user : {u"a1"_s, u"a2"_s, u"leadA"_s, u"ops"_s})
        clients.emplace_back(world.server, user);
    Oracle oracle(world.server);
    const auto check = [&] {
        for (FeedClient& client : clients) {
            pullAll(client);
            QVERIFY2(client.rows() == oracle.visibleTo(client.user()), qPrintable(client.user()));
        }
    };
    check();
    QCOMPARE(world.merge(u"leadA"_s), QString());
    check();
    QCOMPARE(world.unmerge(u"leadA"_s), QString());
    check();
}

void FamilyMergeTest::anEditOfTheLoserGoesToTheWinner()
{
    MergeWorld world;
    TestDevice device = world.server.device(u"a1"_s);
    const Stamp base = world.server.stamp();
    QCOMPARE(world.merge(u"leadA"_s), QString());
    FollowUp note;
    note.id = Id<FollowUp>(world.server.newId());
    note.customer = world.loser.customer;
    note.text = u"typed on the metro"_s;
    Mutation create = createMutation(note);
    create.base = base;
    Mutation move = Change<Opportunity>(world.loser.card, world.loser.customer)
                        .set(&Opportunity::rank, u"z"_s)
                        .mutation();
    move.base = base;
    const auto outcomes = world.server.push(device, {create, move});
    QCOMPARE(outcomes[0].kind, OutcomeKind::Applied);
    QCOMPARE(outcomes[1].kind, OutcomeKind::Applied);
    const FollowUp kept = world.server.find(note.id);
    QCOMPARE(RecordId(kept.customer), RecordId(world.winner.customer));
    QCOMPARE(kept.text, note.text);
    QCOMPARE(world.server.find(world.loser.card).rank, u"z"_s);
}

void FamilyMergeTest::anEditOfTheLosersOwnFieldsIsASuggestion()
{
    MergeWorld world;
    TestDevice device = world.server.device(u"a1"_s);
    const Stamp base = world.server.stamp();
    const Customer before = world.server.find(world.winner.customer);
    QCOMPARE(world.merge(u"leadA"_s), QString());
    Mutation edit = Change<Customer>(world.loser.customer, world.loser.customer)
                        .set(&Customer::phone, u"+8613812345678"_s)
                        .mutation();
    edit.base = base;
    Mutation remove = edit;
    remove.operation = Operation::Delete;
    remove.changes.clear();
    const auto outcomes = world.server.push(device, {edit, remove});
    QCOMPARE(outcomes[0].kind, OutcomeKind::Conflict);
    QCOMPARE(world.server.find(world.winner.customer).phone, before.phone);
    const auto conflicts = world.server.conflicts();
    QCOMPARE(conflicts.size(), size_t(1));
    QCOMPARE(conflicts[0].kind, ConflictKind::Suggestion);
    QCOMPARE(RecordId(conflicts[0].customer), RecordId(world.winner.customer));
    QCOMPARE(outcomes[1].kind, OutcomeKind::Refused);
    QCOMPARE(outcomes[1].code, ErrorCode::Depends);
}

void FamilyMergeTest::whoLostTheFamilyByTheMergeKeepsTheirWords()
{
    MergeWorld world(u"a2"_s);
    TestDevice device = world.server.device(u"a2"_s);
    const Stamp base = world.server.stamp();
    QCOMPARE(world.merge(u"leadA"_s), QString());
    FollowUp note;
    note.id = Id<FollowUp>(world.server.newId());
    note.customer = world.loser.customer;
    note.text = u"typed before"_s;
    Mutation create = createMutation(note);
    create.base = base;
    QCOMPARE(world.server.push(device, create).kind, OutcomeKind::Applied);
    QCOMPARE(RecordId(world.server.find(note.id).customer), RecordId(world.winner.customer));
    QCOMPARE(RecordId(world.server.find(note.id).author), world.server.idOf(u"a2"_s));
    // The winner itself they never saw.
    note.id = Id<FollowUp>(world.server.newId());
    note.customer = world.winner.customer;
    const Outcome foreign = world.server.push(device, createMutation(note));
    QCOMPARE(foreign.kind, OutcomeKind::Refused);
    QCOMPARE(foreign.code, ErrorCode::NotFound);
}

void FamilyMergeTest::unmergeIsTheInverse()
{
    MergeWorld world;
    const auto contents = [&](const WholeFamily& family) {
        std::map<RecordId, RecordRow> all;
        for (const auto& [id, row] : workOf(world.server, family.customer))
            all[id] = content(row);
        return all;
    };
    const auto winner = contents(world.winner);
    const auto loser = contents(world.loser);
    QCOMPARE(world.unmerge(u"a1"_s), u"not-found"_s);
    QCOMPARE(world.merge(u"a1"_s), QString());
    QCOMPARE(world.unmerge(u"a1"_s), QString());
    QVERIFY(contents(world.winner) == winner);
    QVERIFY(contents(world.loser) == loser);
    QCOMPARE(world.unmerge(u"a1"_s), u"not-found"_s);
    QCOMPARE(world.merge(u"a1"_s), QString());
}

void FamilyMergeTest::unmergeTakesBackWhatCameForTheLoser()
{
    MergeWorld world;
    TestDevice device = world.server.device(u"a1"_s);
    QCOMPARE(world.merge(u"a1"_s), QString());
    FollowUp forLoser{.id = Id<FollowUp>(world.server.newId()), .customer = world.loser.customer};
    FollowUp forWinner{.id = Id<FollowUp>(world.server.newId()), .customer = world.winner.customer};
    world.server.push(device, {createMutation(forLoser), createMutation(forWinner)});
    Mutation later = Change<Customer>(world.winner.customer, world.winner.customer)
                         .set(&Customer::city, u"Beijing"_s)
                         .mutation();
    later.base = world.server.stamp();
    QCOMPARE(world.server.push(device, later).kind, OutcomeKind::Applied);
    QCOMPARE(world.unmerge(u"a1"_s), QString());
    QCOMPARE(RecordId(world.server.find(forLoser.id).customer), RecordId(world.loser.customer));
    QCOMPARE(RecordId(world.server.find(forWinner.id).customer), RecordId(world.winner.customer));
    QCOMPARE(world.server.find(world.winner.customer).city, u"Beijing"_s);
}

void FamilyMergeTest::unmergeTakesAlongWhatWasToldOfTheLosersRecords()
{
    MergeWorld world;
    TestDevice tutor = world.server.device(u"a1"_s);
    TestDevice lead = world.server.device(u"leadA"_s);
    QCOMPARE(world.merge(u"a1"_s), QString());
    Mutation edit = Change<Opportunity>(world.loser.card, world.winner.customer)
                        .set(&Opportunity::amount, qint64(100))
                        .mutation();
    edit.base = world.server.stamp();
    QCOMPARE(world.server.push(tutor, edit).kind, OutcomeKind::Applied);
    edit.changes = {{fieldIndexOf(&Opportunity::amount), qint64(200)}};
    const Outcome disputed = world.server.push(lead, edit);
    QCOMPARE(disputed.kind, OutcomeKind::Conflict);
    QCOMPARE(world.unmerge(u"a1"_s), QString());
    const RecordId loser = world.loser.customer;
    QCOMPARE(RecordId(world.server.find(Id<Conflict>(disputed.conflict)).customer), loser);
    const QString card = u"opportunity/"_s + world.loser.card.toString();
    for (const auto& [id, row] : rowsOf(world.server, world.winner.customer)) {
        if (row.kind == RecordKind::HistoryEntry)
            QVERIFY(fromRow<HistoryEntry>(row).record != card);
    }
}

void FamilyMergeTest::anEditTypedBeforeTheUnmergeStillApplies()
{
    MergeWorld world;
    TestDevice device = world.server.device(u"a1"_s);
    QCOMPARE(world.merge(u"a1"_s), QString());
    Mutation move = Change<Opportunity>(world.loser.card, world.winner.customer)
                        .set(&Opportunity::rank, u"z"_s)
                        .mutation();
    move.base = world.server.stamp();
    QCOMPARE(world.unmerge(u"a1"_s), QString());
    world.server.push(device, move);
    QCOMPARE(world.server.find(world.loser.card).rank, u"z"_s);
    // Of a family that the author does not see, the same is refused.
    const WholeFamily foreign = wholeFamily(world.server, u"b1"_s, u"b1"_s, u"300003"_s);
    move.id = foreign.card;
    QCOMPARE(world.server.push(device, move).kind, OutcomeKind::Refused);
}

void FamilyMergeTest::unmergeIsRefusedWhereSomethingDependsOnIt()
{
    MergeWorld world;
    TestDevice device = world.server.device(u"a1"_s);
    QCOMPARE(world.merge(u"a1"_s), QString());
    Order order;
    order.id = Id<Order>(world.server.newId());
    order.customer = world.winner.customer;
    order.student = world.loser.student;
    QCOMPARE(world.server.push(device, createMutation(order)).kind, OutcomeKind::Applied);
    const Stamp before = world.server.stamp();
    QCOMPARE(world.unmerge(u"a1"_s), u"depends"_s);
    QVERIFY(world.server.stamp() == before);
}

void FamilyMergeTest::mergesInARow()
{
    MergeWorld world;
    const WholeFamily third = wholeFamily(world.server, u"a1"_s, u"a1"_s, u"300003"_s);
    TestDevice device = world.server.device(u"a1"_s);
    QCOMPARE(world.merge(u"a1"_s), QString());
    const RecordId owner = world.server.idOf(u"a1"_s);
    const Commands commands(world.server.parts());
    const Caller caller = callerNow(world.server, u"a1"_s);
    QVERIFY(commands.merge(caller, {third.customer, world.winner.customer, owner, owner}, {}).ok());
    QCOMPARE(world.unmerge(u"a1"_s), u"depends"_s);
    FollowUp note{.id = Id<FollowUp>(world.server.newId()), .customer = world.loser.customer};
    QCOMPARE(world.server.push(device, createMutation(note)).kind, OutcomeKind::Applied);
    QCOMPARE(RecordId(world.server.find(note.id).customer), RecordId(third.customer));
    QVERIFY(commands.unmerge(caller, {third.customer, world.winner.customer}, {}).ok());
    QCOMPARE(RecordId(world.server.find(note.id).customer), RecordId(world.winner.customer));
    QCOMPARE(world.unmerge(u"a1"_s), QString());
    QCOMPARE(RecordId(world.server.find(note.id).customer), RecordId(world.loser.customer));
}

HOMEROOM_TEST_MAIN(FamilyMergeTest)
#include "familymergetest.moc"
