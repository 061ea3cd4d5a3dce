// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pageworld.h"
#include "tests/support/testmain.h"
#include "ui/bulk/bulkedits.h"
#include "ui/customers/customerspage.h"
#include "ui/customers/newcustomerdialog.h"
#include "ui/editing/pageviews.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/toolbarrow.h"

#include <QtWidgets/QtWidgets>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

/// The page as a person uses it.
class Page {
public:
    explicit Page(PageWorld& world)
        : m_page(std::make_unique<CustomersPage>(world.context, world.shortcuts))
    {
        m_page->resize(1200, 700);
        m_page->show();
        QApplication::setActiveWindow(m_page.get());
        m_page->table().setFocus();
    }
    CustomersPage& widget() { return *m_page; }
    void presses(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    void types(const QString& text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    QStringList names()
    {
        QStringList names;
        for (int row = 0; row < m_page->model().rowCount(); ++row)
            names << m_page->model().index(row, 0).data().toString();
        return names;
    }
    EmptyState* emptyState()
    {
        auto* state = m_page->findChild<EmptyState*>();
        return state && state->isVisible() ? state : nullptr;
    }
    QAction* menuAction(const QString& submenu, const QString& action)
    {
        Q_EMIT m_page->table().customContextMenuRequested(QPoint(10, 10));
        for (QMenu* menu : m_page->findChildren<QMenu*>()) {
            if (menu->title() != submenu)
                continue;
            for (QAction* one : menu->actions()) {
                if (one->text() == action)
                    return one;
            }
        }
        return nullptr;
    }
    QTabBar& tabs() { return m_page->findChild<ToolbarRow*>()->views(); }

private:
    std::unique_ptr<CustomersPage> m_page;
};

} // namespace

class CustomersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void typingFiltersAtOnce();
    void nobodyYetOffersALead();
    void noMatchOffersTheWayBack();
    void keysWalkAndAskForTheFamily();
    void pickedRowsAreTaggedInOneUndoStep();
    void bulkEditsAreOneStepEach();
    void onlyTagsOfTheSelectionAreOfferedForRemoval();
    void onlyFamiliesThatChangeAreCounted();
    void aFamilyWithoutANameSaysSo();
    void aCellIsEditedInPlace();
    void aWrongPhoneInACellChangesNothing();
    void columnsAndSortAreRemembered();
    void columnsAndRowsGrowWithTheText();
    void aSavedViewBringsBackFilterSortAndColumns();
    void aNewLeadIsFamilyChildAndCard();
    void aPhoneThatIsKnownIsTold();
    void onlyWhatIsThereIsCopied();
};

void CustomersTest::typingFiltersAtOnce()
{
    PageWorld world;
    world.families.add(u"王芳"_s, u"浩浩"_s);
    world.families.add(u"李娜"_s);
    Page page(world);
    QCOMPARE(page.widget().statusText(), u"2 of 2 families"_s);
    page.presses(Qt::Key_F);
    page.types(u"hao"_s);
    QCOMPARE(page.names(), QStringList{u"王芳"_s});
    QCOMPARE(page.widget().statusText(), u"1 of 2 families"_s);
    page.presses(Qt::Key_Escape);
    QCOMPARE(page.names().size(), 2);
}

void CustomersTest::nobodyYetOffersALead()
{
    PageWorld world;
    Page page(world);
    QVERIFY(page.emptyState());
    page.emptyState()->actionButton().click();
    QVERIFY(page.widget().findChild<NewCustomerDialog*>());
}

void CustomersTest::noMatchOffersTheWayBack()
{
    PageWorld world;
    world.families.add(u"王芳"_s);
    Page page(world);
    QVERIFY(!page.emptyState());
    page.presses(Qt::Key_F);
    page.types(u"zzz"_s);
    QVERIFY(page.emptyState());
    page.emptyState()->actionButton().click();
    QVERIFY(!page.emptyState());
}

