// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/importwindow.h"
#include "tests/support/testmain.h"
#include "ui/import/importdialog.h"
#include "ui/import/resultstep.h"

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

/// How the steps of an import follow each other under a person's hands.
class ImportStepsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_world = std::make_unique<PageWorld>(); }
    void cleanup() { m_world.reset(); }
    void comesWithTheUsualWordsForEmpty();
    void putsTheFocusOnWhatComesNext();
    void returnNeverTakesTheImportBack();
    void asksBeforeChoicesAreLost();

private:
    std::unique_ptr<PageWorld> m_world;
};

void ImportStepsTest::comesWithTheUsualWordsForEmpty()
{
    ImportWindow window(*m_world);
    window.open(u"crm.csv"_s,
        QString(u"Name,City,意向,Visits\nAnn,Select,无,-\nBea,N/A,高,3\nCai,Hefei,低,null\n"_s)
            .toUtf8());
    QCOMPARE(window.dialog.columns().emptyField().text(), u"Select, N/A, NULL, -, 无"_s);
    QCOMPARE(window.becomes(u"City"_s), u"– · – · Hefei"_s);
    // What the field itself calls so is an answer.
    QVERIFY(!window.becomes(u"意向"_s).contains(u'–'));
    QCOMPARE(window.becomes(u"Visits"_s), u"– · 3 · –"_s);
    window.next();
    window.next();
    QStringList cities;
    for (const Customer& customer : listRecords<Customer>(m_world->store.reader()))
        cities.append(customer.city);
    cities.removeAll(QString());
    QCOMPARE(cities, QStringList{u"Hefei"_s});
}

void ImportStepsTest::putsTheFocusOnWhatComesNext()
{
    ImportWindow window(*m_world);
    ImportDialog& dialog = window.dialog;
    QCOMPARE(dialog.focusWidget(), &dialog.source().state().actionButton());
    window.open(u"leads.csv"_s, leads);
    QCOMPARE(dialog.focusWidget(), &dialog.columns().columns());
    window.agree();
    window.next();
    QCOMPARE(dialog.focusWidget(), &dialog.nextButton());
    window.next();
    QCOMPARE(dialog.step(), ImportDialog::Result);
    QCOMPARE(dialog.focusWidget(), &dialog.nextButton());
    QTest::mouseClick(&dialog.result().undoButton(), Qt::LeftButton);
    QCOMPARE(dialog.focusWidget(), &dialog.nextButton());
}

void ImportStepsTest::returnNeverTakesTheImportBack()
{
    ImportWindow window(*m_world);
    const auto pressReturn = [&] { QTest::keyClick(window.dialog.focusWidget(), Qt::Key_Return); };
    window.open(u"leads.csv"_s, leads);
    window.agree();
    pressReturn();
    QCOMPARE(window.dialog.step(), ImportDialog::Rehearsal);
    pressReturn();
    QCOMPARE(window.dialog.step(), ImportDialog::Result);
    window.dialog.result().undoButton().setFocus();
    pressReturn();
    QVERIFY(!window.dialog.isVisible());
    QCOMPARE(listRecords<Customer>(m_world->store.reader()).size(), size_t(3));
}

void ImportStepsTest::asksBeforeChoicesAreLost()
{
    ImportWindow window(*m_world);
    window.open(u"leads.csv"_s, leads);
    const QString guessed = window.target(u"备注"_s);
    window.sendTo(u"备注"_s, u"Do not import"_s);
    QTest::keyClick(&window.dialog, Qt::Key_Escape);
    QCOMPARE(m_world->questions.asked.size(), 1);
    QVERIFY(window.dialog.isVisible());
    window.next();
    QTest::keyClick(&window.dialog, Qt::Key_Escape);
    QCOMPARE(m_world->questions.asked.size(), 2);
    QTest::mouseClick(&window.dialog.backButton(), Qt::LeftButton);
    // Nothing differs from what the sheet came with: nothing to lose.
    window.sendTo(u"备注"_s, guessed);
    QTest::keyClick(&window.dialog, Qt::Key_Escape);
    QCOMPARE(m_world->questions.asked.size(), 2);
    QVERIFY(!window.dialog.isVisible());
}

HOMEROOM_TEST_MAIN(ImportStepsTest)
#include "importstepstest.moc"
