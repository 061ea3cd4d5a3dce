// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/resolution.h"
#include "models/store/historyquery.h"
#include "models/values/recordjson.h"
#include "tests/support/serverside.h"
#include "tests/support/syncprofile.h"
#include "tests/support/testmain.h"

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

/// A lost card from the server, about which others want something else.
class Card : public SyncProfile {
public:
    Card()
    {
        customer.id = newId<Customer>();
        say(customer);
        pipeline.id = newId<Pipeline>();
        say(pipeline);
        lost = stage(StageRole::Lost, pipeline.id);
        card.id = newId<Opportunity>();
        card.customer = customer.id;
        card.pipeline = pipeline.id;
        card.stage = lost;
        card.rank = u"V"_s;
        card.lostReason = u"moved away"_s;
        card.stageEnteredAt = clock().now() - dayMs;
        card.closedAt = card.stageEnteredAt;
        say(card);
    }
    template <typename Record> void say(const Record& record)
    {
        ++seq;
        QVERIFY(absorb(aPage(seq, {delta({served(record, seq)})})).ok());
    }
    Id<Stage> stage(StageRole role, const Id<Pipeline>& of)
    {
        const Stage made{.id = newId<Stage>(), .pipeline = of, .role = role};
        say(made);
        return made.id;
    }
    Conflict dispute(
        const QString& field, const QJsonValue& mine, ConflictKind kind = ConflictKind::Suggestion)
    {
        Conflict conflict{.id = newId<Conflict>(), .customer = customer.id, .kind = kind};
        conflict.record = recordKey(RecordKind::Opportunity, card.id);
        conflict.fieldName = field;
        conflict.values = {{u"mine"_s, mine}};
        say(conflict);
        return conflict;
    }
    Result<void> decide(const std::vector<Decision>& decisions)
    {
        Result<Edit> edit = resolutionEdit(reader(), decisions, clock().now());
        if (!edit.ok())
            return edit.error();
        const Result<EditReceipt> receipt = store().apply(std::move(*edit)).result();
        return receipt.ok() ? Result<void>() : Result<void>(receipt.error());
    }
    Opportunity now() { return *find(card.id); }

    Customer customer{};
    Pipeline pipeline{};
    Opportunity card{};
    Id<Stage> lost{};
    qint64 seq = 0;
};

} // namespace

class ResolutionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDecidedStageIsAMoveOnTheBoard();
    void whatWasDecidedBesideTheStageStands();
    void whatTheStageHasNoRoomForGivesWay();
    void theReasonThatWasTypedComesWithItsStage();
    void aMoveOverWhatArrivedMeanwhileShowsOneStage();
    void aMoveNamesAllThatGoesWithIt();
    void aStageOfAnotherPipelineIsNoChoice();
    void anAmountBelowZeroIsNoChoice();
    void ofAnOrphanOnlyTypedWordsAreKept();
};

void ResolutionTest::aDecidedStageIsAMoveOnTheBoard()
{
    Card world;
    const Id<Stage> open = world.stage(StageRole::Intent, world.pipeline.id);
    const Conflict stage = world.dispute(u"stage"_s, open.toString());
    QVERIFY(world.decide({{stage.id, Choice::Mine, {}}}).ok());
    QCOMPARE(world.now().stage, open);
    QCOMPARE(world.now().stageEnteredAt, world.clock().now());
    QVERIFY(!world.now().closedAt);
    QVERIFY(world.now().lostReason.isEmpty());
    QCOMPARE(world.now().rank, u"V"_s);
    const Conflict again = world.dispute(u"stage"_s, open.toString());
    world.clock().advance(hourMs);
    QVERIFY(world.decide({{again.id, Choice::Own, RecordId(world.lost)}}).ok());
    QCOMPARE(world.now().closedAt, std::optional(world.clock().now()));
}

void ResolutionTest::whatWasDecidedBesideTheStageStands()
{
    Card world;
    const Id<Stage> paid = world.stage(StageRole::Paid, world.pipeline.id);
    const Milliseconds then = world.clock().now() - hourMs;
    const Conflict stage = world.dispute(u"stage"_s, paid.toString());
    const Conflict closed = world.dispute(u"closedAt"_s, then);
    QVERIFY(world.decide({{stage.id, Choice::Mine, {}}, {closed.id, Choice::Mine, {}}}).ok());
    QCOMPARE(world.now().stage, paid);
    QCOMPARE(world.now().closedAt, std::optional(then));
    QVERIFY(world.now().lostReason.isEmpty());
}

void ResolutionTest::whatTheStageHasNoRoomForGivesWay()
{
    Card world;
    const Id<Stage> open = world.stage(StageRole::Intent, world.pipeline.id);
    const Conflict stage = world.dispute(u"stage"_s, open.toString());
    const Conflict closed = world.dispute(u"closedAt"_s, world.clock().now() - hourMs);
    const Conflict reason = world.dispute(u"lostReason"_s, u"price"_s);
    QVERIFY(world
                .decide({{closed.id, Choice::Mine, {}}, {reason.id, Choice::Mine, {}},
                    {stage.id, Choice::Mine, {}}})
                .ok());
    QCOMPARE(world.now().stage, open);
    QVERIFY(!world.now().closedAt);
    QVERIFY(world.now().lostReason.isEmpty());
    // Nor does keeping what the record said of the other stage.
    const Conflict again = world.dispute(u"stage"_s, world.lost.toString());
    const Conflict when = world.dispute(u"closedAt"_s, world.clock().now() - hourMs);
    QVERIFY(world.decide({{again.id, Choice::Mine, {}}, {when.id, Choice::Theirs, {}}}).ok());
    QCOMPARE(world.now().closedAt, std::optional(world.clock().now()));
}

