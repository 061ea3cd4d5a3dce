// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/boardpageobject.h"
#include "tests/support/pageworld.h"
#include "tests/support/testmain.h"
#include "ui/board/boardpage.h"
#include "ui/bulk/bulkmenu.h"
#include "ui/bulk/leftoutdialog.h"
#include "ui/conditions/choicebutton.h"
#include "ui/conditions/conditionbar.h"
#include "ui/conditions/conditionrow.h"
#include "ui/conditions/conditionsdialog.h"
#include "ui/conditions/groupeditor.h"
#include "ui/customers/customerspage.h"
#include "ui/editing/familychipbar.h"
#include "ui/editing/pageviews.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/toolbarrow.h"

#include <QComboBox>
#include <QJsonArray>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTableWidget>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

/// The page of families with one that was spoken to yesterday and one a week ago.
class Page {
public:
    explicit Page(PageWorld& world)
        : widget(std::make_unique<CustomersPage>(world.context, world.shortcuts))
    {
        widget->resize(1280, 760);
        widget->show();
        QApplication::setActiveWindow(widget.get());
        widget->table().setFocus();
    }
    QStringList names()
    {
        QStringList names;
        for (int row = 0; row < widget->model().rowCount(); ++row)
            names << widget->model().row(row)->customer.name;
        names.sort();
        return names;
    }
    ConditionsDialog* openDialog()
    {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F, Qt::ShiftModifier);
        auto* dialog = widget->findChild<ConditionsDialog*>();
        QApplication::setActiveWindow(dialog);
        return dialog;
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }

    std::unique_ptr<CustomersPage> widget;
};

struct World : PageWorld {
    World()
    {
        const Milliseconds now = store.clock().now();
        fresh =
            families.add(u"王芳"_s, {}, [&](Customer& each) { each.lastContactAt = now - dayMs; });
        old = families.add(u"李娜"_s, {}, [&](Customer& each) {
            each.lastContactAt = now - 7 * dayMs;
            each.tier = Tier::A;
        });
    }
    Id<Customer> fresh{};
    Id<Customer> old{};
};

const ConditionGroup silent{false, {{u"lastContactAt"_s, ConditionTest::OlderThanDays, 3}}, {}};

} // namespace

class ConditionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theDialogIsWorkedWithTheKeyboard();
    void aListIsTickedWithTheKeyboard();
    void groupsAreEdited();
    void aWrongValueIsToldWhereItIsTyped();
    void conditionsAndChipsBothHold();
    void aViewBringsThemBackAlsoAfterARestart();
    void aViewOfARemovedFieldSaysSo();
    void theBoardHasThem();
    void aLeadSharesAView();
    void tutorsAreOfferedNoSharing();
    void aBulkMoveIsOneStepAndTellsWhoIsLeftOut();
};

void ConditionsTest::theDialogIsWorkedWithTheKeyboard()
{
    World world;
    Page page(world);
    ConditionsDialog* dialog = page.openDialog();
    QVERIFY(dialog);
    QTRY_COMPARE(dialog->countText(), u"1 families"_s);
    auto* days = dialog->findChild<QSpinBox*>();
    QVERIFY(days);
    days->setFocus();
    days->selectAll();
    QTest::keyClicks(days, u"10"_s);
    QTRY_COMPARE(dialog->countText(), u"0 families"_s);
    days->selectAll();
    QTest::keyClicks(days, u"5"_s);
    QTest::keyClick(days, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(page.names(), QStringList{u"李娜"_s});
    QCOMPARE(page.widget->conditions().sentence(), u"Last contact more than 5 days ago"_s);
    QVERIFY(page.widget->conditions().isVisible());
    page.widget->conditions().findChild<QPushButton*>(u"clearConditions"_s)->click();
    QCOMPARE(page.names().size(), 2);
    QVERIFY(!page.widget->conditions().isVisible());
}

void ConditionsTest::aListIsTickedWithTheKeyboard()
{
    World world;
    Page page(world);
    ConditionsDialog* dialog = page.openDialog();
    auto* field = dialog->findChild<QComboBox*>(u"field"_s);
    field->setFocus();
    field->lineEdit()->selectAll();
    QTest::keyClicks(field, u"tier"_s);
    // A list of proposals is open, and takes the keys as it does in a real window.
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
    QTest::keyClick(field, Qt::Key_Tab);
    QCOMPARE(field->currentData().toString(), u"tier"_s);
    auto* button = dialog->findChild<ChoiceButton*>();
    QVERIFY(button);
    QVERIFY(!dialog->isValid());
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    auto* list = button->findChild<QListWidget*>(u"choices"_s);
    QVERIFY(list && list->hasFocus());
    while (list->currentItem()->data(Qt::UserRole).toString() != u"a"_s)
        QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Space);
    QTest::keyClick(list, Qt::Key_Escape);
    QCOMPARE(button->chosen(), QStringList{u"a"_s});
    dialog->accept();
    QTRY_COMPARE(page.names(), QStringList{u"李娜"_s});
    QCOMPARE(page.widget->conditions().sentence(), u"Tier is A"_s);
}

