// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell.h"
#include "models/store/records.h"
#include "tests/support/activewindow.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testmain.h"
#include "tests/support/uifixture.h"
#include "ui/customers/customerspage.h"
#include "ui/duplicates/duplicatespage.h"
#include "ui/palette/palettedeeds.h"
#include "ui/panel/customerpanel.h"

#include <QListView>
#include <QPushButton>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

struct Window {
    Window()
    {
        for (const QString& name : {u"王芳"_s, u"李强"_s})
            fixture.addFamily(name, u"new"_s);
        for (const Customer& customer : listRecords<Customer>(fixture.store.reader())) {
            Change<Customer> change(customer.id, customer.id);
            change.set(&Customer::phone, u"+8613812342046"_s);
            changed &= fixture.store.apply({change.mutation()}).ok();
        }
        fixture.context().server = &server;
        shell = std::make_unique<Shell>(fixture.context(), shortcuts, settings);
        shell->window().showPage(u"customers"_s);
        makeActive(shell->window());
    }
    QPushButton* wayThere()
    {
        for (QPushButton* button : shell->customers().findChildren<QPushButton*>()) {
            if (button->text().startsWith(u"Duplicates"_s))
                return button;
        }
        return nullptr;
    }
    void press(int key) { QTest::keyClick(shell->window().focusWidget(), Qt::Key(key)); }

    UiFixture fixture{};
    ScriptedServer server{};
    bool changed = true;
    QTemporaryDir folder{};
    Shortcuts shortcuts{};
    Settings settings{folder.filePath(u"settings.ini"_s)};
    std::unique_ptr<Shell> shell;
};

} // namespace

/// The way to the page of duplicates and back.
class ShellDuplicatesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theCustomersSayHowManyThereAre();
    void thePanelOpensEitherAndEscGoesBack();
    void ctrlKKnowsThePageAndNoKeyIsSpentOnIt();
    void whatTheServerDoesNotAnswerIsSaid();
};

void ShellDuplicatesTest::theCustomersSayHowManyThereAre()
{
    Window window;
    QVERIFY(window.changed);
    QPushButton* way = window.wayThere();
    QVERIFY(way);
    QTRY_COMPARE(way->text(), u"Duplicates  1"_s);
    way->click();
    QCOMPARE(window.shell->window().currentPage(), u"duplicates"_s);
    window.press(Qt::Key_D);
    QCOMPARE(way->text(), u"Duplicates"_s);
    QTest::keyClick(&window.shell->window(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(way->text(), u"Duplicates  1"_s);
}

void ShellDuplicatesTest::thePanelOpensEitherAndEscGoesBack()
{
    Window window;
    window.shell->window().showPage(u"duplicates"_s);
    QTRY_VERIFY(window.shell->duplicates().current());
    const DuplicatePair pair = *window.shell->duplicates().current();
    window.press(Qt::Key_2);
    QVERIFY(window.shell->window().isPanelShown());
    QCOMPARE(window.shell->panel().customer(), pair.second);
    window.press(Qt::Key_1);
    QCOMPARE(window.shell->panel().customer(), pair.first);
    // In the panel one walks from one to the other, and stays on the page.
    window.shell->panel().setFocus();
    window.press(Qt::Key_J);
    QCOMPARE(window.shell->panel().customer(), pair.second);
    QCOMPARE(window.shell->window().currentPage(), u"duplicates"_s);
    window.shell->duplicates().list().setFocus();
    window.press(Qt::Key_Escape);
    QVERIFY(!window.shell->window().isPanelShown());
    QCOMPARE(window.shell->window().currentPage(), u"duplicates"_s);
    window.press(Qt::Key_Escape);
    QCOMPARE(window.shell->window().currentPage(), u"customers"_s);
}

void ShellDuplicatesTest::ctrlKKnowsThePageAndNoKeyIsSpentOnIt()
{
    Window window;
    QStringList keys;
    for (const PaletteDeed& deed : paletteDeeds(window.shell->window(), window.shortcuts)) {
        if (deed.command.text == u"Duplicates"_s)
            keys.append(deed.command.keys);
    }
    QCOMPARE(keys, QStringList{QString()});
    const qsizetype pages = window.shell->window().pages().size();
    QTest::keyClick(&window.shell->window(), Qt::Key(Qt::Key_0 + pages), Qt::ControlModifier);
    QCOMPARE(window.shell->window().currentPage(), u"customers"_s);
}

void ShellDuplicatesTest::whatTheServerDoesNotAnswerIsSaid()
{
    Window window;
    window.shell->serverIsAway();
    window.shell->window().showPage(u"duplicates"_s);
    QTRY_VERIFY(window.shell->duplicates().current());
    QVERIFY(window.shell->duplicates().reason().contains(u"cannot be reached"_s));
    QVERIFY(!window.shell->duplicates().mergeButton().isEnabled());
    window.shell->serverAnswers();
    QVERIFY(window.shell->duplicates().mergeButton().isEnabled());
}

HOMEROOM_TEST_MAIN(ShellDuplicatesTest)
#include "shellduplicatestest.moc"
