// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tray.h"
#include "tests/support/sharedscreen.h"
#include "tests/support/testmain.h"
#include "ui/board/boardpage.h"
#include "ui/customers/customerspage.h"
#include "ui/customers/newcustomerdialog.h"
#include "ui/editing/contactcopy.h"
#include "ui/frame/rail.h"
#include "ui/frame/shortcutsheet.h"
#include "ui/frame/statusline.h"
#include "ui/handover/contactsdialog.h"
#include "ui/palette/palette.h"
#include "ui/panel/customerpanel.h"
#include "ui/panel/fieldstab.h"
#include "ui/panel/followupbox.h"
#include "ui/synccentre/synccentredialog.h"
#include "ui/today/todaypage.h"
#include "ui/widgets/toast.h"

#include <QtWidgets/QtWidgets>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

using Window = SharedScreen;

const QStringList everyPage = u"today board customers"_s.split(u' ');

} // namespace

/// F9: nothing of a family can be read off a shared screen, and nothing is changed or lost by it.
class PrivacyModeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pagesShowNoName_data();
    void pagesShowNoName();
    void thePanelShowsNoName_data();
    void thePanelShowsNoName();
    void thePaletteShowsNoName();
    void dialogsNameNobody();
    void theTrayNamesNobody();
    void reportsNameNobody();
    void whatIsOnTheScreenGoesAtOnce();
    void copiesAreTheRealOnes();
    void aMaskIsNeverWritten();
    void whatIsTypedIsSavedAndHidden();
    void cellsThatHideSomethingAreNotEdited();
    void aTaskThatIsProposedHoldsNoMask();
    void itIsSaidAndSwitchedInThreePlaces();
    void itIsOffAtTheNextStart();
};

void PrivacyModeTest::pagesShowNoName_data()
{
    QTest::addColumn<QString>("page");
    for (const QString& page : everyPage)
        QTest::newRow(qPrintable(page)) << page;
}

void PrivacyModeTest::pagesShowNoName()
{
    QFETCH(QString, page);
    Window window;
    QVERIFY(window.added);
    window.shell->window().showPage(page);
    // Without the mode the test sees what it looks for.
    QTRY_VERIFY(!leaks(paintedWords(window.shell->window())).isEmpty());
    QVERIFY(!leaks(window.words()).isEmpty());
    window.press(Qt::Key_F9);
    QCOMPARE(leaks(window.words()), QString());
    QVERIFY(window.words().join(u'|').contains(u"陈**"_s));
    window.press(Qt::Key_F9);
    QVERIFY(!leaks(window.words()).isEmpty());
}

void PrivacyModeTest::thePanelShowsNoName_data()
{
    QTest::addColumn<int>("tab");
    QTest::newRow("timeline") << int(CustomerPanel::Tab::Timeline);
    QTest::newRow("learning") << int(CustomerPanel::Tab::Learning);
    QTest::newRow("orders") << int(CustomerPanel::Tab::Orders);
    QTest::newRow("fields") << int(CustomerPanel::Tab::Fields);
}

void PrivacyModeTest::thePanelShowsNoName()
{
    QFETCH(int, tab);
    Window window;
    window.showPanel(CustomerPanel::Tab(tab));
    QVERIFY(!leaks(paintedWords(window.shell->panel())).isEmpty());
    window.press(Qt::Key_F9);
    QCOMPARE(leaks(window.words()), QString());
    QVERIFY(paintedWords(window.shell->panel()).contains(u"138****2046"_s));
    // A family opened meanwhile is masked from its first picture on.
    window.shell->window().hidePanel();
    window.showPanel(CustomerPanel::Tab(tab));
    QCOMPARE(leaks(window.words()), QString());
}

void PrivacyModeTest::thePaletteShowsNoName()
{
    Window window;
    window.press(Qt::Key_F9);
    window.shell->openCustomer(window.customer.id, {}); // among those opened last
    window.shell->openPalette();
    QCOMPARE(leaks(window.words()), QString());
    for (const QString& typed : {u"chen"_s, u"2046"_s, u"想学画画"_s}) {
        window.shell->palette().field().setText(typed);
        QTRY_VERIFY(!window.shell->palette().model().isSearching());
        QVERIFY(window.shell->palette().model().rowCount() > 0);
        QStringList words = window.words();
        words.removeAll(typed);
        QCOMPARE(leaks(words), QString());
    }
}

