// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/serverhistory.h"
#include "tests/support/testmain.h"
#include "tests/support/twowriters.h"

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

/// The tutor's family is handed to a colleague while the tutor is offline.
class HandedOver : public TwoWriters {
public:
    HandedOver()
    {
        card = Id<Opportunity>(server.newId());
        student = Id<Student>(server.newId());
        server.push(tutor,
            {createMutation(Student{.id = student, .customer = id, .name = u"Hao"_s}),
                createMutation(Opportunity{.id = card, .customer = id, .amount = 990})});
        const AssignRequest request{{{id, server.idOf(u"a1"_s)}}, server.idOf(u"a2"_s)};
        const auto answer = Commands(server.parts()).assign(lead.caller, request, {});
        if (!answer.ok())
            qFatal("%s", qPrintable(answer.error().detail));
    }

    /// An edit of a child that is older than the hand-over by which the family came.
    Mutation raise(qint64 amount)
    {
        Mutation mutation =
            Change<Opportunity>(card, id).set(&Opportunity::amount, amount).mutation();
        mutation.base = base;
        return mutation;
    }

    Mutation note()
    {
        FollowUp note;
        note.id = Id<FollowUp>(server.newId());
        note.customer = id;
        note.text = u"typed on the metro"_s;
        Mutation mutation = createMutation(note);
        mutation.base = base;
        return mutation;
    }

    QStringList words(ConflictKind kind)
    {
        QStringList found;
        for (const Conflict& conflict : server.conflicts()) {
            if (conflict.kind == kind)
                found.append(conflict.fieldName.isEmpty() ? conflict.record.section(u'/', 0, 0)
                                                          : conflict.fieldName);
        }
        found.sort();
        return found;
    }

    Id<Opportunity> card{};
    Id<Student> student{};
};

/// A colleague gets a family that is older than that, works on it offline, and loses it.
class PassedOn : public HandedOver {
public:
    PassedOn()
    {
        second = server.device(u"a2"_s);
        const AssignRequest request{{{id, server.idOf(u"a2"_s)}}, server.idOf(u"a1"_s)};
        if (!Commands(server.parts()).assign(lead.caller, request, {}).ok())
            qFatal("not assigned");
    }

    TestDevice second;
};

/// The colleague's account is closed while they are offline.
class Closed : public HandedOver {
public:
    Closed()
    {
        second = server.device(u"a2"_s);
        const Commands commands(server.parts());
        if (!commands.deactivate(server.callerOf(u"admin"_s), server.idOf(u"a2"_s)).ok())
            qFatal("not deactivated");
        second.caller.active = false;
    }

    TestDevice second;
};

Mutation grouped(Mutation mutation, qint64 group)
{
    mutation.group = group;
    return mutation;
}

} // namespace

class FormerOwnerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatAFormerOwnerAddedIsKept();
    void whatAFormerOwnerChangedIsSuggested();
    void aRecordOlderThanTheHandOverIsSuggestedToo();
    void aDecisionOfAFormerOwnerStaysOpen();
    void membersTakenAwayAreSuggestedAsThat();
    void aRefusedGroupLosesNoWord();
    void whatComesTooLateIsRefusedAndPassedOn();
    void whatWasMadeAfterTheHandOverIsRefused();
    void aClosedAccountIsHeardAndChangesNothing();
    void aClosedAccountMakesNothingButNotes();
};

void FormerOwnerTest::whatAFormerOwnerAddedIsKept()
{
    HandedOver world;
    const Mutation note = world.note();
    QCOMPARE(world.server.push(world.tutor, note).kind, OutcomeKind::Applied);
    const FollowUp stored = world.server.find(Id<FollowUp>(note.id));
    QCOMPARE(stored.text, u"typed on the metro"_s);
    QCOMPARE(RecordId(stored.author), world.server.idOf(u"a1"_s));
}

void FormerOwnerTest::whatAFormerOwnerChangedIsSuggested()
{
    HandedOver world;
    const Outcome outcome = world.server.push(world.tutor, world.edit(&Customer::city, u"Wuhan"_s));
    QCOMPARE(outcome.kind, OutcomeKind::Conflict);
    QCOMPARE(world.server.find(Id<Conflict>(outcome.conflict)).kind, ConflictKind::Suggestion);
    QVERIFY(world.family().city.isEmpty());
}

void FormerOwnerTest::whatComesTooLateIsRefusedAndPassedOn()
{
    HandedOver world;
    world.server.clock.advance(31 * dayMs);
    const Outcome outcome = world.server.push(world.tutor, world.note());
    QCOMPARE(outcome.code, ErrorCode::NotFound);
    const auto conflicts = world.server.conflicts();
    QCOMPARE(conflicts.size(), size_t(1));
    QCOMPARE(conflicts.front().kind, ConflictKind::Orphan);
    QCOMPARE(conflicts.front().values.value(u"mine"_s).toObject().value(u"text"_s).toString(),
        u"typed on the metro"_s);
}

