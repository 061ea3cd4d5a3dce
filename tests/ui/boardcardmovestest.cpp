// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/records.h"
#include "tests/support/boardpageobject.h"
#include "tests/support/testmain.h"
#include "ui/board/lostdialog.h"
#include "ui/board/orderdialog.h"

#include <QComboBox>
#include <QLineEdit>
#include <QMenu>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

/// Lets the next write fail, as a full disk would.
class FullDisk final : public StatementObserver {
public:
    void aboutToStep(const char* sql) override
    {
        if (full && QByteArray(sql).startsWith("INSERT INTO outbox"))
            throw SQLite::Exception("disk full");
    }
    bool full = false;
};

} // namespace

/// Cards moved by keys, by dragging and by the menu, and the questions some columns ask first.
class BoardCardMovesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shiftRightMovesTheCardAndTheFocusGoesAlong();
    void shiftDownMovesTheCardInItsColumn();
    void dragToAnotherColumn();
    void dragThatGoesNowhereChangesNothing();
    void escapeLetsTheHeldCardGo();
    void dragOfSelectedCardsIsOneStep();
    void undoBringsTheCardBack();
    void refusedMoveStaysAndIsMarked();
    void depositAsksForTheAmount();
    void paidRefusesAnEmptyAmount();
    void escapeAtTheQuestionLeavesTheCard();
    void lostAsksTheReason();
    void moveMenuMovesByDigit();
};

