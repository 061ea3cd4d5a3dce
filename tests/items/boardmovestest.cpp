// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/boardworld.h"
#include "tests/support/testmain.h"

#include <QMimeData>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

/// Cards that are moved: what the model says of it, and what it writes.
class BoardMovesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void moveToAnotherColumnIsOneRemovalAndOneInsertion();
    void moveInsideAColumnIsOneMove();
    void aCardsPlaceIsKeptWhenItsNeighboursStay();
    void undoBringsTheCardBack();
    void dropIsAnnouncedAndMovesNothing();
    void dropAboveAMovedCardLandsAboveTheNextOne();
    void severalCardsKeepTheirOrder();
    void severalCardsAreOneUndoStep();
    void refusedEditSaysNothing();
};

void BoardMovesTest::moveToAnotherColumnIsOneRemovalAndOneInsertion()
{
    Board board;
    board.families.addFamily(board.families.stage("new"));
    const auto moving = board.families.addFamily(board.families.stage("new"));
    const auto above = board.families.addFamily(board.families.stage("friend"));
    const auto below = board.families.addFamily(board.families.stage("friend"));
    board.open();
    SignalLog log(board.model);
    QVERIFY(board
                .drop({{moving.opportunity.id}, board.families.stage("friend").id,
                    below.opportunity.id})
                .ok());
    QCOMPARE(log.take(), QStringList({u"new removed 1"_s, u"friend inserted 1"_s}));
    QCOMPARE(board.column("friend").rowOf(above.opportunity.id), 0);
    QCOMPARE(board.column("friend").rowOf(below.opportunity.id), 2);
    QCOMPARE(
        board.fixture.find(moving.opportunity.id)->stageEnteredAt, board.fixture.clock().now());
}

void BoardMovesTest::moveInsideAColumnIsOneMove()
{
    Board board;
    const auto first = board.families.addFamily(board.families.stage("new"));
    board.families.addFamily(board.families.stage("new"));
    const auto last = board.families.addFamily(board.families.stage("new"));
    board.open();
    SignalLog log(board.model);
    const Stage& stage = board.families.stage("new");
    QVERIFY(board.drop({{last.opportunity.id}, stage.id, first.opportunity.id}).ok());
    QCOMPARE(log.take(), QStringList{u"new moved 2→0"_s});
    QVERIFY(board.drop({{last.opportunity.id}, stage.id, {}}).ok());
    QCOMPARE(log.take(), QStringList{u"new moved 0→3"_s});
    QCOMPARE(
        board.fixture.find(last.opportunity.id)->stageEnteredAt, last.opportunity.stageEnteredAt);
}

void BoardMovesTest::aCardsPlaceIsKeptWhenItsNeighboursStay()
{
    Board board;
    const auto first = board.families.addFamily(board.families.stage("new"));
    const auto second = board.families.addFamily(board.families.stage("new"));
    board.open();
    SignalLog log(board.model);
    // Another rank at the same place.
    const Stage& stage = board.families.stage("new");
    QVERIFY(board.drop({{first.opportunity.id}, stage.id, second.opportunity.id}).ok());
    QCOMPARE(log.take(), QStringList{u"new changed 0"_s});
}

void BoardMovesTest::undoBringsTheCardBack()
{
    Board board;
    board.families.fill(60);
    const auto moving = board.families.addFamily(board.families.stage("new"));
    board.open();
    const QString before = board.dump();
    QVERIFY(board.drop({{moving.opportunity.id}, board.families.stage("group").id, {}}).ok());
    QVERIFY(board.dump() != before);
    SignalLog log(board.model);
    QVERIFY(board.fixture.store().undo().result().ok());
    QCOMPARE(log.take().size(), 2);
    QCOMPARE(board.dump(), before);
}

