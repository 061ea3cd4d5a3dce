// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/boardmove.h"
#include "models/store/resolution.h"
#include "models/store/synccentrequery.h"
#include "tests/support/syncclientfixture.h"
#include "tests/support/testmain.h"

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

/// A tutor and the team's lead, who both see one card.
class OneCard {
public:
    OneCard() : tutor(world, u"a1"_s), lead(world, u"leadA"_s), operations(world, u"ops"_s)
    {
        for (TestClient* client : {&tutor, &lead, &operations})
            client->signIn();
        pipeline.id = operations.newId<Pipeline>();
        QVERIFY(operations.apply({createMutation(pipeline)}).ok());
        intent = stage(StageRole::Intent);
        learning = stage(StageRole::Learning);
        lost = stage(StageRole::Lost);
        settle();
        card = {.id = tutor.newId<Opportunity>(), .customer = tutor.create(u"Li Lei"_s)};
        card.pipeline = pipeline.id;
        card.stage = intent.id;
        card.rank = u"V"_s;
        QVERIFY(tutor.apply({createMutation(card)}).ok());
        settle();
    }

    void settle() { world.time.run(secondMs); }
    void goOffline()
    {
        tutor.network().setOnline(false);
        lead.network().setOnline(false);
        settle();
    }
    void comeBack(TestClient& client)
    {
        client.network().setOnline(true);
        world.time.run(6 * minuteMs);
    }
    void moves(TestClient& client, const Stage& to, const QString& reason = {})
    {
        world.time.run(minuteMs);
        const StageMove move{to, card.rank, client.clock().now(), reason, {}};
        QVERIFY(client.apply(stageMoveMutations(*client.find(card.id), move)).ok());
    }
    /// Both move the card, neither knowing of the other; the tutor's arrives second.
    void dispute()
    {
        goOffline();
        moves(lead, learning);
        moves(tutor, lost, u"price"_s);
        comeBack(lead);
        comeBack(tutor);
    }
    RecordId conflict(TestClient& client)
    {
        const auto items = readSyncCentre(client.reader(), 100).items;
        return items.size() == 1 && items[0].section == CentreSection::Conflicts
            ? items[0].fields[0].conflict
            : RecordId();
    }
    void decides(
        TestClient& client, const RecordId& about, Choice choice, const FieldValue& own = {})
    {
        world.time.run(minuteMs);
        Result<Edit> edit =
            resolutionEdit(client.reader(), {{about, choice, own}}, client.clock().now());
        QVERIFY(edit.ok());
        QVERIFY(client.store().apply(std::move(*edit)).result().ok());
    }
    /// «stage reason closed» of the card as the server and both clients have it; one text where
    /// they agree.
    QString cards()
    {
        QStringList seen;
        for (const Opportunity& each :
            {world.server.find(card.id), *tutor.find(card.id), *lead.find(card.id)})
            seen.append(said(each));
        seen.removeDuplicates();
        return seen.join(u" | "_s);
    }
    QString said(const Opportunity& each) const
    {
        const QString name = each.stage == learning.id ? u"learning"_s
            : each.stage == lost.id                    ? u"lost"_s
                                                       : u"intent"_s;
        const QString closed = !each.closedAt       ? u"open"_s
            : *each.closedAt == each.stageEnteredAt ? u"closed"_s
                                                    : u"closed at another time"_s;
        return u"%1 %2 %3"_s.arg(name, each.lostReason, closed);
    }

    SyncWorld world{};
    TestClient tutor;
    TestClient lead;
    TestClient operations;
    Pipeline pipeline{};
    Stage intent{};
    Stage learning{};
    Stage lost{};
    Opportunity card{};

private:
    Stage stage(StageRole role)
    {
        const Stage made{.id = operations.newId<Stage>(), .pipeline = pipeline.id, .role = role};
        if (!operations.apply({createMutation(made)}).ok())
            qFatal("no stage");
        return made;
    }
};

} // namespace

class StageConflictTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theStageThatStaysHasItsOwnCompanions();
    void aDecisionBringsTheReasonThatWasTyped();
    void ofTwoDecisionsTheFirstStandsWhole();
    void anUndoneMoveIsTakenBackWhole();
};

void StageConflictTest::theStageThatStaysHasItsOwnCompanions()
{
    OneCard world;
    world.dispute();
    QCOMPARE(world.cards(), u"learning  open"_s);
    world.decides(world.tutor, world.conflict(world.tutor), Choice::Theirs);
    world.settle();
    QCOMPARE(world.cards(), u"learning  open"_s);
}

void StageConflictTest::aDecisionBringsTheReasonThatWasTyped()
{
    OneCard world;
    world.dispute();
    world.decides(world.lead, world.conflict(world.lead), Choice::Mine);
    world.settle();
    QCOMPARE(world.cards(), u"lost price closed"_s);
}

void StageConflictTest::ofTwoDecisionsTheFirstStandsWhole()
{
    OneCard world;
    world.dispute();
    const RecordId about = world.conflict(world.tutor);
    QVERIFY(!about.isNull());
    world.goOffline();
    world.decides(world.lead, about, Choice::Own, RecordId(world.intent.id));
    world.decides(world.tutor, about, Choice::Mine);
    QCOMPARE(world.said(*world.tutor.find(world.card.id)), u"lost price closed"_s);
    world.comeBack(world.lead);
    world.comeBack(world.tutor);
    QCOMPARE(world.cards(), u"intent  open"_s);
}

void StageConflictTest::anUndoneMoveIsTakenBackWhole()
{
    OneCard world;
    world.moves(world.tutor, world.lost, u"price"_s);
    world.settle();
    QCOMPARE(world.cards(), u"lost price closed"_s);
    QVERIFY(world.tutor.store().undo().result().ok());
    world.settle();
    QCOMPARE(world.cards(), u"intent  open"_s);
    QVERIFY(world.tutor.store().redo().result().ok());
    world.settle();
    QCOMPARE(world.cards(), u"lost price closed"_s);
}

HOMEROOM_TEST_MAIN(StageConflictTest)
#include "stageconflicttest.moc"
