// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/importdialog.h"
#include "tests/support/importwindow.h"
#include "tests/support/pictures.h"
#include "tests/support/testmain.h"
#include "ui/import/columntable.h"
#include "ui/import/exportdialog.h"
#include "ui/import/rehearsalstep.h"
#include "ui/import/resultstep.h"
#include "ui/import/sourcestep.h"
#include "ui/import/valuespane.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/chipbar.h"
#include "ui/widgets/emptystate.h"

#include <QtWidgets/QtWidgets>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

class ImportDialogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_world.reset(); }
    void guessesAndShowsWhatBecomesOfTheCells();
    void sendsOneColumnToOnePlace();
    void saysWhatStageAWordMeans();
    void takesWordsForEmpty();
    void readsAnotherEncodingWhenTold();
    void takesAPastedRange();
    void saysWhyASheetCannotBeRead();
    void wantsAKeyForKnownFamilies();
    void rehearsesBeforeItWrites();
    void importsAndUndoes();
    void opensTheRejectedRows();
    void showsFieldsBeforeAndAfter();
    void remembersTheColumns();
    void exportsWithTheChosenColumns();
    void tellsWhatAnExportLeavesOut();
    void looksWell_data();
    void looksWell();

private:
    std::unique_ptr<PageWorld> m_world;
    Id<Pipeline> m_pipeline{};
};

void ImportDialogTest::init()
{
    m_world = std::make_unique<PageWorld>();
    m_pipeline = m_world->families.addPipeline();
}

void ImportDialogTest::guessesAndShowsWhatBecomesOfTheCells()
{
    ImportWindow window(*m_world);
    QCOMPARE(window.dialog.step(), ImportDialog::Source);
    window.open(u"leads.csv"_s, leads);
    QCOMPARE(window.dialog.step(), ImportDialog::Columns);
    QCOMPARE(window.target(u"姓名"_s), u"Parent's name"_s);
    QCOMPARE(window.target(u"手机"_s), u"Phone"_s);
    QCOMPARE(window.target(u"年级"_s), u"Child: Grade"_s);
    QCOMPARE(window.target(u"Visits"_s), u"Custom field of this name"_s);
    QVERIFY(window.becomes(u"手机"_s).contains(u"not readable"_s));
    QVERIFY(window.becomes(u"Visits"_s).startsWith(u"12"_s));
}

void ImportDialogTest::sendsOneColumnToOnePlace()
{
    ImportWindow window(*m_world);
    window.open(u"leads.csv"_s, leads);
    window.sendTo(u"备注"_s, u"Parent's name"_s);
    QCOMPARE(window.target(u"备注"_s), u"Parent's name"_s);
    QCOMPARE(window.target(u"姓名"_s), u"Custom field of this name"_s);
    window.sendTo(u"备注"_s, u"Do not import"_s);
    QCOMPARE(window.becomes(u"备注"_s), QString());
}

void ImportDialogTest::saysWhatStageAWordMeans()
{
    ImportWindow window(*m_world);
    window.open(u"leads.csv"_s, leads);
    window.sendTo(u"Converted"_s, u"Stage on the board"_s);
    QVERIFY(window.becomes(u"Converted"_s).contains(u"not readable"_s));
    QVERIFY(window.dialog.columns().values().isVisible());
    const std::vector<Stage> stages = m_world->catalogue.stagesOf(m_pipeline);
    window.means(0, stages.back().name);
    window.means(1, stages.front().name);
    QVERIFY(window.becomes(u"Converted"_s).startsWith(stages.front().name));
    window.agree();
    window.next();
    QCOMPARE(window.dialog.step(), ImportDialog::Rehearsal);
    window.next();
    const auto cards = listRecords<Opportunity>(m_world->store.reader());
    QCOMPARE(std::count_if(cards.begin(), cards.end(),
                 [&](const Opportunity& card) { return card.stage == stages.front().id; }),
        2);
}

void ImportDialogTest::takesWordsForEmpty()
{
    ImportWindow window(*m_world);
    window.open(u"leads.csv"_s, leads);
    window.dialog.columns().emptyField().setText(u"浩浩，12"_s);
    window.agree();
    window.next();
    window.next();
    for (const Student& student : listRecords<Student>(m_world->store.reader()))
        QVERIFY(student.name != u"浩浩"_s);
}

void ImportDialogTest::readsAnotherEncodingWhenTold()
{
    ImportWindow window(*m_world);
    window.open(u"semicolons.csv"_s, "Name;City\nAnn;Xi,an\n");
    QCOMPARE(window.dialog.columns().columns().rowCount(), 2);
    window.choose(window.dialog.columns().delimiterBox(), u"Comma"_s);
    QCOMPARE(window.dialog.step(), ImportDialog::Columns);
    QCOMPARE(window.dialog.columns().columns().item(0, 0)->text(), u"Name;City"_s);
    window.choose(window.dialog.columns().delimiterBox(), u"Semicolon"_s);
    QCOMPARE(window.target(u"City"_s), u"City"_s);
}

