// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/boardworld.h"
#include "tests/support/testmain.h"

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

class BoardModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsColumnsOfThePipelineInOrder();
    void changeOfAFamilyIsOneDataChanged();
    void changeOfAnAmountIsOneDataChangedAndANewSum();
    void remoteCreateInsertsOneRow();
    void remoteDeleteRemovesOneRow();
    void remoteMoveOutOfThePipelineRemovesOneRow();
    void familiesOfOtherBoardsSayNothing();
    void manyChangesAtOnceAreOneReset();
    void newStageIsANewColumnAndOthersKeepTheirRows();
    void withdrawnStageLeavesItsCardsInTheFirstColumn();
    void renamedStageChangesTheHeaderOnly();
    void filterHidesRowsButNotTheSums();
    void rowsFollowChangesUnderAFilter();
    void textFilterFindsChildren();
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
    QCOMPARE(board.column("intent").entry(0).amount, 100);
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
    std::vector<BoardTotal> told;
    BoardColumnModel* column = nullptr;
    const auto note = [&](const char* what) {
        seen.append(u"%1 %2 %3"_s.arg(QLatin1StringView(what))
                        .arg(column->rowCount())
                        .arg(column->isWhole()));
        told.push_back({column->cardCount(), column->amount()});
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
    // The header is right with the first picture already.
    told.push_back({column->cardCount(), column->amount()});
    QVERIFY(told.size() == 3 && told[0] == told[2] && told[1].cards == all);
}

HOMEROOM_TEST_MAIN(BoardModelTest)
#include "boardmodeltest.moc"
