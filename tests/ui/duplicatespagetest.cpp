// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/duplicates/duplicatespage.h"
#include "models/values/duplicaterules.h"
#include "models/values/rights.h"
#include "tests/support/activewindow.h"
#include "tests/support/pageworld.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testmain.h"
#include "ui/duplicates/duplicatedetail.h"
#include "ui/handover/mergedialog.h"
#include "ui/widgets/emptystate.h"

#include <QListView>
#include <QPushButton>
#include <QSignalSpy>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

struct Centre {
    Centre()
    {
        world.context.server = &server;
        model.setPatience(std::chrono::milliseconds(0));
    }
    Id<Customer> add(const QString& name, const QString& child = {}, const QString& city = {})
    {
        return world.families.add(name, child, [&](Customer& customer) {
            customer.phone = u"+8613812342046"_s;
            customer.city = city;
        });
    }
    void open()
    {
        page = std::make_unique<DuplicatesPage>(world.context, world.shortcuts, model);
        told = std::make_unique<QSignalSpy>(page.get(), &DuplicatesPage::told);
        opened = std::make_unique<QSignalSpy>(page.get(), &DuplicatesPage::customerRequested);
        page->resize(1100, 700);
        makeActive(*page);
        page->setFocus();
    }
    void press(int key) { QTest::keyClick(page->focusWidget(), Qt::Key(key)); }
    ComparedLine line(const QString& label) const
    {
        for (const ComparedLine& each : page->detail().lines()) {
            if (each.label == label)
                return each;
        }
        return {};
    }

    PageWorld world{};
    ScriptedServer server{};
    DuplicateModel model{world.store.workspace()};
    std::unique_ptr<DuplicatesPage> page;
    std::unique_ptr<QSignalSpy> told;
    std::unique_ptr<QSignalSpy> opened;
};

} // namespace

class DuplicatesPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingAlikeIsSaidInWords();
    void bothAreShownSideBySide();
    void keysWalkAndOpenEither();
    void aMergeIsAskedAndTakenBack();
    void notTheSameIsKeptAndTakenBack();
    void theNextPairTakesThePlaceOfADecidedOne();
    void whatAColleagueDecidesLeavesItsPlace();
    void withoutAServerItSaysWhyNothingIsMerged();
    void anothersFamilyIsNotMerged();
    void manyOfOneNumberAreToldAsMany();
    void whoReadsMasksIsToldSo();
};

void DuplicatesPageTest::nothingAlikeIsSaidInWords()
{
    Centre centre;
    centre.world.families.add(u"王芳"_s);
    centre.open();
    QVERIFY(centre.page->emptyState().isVisible());
    QCOMPARE(centre.page->emptyState().kind(), EmptyState::Kind::Empty);
    QVERIFY(!centre.page->mergeButton().isVisible());
    QSignalSpy back(centre.page.get(), &DuplicatesPage::customersRequested);
    centre.page->emptyState().actionButton().click();
    QCOMPARE(back.size(), 1);
    centre.add(u"一"_s);
    centre.add(u"二"_s);
    QTRY_VERIFY(centre.page->list().isVisible());
    QVERIFY(!centre.page->emptyState().isVisible());
}