void CustomersTest::keysWalkAndAskForTheFamily()
{
    PageWorld world;
    const Id<Customer> second = world.families.add(u"王芳"_s);
    const Id<Customer> first = world.families.add(u"李娜"_s);
    Page page(world);
    std::vector<RecordId> asked;
    std::vector<RecordId> walk;
    QObject::connect(&page.widget(), &CustomersPage::customerRequested, &page.widget(),
        [&](const RecordId& id, const std::vector<RecordId>& list) {
            asked.push_back(id);
            walk = list;
        });
    QSignalSpy focus(&page.widget(), &CustomersPage::panelFocusRequested);
    page.presses(Qt::Key_J);
    page.presses(Qt::Key_Space);
    page.presses(Qt::Key_J);
    QVERIFY(focus.isEmpty());
    page.presses(Qt::Key_Return);
    QCOMPARE(asked, (std::vector<RecordId>{first, second}));
    QCOMPARE(walk, (std::vector<RecordId>{first, second}));
    QCOMPARE(focus.size(), 1);
}

void CustomersTest::pickedRowsAreTaggedInOneUndoStep()
{
    PageWorld world;
    const Id<Tag> tag = world.families.addTag(u"价格"_s);
    const Id<Customer> third = world.families.add(u"赵敏"_s);
    const Id<Customer> second = world.families.add(u"王芳"_s);
    const Id<Customer> first = world.families.add(u"李娜"_s);
    Page page(world);
    page.presses(Qt::Key_J);
    page.presses(Qt::Key_X);
    page.presses(Qt::Key_J);
    page.presses(Qt::Key_J);
    page.presses(Qt::Key_X);
    QCOMPARE(page.widget().selectedCustomers().size(), size_t(2));
    QVERIFY(page.widget().statusText().contains(u"2 selected"_s));
    QAction* add = page.menuAction(u"Add a tag"_s, u"价格"_s);
    QVERIFY(add);
    add->trigger();
    const QStringList tagged{tag.toString()};
    QCOMPARE(world.store.find(first)->tags, tagged);
    QCOMPARE(world.store.find(second)->tags, QStringList());
    QCOMPARE(world.store.find(third)->tags, tagged);
    world.desk.undo();
    QCOMPARE(world.store.find(first)->tags, QStringList());
    QCOMPARE(world.store.find(third)->tags, QStringList());
}

void CustomersTest::bulkEditsAreOneStepEach()
{
    PageWorld world;
    const Id<Customer> one = world.families.add(u"赵敏"_s);
    const Id<Customer> other = world.families.add(u"王芳"_s);
    const std::vector<RecordId> both{one, other};
    QVERIFY(world.store.store().apply(tierEdit(both, Tier::A)).result().ok());
    QVERIFY(world.store.store().apply(nextStepTimeEdit(both, 1000)).result().ok());
    QCOMPARE(world.store.find(other)->tier, Tier::A);
    QCOMPARE(world.store.find(one)->nextStepAt, std::optional<Milliseconds>(1000));
    world.desk.undo();
    QCOMPARE(world.store.find(other)->nextStepAt, std::nullopt);
    QCOMPARE(world.store.find(one)->tier, Tier::A);
}

void CustomersTest::onlyTagsOfTheSelectionAreOfferedForRemoval()
{
    PageWorld world;
    const Id<Tag> held = world.families.addTag(u"价格"_s);
    world.families.addTag(u"时间"_s);
    const Id<Customer> id = world.families.add(
        u"王芳"_s, {}, [&](Customer& customer) { customer.tags = {held.toString()}; });
    Page page(world);
    page.presses(Qt::Key_J);
    QVERIFY(page.menuAction(u"Add a tag"_s, u"时间"_s));
    QVERIFY(!page.menuAction(u"Remove a tag"_s, u"时间"_s));
    QAction* remove = page.menuAction(u"Remove a tag"_s, u"价格"_s);
    QVERIFY(remove);
    remove->trigger();
    QVERIFY(world.store.find(id)->tags.isEmpty());
}

