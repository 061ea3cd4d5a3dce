// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/boardmodel.h"
#include "tests/support/familyfixture.h"
#include "tests/support/testmain.h"

#include <QAbstractItemModelTester>
#include <QMimeData>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

/// Writes down every signal of every column, in order, as short words.
class SignalLog : public QObject {
public:
    explicit SignalLog(BoardModel& model)
    {
        for (BoardColumnModel* column : model.columns())
            watch(*column);
    }

    QStringList take() { return std::exchange(m_lines, {}); }

private:
    void watch(BoardColumnModel& column)
    {
        const QString key = column.stage().key;
        const auto log = [this, key](const char* what, const QString& rows) {
            m_lines.append(key + u' ' + QLatin1StringView(what) + rows);
        };
        const auto range = [](int first, int last) {
            return first == last ? u" %1"_s.arg(first) : u" %1-%2"_s.arg(first).arg(last);
        };
        connect(&column, &QAbstractItemModel::rowsInserted, this,
            [=](const QModelIndex&, int first, int last) { log("inserted", range(first, last)); });
        connect(&column, &QAbstractItemModel::rowsRemoved, this,
            [=](const QModelIndex&, int first, int last) { log("removed", range(first, last)); });
        connect(&column, &QAbstractItemModel::rowsMoved, this,
            [=](const QModelIndex&, int first, int, const QModelIndex&, int to) {
                log("moved", u" %1→%2"_s.arg(first).arg(to));
            });
        connect(&column, &QAbstractItemModel::dataChanged, this,
            [=](const QModelIndex& first, const QModelIndex& last) {
                log("changed", range(first.row(), last.row()));
            });
        connect(&column, &QAbstractItemModel::modelReset, this, [=] { log("reset", {}); });
        connect(&column, &QAbstractItemModel::layoutChanged, this, [=] { log("layout", {}); });
    }

    QStringList m_lines;
};

struct Board {
    StoreFixture fixture{};
    FamilyFixture families{fixture};
    Catalogue catalogue{fixture.reader(), fixture.store()};
    BoardModel model{fixture.workspace(), catalogue, fixture.clock()};
    std::vector<std::unique_ptr<QAbstractItemModelTester>> testers{};

    void open()
    {
        model.setPipeline(families.trial().id);
        for (BoardColumnModel* column : model.columns())
            testers.push_back(std::make_unique<QAbstractItemModelTester>(
                column, QAbstractItemModelTester::FailureReportingMode::QtTest));
    }
    BoardColumnModel& column(const char* key) { return *model.columnOf(families.stage(key).id); }
    Result<EditReceipt> drop(const BoardDrop& drop, const BoardAnswers& answers = {})
    {
        Edit edit = model.moveEdit(drop, answers, u"Moved"_s, fixture.ids());
        return fixture.store().apply(std::move(edit)).result();
    }
    QString dump()
    {
        QStringList lines;
        for (BoardColumnModel* column : model.columns()) {
            QStringList names;
            for (int row = 0; row < column->rowCount(); ++row)
                names.append(column->index(row).data().toString());
            lines.append(u"%1 %2/%3 ¥%4: %5"_s.arg(column->stage().key)
                             .arg(column->rowCount())
                             .arg(column->cardCount())
                             .arg(column->amount())
                             .arg(names.join(u' ')));
        }
        return lines.join(u'\n');
    }
};

} // namespace

class BoardModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsColumnsOfThePipelineInOrder();
    void moveToAnotherColumnIsOneRemovalAndOneInsertion();
    void moveInsideAColumnIsOneMove();
    void aCardsPlaceIsKeptWhenItsNeighboursStay();
    void changeOfAFamilyIsOneDataChanged();
    void changeOfAnAmountIsOneDataChangedAndANewSum();
    void remoteCreateInsertsOneRow();
    void remoteDeleteRemovesOneRow();
    void remoteMoveOutOfThePipelineRemovesOneRow();
    void familiesOfOtherBoardsSayNothing();
    void undoBringsTheCardBack();
    void manyChangesAtOnceAreOneReset();
    void newStageIsANewColumnAndOthersKeepTheirRows();
    void withdrawnStageLeavesItsCardsInTheFirstColumn();
    void renamedStageChangesTheHeaderOnly();
    void filterHidesRowsButNotTheSums();
    void rowsFollowChangesUnderAFilter();
    void textFilterFindsChildren();
    void dropIsAnnouncedAndMovesNothing();
    void dropAboveAMovedCardLandsAboveTheNextOne();
    void severalCardsKeepTheirOrder();
    void severalCardsAreOneUndoStep();
    void refusedEditSaysNothing();
    void switchingThePipelineShowsItsStages();
    void cardIsReadAgainAfterItsFamilyChanged();
    void theFirstCardsAreThereBeforeAllOfThem();
};