void DuplicatesPageTest::bothAreShownSideBySide()
{
    Centre centre;
    const Id<Customer> first = centre.add(u"王芳"_s, u"浩浩"_s, u"武汉"_s);
    const Id<Customer> second = centre.add(u"王女士"_s, {}, u"武汉"_s);
    centre.world.families.put(FollowUp{.customer = first, .text = u"called"_s});
    centre.open();
    QCOMPARE(centre.line(u"Parent's name"_s),
        (ComparedLine{u"Parent's name"_s, {u"王芳"_s, u"王女士"_s}, Likeness::Differs}));
    QCOMPARE(centre.line(u"Phone"_s),
        (ComparedLine{u"Phone"_s, {u"138 1234 2046"_s, u"138 1234 2046"_s}, Likeness::Same}));
    QCOMPARE(centre.line(u"City"_s).likeness, Likeness::Same);
    QCOMPARE(centre.line(u"Children"_s).likeness, Likeness::OneHas);
    QCOMPARE(centre.line(u"Children"_s).values, (std::array{u"浩浩 Grade 3"_s, u"–"_s}));
    QCOMPARE(centre.line(u"Follow-ups"_s).values, (std::array{u"1"_s, u"0"_s}));
    QCOMPARE(centre.line(u"Tags"_s), ComparedLine()); // alike, and not asked first
    const Id<Tag> tag = centre.world.families.addTag(u"重点"_s);
    centre.world.families.set(first, &Customer::tags, QStringList{tag.toString()});
    QCOMPARE(centre.line(u"Tags"_s).values, (std::array{u"重点"_s, u"–"_s}));
    // Remarks of both are put together: nothing of them is in dispute.
    centre.world.families.set(first, &Customer::remark, u"晚上联系"_s);
    centre.world.families.set(second, &Customer::remark, u"外婆接送"_s);
    QCOMPARE(centre.line(u"Remark"_s).values, (std::array{u"晚上联系"_s, u"外婆接送"_s}));
    QCOMPARE(centre.line(u"Remark"_s).likeness, Likeness::OneHas);
}

void DuplicatesPageTest::keysWalkAndOpenEither()
{
    Centre centre;
    const Id<Customer> first = centre.add(u"一"_s);
    const Id<Customer> second = centre.add(u"二"_s);
    const Id<Customer> third = centre.add(u"三"_s);
    centre.open();
    QCOMPARE(centre.page->current()->secondName, u"三"_s);
    QSignalSpy walked(centre.page.get(), &DuplicatesPage::currentCustomerChanged);
    centre.press(Qt::Key_J);
    QCOMPARE(centre.page->current()->first, RecordId(first));
    QCOMPARE(walked.last().at(0).value<RecordId>(), RecordId(first));
    centre.press(Qt::Key_1);
    QCOMPARE(centre.opened->last().at(0).value<RecordId>(), RecordId(first));
    centre.press(Qt::Key_2);
    QCOMPARE(centre.opened->last().at(0).value<RecordId>(), RecordId(third));
    centre.press(Qt::Key_K);
    centre.press(Qt::Key_K);
    centre.press(Qt::Key_Space);
    QCOMPARE(centre.opened->last().at(0).value<RecordId>(), RecordId(second));
    QCOMPARE(centre.opened->last().at(1).value<std::vector<RecordId>>(),
        (std::vector<RecordId>{second, third}));
}

void DuplicatesPageTest::aMergeIsAskedAndTakenBack()
{
    Centre centre;
    const Id<Customer> first = centre.add(u"一"_s);
    const Id<Customer> second = centre.add(u"二"_s);
    centre.open();
    std::function<void()> undo;
    connect(centre.page.get(), &DuplicatesPage::undoable, this,
        [&](const QString&, const std::function<void()>& deed) { undo = deed; });
    centre.press(Qt::Key_Return);
    auto* dialog = centre.page->findChild<MergeDialog*>();
    QVERIFY(dialog && dialog->isVisible());
    QCOMPARE(dialog->winner(), RecordId(first));
    dialog->acceptButton().click();
    QCOMPARE(centre.server.asked, QStringList{u"merge"_s});
    QCOMPARE(centre.server.families.back().customer, RecordId(second));
    QCOMPARE(centre.model.rowCount(), 0);
    QVERIFY(undo);
    undo();
    QCOMPARE(centre.server.asked.last(), u"unmerge"_s);
}

void DuplicatesPageTest::notTheSameIsKeptAndTakenBack()
{
    Centre centre;
    const Id<Customer> first = centre.add(u"一"_s);
    centre.add(u"二"_s);
    centre.open();
    QSignalSpy applied(&centre.world.desk, &EditDesk::applied);
    centre.press(Qt::Key_D);
    QCOMPARE(applied.last().at(0).toString(), u"Not the same family"_s);
    QTRY_COMPARE(centre.model.rowCount(), 0);
    const std::vector<Task> tasks = familyRecords<Task>(centre.world.store.reader(), first);
    QCOMPARE(tasks.size(), size_t(1));
    QCOMPARE(tasks[0].rule, QString(toldApartRule));
    QCOMPARE(tasks[0].state, TaskState::Skipped);
    QVERIFY(tasks[0].reason.contains(u"Same phone"_s));
    centre.world.desk.undo();
    QTRY_COMPARE(centre.model.rowCount(), 1);
}

