// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/records.h"
#include "tests/support/boardpageobject.h"
#include "tests/support/pictures.h"
#include "tests/support/testmain.h"
#include "ui/board/cardtexts.h"
#include "ui/editing/phrases.h"
#include "ui/widgets/toolbarrow.h"

#include <QClipboard>
#include <QLineEdit>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

class BoardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void arrowsWalkOverCardsAndColumns();
    void digitsJumpToColumns();
    void enterAndSpaceAndDoubleClickOpenTheFamily();
    void selectionSurvivesArrowsAndClicksClearIt();
    void copiesPhoneAndWechat();
    void lettersInTheSearchAreText();
    void searchLeavesWhatMatchesAndEscapeEndsIt();
    void pipelineTabsSwitchTheBoard();
    void foldedColumnsAreRemembered();
    void emptyBoardSaysWhatToDo();
    void headersTellTheWholeColumn();
    void cardsAreOneSentenceForScreenReaders();
    void overdueIsTold();
    void moneyIsReadAsPeopleWriteIt_data();
    void moneyIsReadAsPeopleWriteIt();
    void dueTimesAreShort();
    void looksLikeABoard();
};

void BoardTest::arrowsWalkOverCardsAndColumns()
{
    BoardPageObject board;
    for (const QString& name : {u"a1"_s, u"a2"_s, u"a3"_s})
        board.family(name, "new");
    board.family(u"b1"_s, "friend");
    board.family(u"c1"_s, "group");
    board.family(u"c2"_s, "group");
    board.open();
    QCOMPARE(board.focused(), u"a1"_s);
    board.press(Qt::Key_Down);
    QCOMPARE(board.focused(), u"a2"_s);
    board.press(Qt::Key_Right);
    QCOMPARE(board.focused(), u"b1"_s);
    board.press(Qt::Key_Right);
    QCOMPARE(board.focused(), u"c1"_s);
    board.press(Qt::Key_Down);
    board.press(Qt::Key_Left);
    QCOMPARE(board.focused(), u"b1"_s);
    board.press(Qt::Key_Left);
    board.press(Qt::Key_J);
    QCOMPARE(board.focused(), u"a2"_s);
    board.press(Qt::Key_K);
    QCOMPARE(board.focused(), u"a1"_s);
}

void BoardTest::digitsJumpToColumns()
{
    BoardPageObject board;
    board.family(u"a"_s, "new");
    board.family(u"d"_s, "learning");
    board.open();
    board.press(Qt::Key_4);
    QCOMPARE(board.focused(), u"d"_s);
    board.press(Qt::Key_1);
    QCOMPARE(board.focused(), u"a"_s);
    board.press(Qt::Key_3);
    QVERIFY(board.column("group").list().hasFocus());
}

void BoardTest::enterAndSpaceAndDoubleClickOpenTheFamily()
{
    BoardPageObject board;
    const auto first = board.family(u"a"_s, "new");
    const auto second = board.family(u"b"_s, "new");
    board.open();
    QSignalSpy requested(&board.page(), &BoardPage::customerRequested);
    board.press(Qt::Key_Return);
    board.press(Qt::Key_Space);
    board.doubleClick(u"b"_s);
    QCOMPARE(requested.size(), 3);
    QCOMPARE(requested[0][0].value<RecordId>(), RecordId(first.customer.id));
    QCOMPARE(requested[2][0].value<RecordId>(), RecordId(second.customer.id));
    const std::vector<RecordId> walk{first.customer.id, second.customer.id};
    QVERIFY(requested[1][1].value<std::vector<RecordId>>() == walk);
}

void BoardTest::selectionSurvivesArrowsAndClicksClearIt()
{
    BoardPageObject board;
    board.family(u"a"_s, "new");
    board.family(u"b"_s, "new");
    board.family(u"c"_s, "group");
    board.open();
    board.press(Qt::Key_X);
    board.press(Qt::Key_Down);
    QCOMPARE(board.selected(), QStringList{u"a"_s});
    board.click(u"c"_s, Qt::ControlModifier);
    QCOMPARE(board.selected(), QStringList({u"a"_s, u"c"_s}));
    board.click(u"b"_s);
    QCOMPARE(board.selected(), QStringList());
    QCOMPARE(board.focused(), u"b"_s);
}