void BoardModelTest::showsColumnsOfThePipelineInOrder()
{
    Board board;
    board.families.fill(25);
    board.open();
    QCOMPARE(board.model.state(), BoardModel::State::Ready);
    QCOMPARE(board.dump(),
        u"new 6/6 ¥0: 马丽 何丹 赵倩 郑敏 陈雅琴 郑志强\n"
        u"friend 4/4 ¥0: 陈雪梅 胡婷婷 郑海燕 黄丹\n"
        u"group 4/4 ¥0: 郭洋 林雅琴 杨丹 欧阳芳\n"
        u"learning 4/4 ¥0: 徐敏 黄丹 徐丽 孙国栋\n"
        u"intent 2/2 ¥598000: 司马慧 张慧\n"
        u"deposit 1/1 ¥20000: 陈芳\n"
        u"paid 1/1 ¥299000: 赵磊\n"
        u"lost 1/1 ¥0: 周慧"_s);
}

void BoardModelTest::moveToAnotherColumnIsOneRemovalAndOneInsertion()
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

void BoardModelTest::moveInsideAColumnIsOneMove()
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

void BoardModelTest::aCardsPlaceIsKeptWhenItsNeighboursStay()
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

void BoardModelTest::changeOfAFamilyIsOneDataChanged()
{
    Board board;
    board.families.fill(30);
    auto family = board.families.addFamily(board.families.stage("intent"));
    board.open();
    SignalLog log(board.model);
    family.student.name = u"乐乐"_s;
    board.families.absorb(family.student);
    QCOMPARE(log.take(), QStringList{u"intent changed 2"_s});
}

void BoardModelTest::changeOfAnAmountIsOneDataChangedAndANewSum()
{
    Board board;
    auto family = board.families.addFamily(board.families.stage("intent"));
    board.open();
    SignalLog log(board.model);
    const QSignalSpy header(&board.column("intent"), &BoardColumnModel::headerChanged);
    family.opportunity.amount = 100;
    board.families.absorb(family.opportunity);
    QCOMPARE(log.take(), QStringList{u"intent changed 0"_s});
    QCOMPARE(header.size(), 1);
    QCOMPARE(board.column("intent").amount(), 100);
}

void BoardModelTest::remoteCreateInsertsOneRow()
{
    Board board;
    board.families.addFamily(board.families.stage("new"));
    board.open();
    SignalLog log(board.model);
    board.families.addFamily(board.families.stage("new"));
    QCOMPARE(log.take(), QStringList{u"new inserted 1"_s});
}

void BoardModelTest::remoteDeleteRemovesOneRow()
{
    Board board;
    const auto family = board.families.addFamily(board.families.stage("intent"));
    board.families.addFamily(board.families.stage("intent"));
    board.open();
    SignalLog log(board.model);
    board.families.withdraw(RecordKind::Opportunity, family.opportunity.id);
    QCOMPARE(log.take(), QStringList{u"intent removed 0"_s});
    QCOMPARE(board.column("intent").amount(), 299000);
}

void BoardModelTest::remoteMoveOutOfThePipelineRemovesOneRow()
{
    Board board;
    auto family = board.families.addFamily(board.families.stage("paid"));
    board.open();
    SignalLog log(board.model);
    family.opportunity.pipeline = board.families.renewal().id;
    family.opportunity.stage = board.families.stage("renewal").id;
    board.families.absorb(family.opportunity);
    QCOMPARE(log.take(), QStringList{u"paid removed 0"_s});
}