void DuplicatesPageTest::theNextPairTakesThePlaceOfADecidedOne()
{
    Centre centre;
    for (const QString& name : {u"一"_s, u"二"_s, u"三"_s})
        centre.add(name);
    centre.open();
    centre.press(Qt::Key_J);
    QCOMPARE(centre.page->current()->firstName + centre.page->current()->secondName, u"一三"_s);
    centre.press(Qt::Key_D);
    QCOMPARE(centre.page->current()->firstName + centre.page->current()->secondName, u"一二"_s);
    centre.press(Qt::Key_D);
    QCOMPARE(centre.page->current()->firstName + centre.page->current()->secondName, u"二三"_s);
}

void DuplicatesPageTest::whatAColleagueDecidesLeavesItsPlace()
{
    Centre centre;
    for (const QString& name : {u"一"_s, u"二"_s, u"三"_s})
        centre.add(name);
    centre.open();
    centre.press(Qt::Key_J);
    const DuplicatePair pair = *centre.page->current();
    centre.world.families.put(toldApartTask(pair.first, pair.second, {}, 0));
    QTRY_COMPARE(centre.model.rowCount(), 2);
    QCOMPARE(centre.page->current()->firstName + centre.page->current()->secondName, u"一二"_s);
}

void DuplicatesPageTest::withoutAServerItSaysWhyNothingIsMerged()
{
    Centre centre;
    centre.add(u"一"_s);
    centre.add(u"二"_s);
    centre.open();
    QVERIFY(centre.page->mergeButton().isEnabled());
    QCOMPARE(centre.page->reason(), QString());
    centre.page->setServerAway(true);
    QVERIFY(!centre.page->mergeButton().isEnabled());
    QVERIFY(centre.page->reason().contains(u"cannot be reached"_s));
    centre.press(Qt::Key_Return);
    QVERIFY(!centre.page->findChild<MergeDialog*>());
    QVERIFY(centre.page->apartButton().isEnabled());
    centre.page->setServerAway(false);
    QVERIFY(centre.page->mergeButton().isEnabled());
}

void DuplicatesPageTest::anothersFamilyIsNotMerged()
{
    Centre centre;
    centre.add(u"一"_s);
    centre.add(u"二"_s);
    centre.world.context.viewer.user = centre.world.store.ids().next();
    centre.open();
    QVERIFY(!centre.page->mergeButton().isEnabled());
    QVERIFY(!centre.page->apartButton().isEnabled());
    QVERIFY(centre.page->reason().contains(u"both"_s));
    centre.press(Qt::Key_D);
    centre.press(Qt::Key_Return);
    QCOMPARE(centre.model.rowCount(), 1);
    QVERIFY(!centre.page->findChild<MergeDialog*>());
    centre.press(Qt::Key_1);
    QCOMPARE(centre.opened->size(), 1);
}

void DuplicatesPageTest::manyOfOneNumberAreToldAsMany()
{
    Centre centre;
    for (int i = 0; i < mostComparedFamilies + 2; ++i)
        centre.add(u"家长%1"_s.arg(i));
    centre.open();
    QCOMPARE(centre.model.rowCount(), 1);
    const QString spoken = centre.model.index(0, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(spoken.contains(u"8 families"_s), qPrintable(spoken));
    QVERIFY2(spoken.startsWith(u"家长0, 家长1, Same phone"_s), qPrintable(spoken));
}

void DuplicatesPageTest::whoReadsMasksIsToldSo()
{
    Centre centre;
    centre.open();
    QVERIFY(!centre.page->statusText().contains(u"masked"_s));
    Centre lead;
    lead.world.context.viewer.role = UserRole::Lead;
    lead.open();
    QVERIFY(lead.page->statusText().contains(u"masked"_s));
}

HOMEROOM_TEST_MAIN(DuplicatesPageTest)
#include "duplicatespagetest.moc"
