// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/openapidocument.h"
#include "sync/protocol/codec.h"
#include "tests/support/accessworld.h"
#include "tests/support/testmain.h"

#include <QJsonArray>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

/// How the caller stands to the family that is edited.
enum class Relation {
    Edits, ///< sees it and may edit it
    Former, ///< saw it until lately
    Closed, ///< the same, and the account is closed
    Stranger ///< never saw it, or it is unknown
};

/// What an edit comes to for each of them.
struct Expected {
    OutcomeKind edits = OutcomeKind::Applied;
    OutcomeKind former = OutcomeKind::Conflict; ///< a suggestion
    OutcomeKind closed = OutcomeKind::Conflict;
};

/// One sort of edit of a family's records.
struct Edit {
    QByteArray name{};
    std::function<Mutation(AccessWorld&, const WholeFamily&)> make{};
    Expected expected{};
};

Mutation setCity(AccessWorld&, const WholeFamily& family)
{
    return Change<Customer>(family.customer, family.customer)
        .set(&Customer::city, u"Beijing"_s)
        .mutation();
}

Mutation setCard(AccessWorld&, const WholeFamily& family)
{
    return Change<Opportunity>(family.card, family.customer)
        .set(&Opportunity::lostReason, u"moved away"_s)
        .mutation();
}

/// Whoever edits the family writes it, also who reads it masked.
Mutation setPhone(AccessWorld&, const WholeFamily& family)
{
    return Change<Customer>(family.customer, family.customer)
        .set(&Customer::phone, u"+8613911119999"_s)
        .mutation();
}

Mutation tags(AccessWorld& world, const WholeFamily& family, Operation operation)
{
    // A tag that is there is taken away, another one added.
    const auto row = world.server.stored(RecordKind::Customer, family.customer);
    const bool there = operation == Operation::Remove && row;
    const QString tag =
        there ? fromRow<Customer>(row->row).tags.front() : world.server.newId().toString();
    Mutation mutation = Change<Customer>(family.customer, family.customer)
                            .set(&Customer::tags, QStringList{tag})
                            .mutation();
    mutation.operation = operation;
    return mutation;
}

Mutation addTag(AccessWorld& world, const WholeFamily& family)
{
    return tags(world, family, Operation::Add);
}

Mutation removeTag(AccessWorld& world, const WholeFamily& family)
{
    return tags(world, family, Operation::Remove);
}

Mutation deleteTask(AccessWorld&, const WholeFamily& family)
{
    Mutation mutation = Change<Task>(family.openTask, family.customer).mutation();
    mutation.operation = Operation::Delete;
    return mutation;
}

Mutation undoCity(AccessWorld& world, const WholeFamily& family)
{
    Mutation mutation = setCity(world, family);
    mutation.undo = true;
    mutation.clockGood = false;
    return mutation;
}

Mutation createNote(AccessWorld& world, const WholeFamily& family)
{
    return createMutation(FollowUp{.id = Id<FollowUp>(world.server.newId()),
        .customer = family.customer,
        .text = u"typed on the metro"_s});
}

Mutation createStudent(AccessWorld& world, const WholeFamily& family)
{
    return createMutation(Student{
        .id = Id<Student>(world.server.newId()), .customer = family.customer, .name = u"Hao"_s});
}

const std::vector<Edit>& edits()
{
    constexpr auto applied = OutcomeKind::Applied;
    constexpr auto refused = OutcomeKind::Refused;
    static const std::vector<Edit> all{{"set", setCity}, {"set of a card", setCard},
        {"set of a contact", setPhone}, {"add", addTag}, {"remove", removeTag},
        {"delete", deleteTask, {applied, refused, refused}}, {"undo", undoCity},
        {"create of a note", createNote, {applied, applied, applied}},
        {"create of a student", createStudent, {applied, applied, OutcomeKind::Conflict}}};
    return all;
}

/// What a refusal tells: the same for what is foreign and for what is not there.
using Reason = std::tuple<ErrorCode, QString, QString>;

Reason reasonOf(const Outcome& outcome)
{
    return {outcome.code, outcome.message, outcome.field};
}

Relation relationOf(AccessWorld& world, const Actor& actor, const RecordId& family)
{
    return world.covers(actor, Right::EditFamily, family) ? Relation::Edits : Relation::Stranger;
}

