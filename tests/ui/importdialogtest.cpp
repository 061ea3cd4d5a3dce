// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/importdialog.h"
#include "models/store/records.h"
#include "tests/support/testmain.h"
#include "tests/support/uifixture.h"
#include "ui/import/exportdialog.h"
#include "ui/import/importrehearsalview.h"
#include "ui/import/importsheet.h"

#include <QClipboard>
#include <QListWidget>
#include <QPushButton>
#include <QTemporaryDir>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

const QString range =
    u"姓名\t手机\t城市\n王芳\t13812342046\t上海\n李建国\t+86 139 0000 1111\t杭州\n坏行\t12\t北京\n"_s;

qint64 families(UiFixture& fixture)
{
    return countRows(fixture.store.reader(), recordTypeOf<Customer>());
}

QPushButton* buttonNamed(const QWidget& dialog, const QString& words)
{
    for (QPushButton* button : dialog.findChildren<QPushButton*>()) {
        if (button->text() == words)
            return button;
    }
    return nullptr;
}

} // namespace

class ImportDialogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPastedRangeIsUnderstood();
    void theRehearsalWritesNothing();
    void theImportIsOneUndoStep();
    void rejectedRowsAreSavedWithTheirReason();
    void aBrokenFileSaysWhereAndChangesNothing();
    void twoColumnsMayNotGoToOneField();
    void anExportedSheetComesBackUnchanged();
};

void ImportDialogTest::aPastedRangeIsUnderstood()
{
    UiFixture fixture;
    ImportDialog dialog(fixture.context());
    dialog.show();
    QGuiApplication::clipboard()->setText(range);
    QTest::keySequence(&dialog, QKeySequence::Paste);
    QCOMPARE(dialog.step(), ImportDialog::Step::Columns);
    const ImportChoices choices = dialog.sheet().choices();
    QCOMPARE(choices.mapping.columns.at(0).target.word(), u"name"_s);
    QCOMPARE(choices.mapping.columns.at(1).target.word(), u"phone"_s);
    QCOMPARE(choices.mapping.columns.at(2).target.word(), u"city"_s);
}

void ImportDialogTest::theRehearsalWritesNothing()
{
    UiFixture fixture;
    ImportDialog dialog(fixture.context());
    dialog.paste(range);
    const qint64 outbox = fixture.store.outboxCount();
    dialog.nextButton().click();
    QTRY_COMPARE(dialog.step(), ImportDialog::Step::Rehearsal);
    QCOMPARE(dialog.rehearsal().model().rowCount(), 3);
    QCOMPARE(families(fixture), 0);
    QCOMPARE(fixture.store.outboxCount(), outbox);
    dialog.rehearsal().model().setShown({ImportOutcome::Fail}, false);
    QCOMPARE(dialog.rehearsal().model().rowCount(), 1);
}

void ImportDialogTest::theImportIsOneUndoStep()
{
    UiFixture fixture;
    ImportDialog dialog(fixture.context());
    dialog.paste(range);
    dialog.rehearse();
    QTRY_COMPARE(dialog.step(), ImportDialog::Step::Rehearsal);
    dialog.nextButton().click();
    QTRY_COMPARE(dialog.step(), ImportDialog::Step::Result);
    QCOMPARE(dialog.result().count(ImportOutcome::Create), 2);
    QCOMPARE(families(fixture), 2);
    QPushButton* undo = buttonNamed(dialog, u"Undo the import"_s);
    QVERIFY(undo && !undo->isHidden());
    undo->click();
    QTRY_COMPARE(families(fixture), 0);
}

void ImportDialogTest::rejectedRowsAreSavedWithTheirReason()
{
    UiFixture fixture;
    const QTemporaryDir folder;
    ImportDialog dialog(fixture.context());
    dialog.paste(range);
    dialog.rehearse();
    QTRY_COMPARE(dialog.step(), ImportDialog::Step::Rehearsal);
    dialog.importNow();
    QTRY_COMPARE(dialog.step(), ImportDialog::Step::Result);
    const QString path = folder.filePath(u"rejects.csv"_s);
    fixture.questions.willChoose(path);
    buttonNamed(dialog, u"Save rejected rows"_s)->click();
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    QVERIFY(text.contains(u"坏行"_s));
    QVERIFY(text.contains(u'4')); // its line
    QVERIFY(!text.contains(u"王芳"_s));
}

void ImportDialogTest::aBrokenFileSaysWhereAndChangesNothing()
{
    UiFixture fixture;
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"broken.csv"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("name,city\nA,\"never closed\n");
    file.close();
    ImportDialog dialog(fixture.context());
    dialog.openFile(path);
    QCOMPARE(dialog.step(), ImportDialog::Step::Source);
    bool said = false;
    for (const QLabel* label : dialog.findChildren<QLabel*>())
        said = said || label->text().contains(u"line 2"_s);
    QVERIFY(said);
}

void ImportDialogTest::twoColumnsMayNotGoToOneField()
{
    UiFixture fixture;
    ImportDialog dialog(fixture.context());
    dialog.paste(range);
    dialog.sheet().setTarget(2, {ImportTargetKind::Customer, u"name"_s});
    QVERIFY(!dialog.sheet().problem().isEmpty());
    dialog.rehearse();
    QCOMPARE(dialog.step(), ImportDialog::Step::Columns);
}

void ImportDialogTest::anExportedSheetComesBackUnchanged()
{
    UiFixture fixture;
    const QTemporaryDir folder;
    Customer customer;
    customer.id = fixture.store.newId<Customer>();
    customer.name = u"=1+1"_s;
    customer.phone = u"+8613812342046"_s;
    customer.remark = u"two\nlines"_s;
    QVERIFY(fixture.store.apply({createMutation(customer)}).ok());
    ExportDialog dialog(fixture.context());
    const QString path = folder.filePath(u"families.csv"_s);
    fixture.questions.willChoose(path);
    QSignalSpy told(&dialog, &ExportDialog::told);
    dialog.accept();
    QTRY_COMPARE(told.size(), 1);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(!bytes.contains(",=1+1"));
    const Result<ImportTable> table = importTable(bytes);
    QVERIFY(table.ok());
    const auto column = std::find(table->columns.begin(), table->columns.end(), u"name"_s);
    QVERIFY(column != table->columns.end());
    QCOMPARE(table->cell(0, size_t(column - table->columns.begin())), u"=1+1"_s);
}

HOMEROOM_TEST_MAIN(ImportDialogTest)
#include "importdialogtest.moc"
