// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/historydialog.h"
#include "tests/support/pageworld.h"
#include "tests/support/testmain.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

/// A family whose city and tier were changed, each as a step of its own.
struct World : PageWorld {
    World()
    {
        family = families.add(u"王芳"_s);
        change(u"City changed"_s, &Customer::city, u"Jinan"_s);
        change(u"Tier changed"_s, &Customer::tier, Tier::A);
    }
    template <typename Member, typename Value>
    void change(const QString& label, Member Customer::*member, const Value& value)
    {
        Change<Customer> change(family, family);
        store.clock().advance(minuteMs);
        const auto receipt =
            store.store().apply({label, {change.set(member, value).mutation()}, {}}).result();
        if (!receipt.ok())
            qFatal("the family is not changed");
    }
    QStringList labels(HistoryDialog& dialog)
    {
        QStringList labels;
        for (int row = 0; row < dialog.steps().rowCount(); ++row)
            labels.append(dialog.steps().item(row, 1)->text());
        return labels;
    }
    QString city() { return store.find(family)->city; }

    Id<Customer> family{};
};

} // namespace

class HistoryDialogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stepsAreToldNewestFirst();
    void anOlderStepIsUndoneOnItsOwn();
    void whatLaterStepsDependOnSaysSo();
    void theFamilyIsOpenedFromIt();
};

void HistoryDialogTest::stepsAreToldNewestFirst()
{
    World world;
    HistoryDialog dialog(world.context);
    dialog.show();
    world.change({}, &Customer::wechatNick, u"sunny"_s); // told by the page alone
    QTRY_COMPARE(world.labels(dialog).value(0), u"WeChat nickname"_s);
    world.desk.undo();
    QTRY_COMPARE(world.labels(dialog).value(0), u"WeChat nickname (undone)"_s);
    QTRY_COMPARE(
        world.labels(dialog).mid(1, 2), (QStringList{u"Tier changed"_s, u"City changed"_s}));
    QCOMPARE(dialog.steps().item(1, 2)->text(), u"王芳"_s);
    dialog.steps().setFocus();
    dialog.steps().setCurrentCell(1, 0);
    QTest::keyClick(&dialog.steps(), Qt::Key_Down);
    QCOMPARE(dialog.changes().rowCount(), 1);
    QCOMPARE(dialog.changes().item(0, 1)->text(), u"City"_s);
    QCOMPARE(dialog.changes().item(0, 2)->text(), u"–"_s);
    QCOMPARE(dialog.changes().item(0, 3)->text(), u"Jinan"_s);
}

void HistoryDialogTest::anOlderStepIsUndoneOnItsOwn()
{
    World world;
    HistoryDialog dialog(world.context);
    dialog.show();
    QTRY_VERIFY(dialog.steps().rowCount() >= 2);
    dialog.steps().setCurrentCell(1, 0);
    dialog.undoButton().click();
    QTRY_COMPARE(world.city(), QString());
    QCOMPARE(world.store.find(world.family)->tier, Tier::A);
    QTRY_COMPARE(world.labels(dialog)[1], u"City changed (undone)"_s);
    QVERIFY(!dialog.undoButton().isEnabled());
    QCOMPARE(dialog.steps().currentRow(), 1);
}

void HistoryDialogTest::whatLaterStepsDependOnSaysSo()
{
    World world;
    world.change(u"City again"_s, &Customer::city, u"Wuhan"_s);
    HistoryDialog dialog(world.context);
    dialog.show();
    QTRY_VERIFY(dialog.steps().rowCount() >= 3);
    dialog.steps().setCurrentCell(2, 0);
    dialog.undoButton().click();
    QTRY_VERIFY(!dialog.problem().isEmpty());
    QCOMPARE(world.city(), u"Wuhan"_s);
    // It goes with the next step that is looked at.
    dialog.steps().setCurrentCell(0, 0);
    QVERIFY(dialog.problem().isEmpty());
    dialog.undoButton().click();
    QTRY_COMPARE(world.city(), u"Jinan"_s);
}

void HistoryDialogTest::theFamilyIsOpenedFromIt()
{
    World world;
    HistoryDialog dialog(world.context);
    dialog.show();
    QTRY_VERIFY(dialog.steps().rowCount() >= 2);
    QSignalSpy asked(&dialog, &HistoryDialog::familyRequested);
    QTest::keyClick(&dialog.steps(), Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.front().front().value<RecordId>(), RecordId(world.family));
}

HOMEROOM_TEST_MAIN(HistoryDialogTest)
#include "historydialogtest.moc"