void PrivacyModeTest::dialogsNameNobody()
{
    Window window;
    window.press(Qt::Key_F9);
    PageContext& context = window.fixture.context();
    NewCustomerDialog lead(context);
    QTest::keyClicks(lead.findChild<QLineEdit*>(u"phone"_s), u"13812342046"_s);
    QTRY_VERIFY2(lead.duplicateHint().contains(u"陈**"_s), qPrintable(lead.duplicateHint()));
    ContactsDialog contacts(context,
        {u"+8613812342046"_s, u"cj_2046x"_s, u"武汉江汉路8号"_s,
            {{u"赵建国"_s, u"+8613912340000"_s, u"cj_2046x"_s}}});
    makeActive(contacts);
    QCOMPARE(leaks(paintedWords(contacts) + writtenWords(contacts)), QString());
    contacts.findChildren<QPushButton*>().at(1)->click(); // a copy is of the real one
    SyncCentreDialog centre(context);
    makeActive(centre);
    QTRY_VERIFY(!paintedWords(centre).join(u'|').isEmpty());
    QCOMPARE(leaks(paintedWords(centre) + writtenWords(centre)), QString());
    window.shell->today().setCurrent(window.customer.id);
    window.shell->today().openTaskAboutCurrent();
    window.shell->today().askSkip();
    QCOMPARE(leaks(window.words()), QString());
}

void PrivacyModeTest::theTrayNamesNobody()
{
    Window window;
    Tray tray(window.fixture.context());
    QSignalSpy told(&tray, &Tray::unheard);
    Reminder reminder;
    reminder.customer = window.customer.id;
    reminder.family = u"陈静怡"_s;
    reminder.text = u"给陈静怡回电 13812342046"_s;
    reminder.at = window.fixture.store.clock().now();
    tray.tell({reminder});
    QVERIFY(!leaks(writtenWords(tray.menu())).isEmpty());
    window.press(Qt::Key_F9);
    QCOMPARE(leaks(writtenWords(tray.menu())), QString());
    QCOMPARE(leaks({reminderText(reminder, window.fixture.context())}), QString());
    tray.tell({reminder});
    if (!Tray::isAvailable())
        QCOMPARE(leaks(told.last().first().toStringList()), QString());
}

void PrivacyModeTest::reportsNameNobody()
{
    Window window;
    Change<Customer> change(window.customer.id, window.customer.id);
    change.set(&Customer::city, u"武汉"_s);
    window.fixture.desk->apply({u"陈静怡: 武汉"_s, {change.mutation()}, {}});
    QVERIFY(window.toast().contains(u"陈静怡"_s));
    window.press(Qt::Key_F9);
    window.fixture.desk->undo(); // its sentence was made while names were shown
    QVERIFY2(window.toast().contains(u"陈**"_s), qPrintable(window.toast()));
    window.fixture.desk->redo();
    QVERIFY2(leaks({window.toast()}).isEmpty(), qPrintable(window.toast()));
}

void PrivacyModeTest::whatIsOnTheScreenGoesAtOnce()
{
    Window window;
    window.shell->tell(u"陈静怡"_s);
    QVERIFY(window.shell->window().toast().isVisible());
    window.press(Qt::Key_F9);
    QVERIFY(!window.shell->window().toast().isVisible());
}

void PrivacyModeTest::copiesAreTheRealOnes()
{
    Window window;
    window.press(Qt::Key_F9);
    window.showPanel(CustomerPanel::Tab::Timeline);
    window.shell->panel().setFocus();
    QTest::keyClick(&window.shell->panel(), Qt::Key_C);
    QCOMPARE(QApplication::clipboard()->text(), u"13812342046"_s);
    QTest::keyClick(&window.shell->panel(), Qt::Key_W);
    QCOMPARE(QApplication::clipboard()->text(), u"cj_2046x"_s);
}

void PrivacyModeTest::aMaskIsNeverWritten()
{
    Window window;
    window.press(Qt::Key_F9);
    for (const QString& key : {u"name"_s, u"phone"_s, u"wechatId"_s, u"nextStep"_s}) {
        QLineEdit& line = window.line(key);
        QVERIFY2(line.isReadOnly(), qPrintable(key));
        QVERIFY(!line.toolTip().isEmpty());
        line.setFocus();
        QTest::keyClicks(&line, u"x"_s);
        QTest::keyClick(&line, Qt::Key_Return);
    }
    QVERIFY(!window.line(u"city"_s).isReadOnly()); // says nothing about whom
    QCOMPARE(*window.fixture.store.find(window.customer.id), window.customer);
    window.press(Qt::Key_F9);
    QVERIFY(!window.line(u"phone"_s).isReadOnly());
    QCOMPARE(window.line(u"phone"_s).text(), u"138 1234 2046"_s);
}