void ResolutionTest::theReasonThatWasTypedComesWithItsStage()
{
    Card world;
    const Id<Stage> open = world.stage(StageRole::Intent, world.pipeline.id);
    world.card.stage = open;
    world.card.lostReason.clear();
    world.card.closedAt.reset();
    world.say(world.card);
    Conflict stage = world.dispute(u"stage"_s, world.lost.toString(), ConflictKind::Conflict);
    stage.values.insert(u"along"_s, QJsonObject{{u"lostReason"_s, u"price"_s}});
    world.say(stage);
    QVERIFY(world.decide({{stage.id, Choice::Mine, {}}}).ok());
    QCOMPARE(world.now().stage, world.lost);
    QCOMPARE(world.now().lostReason, u"price"_s);
    QCOMPARE(world.now().closedAt, std::optional(world.clock().now()));
}

void ResolutionTest::aMoveOverWhatArrivedMeanwhileShowsOneStage()
{
    Card world;
    const Id<Stage> open = world.stage(StageRole::Intent, world.pipeline.id);
    const Id<Stage> learning = world.stage(StageRole::Learning, world.pipeline.id);
    Opportunity moved = world.card;
    moved.stage = open;
    moved.closedAt.reset();
    moved.lostReason.clear();
    world.say(moved);
    const auto move = Change<Opportunity>(world.card.id, world.customer.id)
                          .set(&Opportunity::stage, learning)
                          .mutation();
    QVERIFY(world.apply({move}).ok());
    world.say(world.card); // a colleague has lost it meanwhile
    QCOMPARE(world.now().stage, learning);
    QVERIFY(!world.now().closedAt);
    QVERIFY(world.now().lostReason.isEmpty());
    QCOMPARE(world.now().stageEnteredAt, world.clock().now());
}

void ResolutionTest::aMoveNamesAllThatGoesWithIt()
{
    Card world;
    const Id<Stage> open = world.stage(StageRole::Intent, world.pipeline.id);
    const auto move = [&](const Id<Stage>& to) {
        world.clock().advance(hourMs);
        return world
            .apply({Change<Opportunity>(world.card.id, world.customer.id)
                        .set(&Opportunity::stage, to)
                        .mutation()})
            .ok();
    };
    QVERIFY(move(open));
    QCOMPARE(world.now().stageEnteredAt, world.clock().now());
    QVERIFY(!world.now().closedAt);
    QVERIFY(world.now().lostReason.isEmpty());
    QVERIFY(world.store().undo().result().ok());
    QCOMPARE(world.now(), world.card);
    QVERIFY(world.store().redo().result().ok());
    QCOMPARE(world.now().stage, open);
    QVERIFY(move(world.stage(StageRole::Paid, world.pipeline.id)));
    QCOMPARE(world.now().closedAt, std::optional(world.clock().now()));
    QVERIFY(world.now().lostReason.isEmpty());
}

void ResolutionTest::aStageOfAnotherPipelineIsNoChoice()
{
    Card world;
    const Pipeline other{.id = world.newId<Pipeline>()};
    world.say(other);
    const Id<Stage> foreign = world.stage(StageRole::Intent, other.id);
    const Conflict stage = world.dispute(u"stage"_s, foreign.toString());
    const Result<void> mine = world.decide({{stage.id, Choice::Mine, {}}});
    QVERIFY(!mine.ok());
    QCOMPARE(mine.error().code, ErrorCode::Invalid);
    QCOMPARE(mine.error().field, u"stage"_s);
    QVERIFY(!world.decide({{stage.id, Choice::Own, RecordId(world.newId<Stage>())}}).ok());
    QVERIFY(!world.find(stage.id)->resolved);
    // Together with its pipeline it is one.
    const Conflict pipeline = world.dispute(u"pipeline"_s, other.id.toString());
    QVERIFY(world.decide({{stage.id, Choice::Mine, {}}, {pipeline.id, Choice::Mine, {}}}).ok());
    QCOMPARE(world.now().stage, foreign);
}

void ResolutionTest::anAmountBelowZeroIsNoChoice()
{
    Card world;
    const Conflict amount = world.dispute(u"amount"_s, 100);
    const Result<void> negative = world.decide({{amount.id, Choice::Own, qint64(-5)}});
    QVERIFY(!negative.ok());
    QCOMPARE(negative.error().code, ErrorCode::Invalid);
    QVERIFY(world.decide({{amount.id, Choice::Own, qint64(0)}}).ok());
}

void ResolutionTest::ofAnOrphanOnlyTypedWordsAreKept()
{
    Card world;
    Conflict orphan{.kind = ConflictKind::Orphan};
    orphan.record = recordKey(RecordKind::Task, world.newId<Task>());
    orphan.values = {{u"mine"_s,
        QJsonObject{{u"customer"_s, world.customer.id.toString()}, {u"state"_s, u"open"_s},
            {u"dueAt"_s, qint64(1764000000000)}, {u"text"_s, u"call\nat noon"_s}}}};
    QCOMPARE(typedWords(orphan), u"call\nat noon"_s);
    orphan.record = recordKey(RecordKind::Customer, world.customer.id);
    orphan.values = {{u"mine"_s,
        QJsonObject{{u"name"_s, u"陈静"_s}, {u"tier"_s, u"A"_s},
            {u"custom"_s, QJsonObject{{u"school"_s, u"三中"_s}}}}}};
    QCOMPARE(typedWords(orphan), u"陈静\n三中"_s);
}

HOMEROOM_TEST_MAIN(ResolutionTest)
#include "resolutiontest.moc"