void BoardModelTest::familiesOfOtherBoardsSayNothing()
{
    Board board;
    board.families.addFamily(board.families.stage("new"));
    board.open();
    SignalLog log(board.model);
    board.families.addFamily(board.families.stage("renewal"));
    QCOMPARE(log.take(), QStringList());
}

void BoardModelTest::undoBringsTheCardBack()
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

void BoardModelTest::manyChangesAtOnceAreOneReset()
{
    Board board;
    const auto kept = board.families.addFamily(board.families.stage("new"));
    board.open();
    SignalLog log(board.model);
    board.families.fillStage(board.families.stage("new"), 300);
    QCOMPARE(log.take(), QStringList{u"new reset"_s});
    QCOMPARE(board.column("new").rowCount(), 301);
    QCOMPARE(board.column("new").rowOf(kept.opportunity.id), 0);
}

void BoardModelTest::newStageIsANewColumnAndOthersKeepTheirRows()
{
    Board board;
    board.families.fill(30);
    board.open();
    SignalLog log(board.model);
    const QSignalSpy columns(&board.model, &BoardModel::columnsChanged);
    Stage stage;
    stage.id = board.fixture.newId<Stage>();
    stage.name = u"待定"_s;
    stage.pipeline = board.families.trial().id;
    stage.rank = board.families.stage("new").rank + u"V"_s;
    board.families.absorb(stage);
    QCOMPARE(columns.size(), 1);
    QCOMPARE(board.model.columns().size(), size_t(9));
    QCOMPARE(board.model.columns()[1]->stage().name, u"待定"_s);
    QCOMPARE(log.take(), QStringList());
}

void BoardModelTest::withdrawnStageLeavesItsCardsInTheFirstColumn()
{
    Board board;
    const auto family = board.families.addFamily(board.families.stage("group"));
    board.open();
    board.families.withdraw(RecordKind::Stage, board.families.stage("group").id);
    QCOMPARE(board.model.columns().size(), size_t(7));
    QCOMPARE(board.column("new").rowOf(family.opportunity.id), 0);
}

void BoardModelTest::renamedStageChangesTheHeaderOnly()
{
    Board board;
    board.families.fill(30);
    board.open();
    SignalLog log(board.model);
    const QSignalSpy columns(&board.model, &BoardModel::columnsChanged);
    const QSignalSpy header(&board.column("group"), &BoardColumnModel::headerChanged);
    Stage stage = board.families.stage("group");
    stage.name = u"在群里"_s;
    board.families.absorb(stage);
    QCOMPARE(header.size(), 1);
    QCOMPARE(columns.size(), 0);
    QCOMPARE(log.take(), QStringList());
}

void BoardModelTest::filterHidesRowsButNotTheSums()
{
    Board board;
    const auto shown = board.families.addFamily(board.families.stage("intent"));
    board.families.addFamily(board.families.stage("intent"));
    board.open();
    board.model.setCustomerFilter(QSet<RecordId>{shown.customer.id});
    QCOMPARE(board.column("intent").rowCount(), 1);
    QCOMPARE(board.column("intent").cardCount(), 2);
    QCOMPARE(board.column("intent").amount(), 2 * 299000);
    QCOMPARE(board.model.shownCount(), 1);
    board.model.setCustomerFilter(std::nullopt);
    QCOMPARE(board.column("intent").rowCount(), 2);
}

