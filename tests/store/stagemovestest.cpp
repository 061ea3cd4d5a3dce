// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/stagemoves.h"
#include "models/store/records.h"
#include "tests/support/families.h"
#include "tests/support/testmain.h"

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

/// A board with three stages, and families with cards on it.
class Board {
public:
    Board() : families(store), pipeline(families.addPipeline())
    {
        for (const Stage& stage : listRecords<Stage>(store.reader(), "1 ORDER BY rank"))
            stages.push_back(stage);
    }

    Id<Opportunity> addCard(const Id<Customer>& family, const Stage& stage,
        const std::function<void(Opportunity&)>& with = {})
    {
        Opportunity card;
        card.customer = family;
        card.pipeline = pipeline;
        card.stage = stage.id;
        card.rank = u"m"_s;
        if (with)
            with(card);
        return families.put(card);
    }
    StageMovePlan plan(const std::vector<RecordId>& asked, const Stage& stage,
        const StageMoveAnswers& answers = {})
    {
        const auto read = store.reader().read([&](Database& database) {
            return Result<StageMovePlan>(
                planStageMoves(database, asked, stage, answers, store.clock().now()));
        });
        return *read;
    }

    StoreFixture store;
    Families families;
    Id<Pipeline> pipeline;
    std::vector<Stage> stages{};
};

} // namespace

class StageMovesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFamilyIsTold();
    void theCardsKeepTheOrderAskedAboveTheOthers();
    void aClosedCardIsMeantWhereNoneIsOpen();
    void manyCardsKeepShortRanks();
    void aPaidStageMakesEachFamilysOrder();
};

void StageMovesTest::everyFamilyIsTold()
{
    Board board;
    const Stage& from = board.stages[0];
    const Stage& to = board.stages[1];
    const Id<Customer> moves = board.families.add(u"moves"_s);
    const Id<Opportunity> card = board.addCard(moves, from);
    const Id<Customer> there = board.families.add(u"there"_s);
    board.addCard(there, to);
    const Id<Customer> none = board.families.add(u"none"_s);
    const Id<Customer> several = board.families.add(u"several"_s);
    board.addCard(several, from);
    board.addCard(several, from);
    const RecordId gone = board.store.newId<Customer>();
    const StageMovePlan plan = board.plan({moves, there, none, several, gone}, to);
    using enum FamilyMove;
    const std::vector<std::pair<RecordId, FamilyMove>> expected{
        {moves, Moves}, {there, There}, {none, NoCard}, {several, SeveralCards}, {gone, Gone}};
    QVERIFY(plan.families == expected);
    QVERIFY(board.store.apply(plan.mutations).ok());
    QCOMPARE(board.store.find(card)->stage, to.id);
    QCOMPARE(board.store.find(card)->stageEnteredAt, board.store.clock().now());
}

void StageMovesTest::theCardsKeepTheOrderAskedAboveTheOthers()
{
    Board board;
    const Id<Opportunity> old = board.addCard(board.families.add(u"old"_s), board.stages[1]);
    std::vector<RecordId> asked;
    std::vector<Id<Opportunity>> cards;
    for (int i = 0; i < 5; ++i) {
        asked.push_back(board.families.add(QString::number(i)));
        cards.push_back(board.addCard(Id<Customer>(asked.back()), board.stages[0]));
    }
    QVERIFY(board.store.apply(board.plan(asked, board.stages[1]).mutations).ok());
    QString last;
    for (const Id<Opportunity>& card : cards) {
        const QString rank = board.store.find(card)->rank;
        QVERIFY(rank > last);
        last = rank;
    }
    QVERIFY(last < board.store.find(old)->rank);
}

void StageMovesTest::aClosedCardIsMeantWhereNoneIsOpen()
{
    Board board;
    const Id<Customer> family = board.families.add(u"back"_s);
    const auto closed = [](Opportunity& card) { card.closedAt = 5; };
    const Id<Opportunity> first = board.addCard(family, board.stages[2], closed);
    const Id<Opportunity> newest = board.addCard(family, board.stages[2], closed);
    const StageMovePlan plan = board.plan({family}, board.stages[0]);
    QVERIFY(board.store.apply(plan.mutations).ok());
    QCOMPARE(board.store.find(newest)->stage, board.stages[0].id);
    QVERIFY(!board.store.find(newest)->closedAt);
    QCOMPARE(board.store.find(first)->stage, board.stages[2].id);
}

void StageMovesTest::manyCardsKeepShortRanks()
{
    const std::vector<QString> ranks = safeRanksBetween(u"a"_s, u"b"_s, 1000, 3);
    QString last = u"a"_s;
    for (const QString& rank : ranks) {
        QVERIFY(rank > last && rank < u"b"_s);
        QVERIFY2(rank.size() <= 8, qPrintable(rank));
        last = rank;
    }
}

void StageMovesTest::aPaidStageMakesEachFamilysOrder()
{
    Board board;
    Product product;
    product.name = u"系统课"_s;
    product.kind = ProductKind::Full;
    product.id = board.families.put(product);
    std::vector<RecordId> asked;
    StageMoveAnswers answers{{}, product, 298'000, {}};
    for (int i = 0; i < 2; ++i) {
        asked.push_back(board.families.add(QString::number(i)));
        board.addCard(Id<Customer>(asked.back()), board.stages[0]);
        answers.orders.push_back(board.store.newId<Order>());
    }
    Stage paid = board.stages[2];
    QCOMPARE(paid.role, StageRole::Paid);
    QVERIFY(board.store.apply(board.plan(asked, paid, answers).mutations).ok());
    const auto orders = listRecords<Order>(board.store.reader());
    QCOMPARE(orders.size(), size_t(2));
    QVERIFY(orders[0].customer != orders[1].customer);
    QCOMPARE(orders[0].amount, 298'000);
}

HOMEROOM_TEST_MAIN(StageMovesTest)
#include "stagemovestest.moc"