void CustomersTest::onlyFamiliesThatChangeAreCounted()
{
    PageWorld world;
    const Id<Tag> tag = world.families.addTag(u"价格"_s);
    world.families.add(u"王芳"_s);
    world.families.add(
        u"赵敏"_s, {}, [&](Customer& customer) { customer.tags = {tag.toString()}; });
    Page page(world);
    page.presses(Qt::Key_J);
    page.presses(Qt::Key_X);
    page.presses(Qt::Key_J);
    page.presses(Qt::Key_X);
    QSignalSpy applied(&world.desk, &EditDesk::applied);
    QSignalSpy told(&page.widget(), &CustomersPage::told);
    QAction* add = page.menuAction(u"Add a tag"_s, u"价格"_s);
    QVERIFY(add);
    add->trigger();
    QCOMPARE(applied.size(), 1);
    QVERIFY(applied.first().first().toString().contains(u" 1 "_s));
    // Everybody has it now: no undo step, and a word about it.
    add->trigger();
    QCOMPARE(applied.size(), 1);
    QCOMPARE(told.size(), 1);
}

void CustomersTest::aFamilyWithoutANameSaysSo()
{
    PageWorld world;
    const Id<Customer> id = world.families.add(QString());
    Page page(world);
    QCOMPARE(page.names(), QStringList{u"No name"_s});
    page.presses(Qt::Key_J);
    page.presses(Qt::Key_F2);
    auto* editor = page.widget().table().findChild<QLineEdit*>();
    QVERIFY(editor);
    QCOMPARE(editor->text(), QString());
    QTest::keyClick(editor, Qt::Key_Return);
    QVERIFY(world.store.find(id)->name.isEmpty());
}

