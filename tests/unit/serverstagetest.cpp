// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/support/twowriters.h"

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

/// A card that people move without knowing of each other. Every move names all that goes with it.
class Moved : public TwoWriters {
public:
    Moved() : phone(server.device(u"a1"_s))
    {
        pipeline.id = Id<Pipeline>(server.newId());
        server.write(toRow(pipeline));
        learning = stage(StageRole::Learning);
        lost = stage(StageRole::Lost);
        card.id = Id<Opportunity>(server.newId());
        card.customer = id;
        card.pipeline = pipeline.id;
        card.stage = stage(StageRole::Open);
        server.push(tutor, createMutation(card));
        base = server.stamp();
        server.clock.advance(hourMs);
        now = server.clock.now();
    }

    Mutation toLearning(Milliseconds at)
    {
        return move(Change<Opportunity>(card.id, id)
                        .set(&Opportunity::stage, learning)
                        .set(&Opportunity::closedAt, std::nullopt)
                        .set(&Opportunity::lostReason, QString())
                        .set(&Opportunity::stageEnteredAt, at),
            at);
    }
    Mutation toLost(Milliseconds at)
    {
        return move(Change<Opportunity>(card.id, id)
                        .set(&Opportunity::lostReason, u"price"_s)
                        .set(&Opportunity::closedAt, at)
                        .set(&Opportunity::stage, lost)
                        .set(&Opportunity::stageEnteredAt, at),
            at);
    }
    Mutation reason(Milliseconds at)
    {
        return move(
            Change<Opportunity>(card.id, id).set(&Opportunity::lostReason, u"moved away"_s), at);
    }
    /// Closes the conflict about the stage and moves the card, as one group.
    std::vector<Outcome> decide(TestDevice& device, const RecordId& conflict, Mutation written)
    {
        Mutation closing = Change<Conflict>(Id<Conflict>(conflict), id)
                               .set(&Conflict::resolved, true)
                               .set(&Conflict::resolution, u"mine"_s)
                               .mutation();
        closing.base = written.base = known;
        closing.group = written.group = 1;
        return server.push(device, std::vector<Mutation>{closing, written});
    }
    bool isLearning(Milliseconds since)
    {
        const Opportunity here = server.find(card.id);
        return here.stage == learning && here.stageEnteredAt == since && !here.closedAt
            && here.lostReason.isEmpty();
    }
    bool isLost(Milliseconds since)
    {
        const Opportunity here = server.find(card.id);
        return here.stage == lost && here.stageEnteredAt == since
            && here.closedAt == std::optional(since) && here.lostReason == u"price"_s;
    }

    TestDevice phone; ///< of the tutor, too
    Pipeline pipeline{};
    Opportunity card{};
    Id<Stage> learning{};
    Id<Stage> lost{};
    Milliseconds now = 0;
    Stamp known{}; ///< what a decision has seen

private:
    Id<Stage> stage(StageRole role)
    {
        const Stage made{.id = Id<Stage>(server.newId()), .pipeline = pipeline.id, .role = role};
        server.write(toRow(made));
        return made.id;
    }
    Mutation move(const Change<Opportunity>& change, Milliseconds at)
    {
        Mutation mutation = change.mutation();
        mutation.base = base;
        mutation.at = at;
        return mutation;
    }
};

} // namespace

/// What says something about a stage is always that of the stage which stands.
class ServerStageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aStageThatStaysKeepsItsCompanions_data();
    void aStageThatStaysKeepsItsCompanions();
    void theConflictHoldsWhatWasTypedBeside();
    void aStageThatWinsBringsItsCompanions();
    void aStageThatLosesTakesItsCompanionsAway();
    void aReasonAloneGivesWayToAMoveItDidNotSee();
    void aReasonAloneStandsWhereTheStageWasSeen();
    void aReasonAloneGivesWayWhereTheStageOfTheLostTimeIsGone();
    void aLaterDecisionGivesWayWhole();
    void aMoveOfAFormerOwnerIsOneSuggestion();
    void anUndoDoesNotTakeTheReasonOfAnother();
};

void ServerStageTest::aStageThatStaysKeepsItsCompanions_data()
{
    QTest::addColumn<int>("minutes");
    QTest::newRow("the second was typed earlier") << -10;
    QTest::newRow("the second was typed later") << 10;
}

void ServerStageTest::aStageThatStaysKeepsItsCompanions()
{
    QFETCH(const int, minutes);
    Moved world;
    const Milliseconds first = world.now - 30 * minuteMs;
    const Milliseconds second = first + minutes * minuteMs;
    world.server.push(world.lead, world.toLearning(first));
    const Outcome outcome = world.server.push(world.tutor, world.toLost(second));
    QCOMPARE(outcome.kind, OutcomeKind::Conflict);
    QStringList kept = outcome.kept;
    kept.sort();
    QCOMPARE(kept, (QStringList{u"closedAt"_s, u"lostReason"_s, u"stage"_s, u"stageEnteredAt"_s}));
    QVERIFY(world.isLearning(first));
    Moved other;
    other.server.push(other.lead, other.toLost(first));
    other.server.push(other.tutor, other.toLearning(second));
    QVERIFY(other.isLost(first));
}

void ServerStageTest::theConflictHoldsWhatWasTypedBeside()
{
    Moved world;
    world.server.push(world.lead, world.toLearning(world.now));
    const Outcome outcome = world.server.push(world.tutor, world.toLost(world.now));
    const Conflict conflict = world.server.find(Id<Conflict>(outcome.conflict));
    QCOMPARE(conflict.values.value(u"along"_s).toObject(),
        (QJsonObject{{u"lostReason"_s, u"price"_s}, {u"closedAt"_s, world.now},
            {u"stageEnteredAt"_s, world.now}}));
}