void ConditionsTest::groupsAreEdited()
{
    World world;
    Page page(world);
    ConditionsDialog* dialog = page.openDialog();
    dialog->editor().addGroup();
    const ConditionGroup group = dialog->conditions();
    QCOMPARE(group.conditions.size(), size_t(1));
    QCOMPARE(group.groups.size(), size_t(1));
    QVERIFY(group.groups[0].any);
    for (QPushButton* remove : dialog->findChildren<QPushButton*>(u"remove"_s))
        remove->click();
    QVERIFY(dialog->conditions().isEmpty());
    QTRY_VERIFY(dialog->countText().contains(u"all families"_s));
}

void ConditionsTest::aWrongValueIsToldWhereItIsTyped()
{
    World world;
    Page page(world);
    page.widget->conditions().setConditions({false, {{u"score"_s, ConditionTest::AtLeast, 5}}, {}});
    ConditionsDialog* dialog = page.openDialog();
    auto* number = dialog->findChild<QLineEdit*>(u"operand"_s);
    QVERIFY(number);
    number->setText(u"many"_s);
    dialog->accept();
    QVERIFY(dialog->isVisible());
    QWidget* row = dialog->editor().parentWidget();
    while (row && dialog->rowError(row).isEmpty())
        row = row->parentWidget();
    QVERIFY(row);
    QCOMPARE(dialog->rowError(row), u"«Intention score» needs a number."_s);
    number->setText(u"7"_s);
    QCOMPARE(dialog->rowError(row), QString());
}

void ConditionsTest::conditionsAndChipsBothHold()
{
    World world;
    Page page(world);
    page.widget->conditions().setConditions(silent);
    QTRY_COMPARE(page.names(), QStringList{u"李娜"_s});
    world.families.set(world.old, &Customer::friendState, FriendState::Added);
    page.widget->chips().choose({u"toFriend"_s});
    QTRY_VERIFY(page.names().isEmpty());
    auto* empty = page.widget->findChild<EmptyState*>();
    QVERIFY(empty->isVisible());
    page.widget->chips().clearAll();
    QTRY_COMPARE(page.names(), QStringList{u"李娜"_s});
    // A talk today answers the condition: the family leaves the list by itself.
    world.families.set(
        world.old, &Customer::lastContactAt, std::optional(world.store.clock().now()));
    QTRY_VERIFY(page.names().isEmpty());
}

void ConditionsTest::aViewBringsThemBackAlsoAfterARestart()
{
    World world;
    {
        Page page(world);
        page.widget->conditions().setConditions(silent);
        page.widget->views().saveAs(u"久未联系"_s, page.widget->definition());
        page.widget->views().choose(0);
        QTRY_COMPARE(page.names().size(), 2);
        QVERIFY(page.widget->conditions().matching().conditions().isEmpty());
        page.press(Qt::Key_2, Qt::AltModifier);
        QTRY_COMPARE(page.names(), QStringList{u"李娜"_s});
    }
    Page again(world);
    QTRY_COMPARE(again.names(), QStringList{u"李娜"_s});
    QCOMPARE(again.widget->findChild<ToolbarRow*>()->views().currentIndex(), 1);
}