void CustomersTest::aCellIsEditedInPlace()
{
    PageWorld world;
    const Id<Customer> id = world.families.add(u"王芳"_s);
    Page page(world);
    page.presses(Qt::Key_J);
    page.presses(Qt::Key_F2);
    auto* editor = page.widget().table().findChild<QLineEdit*>();
    QVERIFY(editor);
    editor->setText(u"王芬"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(world.store.find(id)->name, u"王芬"_s);
    QCOMPARE(page.names(), QStringList{u"王芬"_s});
}

void CustomersTest::aWrongPhoneInACellChangesNothing()
{
    PageWorld world;
    const Id<Customer> id = world.families.add(u"王芳"_s);
    Page page(world);
    QSignalSpy told(&page.widget(), &CustomersPage::told);
    const QModelIndex cell = page.widget().model().index(0, int(CustomerColumn::Phone));
    page.widget().model().setData(cell, u"12"_s, Qt::EditRole);
    QCOMPARE(told.size(), 1);
    QVERIFY(world.store.find(id)->phone.isEmpty());
    page.widget().model().setData(cell, u"138-1234-2046"_s, Qt::EditRole);
    QCOMPARE(world.store.find(id)->phone, u"+8613812342046"_s);
    QCOMPARE(page.widget().model().index(0, int(CustomerColumn::Phone)).data().toString(),
        u"138 1234 2046"_s);
}

void CustomersTest::columnsAndRowsGrowWithTheText()
{
    PageWorld world;
    world.families.add(u"王芳"_s);
    Page page(world);
    const int phone = int(CustomerColumn::Phone);
    QTableView& table = page.widget().table();
    const int width = table.columnWidth(phone);
    const int height = table.rowHeight(0);
    world.theme.setTextSize(TextSize::Large);
    QVERIFY(table.columnWidth(phone) > width);
    QVERIFY(table.rowHeight(0) > height);
    world.theme.setTextSize(TextSize::Normal);
    QCOMPARE(table.columnWidth(phone), width);
    QCOMPARE(table.rowHeight(0), height);
}

void CustomersTest::columnsAndSortAreRemembered()
{
    PageWorld world;
    world.families.add(u"王芳"_s);
    {
        Page page(world);
        QHeaderView& header = *page.widget().table().horizontalHeader();
        header.resizeSection(int(CustomerColumn::Name), 222);
        header.moveSection(header.visualIndex(int(CustomerColumn::Tier)), 0);
        page.widget().table().sortByColumn(int(CustomerColumn::Name), Qt::AscendingOrder);
    }
    Page page(world);
    const QHeaderView& header = *page.widget().table().horizontalHeader();
    QCOMPARE(header.sectionSize(int(CustomerColumn::Name)), 222);
    QCOMPARE(header.visualIndex(int(CustomerColumn::Tier)), 0);
    QCOMPARE(page.widget().model().sort().column, CustomerColumn::Name);
    QCOMPARE(header.sortIndicatorSection(), int(CustomerColumn::Name));
}

void CustomersTest::aSavedViewBringsBackFilterSortAndColumns()
{
    PageWorld world;
    world.families.add(u"王芳"_s);
    world.families.add(u"李娜"_s);
    Page page(world);
    page.widget().filterField().setText(u"wang"_s);
    page.widget().table().sortByColumn(int(CustomerColumn::City), Qt::AscendingOrder);
    page.widget().views().saveAs(u"Wangs"_s, page.widget().definition());
    QCOMPARE(page.tabs().count(), 2);
    QCOMPARE(page.tabs().currentIndex(), 1);
    page.tabs().setCurrentIndex(0);
    QCOMPARE(page.names().size(), 2);
    page.presses(Qt::Key_2, Qt::AltModifier);
    QCOMPARE(page.names(), QStringList{u"王芳"_s});
    QCOMPARE(page.widget().model().sort().column, CustomerColumn::City);
    const std::vector<SavedView> views = listRecords<SavedView>(world.store.reader());
    QCOMPARE(views.size(), size_t(1));
    QCOMPARE(views[0].user, Id<User>(world.user));
}

void CustomersTest::aNewLeadIsFamilyChildAndCard()
{
    PageWorld world;
    world.families.addPipeline();
    Page page(world);
    page.presses(Qt::Key_N);
    auto* dialog = page.widget().findChild<NewCustomerDialog*>();
    QVERIFY(dialog);
    dialog->findChild<QLineEdit*>(u"name"_s)->setText(u"陈静"_s);
    dialog->findChild<QLineEdit*>(u"phone"_s)->setText(u"13812342046"_s);
    dialog->findChild<QLineEdit*>(u"child"_s)->setText(u"浩浩"_s);
    dialog->accept();
    QCOMPARE(page.names(), QStringList{u"陈静"_s});
    const Customer customer = listRecords<Customer>(world.store.reader()).front();
    QCOMPARE(customer.phone, u"+8613812342046"_s);
    QCOMPARE(customer.owner, Id<User>(world.user));
    const auto students = familyRecords<Student>(world.store.reader(), customer.id);
    QCOMPARE(students.front().name, u"浩浩"_s);
    const auto cards = familyRecords<Opportunity>(world.store.reader(), customer.id);
    QCOMPARE(world.catalogue.find(cards.front().stage)->name, u"New"_s);
    QCOMPARE(cards.front().student, students.front().id);
    world.desk.undo();
    QVERIFY(listRecords<Customer>(world.store.reader()).empty());
}

void CustomersTest::aPhoneThatIsKnownIsTold()
{
    PageWorld world;
    world.families.add(
        u"陈静"_s, {}, [](Customer& customer) { customer.phone = u"+8613812342046"_s; });
    NewCustomerDialog dialog(world.context);
    dialog.show();
    auto* phone = dialog.findChild<QLineEdit*>(u"phone"_s);
    phone->setFocus();
    QTest::keyClicks(phone, u"138-1234-204"_s);
    QVERIFY(dialog.duplicateHint().isEmpty());
    QVERIFY(!dialog.isValid());
    QTest::keyClicks(phone, u"6"_s);
    QVERIFY(dialog.duplicateHint().contains(u"陈静"_s));
    QCOMPARE(phone->text(), u"138 1234 2046"_s);
    QVERIFY(dialog.isValid());
}

void CustomersTest::onlyWhatIsThereIsCopied()
{
    PageWorld world;
    world.families.add(u"陈静"_s, {}, [](Customer& c) { c.wechatNick = u"静静"_s; });
    Page page(world);
    QSignalSpy told(&page.widget(), &CustomersPage::told);
    QGuiApplication::clipboard()->setText(u"before"_s);
    page.presses(Qt::Key_J);
    page.presses(Qt::Key_C);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"before"_s);
    page.presses(Qt::Key_W);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"静静"_s);
    QCOMPARE(told.size(), 2);
}

HOMEROOM_TEST_MAIN(CustomersTest)
#include "customerstest.moc"