void ImportDialogTest::takesAPastedRange()
{
    ImportWindow window(*m_world);
    window.paste(u"Name\tPhone\nAnn\t13800000001\n"_s);
    QCOMPARE(window.dialog.step(), ImportDialog::Columns);
    QVERIFY(!window.dialog.columns().encodingBox().isVisible());
    window.next();
    window.next();
    const auto customers = listRecords<Customer>(m_world->store.reader());
    QCOMPARE(customers.size(), size_t(1));
    QCOMPARE(customers[0].phone, u"+8613800000001"_s);
}

void ImportDialogTest::saysWhyASheetCannotBeRead()
{
    ImportWindow window(*m_world);
    window.open(u"broken.csv"_s, "Name\n\"Ann\n");
    QCOMPARE(window.dialog.step(), ImportDialog::Source);
    QCOMPARE(window.dialog.source().state().kind(), EmptyState::Kind::Error);
    bool namesTheLine = false;
    for (const QLabel* label : window.dialog.source().findChildren<QLabel*>())
        namesTheLine = namesTheLine || label->text().contains(u"line 2"_s);
    QVERIFY(namesTheLine);
    window.open(u"bare.csv"_s, "Name\n");
    QVERIFY(!window.dialog.nextButton().isEnabled());
    window.open(u"whole.csv"_s, "Name\nAnn\n");
    QCOMPARE(window.dialog.step(), ImportDialog::Columns);
}

void ImportDialogTest::wantsAKeyForKnownFamilies()
{
    ImportWindow window(*m_world);
    window.open(u"names.csv"_s, "Name,City\nAnn,Wuhan\n");
    QVERIFY(!window.dialog.columns().keyBox().isEnabled());
    window.choose(window.dialog.columns().modeBox(), u"Leave known families alone, add new ones"_s);
    QVERIFY(!window.dialog.problem().isEmpty());
    QVERIFY(!window.dialog.nextButton().isEnabled());
    window.choose(window.dialog.columns().keyBox(), u"City"_s);
    QVERIFY(window.dialog.nextButton().isEnabled());
}

void ImportDialogTest::rehearsesBeforeItWrites()
{
    ImportWindow window(*m_world);
    window.open(u"leads.csv"_s, leads);
    window.agree();
    window.next();
    QCOMPARE(window.dialog.step(), ImportDialog::Rehearsal);
    QCOMPARE(window.rows().size(), 4);
    QCOMPARE(window.dialog.rehearsal().chips().chip(u"fail"_s)->count(), std::optional(1));
    window.chip(u"fail"_s);
    QCOMPARE(window.rows(), QStringList{u"陈静 · 12"_s});
    window.chip(u"create"_s);
    QCOMPARE(window.rows().size(), 3);
    // A new family is shown as it will be written, not as it was typed.
    QVERIFY2(window.fields().contains(u"Phone: – → 138 0000 0001"_s),
        qPrintable(window.fields().join(u'|')));
    QVERIFY(window.fields().contains(u"Child: Grade: – → Grade 3"_s));
    window.chip(u"create"_s);
    QCOMPARE(window.rows().size(), 4);
    QVERIFY(listRecords<Customer>(m_world->store.reader()).empty());
    QCOMPARE(window.dialog.nextButton().text(), u"Import 3 rows"_s);
    QTest::mouseClick(&window.dialog.backButton(), Qt::LeftButton);
    QCOMPARE(window.dialog.step(), ImportDialog::Columns);
}

void ImportDialogTest::importsAndUndoes()
{
    ImportWindow window(*m_world);
    window.open(u"leads.csv"_s, leads);
    window.agree();
    window.next();
    window.next();
    QCOMPARE(window.dialog.step(), ImportDialog::Result);
    QCOMPARE(window.dialog.result().headline(), u"The import is done"_s);
    QVERIFY(window.dialog.result().summary().contains(u"New families: 3"_s));
    QCOMPARE(listRecords<Customer>(m_world->store.reader()).size(), size_t(3));
    QTest::mouseClick(&window.dialog.result().undoButton(), Qt::LeftButton);
    QVERIFY(listRecords<Customer>(m_world->store.reader()).empty());
    QCOMPARE(window.dialog.result().headline(), u"The import was undone"_s);
    QVERIFY(!window.dialog.result().undoButton().isEnabled());
    QVERIFY(!window.dialog.result().summary().contains(u"New families"_s));
    QVERIFY(window.dialog.result().summary().contains(u"Families taken out again: 3"_s));
}