void ConditionsTest::aViewOfARemovedFieldSaysSo()
{
    World world;
    Page page(world);
    page.widget->conditions().setDefinition(
        conditionsToJson({false, {{u"custom.school"_s, ConditionTest::Filled, {}}}, {}}));
    QTRY_VERIFY(page.names().isEmpty());
    QVERIFY(page.widget->conditions().faultText().contains(u"school"_s));
    auto* empty = page.widget->findChild<EmptyState*>();
    QVERIFY(empty->isVisible());
    Q_EMIT empty->actionRequested();
    auto* dialog = page.widget->findChild<ConditionsDialog*>();
    QVERIFY(dialog && dialog->isVisible());
    QVERIFY(!dialog->isValid());
    // What cannot be read at all takes nobody for everybody either.
    page.widget->conditions().setDefinition({{u"match"_s, u"some"_s}});
    QVERIFY(!page.widget->conditions().faultText().isEmpty());
}

void ConditionsTest::theBoardHasThem()
{
    World world;
    const Id<Pipeline> pipeline = world.families.addPipeline();
    const Stage stage = listRecords<Stage>(world.store.reader(), "1 ORDER BY rank").front();
    for (const Id<Customer>& family : {world.fresh, world.old}) {
        Opportunity card;
        card.customer = family;
        card.pipeline = pipeline;
        card.stage = stage.id;
        card.rank = u"m"_s;
        world.families.put(card);
    }
    MemoryBoardSettings settings;
    BoardPage board(world.context, world.shortcuts, settings);
    board.resize(1200, 700);
    board.show();
    QTRY_COMPARE(board.model().shownCount(), 2);
    board.conditions().setConditions(silent);
    QTRY_COMPARE(board.model().shownCount(), 1);
    board.conditions().setConditions({false, {{u"city"_s, ConditionTest::Filled, {}}}, {}});
    QTRY_COMPARE(board.model().shownCount(), 0);
    QVERIFY(board.findChild<EmptyState*>()->isVisible());
}

void ConditionsTest::aLeadSharesAView()
{
    World world;
    world.context.viewer.role = UserRole::Lead;
    world.context.viewer.team = world.store.ids().next();
    Page page(world);
    page.widget->views().save(page.widget.get(), page.widget->definition());
    auto* name = page.widget->findChild<QLineEdit*>(u"viewName"_s);
    name->setText(u"组内"_s);
    page.widget->findChild<QComboBox*>(u"viewWhose"_s)->setCurrentIndex(1);
    QTest::keyClick(name, Qt::Key_Return, Qt::ControlModifier);
    const auto views = listRecords<SavedView>(world.store.reader());
    QCOMPARE(views.size(), size_t(1));
    QCOMPARE(RecordId(views[0].team), world.context.viewer.team);
}

void ConditionsTest::tutorsAreOfferedNoSharing()
{
    World world;
    world.context.viewer.team = world.store.ids().next();
    Page page(world);
    page.widget->views().save(page.widget.get(), page.widget->definition());
    QVERIFY(!page.widget->findChild<QComboBox*>(u"viewWhose"_s)->isVisible());
}

void ConditionsTest::aBulkMoveIsOneStepAndTellsWhoIsLeftOut()
{
    World world;
    const Id<Pipeline> pipeline = world.families.addPipeline();
    const auto stages = listRecords<Stage>(world.store.reader(), "1 ORDER BY rank");
    Opportunity card;
    card.customer = world.old;
    card.pipeline = pipeline;
    card.stage = stages[0].id;
    card.rank = u"m"_s;
    card.id = world.families.put(card);
    Page page(world);
    auto* bulk = page.widget->findChild<BulkMenu*>();
    bulk->moveTo(stages[1], {world.old, world.fresh});
    QTRY_COMPARE(world.store.find(card.id)->stage, stages[1].id);
    auto* left = page.widget->findChild<LeftOutDialog*>();
    QVERIFY(left && left->isVisible());
    QCOMPARE(left->table().rowCount(), 2);
    QCOMPARE(left->table().item(0, 0)->text(), u"王芳"_s);
    QVERIFY(left->table().item(0, 1)->text().contains(u"no card"_s));
    left->accept();
    world.desk.undo();
    QTRY_COMPARE(world.store.find(card.id)->stage, stages[0].id);
}

HOMEROOM_TEST_MAIN(ConditionsTest)
#include "conditionstest.moc"