void PrivacyModeTest::whatIsTypedIsSavedAndHidden()
{
    Window window;
    QLineEdit& name = window.line(u"name"_s);
    name.setFocus();
    name.selectAll();
    QTest::keyClicks(&name, u"Anna Smith"_s);
    window.shell->privacy().setOn(true);
    QCOMPARE(window.fixture.store.find(window.customer.id)->name, u"Anna Smith"_s);
    QCOMPARE(name.text(), u"A. S."_s);
    window.shell->privacy().setOn(false);
    // What cannot be saved yet stays, unreadable.
    QLineEdit& phone = window.line(u"phone"_s);
    phone.setFocus();
    phone.selectAll();
    QTest::keyClicks(&phone, u"138123"_s);
    window.shell->privacy().setOn(true);
    QCOMPARE(phone.text(), u"138123"_s);
    QCOMPARE(phone.echoMode(), QLineEdit::Password);
    QVERIFY(!paintedWords(window.shell->panel()).contains(u"138123"_s));
    QCOMPARE(window.fixture.store.find(window.customer.id)->phone, u"+8613812342046"_s);
    window.shell->privacy().setOn(false);
    QCOMPARE(phone.echoMode(), QLineEdit::Normal);
}

void PrivacyModeTest::cellsThatHideSomethingAreNotEdited()
{
    Window window;
    window.shell->window().showPage(u"customers"_s);
    CustomerTableModel& model = window.shell->customers().model();
    QTRY_COMPARE(model.rowCount(), 1);
    const auto editable = [&](CustomerColumn column) {
        const int section = model.sectionOf({column, Qt::AscendingOrder, {}});
        return model.flags(model.index(0, section)).testFlag(Qt::ItemIsEditable);
    };
    QVERIFY(editable(CustomerColumn::Name) && editable(CustomerColumn::NextStep));
    window.press(Qt::Key_F9);
    QVERIFY(!editable(CustomerColumn::Name) && !editable(CustomerColumn::Phone));
    QVERIFY(!editable(CustomerColumn::NextStep) && !editable(CustomerColumn::Remark));
    QVERIFY(editable(CustomerColumn::City));
}

void PrivacyModeTest::aTaskThatIsProposedHoldsNoMask()
{
    Window window;
    window.press(Qt::Key_F9);
    window.shell->today().setCurrent(window.customer.id);
    window.shell->today().openTaskAboutCurrent();
    for (const QLineEdit* field : window.shell->window().findChildren<QLineEdit*>(u"taskText"_s))
        QVERIFY2(!field->text().contains(u"**"_s), qPrintable(field->text()));
}

void PrivacyModeTest::itIsSaidAndSwitchedInThreePlaces()
{
    Window window;
    MainWindow& frame = window.shell->window();
    const QAction* entry = frame.rail().userMenu().actions().at(1);
    QCOMPARE(entry->text(), u"Privacy mode\tF9"_s);
    QCOMPARE(frame.statusLine().privacyText(), QString());
    frame.rail().userMenu().actions().at(1)->trigger();
    QVERIFY(window.shell->privacy().isOn() && entry->isChecked());
    QVERIFY(frame.statusLine().privacyText().contains(u"masked"_s));
    window.shell->openPalette();
    window.shell->palette().field().setText(u"mask names"_s);
    QTest::keyClick(&window.shell->palette().field(), Qt::Key_Return);
    QVERIFY(!window.shell->privacy().isOn() && !entry->isChecked());
    window.press(Qt::Key_F9);
    QVERIFY(window.shell->privacy().isOn());
    frame.showShortcuts();
    const auto* sheet = frame.findChild<ShortcutSheet*>();
    QVERIFY(writtenWords(*sheet).contains(u"F9"_s));
}

void PrivacyModeTest::itIsOffAtTheNextStart()
{
    Window window;
    window.press(Qt::Key_F9);
    QVERIFY(window.shell->privacy().isOn());
    window.shell.reset();
    window.open();
    QVERIFY(!window.shell->privacy().isOn());
    QVERIFY(!leaks(window.words()).isEmpty());
}

HOMEROOM_TEST_MAIN(PrivacyModeTest)
#include "privacymodetest.moc"