void BoardCardMovesTest::shiftRightMovesTheCardAndTheFocusGoesAlong()
{
    BoardPageObject board;
    board.family(u"a"_s, "new");
    board.family(u"b"_s, "friend");
    board.open();
    board.press(Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(board.namesIn("new"), QStringList());
    QCOMPARE(board.namesIn("friend"), QStringList({u"a"_s, u"b"_s}));
    QCOMPARE(board.focused(), u"a"_s);
    QCOMPARE(board.toasts(), QStringList{u"Moved to 已加好友"_s});
    board.press(Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(board.namesIn("new"), QStringList{u"a"_s});
    QCOMPARE(board.focused(), u"a"_s);
    board.press(Qt::Key_Left, Qt::ShiftModifier); // no column there
    QCOMPARE(board.toasts().size(), 2);
}

void BoardCardMovesTest::shiftDownMovesTheCardInItsColumn()
{
    BoardPageObject board;
    for (const QString& name : {u"a"_s, u"b"_s, u"c"_s})
        board.family(name, "new");
    board.open();
    board.press(Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(board.namesIn("new"), QStringList({u"b"_s, u"a"_s, u"c"_s}));
    QCOMPARE(board.focused(), u"a"_s);
    board.press(Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(board.namesIn("new"), QStringList({u"b"_s, u"c"_s, u"a"_s}));
    board.press(Qt::Key_Up, Qt::ShiftModifier);
    QCOMPARE(board.namesIn("new"), QStringList({u"b"_s, u"a"_s, u"c"_s}));
    QCOMPARE(board.focused(), u"a"_s);
}

void BoardCardMovesTest::dragToAnotherColumn()
{
    BoardPageObject board;
    board.family(u"a"_s, "new");
    board.family(u"b"_s, "group");
    board.family(u"c"_s, "group");
    board.open();
    board.drag(u"a"_s, "group", 1);
    QCOMPARE(board.namesIn("new"), QStringList());
    QCOMPARE(board.namesIn("group"), QStringList({u"b"_s, u"a"_s, u"c"_s}));
    QCOMPARE(board.toasts(), QStringList{u"Moved to 已入群"_s});
    board.drag(u"a"_s, "learning", 0);
    QCOMPARE(board.namesIn("learning"), QStringList{u"a"_s});
}

void BoardCardMovesTest::dragThatGoesNowhereChangesNothing()
{
    BoardPageObject board;
    board.family(u"a"_s, "new");
    board.family(u"b"_s, "new");
    board.open();
    board.drag(u"a"_s, "new", 0);
    board.drag(u"a"_s, "new", 1);
    QCOMPARE(board.toasts(), QStringList());
    board.drag(u"a"_s, "new", 2);
    QCOMPARE(board.namesIn("new"), QStringList({u"b"_s, u"a"_s}));
}

void BoardCardMovesTest::escapeLetsTheHeldCardGo()
{
    BoardPageObject board;
    board.family(u"a"_s, "new");
    board.open();
    board.hold(u"a"_s);
    board.carryTo("group", 0);
    board.press(Qt::Key_Escape);
    board.letGo();
    QCOMPARE(board.namesIn("new"), QStringList{u"a"_s});
    QCOMPARE(board.toasts(), QStringList());
}

void BoardCardMovesTest::dragOfSelectedCardsIsOneStep()
{
    BoardPageObject board;
    for (const QString& name : {u"a"_s, u"b"_s, u"c"_s})
        board.family(name, "new");
    board.open();
    board.press(Qt::Key_X);
    board.click(u"c"_s, Qt::ControlModifier);
    QCOMPARE(board.selected(), QStringList({u"a"_s, u"c"_s}));
    board.drag(u"c"_s, "group", 0);
    QCOMPARE(board.namesIn("group"), QStringList({u"a"_s, u"c"_s}));
    QCOMPARE(board.selected(), QStringList());
    board.desk().undo();
    QCOMPARE(board.namesIn("new"), QStringList({u"a"_s, u"b"_s, u"c"_s}));
}

void BoardCardMovesTest::undoBringsTheCardBack()
{
    BoardPageObject board;
    board.family(u"a"_s, "new");
    board.family(u"b"_s, "new");
    board.open();
    board.press(Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(board.namesIn("new"), QStringList{u"b"_s});
    board.press(Qt::Key_Left); // on to another card
    QCOMPARE(board.focused(), u"b"_s);
    board.desk().undo();
    QCOMPARE(board.namesIn("new"), QStringList({u"a"_s, u"b"_s}));
    QCOMPARE(board.focused(), u"a"_s); // the next key is about the card that came back
}

void BoardCardMovesTest::refusedMoveStaysAndIsMarked()
{
    FullDisk disk;
    BoardPageObject board(&disk);
    board.family(u"a"_s, "new");
    board.open();
    disk.full = true;
    board.drag(u"a"_s, "group", 0);
    QCOMPARE(board.namesIn("new"), QStringList{u"a"_s});
    QVERIFY(board.isMarkedRefused(u"a"_s));
    QCOMPARE(board.refusals().size(), 1);
    QVERIFY(board.refusals()[0].contains(u"Nothing was saved"_s));
    disk.full = false;
    board.drag(u"a"_s, "group", 0);
    QCOMPARE(board.namesIn("group"), QStringList{u"a"_s});
}

void BoardCardMovesTest::depositAsksForTheAmount()
{
    BoardPageObject board;
    const auto family = board.family(u"a"_s, "intent");
    board.open();
    board.drag(u"a"_s, "deposit", 0);
    auto* dialog = board.dialog<OrderDialog>();
    QVERIFY(dialog);
    QCOMPARE(board.namesIn("intent"), QStringList{u"a"_s});
    QVERIFY(dialog->windowTitle().startsWith(u"Move a to "_s));
    QCOMPARE(dialog->productField().currentText(), board.families().course().name);
    QCOMPARE(dialog->amountField().text(), u"¥ 2,990"_s);
    const qint64 waiting = board.store().outboxCount();
    QTest::keyClicks(&dialog->amountField(), u"200"_s);
    QTest::keyClick(&dialog->amountField(), Qt::Key_Return);
    QCOMPARE(board.namesIn("deposit"), QStringList{u"a"_s});
    const auto moved = board.store().find(family.opportunity.id);
    QCOMPARE(moved->amount, 20000);
    const auto orders = familyRecords<Order>(board.store().reader(), family.customer.id);
    QCOMPARE(orders.size(), size_t(1));
    QCOMPARE(orders[0].kind, OrderKind::Deposit);
    QCOMPARE(orders[0].amount, 20000);
    QCOMPARE(orders[0].opportunity, family.opportunity.id);
    QCOMPARE(orders[0].creditedOwner, board.families().tutor().id);
    QCOMPARE(orders[0].paidAt, board.store().clock().now());
    // One group: the server takes both or neither; one undo step.
    QCOMPARE(board.store().outboxCount(), waiting + 2);
    {
        Statement groups =
            board.store().reader().statement("SELECT count(DISTINCT grp) FROM outbox");
        groups.step();
        QCOMPARE(groups.integer(0), 1);
    }
    board.desk().undo();
    QCOMPARE(board.namesIn("intent"), QStringList{u"a"_s});
    QVERIFY(familyRecords<Order>(board.store().reader(), family.customer.id).empty());
}

void BoardCardMovesTest::paidRefusesAnEmptyAmount()
{
    BoardPageObject board;
    board.family(u"a"_s, "deposit");
    board.open();
    board.focus(u"a"_s);
    board.press(Qt::Key_Right, Qt::ShiftModifier);
    auto* dialog = board.dialog<OrderDialog>();
    QVERIFY(dialog);
    for (const QString& wrong : {u""_s, u"abc"_s, u"0"_s, u"1.234"_s}) {
        dialog->amountField().setText(wrong);
        dialog->accept();
        QVERIFY(dialog->isVisible());
        QVERIFY(!dialog->rowError(&dialog->amountField()).isEmpty());
    }
    QCOMPARE(board.namesIn("deposit"), QStringList{u"a"_s});
    dialog->amountField().setText(u"2,990.50"_s);
    dialog->accept();
    QCOMPARE(board.namesIn("paid"), QStringList{u"a"_s});
    QCOMPARE(board.column("paid").column().amount(), 299050);
    QCOMPARE(board.focused(), u"a"_s);
}

void BoardCardMovesTest::escapeAtTheQuestionLeavesTheCard()
{
    BoardPageObject board;
    const auto family = board.family(u"a"_s, "intent");
    board.open();
    board.drag(u"a"_s, "paid", 0);
    auto* dialog = board.dialog<OrderDialog>();
    QVERIFY(dialog);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QCOMPARE(board.namesIn("intent"), QStringList{u"a"_s});
    QCOMPARE(board.store().outboxCount(), 0);
    QVERIFY(!board.dialog<OrderDialog>());
}

void BoardCardMovesTest::lostAsksTheReason()
{
    BoardPageObject board;
    const auto family = board.family(u"a"_s, "new");
    board.open();
    board.drag(u"a"_s, "lost", 0);
    auto* dialog = board.dialog<LostDialog>();
    QVERIFY(dialog);
    dialog->accept();
    QVERIFY(dialog->isVisible());
    dialog->reasonField().setEditText(u"   "_s);
    dialog->accept();
    QVERIFY(dialog->isVisible());
    QCOMPARE(board.namesIn("new"), QStringList{u"a"_s});
    dialog->reasonField().setEditText(u"搬家了"_s);
    dialog->accept();
    QCOMPARE(board.namesIn("lost"), QStringList{u"a"_s});
    QCOMPARE(board.store().find(family.opportunity.id)->lostReason, u"搬家了"_s);
    QVERIFY(board.store().find(family.opportunity.id)->closedAt);
}

void BoardCardMovesTest::moveMenuMovesByDigit()
{
    BoardPageObject board;
    board.family(u"a"_s, "new");
    board.open();
    // The offscreen plugin says this of every popup.
    expectWarning(QRegularExpression(u"does not support raise"_s));
    expectWarning(QRegularExpression(u"does not support grabbing the keyboard"_s));
    board.press(Qt::Key_M);
    QVERIFY(qobject_cast<QMenu*>(QApplication::activePopupWidget()));
    board.press(Qt::Key_3);
    QCOMPARE(board.namesIn("group"), QStringList{u"a"_s});
    QCOMPARE(board.focused(), u"a"_s);
}

HOMEROOM_TEST_MAIN(BoardCardMovesTest)
#include "boardcardmovestest.moc"