void BoardMovesTest::dropIsAnnouncedAndMovesNothing()
{
    Board board;
    const auto family = board.families.addFamily(board.families.stage("new"));
    const auto target = board.families.addFamily(board.families.stage("group"));
    board.open();
    SignalLog log(board.model);
    QSignalSpy dropped(&board.model, &BoardModel::dropped);
    const std::unique_ptr<QMimeData> data(
        board.column("new").mimeData({board.column("new").index(0)}));
    QVERIFY(board.column("group").dropMimeData(data.get(), Qt::MoveAction, 0, 0, {}));
    QCOMPARE(dropped.size(), 1);
    const auto drop = dropped[0][0].value<BoardDrop>();
    QVERIFY(drop.opportunities == std::vector<RecordId>{family.opportunity.id});
    QCOMPARE(drop.stage, RecordId(board.families.stage("group").id));
    QCOMPARE(drop.before, RecordId(target.opportunity.id));
    QCOMPARE(log.take(), QStringList());
    QVERIFY(!board.column("group").dropMimeData(data.get(), Qt::CopyAction, 0, 0, {}));
    const QMimeData text;
    QVERIFY(!board.column("group").dropMimeData(&text, Qt::MoveAction, 0, 0, {}));
}

void BoardMovesTest::dropAboveAMovedCardLandsAboveTheNextOne()
{
    Board board;
    board.families.fillStage(board.families.stage("new"), 4);
    board.open();
    BoardColumnModel& column = board.column("new");
    QSignalSpy dropped(&board.model, &BoardModel::dropped);
    const std::unique_ptr<QMimeData> data(column.mimeData({column.index(1), column.index(2)}));
    column.dropMimeData(data.get(), Qt::MoveAction, 1, 0, {});
    QCOMPARE(dropped[0][0].value<BoardDrop>().before, column.entry(3).opportunity);
    column.dropMimeData(data.get(), Qt::MoveAction, 4, 0, {});
    QVERIFY(dropped[1][0].value<BoardDrop>().before.isNull());
}

void BoardMovesTest::severalCardsKeepTheirOrder()
{
    Board board;
    board.families.fillStage(board.families.stage("new"), 5);
    board.families.fillStage(board.families.stage("group"), 2);
    board.open();
    const BoardColumnModel& column = board.column("new");
    const std::vector<RecordId> cards{
        column.entry(0).opportunity, column.entry(2).opportunity, column.entry(4).opportunity};
    const RecordId before = board.column("group").entry(1).opportunity;
    QVERIFY(board.drop({cards, board.families.stage("group").id, before}).ok());
    for (size_t i = 0; i < cards.size(); ++i)
        QCOMPARE(board.column("group").rowOf(cards[i]), int(i) + 1);
    QCOMPARE(board.column("group").rowOf(before), 4);
}

void BoardMovesTest::severalCardsAreOneUndoStep()
{
    Board board;
    board.families.fillStage(board.families.stage("new"), 3);
    board.open();
    const QString before = board.dump();
    std::vector<RecordId> cards;
    for (const BoardEntry& entry : board.column("new").entries())
        cards.push_back(entry.opportunity);
    QVERIFY(board.drop({cards, board.families.stage("group").id, {}}).ok());
    QCOMPARE(board.column("group").rowCount(), 3);
    QVERIFY(board.fixture.store().undo().result().ok());
    QCOMPARE(board.dump(), before);
}

void BoardMovesTest::refusedEditSaysNothing()
{
    Board board;
    const auto family = board.families.addFamily(board.families.stage("new"));
    board.open();
    SignalLog log(board.model);
    Edit edit =
        board.model.moveEdit({{family.opportunity.id}, board.families.stage("group").id, {}}, {},
            {}, board.fixture.ids());
    edit.mutations[0].root = board.fixture.ids().next();
    QVERIFY(!board.fixture.store().apply(edit).result().ok());
    QCOMPARE(log.take(), QStringList());
    QCOMPARE(board.column("new").rowOf(family.opportunity.id), 0);
}

HOMEROOM_TEST_MAIN(BoardMovesTest)
#include "boardmovestest.moc"