OutcomeKind expectedOf(const Edit& edit, Relation relation)
{
    switch (relation) {
    case Relation::Edits:
        return edit.expected.edits;
    case Relation::Former:
        return edit.expected.former;
    case Relation::Closed:
        return edit.expected.closed;
    case Relation::Stranger:
        break;
    }
    return OutcomeKind::Refused;
}

/// Pushes one edit from a new device. The answer holds nothing that the caller may not read.
Outcome push(AccessWorld& world, const Actor& actor, Mutation edit, const Stamp& base)
{
    TestDevice device{world.callerOf(actor)};
    device.caller.device = world.server.newId();
    edit.base = base;
    const HttpResponse answer =
        world.send("POST"_ba, route::push, actor, encode(world.server.requestFor(device, {edit})));
    const auto response = decodePushResponse(answer.body);
    if (!response.ok() || !world.leaks(actor, answer.body, {}).isEmpty())
        qFatal("%s", answer.body.constData());
    return response->outcomes.front();
}

QByteArray cellOf(const Actor& actor, const Outcome& outcome)
{
    return actor.name.toUtf8() + ": outcome " + QByteArray::number(int(outcome.kind)) + ' '
        + outcome.message.toUtf8();
}

const std::vector<Actor>& signedIn()
{
    static const std::vector<Actor> all = [] {
        std::vector<Actor> actors = AccessWorld::actors();
        std::erase_if(actors, [](const Actor& actor) { return actor.user.isEmpty(); });
        return actors;
    }();
    return all;
}

} // namespace

/// Every sort of edit in a push × every kind of caller × a family of the own team, of another, of
/// nobody, and one that the caller held before (sync.md sections 6 and 11).
class AccessPushTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyOperationIsTried();
    void everyCellIsAsTheTableSays_data();
    void everyCellIsAsTheTableSays();
    void whatWasHeldBeforeIsForOthersToDecide_data() { everyCellIsAsTheTableSays_data(); }
    void whatWasHeldBeforeIsForOthersToDecide();
    void whatWasHeldLongAgoIsUnknown_data() { everyCellIsAsTheTableSays_data(); }
    void whatWasHeldLongAgoIsUnknown();
    void aForeignRecordIsUnknownInTheOwnFamily_data() { everyCellIsAsTheTableSays_data(); }
    void aForeignRecordIsUnknownInTheOwnFamily();
    void aForeignReferenceIsUnknown();

private:
    /// What the caller is told of an unknown family.
    static Reason reasonOfUnknown(AccessWorld& world, const Actor& actor, const Edit& edit);
};

void AccessPushTest::everyOperationIsTried()
{
    AccessWorld world;
    const QJsonValue mutation = openapiDocument()["components"_L1]["schemas"_L1]["Mutation"_L1];
    QSet<QString> tried;
    bool undone = false;
    for (const Edit& each : edits()) {
        const Mutation made = each.make(world, world.wholeFamilyOf(Target::TeamA));
        tried.insert(QString(operationWord(made.operation)));
        undone = undone || made.undo;
    }
    const QJsonArray words = mutation["properties"_L1]["op"_L1]["enum"_L1].toArray();
    QCOMPARE(words.size(), tried.size());
    for (const QJsonValue& word : words)
        QVERIFY2(tried.contains(word.toString()), qPrintable(word.toString()));
    QVERIFY(undone && mutation["properties"_L1]["undo"_L1].isObject());
}

Reason AccessPushTest::reasonOfUnknown(AccessWorld& world, const Actor& actor, const Edit& edit)
{
    const Outcome outcome = push(
        world, actor, edit.make(world, world.wholeFamilyOf(Target::Unknown)), world.server.stamp());
    if (outcome.kind != OutcomeKind::Refused || outcome.code != ErrorCode::NotFound)
        qFatal("%s", cellOf(actor, outcome).constData());
    return reasonOf(outcome);
}

void AccessPushTest::everyCellIsAsTheTableSays_data()
{
    QTest::addColumn<int>("number");
    for (size_t i = 0; i < edits().size(); ++i)
        QTest::newRow(edits()[i].name.constData()) << int(i);
}