void BoardTest::copiesPhoneAndWechat()
{
    BoardPageObject board;
    const auto family = board.family(u"a"_s, "new");
    board.open();
    QSignalSpy noticed(&board.page(), &BoardPage::noticed);
    board.press(Qt::Key_C);
    QCOMPARE(QGuiApplication::clipboard()->text(), family.customer.phone.mid(3)); // as it is typed
    board.press(Qt::Key_W);
    QCOMPARE(QGuiApplication::clipboard()->text(), family.customer.wechatId);
    QCOMPARE(noticed.size(), 2);
}

void BoardTest::lettersInTheSearchAreText()
{
    BoardPageObject board;
    board.family(u"xmn1"_s, "new");
    board.family(u"b"_s, "new");
    board.open();
    QSignalSpy leads(&board.page(), &BoardPage::newLeadRequested);
    board.press(Qt::Key_F);
    QVERIFY(board.page().findField().hasFocus());
    board.type(u"xmn1"_s);
    QCOMPARE(board.page().findField().text(), u"xmn1"_s);
    QCOMPARE(board.selected(), QStringList());
    QCOMPARE(leads.size(), 0);
    board.press(Qt::Key_Return);
    board.press(Qt::Key_N);
    QCOMPARE(leads.size(), 1);
}

void BoardTest::searchLeavesWhatMatchesAndEscapeEndsIt()
{
    BoardPageObject board;
    board.family(u"王芳"_s, "new");
    board.family(u"李丽"_s, "new");
    board.open();
    board.press(Qt::Key_F);
    board.page().findField().setText(u"芳"_s);
    QCOMPARE(board.namesIn("new"), QStringList{u"王芳"_s});
    QCOMPARE(board.column("new").header().countText(), u"1/2"_s);
    board.page().findField().setText(u"lili"_s);
    QCOMPARE(board.namesIn("new"), QStringList{u"李丽"_s});
    board.page().findField().setText(u"nobody"_s);
    QVERIFY(!board.page().view().isVisible());
    board.press(Qt::Key_Return);
    const QSignalSpy walked(&board.page().view(), &BoardView::walkedTo);
    board.press(Qt::Key_Escape);
    QVERIFY(board.page().view().isVisible());
    QCOMPARE(walked.size(), 0); // an open panel stays with its family
    QCOMPARE(board.namesIn("new").size(), 2);
    QCOMPARE(board.focused().isEmpty(), false);
}

void BoardTest::pipelineTabsSwitchTheBoard()
{
    BoardPageObject board;
    board.family(u"a"_s, "new");
    board.family(u"r"_s, "renewal");
    board.open();
    QTabBar& tabs = board.page().toolbar().views();
    QCOMPARE(tabs.count(), 2);
    QCOMPARE(tabs.currentIndex(), 0);
    board.press(Qt::Key_2, Qt::AltModifier);
    QCOMPARE(board.namesIn("renewal"), QStringList{u"r"_s});
    QCOMPARE(board.settings().boardPipeline(), board.families().renewal().id.toString());
    board.open(); // the next run begins where the last one ended
    QCOMPARE(board.namesIn("renewal"), QStringList{u"r"_s});
}

void BoardTest::foldedColumnsAreRemembered()
{
    BoardPageObject board;
    board.family(u"a"_s, "new");
    board.family(u"b"_s, "friend");
    board.family(u"c"_s, "group");
    board.open();
    board.column("friend").header().click();
    QVERIFY(board.column("friend").isFolded());
    board.press(Qt::Key_1);
    board.press(Qt::Key_Right); // over the folded one
    QCOMPARE(board.focused(), u"c"_s);
    board.open();
    QVERIFY(board.column("friend").isFolded());
    board.press(Qt::Key_2);
    QVERIFY(!board.column("friend").isFolded());
    QCOMPARE(board.focused(), u"b"_s);
    QCOMPARE(board.settings().foldedStages(), QStringList());
}

void BoardTest::emptyBoardSaysWhatToDo()
{
    BoardPageObject board;
    board.open();
    auto* empty = board.page().findChild<EmptyState*>();
    QVERIFY(empty->isVisible());
    QSignalSpy leads(&board.page(), &BoardPage::newLeadRequested);
    QTest::mouseClick(&empty->actionButton(), Qt::LeftButton);
    QCOMPARE(leads.size(), 1);
    board.family(u"a"_s, "new");
    QVERIFY(!empty->isVisible());
    QVERIFY(board.page().view().isVisible());
}

