// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell.h"
#include "tests/support/activewindow.h"
#include "tests/support/synccentrepageobject.h"
#include "tests/support/testmain.h"
#include "ui/customers/customerspage.h"
#include "ui/panel/customerpanel.h"
#include "ui/panel/followupbox.h"
#include "ui/widgets/emptystate.h"

#include <QtWidgets/QtWidgets>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

/// A tutor's window on the page of customers: three families, 陈静 the current one.
struct Window {
    Window()
    {
        before = world.families.add(u"王芳"_s);
        after = world.families.add(u"李娜"_s);
        shell = std::make_unique<Shell>(world.context, world.shortcuts, settings);
        makeActive(shell->window());
        QTest::keyClick(&shell->window(), Qt::Key_3, Qt::ControlModifier);
        QTRY_COMPARE(page().model().rowCount(), 3);
        page().table().sortByColumn(int(CustomerColumn::Name), Qt::AscendingOrder);
        QTRY_COMPARE(page().model().rowOf(world.customer.id), 0);
        page().table().setFocus();
        page().setCurrent(world.customer.id);
    }

    CustomersPage& page() { return shell->customers(); }
    CustomerPanel& panel() { return shell->panel(); }
    void presses(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }
    void types(const QString& text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    void opensTheBox()
    {
        presses(Qt::Key_Return);
        presses(Qt::Key_Return);
    }
    EmptyState* gone()
    {
        auto* state = panel().findChild<EmptyState*>();
        return state && state->isVisible() ? state : nullptr;
    }

    CentreWorld world{};
    QTemporaryDir folder{};
    Settings settings{folder.filePath(u"settings.ini"_s)};
    Id<Customer> before{};
    Id<Customer> after{};
    std::unique_ptr<Shell> shell{};
};

} // namespace

/// What the panel shows is changed by the person alone, whatever happens to the rows beside it.
class PanelStaysTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsTypedIsOfferedWhenTheFamilyIsHandedOver();
    void theNextKeyInTheListWalksOnFromTheGoneFamily();
    void aRowThatAFilterHidesLeavesThePanelAlone();
    void aFilterThatIsTypedLeavesThePanelAlone();
    void aMergedFamilyLeadsToTheOneThatStays();
    void wordsForAMergedFamilyAreOfferedFirst();
};

void PanelStaysTest::whatIsTypedIsOfferedWhenTheFamilyIsHandedOver()
{
    Window window;
    window.opensTheBox();
    window.types(u"wants a replay"_s);
    window.world.leaves();
    QTRY_COMPARE(window.page().model().rowCount(), 2);
    QVERIFY(window.shell->window().isPanelShown());
    QCOMPARE(window.panel().customer(), RecordId(window.world.customer.id));
    QVERIFY(window.gone());
    window.types(u"and more"_s); // the hands were faster than the eyes
    QCOMPARE(window.panel().customer(), RecordId(window.world.customer.id));
    QCOMPARE(window.panel().followUpBox().words(), u"wants a replay"_s);
    QCOMPARE(window.gone()->actionButton().text(), u"Copy what you typed"_s);
    window.gone()->actionButton().click();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"wants a replay"_s);
}

void PanelStaysTest::theNextKeyInTheListWalksOnFromTheGoneFamily()
{
    Window window;
    window.presses(Qt::Key_Space);
    window.world.leaves();
    QTRY_COMPARE(window.page().model().rowCount(), 2);
    QVERIFY(window.gone());
    window.page().table().setFocus();
    QVERIFY(window.gone());
    window.presses(Qt::Key_J);
    QVERIFY(!window.gone());
    QCOMPARE(window.panel().customer(), window.page().model().idAt(0));
}

void PanelStaysTest::aRowThatAFilterHidesLeavesThePanelAlone()
{
    Window window;
    window.presses(Qt::Key_Space);
    window.page().model().setFamilies(
        QSet<RecordId>{window.world.customer.id, RecordId(window.before), RecordId(window.after)});
    window.page().setCurrent(window.world.customer.id);
    window.page().model().setFamilies(
        QSet<RecordId>{RecordId(window.before), RecordId(window.after)});
    QCOMPARE(window.page().model().rowCount(), 2);
    QCOMPARE(window.panel().customer(), RecordId(window.world.customer.id));
    QVERIFY(!window.gone());
}

void PanelStaysTest::aFilterThatIsTypedLeavesThePanelAlone()
{
    Window window;
    window.shell->openCustomer(window.after, {}); // as from the sync centre
    window.page().filterField().setText(u"陈"_s);
    QCOMPARE(window.page().model().rowCount(), 1);
    QCOMPARE(window.panel().customer(), RecordId(window.after));
}

void PanelStaysTest::aMergedFamilyLeadsToTheOneThatStays()
{
    Window window;
    window.presses(Qt::Key_Space);
    window.world.becomesPartOf(window.after);
    QTRY_COMPARE(window.page().model().rowCount(), 2);
    QVERIFY(!window.gone());
    QCOMPARE(window.panel().customer(), RecordId(window.after));
    QCOMPARE(window.page().selectedCustomers(), std::vector<RecordId>{RecordId(window.after)});
}

void PanelStaysTest::wordsForAMergedFamilyAreOfferedFirst()
{
    Window window;
    window.opensTheBox();
    window.types(u"wants a replay"_s);
    window.world.becomesPartOf(window.after);
    QTRY_COMPARE(window.page().model().rowCount(), 2);
    QVERIFY(window.gone());
    QCOMPARE(window.gone()->actionButton().text(), u"Copy what you typed"_s);
}

HOMEROOM_TEST_MAIN(PanelStaysTest)
#include "panelstaystest.moc"