void AccessPushTest::everyCellIsAsTheTableSays()
{
    QFETCH(int, number);
    const Edit& edit = edits()[size_t(number)];
    AccessWorld world;
    int refused = 0;
    for (const Target target : {Target::TeamA, Target::TeamB}) {
        WholeFamily family = world.wholeFamilyOf(target);
        for (const Actor& actor : signedIn()) {
            const Relation relation = relationOf(world, actor, family.customer);
            const Reason unknown = reasonOfUnknown(world, actor, edit);
            const auto before = world.tables();
            const Outcome outcome =
                push(world, actor, edit.make(world, family), world.server.stamp());
            QVERIFY2(
                outcome.kind == expectedOf(edit, relation), cellOf(actor, outcome).constData());
            if (relation == Relation::Edits) {
                family = world.wholeFamilyOf(target);
                continue;
            }
            ++refused;
            QCOMPARE(reasonOf(outcome), unknown);
            QCOMPARE(AccessWorld::changed(before, world.tables()), QStringList());
        }
    }
    // Lead, operations and administrators reach what they do; the tutors their own.
    QCOMPARE(refused, 12);
}

void AccessPushTest::whatWasHeldBeforeIsForOthersToDecide()
{
    QFETCH(int, number);
    const Edit& edit = edits()[size_t(number)];
    AccessWorld world;
    for (const Actor& actor : signedIn()) {
        if (!AccessWorld::heldSomething(actor))
            continue;
        const auto [family, known] = world.heldBefore(actor);
        const Relation relation =
            world.callerOf(actor).active ? Relation::Former : Relation::Closed;
        const Outcome outcome = push(world, actor, edit.make(world, family), known);
        QVERIFY2(outcome.kind == expectedOf(edit, relation), cellOf(actor, outcome).constData());
        if (outcome.kind == OutcomeKind::Refused)
            QCOMPARE(reasonOf(outcome), reasonOfUnknown(world, actor, edit));
        // What was typed after it was gone was not typed in it.
        const Outcome late = push(world, actor, edit.make(world, family), world.server.stamp());
        QVERIFY2(late.kind == OutcomeKind::Refused, cellOf(actor, late).constData());
        QCOMPARE(reasonOf(late), reasonOfUnknown(world, actor, edit));
    }
}

void AccessPushTest::whatWasHeldLongAgoIsUnknown()
{
    QFETCH(int, number);
    const Edit& edit = edits()[size_t(number)];
    AccessWorld world;
    for (const Actor& actor : signedIn()) {
        if (!AccessWorld::heldSomething(actor) || !world.callerOf(actor).active)
            continue;
        const auto [family, known] = world.heldBefore(actor);
        world.pass(31 * dayMs);
        const Outcome outcome = push(world, actor, edit.make(world, family), known);
        QVERIFY2(outcome.kind == OutcomeKind::Refused, cellOf(actor, outcome).constData());
        QCOMPARE(reasonOf(outcome), reasonOfUnknown(world, actor, edit));
    }
}

void AccessPushTest::aForeignRecordIsUnknownInTheOwnFamily()
{
    QFETCH(int, number);
    const Edit& edit = edits()[size_t(number)];
    AccessWorld world;
    const Actor owner = signedIn().front();
    const WholeFamily own = world.wholeFamilyOf(Target::TeamA);
    QSet<QString> told;
    for (const Target target : {Target::TeamB, Target::Unknown}) {
        Mutation mutation = edit.make(world, world.wholeFamilyOf(target));
        if (mutation.operation == Operation::Create)
            return; // a new id is nobody's
        mutation.root = own.customer;
        const Outcome outcome = push(world, owner, mutation, world.server.stamp());
        QVERIFY2(outcome.kind == OutcomeKind::Refused, cellOf(owner, outcome).constData());
        QCOMPARE(outcome.code, ErrorCode::NotFound);
        told.insert(outcome.message + u'/' + outcome.field);
    }
    QCOMPARE(told.size(), 1);
}

void AccessPushTest::aForeignReferenceIsUnknown()
{
    AccessWorld world;
    const Actor owner = signedIn().front();
    const WholeFamily own = world.wholeFamilyOf(Target::TeamA);
    QSet<QString> told;
    for (const Target target : {Target::TeamB, Target::Unknown}) {
        const Mutation edit = Change<Opportunity>(own.card, own.customer)
                                  .set(&Opportunity::student, world.wholeFamilyOf(target).student)
                                  .mutation();
        const Outcome outcome = push(world, owner, edit, world.server.stamp());
        QCOMPARE(outcome.kind, OutcomeKind::Refused);
        QCOMPARE(outcome.code, ErrorCode::NotFound);
        QCOMPARE(outcome.field, u"student"_s);
        told.insert(outcome.message);
    }
    QCOMPARE(told.size(), 1);
}

HOMEROOM_TEST_MAIN(AccessPushTest)
#include "accesspushtest.moc"