void BoardTest::headersTellTheWholeColumn()
{
    BoardPageObject board;
    board.family(u"a"_s, "intent");
    board.family(u"b"_s, "intent");
    board.open();
    const ColumnHeader& header = board.column("intent").header();
    QCOMPARE(header.countText(), u"2"_s);
    QVERIFY(header.accessibleName().contains(u"高意向"_s));
    QVERIFY(header.accessibleName().contains(u"¥ 5,980"_s));
}

void BoardTest::cardsAreOneSentenceForScreenReaders()
{
    BoardPageObject board;
    board.family(u"王芳"_s, "learning");
    board.open();
    const QModelIndex index = board.column("learning").column().index(0);
    const QString sentence = index.data(Qt::AccessibleTextRole).toString();
    QVERIFY2(sentence.startsWith(u"王芳, "_s), qPrintable(sentence));
    QVERIFY2(sentence.contains(u"Homework"_s), qPrintable(sentence));
    QVERIFY2(sentence.contains(u"in this column"_s), qPrintable(sentence));
}

void BoardTest::overdueIsTold()
{
    BoardCard card;
    card.nextStep = u"call"_s;
    card.nextStepAt = 1000;
    const QTimeZone zone = QTimeZone::utc();
    QVERIFY(cardTexts(card, 1001, zone).overdue);
    QVERIFY(cardSentence(card, 1001, zone).contains(u"overdue"_s));
    QVERIFY(!cardTexts(card, 999, zone).overdue);
}

void BoardTest::moneyIsReadAsPeopleWriteIt_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("fen"); // -1: refused
    QTest::newRow("whole") << u"2990"_s << qint64(299000);
    QTest::newRow("grouped, with sign") << u"¥ 2,990.5"_s << qint64(299050);
    QTest::newRow("full width") << u"２９９０．０５元"_s << qint64(299005);
    QTest::newRow("three decimals") << u"1.234"_s << qint64(-1);
    QTest::newRow("negative") << u"-5"_s << qint64(-1);
    QTest::newRow("words") << u"many"_s << qint64(-1);
    QTest::newRow("nothing") << QString() << qint64(-1);
    QTest::newRow("too much") << u"10000001"_s << qint64(-1);
}

void BoardTest::moneyIsReadAsPeopleWriteIt()
{
    QFETCH(QString, text);
    QFETCH(qint64, fen);
    QCOMPARE(fenFromYuan(text).value_or(-1), fen);
    if (fen >= 0)
        QCOMPARE(fenFromYuan(yuanText(fen)).value_or(-1), fen);
}

void BoardTest::dueTimesAreShort()
{
    const QTimeZone zone("Asia/Shanghai");
    const Milliseconds now = QDateTime(QDate(2025, 11, 20), QTime(15, 0), zone).toMSecsSinceEpoch();
    QCOMPARE(dueText(now + hourMs, now, zone), u"today 16:00"_s);
    QCOMPARE(dueText(now + dayMs, now, zone), u"tomorrow 15:00"_s);
    QCOMPARE(dueText(now - dayMs, now, zone), u"yesterday"_s);
    QCOMPARE(dueText(now + 2 * dayMs, now, zone), u"Sat 15:00"_s);
    QCOMPARE(dueText(now - 5 * dayMs, now, zone), u"11-15"_s);
    QCOMPARE(dueText(now + 60 * dayMs, now, zone), u"2026-01-19"_s);
    QCOMPARE(daysBetween(now, now + 10 * hourMs, zone), 1); // past midnight there
}

void BoardTest::looksLikeABoard()
{
    BoardPageObject board;
    board.store().clock().set(1764000000000 + 15 * hourMs);
    board.families().fill(200);
    board.open();
    board.page().resize(1440 - 160, 900 - 28);
    board.press(Qt::Key_4);
    board.press(Qt::Key_Down);
    board.press(Qt::Key_1);
    board.press(Qt::Key_Down);
    board.press(Qt::Key_X);
    board.press(Qt::Key_Down);
    QVERIFY(savePicture(board.page(), u"board-light"_s));
    board.theme().setMode(ThemeMode::Dark);
    QCoreApplication::processEvents(); // palettes follow by events
    QVERIFY(savePicture(board.page(), u"board-dark"_s, 2.0));
    QCOMPARE(cutTexts(board.page()), QStringList());
}

HOMEROOM_TEST_MAIN(BoardTest)
#include "boardtest.moc"