void ServerStageTest::aStageThatWinsBringsItsCompanions()
{
    Moved world;
    world.server.push(world.tutor, world.toLost(world.now - 2 * minuteMs));
    Mutation reason = world.reason(world.now);
    reason.base = world.server.stamp(); // of the stage that was lost
    QCOMPARE(world.server.push(world.lead, reason).kind, OutcomeKind::Applied);
    const Outcome outcome = world.server.push(world.phone, world.toLearning(world.now - minuteMs));
    QCOMPARE(outcome.kind, OutcomeKind::Applied);
    QVERIFY(world.isLearning(world.now - minuteMs));
}

void ServerStageTest::aStageThatLosesTakesItsCompanionsAway()
{
    Moved world;
    world.server.push(world.tutor, world.toLearning(world.now - minuteMs));
    const Outcome outcome = world.server.push(world.phone, world.toLost(world.now - 2 * minuteMs));
    QCOMPARE(outcome.kind, OutcomeKind::Merged);
    QVERIFY(world.isLearning(world.now - minuteMs));
}

void ServerStageTest::aReasonAloneGivesWayToAMoveItDidNotSee()
{
    Moved world;
    world.server.push(world.lead, world.toLost(world.now - 9 * minuteMs));
    world.base = world.server.stamp();
    world.server.push(world.lead, world.toLearning(world.now - 8 * minuteMs));
    world.server.clock.advance(hourMs);
    const Outcome outcome = world.server.push(world.tutor, world.reason(world.server.clock.now()));
    QCOMPARE(outcome.kind, OutcomeKind::Merged);
    QCOMPARE(outcome.kept, QStringList{u"lostReason"_s});
    QVERIFY(world.isLearning(world.now - 8 * minuteMs));
}

void ServerStageTest::aReasonAloneStandsWhereTheStageWasSeen()
{
    Moved world;
    world.server.push(world.lead, world.toLost(world.now - 9 * minuteMs));
    world.base = world.server.stamp();
    QCOMPARE(world.server.push(world.tutor, world.reason(world.now)).kind, OutcomeKind::Applied);
    QCOMPARE(world.server.find(world.card.id).lostReason, u"moved away"_s);
}

// The move was acknowledged and lost with a restore; the reason was typed over the move's own.
void ServerStageTest::aReasonAloneGivesWayWhereTheStageOfTheLostTimeIsGone()
{
    Moved world;
    ServerFixture& server = world.server;
    server.backUp();
    const Opportunity before = server.find(world.card.id);
    server.push(world.tutor, world.toLost(world.now));
    const Caller caller = server.callerOf(u"a1"_s);
    const PullRequest request{server.newId(), {}};
    const Result<PullPage> page = Pull(server.parts()).run(caller, request);
    world.base = server.stamp();
    server.restore();
    const Result<PullPage> next = Pull(server.parts()).run(caller, {request.device, page->cursor});
    QCOMPARE(next.error().code, ErrorCode::Generation);
    TestDevice tutor = server.device(u"a1"_s);
    const Outcome outcome = server.push(tutor, world.reason(world.now + minuteMs));
    QCOMPARE(outcome.kept, QStringList{u"lostReason"_s});
    QVERIFY(server.find(world.card.id) == before);
}

void ServerStageTest::aLaterDecisionGivesWayWhole()
{
    Moved world;
    world.server.push(world.lead, world.toLearning(world.now - 9 * minuteMs));
    const Outcome outcome = world.server.push(world.tutor, world.toLost(world.now - 8 * minuteMs));
    world.known = world.server.stamp();
    world.decide(world.lead, outcome.conflict, world.toLost(world.now - 5 * minuteMs));
    QVERIFY(world.isLost(world.now - 5 * minuteMs));
    for (const Mutation& late : {world.toLearning(world.now), world.toLost(world.now)}) {
        const auto answer = world.decide(world.tutor, outcome.conflict, late);
        QCOMPARE(answer[1].kind, OutcomeKind::Merged);
        QVERIFY(world.isLost(world.now - 5 * minuteMs));
    }
    QCOMPARE(world.server.conflicts().size(), size_t(1));
}

void ServerStageTest::aMoveOfAFormerOwnerIsOneSuggestion()
{
    Moved world;
    const AssignRequest request{
        {{world.id, world.server.idOf(u"a1"_s)}}, world.server.idOf(u"a2"_s)};
    QVERIFY(Commands(world.server.parts()).assign(world.lead.caller, request, {}).ok());
    const Outcome outcome = world.server.push(world.tutor, world.toLost(world.now));
    QCOMPARE(outcome.kept.size(), 4);
    QCOMPARE(world.server.conflicts().size(), size_t(1));
    const Conflict suggestion = world.server.conflicts().front();
    QCOMPARE(suggestion.fieldName, u"stage"_s);
    QCOMPARE(suggestion.values.value(u"along"_s).toObject().value(u"lostReason"_s), u"price"_s);
}

void ServerStageTest::anUndoDoesNotTakeTheReasonOfAnother()
{
    Moved world;
    world.server.push(world.tutor, world.toLost(world.now - 9 * minuteMs));
    world.base = world.server.stamp();
    world.server.push(world.lead, world.reason(world.now - 8 * minuteMs));
    Mutation undo = world.toLearning(world.now);
    undo.undo = true;
    undo.clockGood = false;
    const Outcome outcome = world.server.push(world.tutor, undo);
    QCOMPARE(outcome.code, ErrorCode::Changed);
    QCOMPARE(outcome.field, u"lostReason"_s);
    QCOMPARE(world.server.find(world.card.id).stage, world.lost);
}

HOMEROOM_TEST_MAIN(ServerStageTest)
#include "serverstagetest.moc"