void FormerOwnerTest::whatWasMadeAfterTheHandOverIsRefused()
{
    HandedOver world;
    world.base = world.server.stamp();
    QCOMPARE(world.server.push(world.tutor, world.note()).code, ErrorCode::NotFound);
    QVERIFY(world.server.conflicts().empty());
}

void FormerOwnerTest::aRecordOlderThanTheHandOverIsSuggestedToo()
{
    PassedOn world;
    const auto outcomes = world.server.push(
        world.second, {grouped(world.note(), 1), grouped(world.raise(123400), 1)});
    QCOMPARE(outcomes[0].kind, OutcomeKind::Applied);
    QCOMPARE(outcomes[1].kind, OutcomeKind::Conflict);
    const Conflict suggestion = world.server.find(Id<Conflict>(outcomes[1].conflict));
    QCOMPARE(suggestion.kind, ConflictKind::Suggestion);
    QCOMPARE(suggestion.values.value(u"mine"_s).toInteger(), 123400);
    QCOMPARE(world.server.find(world.card).amount, 990);
}

void FormerOwnerTest::aDecisionOfAFormerOwnerStaysOpen()
{
    PassedOn world;
    world.server.push(world.lead, world.edit(&Customer::name, u"Wang"_s));
    const Outcome lost = world.server.push(world.tutor, world.edit(&Customer::name, u"Wu"_s));
    const Id<Conflict> conflict(lost.conflict);
    Mutation decision = Change<Conflict>(conflict, world.id)
                            .set(&Conflict::resolved, true)
                            .set(&Conflict::resolution, u"mine"_s)
                            .mutation();
    decision.base = world.base;
    QCOMPARE(world.server.push(world.second, decision).kind, OutcomeKind::Merged);
    QVERIFY(!world.server.find(conflict).resolved);
    QCOMPARE(world.server.conflicts().size(), size_t(1));
    FeedClient reader(world.server, u"a1"_s);
    while (!reader.pull(100)) { }
    const auto told = std::ranges::count_if(reader.rows(), [](const auto& entry) {
        return entry.second.kind == RecordKind::HistoryEntry
            && fromRow<HistoryEntry>(entry.second).action == HistoryAction::Lost;
    });
    QCOMPARE(told, 1);
}

void FormerOwnerTest::membersTakenAwayAreSuggestedAsThat()
{
    HandedOver world;
    const QString one = world.server.newId().toString();
    const QString other = world.server.newId().toString();
    world.server.push(world.lead, world.edit(&Customer::tags, QStringList{one, other}));
    Mutation removal = world.edit(&Customer::tags, QStringList{one});
    removal.operation = Operation::Remove;
    const Outcome outcome = world.server.push(world.tutor, removal);
    QCOMPARE(outcome.kind, OutcomeKind::Conflict);
    const QJsonObject values = world.server.find(Id<Conflict>(outcome.conflict)).values;
    QCOMPARE(values.value(u"operation"_s).toString(), u"remove"_s);
    QCOMPARE(values.value(u"mine"_s).toArray(), QJsonArray{one});
    QCOMPARE(world.family().tags.size(), 2);
}

void FormerOwnerTest::aRefusedGroupLosesNoWord()
{
    HandedOver world;
    Mutation removal = world.raise(0);
    removal.operation = Operation::Delete;
    removal.changes.clear();
    const auto outcomes =
        world.server.push(world.tutor, {grouped(world.note(), 1), grouped(removal, 1)});
    QCOMPARE(outcomes[0].kind, OutcomeKind::Refused);
    QCOMPARE(world.words(ConflictKind::Orphan), QStringList{u"followup"_s});
}

void FormerOwnerTest::aClosedAccountIsHeardAndChangesNothing()
{
    Closed world;
    Mutation wish = world.edit(&Customer::nextStep, u"ring on Friday"_s);
    const auto outcomes =
        world.server.push(world.second, {grouped(world.note(), 1), grouped(wish, 1)});
    QCOMPARE(outcomes[0].kind, OutcomeKind::Applied);
    QCOMPARE(outcomes[1].kind, OutcomeKind::Conflict);
    QVERIFY(world.family().nextStep.isEmpty());
    QCOMPARE(world.words(ConflictKind::Suggestion), QStringList{u"nextStep"_s});
}

void FormerOwnerTest::aClosedAccountMakesNothingButNotes()
{
    Closed world;
    const Student child{
        .id = Id<Student>(world.server.newId()), .customer = world.id, .name = u"Mei"_s};
    QCOMPARE(world.server.push(world.second, createMutation(child)).kind, OutcomeKind::Conflict);
    QVERIFY(!world.server.stored(RecordKind::Student, child.id));
    QCOMPARE(world.words(ConflictKind::Orphan), QStringList{u"student"_s});
    const Customer family{.id = Id<Customer>(world.server.newId()), .name = u"Zhao"_s};
    const Outcome refused = world.server.push(world.second, createMutation(family));
    QCOMPARE(refused.code, ErrorCode::Forbidden);
    QCOMPARE(refused.field, u"active"_s);
}

HOMEROOM_TEST_MAIN(FormerOwnerTest)
#include "formerownertest.moc"