void BoardModelTest::rowsFollowChangesUnderAFilter()
{
    Board board;
    QSet<RecordId> shown;
    std::vector<FamilyFixture::Family> families;
    for (int i = 0; i < 6; ++i) {
        families.push_back(board.families.addFamily(board.families.stage("new")));
        if (i % 2 == 1)
            shown.insert(families.back().customer.id);
    }
    board.open();
    board.model.setCustomerFilter(shown); // rows 1, 3 and 5
    SignalLog log(board.model);
    const Stage& fresh = board.families.stage("new");
    QVERIFY(board.drop({{families[5].opportunity.id}, fresh.id, families[1].opportunity.id}).ok());
    QCOMPARE(log.take(), QStringList{u"new moved 2→0"_s});
    QVERIFY(board.drop({{families[0].opportunity.id}, fresh.id, {}}).ok());
    QCOMPARE(log.take(), QStringList());
    board.families.withdraw(RecordKind::Opportunity, families[2].opportunity.id);
    QCOMPARE(log.take(), QStringList());
    QVERIFY(board.drop({{families[3].opportunity.id}, board.families.stage("group").id, {}}).ok());
    QCOMPARE(log.take(), QStringList({u"new removed 2"_s, u"group inserted 0"_s}));
    board.model.setCustomerFilter(std::nullopt);
    QCOMPARE(board.column("new").rowCount(), 4);
}

void BoardModelTest::textFilterFindsChildren()
{
    Board board;
    auto family = board.families.addFamily(board.families.stage("learning"));
    board.families.fill(30);
    family.student.name = u"米粒"_s;
    board.families.absorb(family.student);
    board.open();
    board.model.setTextFilter(u" 米 "_s);
    QCOMPARE(board.model.shownCount(), 1);
    family.student.name = u"小雨点"_s;
    board.families.absorb(family.student);
    QCOMPARE(board.model.shownCount(), 0);
    board.model.setTextFilter({});
    QCOMPARE(board.model.shownCount(), board.model.cardCount());
}

void BoardModelTest::dropIsAnnouncedAndMovesNothing()
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

void BoardModelTest::dropAboveAMovedCardLandsAboveTheNextOne()
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

void BoardModelTest::severalCardsKeepTheirOrder()
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

void BoardModelTest::severalCardsAreOneUndoStep()
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

void BoardModelTest::refusedEditSaysNothing()
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

void BoardModelTest::switchingThePipelineShowsItsStages()
{
    Board board;
    const auto family = board.families.addFamily(board.families.stage("renewal"));
    board.open();
    board.testers.clear();
    board.model.setPipeline(board.families.renewal().id);
    QCOMPARE(board.model.columns().size(), size_t(2));
    QCOMPARE(board.column("renewal").rowOf(family.opportunity.id), 0);
    QCOMPARE(board.model.cardCount(), 1);
}

void BoardModelTest::cardIsReadAgainAfterItsFamilyChanged()
{
    Board board;
    auto family = board.families.addFamily(board.families.stage("new"));
    board.open();
    QCOMPARE(board.column("new").card(0)->name, family.customer.name);
    QVERIFY(board.fixture
                .apply({Change<Customer>(family.customer.id, family.customer.id)
                            .set(&Customer::name, u"别名"_s)
                            .mutation()})
                .ok());
    QCOMPARE(board.column("new").card(0)->name, u"别名"_s);
    QVERIFY(board.column("new").card(0)->unsent);
}

void BoardModelTest::theFirstCardsAreThereBeforeAllOfThem()
{
    StoreFixture fixture;
    FamilyFixture families(fixture);
    families.fill(300);
    Catalogue catalogue(fixture.reader(), fixture.store());
    BoardModel model(fixture.workspace(), catalogue, fixture.clock());
    QStringList seen;
    BoardColumnModel* column = nullptr;
    const auto note = [&](const char* what) {
        seen.append(u"%1 %2 %3"_s.arg(QLatin1StringView(what))
                        .arg(column->rowCount())
                        .arg(column->isWhole()));
    };
    connect(&model, &BoardModel::columnsChanged, this, [&] {
        column = model.columns().front();
        connect(column, &QAbstractItemModel::modelReset, this, [&] { note("reset"); });
        connect(column, &QAbstractItemModel::rowsInserted, this, [&] { note("inserted"); });
    });
    model.setPipeline(families.trial().id);
    QCOMPARE(model.state(), BoardModel::State::Ready);
    const int all = column->rowCount();
    QVERIFY(all > 32);
    QCOMPARE(seen, (QStringList{u"reset 32 0"_s, u"inserted %1 1"_s.arg(all)}));
    QCOMPARE(column->cardCount(), all);
}

HOMEROOM_TEST_MAIN(BoardModelTest)
#include "boardmodeltest.moc"