void ImportDialogTest::opensTheRejectedRows()
{
    ImportWindow window(*m_world);
    window.open(u"leads.csv"_s, leads);
    window.agree();
    window.next();
    window.next();
    QTest::mouseClick(&window.dialog.result().rejectsButton(), Qt::LeftButton);
    QCOMPARE(window.opened.size(), 1);
    QFile file(window.opened.first());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    QVERIFY(text.contains(u"陈静,12"_s));
    QVERIFY(text.contains(u",4,"_s)); // the line in the sheet
    QVERIFY(text.contains(u"cannot be read"_s));
}

void ImportDialogTest::showsFieldsBeforeAndAfter()
{
    ImportWindow first(*m_world);
    first.open(u"a.csv"_s, "Phone,City,意向\n13800000001,Wuhan,低\n");
    first.next();
    first.next();
    ImportWindow second(*m_world);
    second.open(u"b.csv"_s, "Phone,City,意向\n13800000001,Xi'an,高\n");
    second.choose(second.dialog.columns().modeBox(), u"Change known families, add new ones"_s);
    second.next();
    QCOMPARE(second.fields(), (QStringList{u"City: Wuhan → Xi'an"_s, u"Intention: Low → High"_s}));
}

void ImportDialogTest::remembersTheColumns()
{
    {
        ImportWindow window(*m_world);
        window.open(u"a.csv"_s, "Who,Where\nAnn,Wuhan\n");
        window.sendTo(u"Who"_s, u"Parent's name"_s);
        window.next();
        window.next();
    }
    ImportWindow window(*m_world);
    window.open(u"b.csv"_s, "Who,Where\nBea,Hefei\n");
    QCOMPARE(window.target(u"Who"_s), u"Parent's name"_s);
}

void ImportDialogTest::exportsWithTheChosenColumns()
{
    ImportWindow window(*m_world);
    window.open(u"leads.csv"_s, leads);
    window.agree();
    window.next();
    window.next();
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"out.csv"_s);
    m_world->questions.willChoose(path);
    ExportDialog dialog(m_world->context);
    dialog.show();
    QListWidget& columns = dialog.columns();
    for (int i = 0; i < columns.count(); ++i) {
        const QString name = columns.item(i)->text();
        const bool wanted = name == u"Parent's name"_s || name == u"Child's name"_s;
        columns.item(i)->setCheckState(wanted ? Qt::Checked : Qt::Unchecked);
    }
    dialog.headingsBox().setChecked(true);
    QSignalSpy told(&dialog, &ExportDialog::told);
    QTest::mouseClick(&dialog.exportButton(), Qt::LeftButton);
    QCOMPARE(told.size(), 1);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    QVERIFY2(text.contains(u"Parent's name,Child's name\r\n王芳,小雨\r\n"_s), qPrintable(text));
}

void ImportDialogTest::tellsWhatAnExportLeavesOut()
{
    QByteArray many("Name\n");
    for (int i = 0; i < 510; ++i)
        many += "Ann\n";
    ImportWindow window(*m_world);
    window.open(u"many.csv"_s, many);
    window.next();
    window.next();
    ExportDialog tutor(m_world->context);
    QVERIFY(tutor.warning().contains(u"10"_s));
    m_world->context.viewer = {m_world->store.ids().next(), UserRole::Admin, {}};
    ExportDialog admin(m_world->context);
    QVERIFY(admin.warning().contains(u"masked: 510"_s));
}

void ImportDialogTest::looksWell_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void ImportDialogTest::looksWell()
{
    QFETCH(bool, dark);
    m_world->theme.setMode(dark ? ThemeMode::Dark : ThemeMode::Light);
    const QString suffix = dark ? u"-dark"_s : u"-light"_s;
    ImportWindow window(*m_world);
    const auto look = [&](const QString& step) {
        QCoreApplication::sendPostedEvents();
        QVERIFY(savePicture(window.dialog, u"import-"_s + step + suffix));
        const QStringList cut = cutTexts(window.dialog);
        QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'\n')));
    };
    look(u"1-source"_s);
    window.open(u"leads.csv"_s, leads);
    look(u"2-columns"_s);
    window.sendTo(u"Converted"_s, u"Stage on the board"_s);
    look(u"3-values"_s);
    window.means(0, m_world->catalogue.stagesOf(m_pipeline).back().name);
    window.means(1, m_world->catalogue.stagesOf(m_pipeline).front().name);
    window.agree();
    window.next();
    look(u"4-rehearsal"_s);
    window.chip(u"fail"_s);
    look(u"5-failed"_s);
    window.next();
    look(u"6-result"_s);
    ExportDialog exporting(m_world->context);
    exporting.show();
    QCoreApplication::sendPostedEvents();
    QVERIFY(savePicture(exporting, u"export"_s + suffix));
}

HOMEROOM_TEST_MAIN(ImportDialogTest)
#include "importdialogtest.moc"
