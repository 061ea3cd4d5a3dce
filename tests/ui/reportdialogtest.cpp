// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/reportdialog.h"
#include "tests/support/activewindow.h"
#include "tests/support/pageworld.h"
#include "tests/support/testmain.h"
#include "ui/today/todaypage.h"

#include <QClipboard>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

class ReportDialogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theDayIsToldInWords();
    void itIsOpenedEditedAndCopiedWithTheKeyboard();
    void whatIsWrittenIsKeptForTheDay();
};

void ReportDialogTest::theDayIsToldInWords()
{
    PageWorld world;
    DailyReport report;
    report.families = 3;
    report.calls = 4;
    report.talks = 2;
    report.callSeconds = 61;
    report.sales = {1, 298'000};
    report.tasksLeft = 2;
    const QStringList lines = reportText(report, world.context).split(u'\n');
    QVERIFY(lines[0].startsWith(u"Report of 2025-11-2"_s));
    QCOMPARE(lines.mid(1),
        (QStringList{u"Contacts: 3 families, 4 calls, 2 of them talks, 2 minutes"_s,
            u"Orders: 1 courses, ¥ 2,980"_s, u"Tasks: 2 left"_s}));
    QCOMPARE(reportText({}, world.context).split(u'\n').mid(1), QStringList{u"Contacts: none"_s});
}

void ReportDialogTest::itIsOpenedEditedAndCopiedWithTheKeyboard()
{
    PageWorld world;
    TodayPage page(world.context, world.shortcuts);
    page.resize(1200, 800);
    makeActive(page);
    QTRY_VERIFY(page.model().isLoaded());
    page.setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_R, Qt::ControlModifier);
    auto* dialog = page.findChild<ReportDialog*>();
    QVERIFY(dialog && dialog->isVisible());
    QTRY_VERIFY(dialog->text().toPlainText().contains(u"Contacts: none"_s));
    dialog->text().moveCursor(QTextCursor::End);
    QTest::keyClicks(&dialog->text(), u" quiet day"_s);
    QTest::keyClick(&dialog->text(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(QGuiApplication::clipboard()->text().endsWith(u"Contacts: none quiet day"_s));
}

void ReportDialogTest::whatIsWrittenIsKeptForTheDay()
{
    PageWorld world;
    {
        ReportDialog dialog(world.context);
        QTRY_VERIFY(!dialog.text().toPlainText().isEmpty());
        dialog.text().setPlainText(u"my words"_s);
    }
    ReportDialog again(world.context);
    QCOMPARE(again.text().toPlainText(), u"my words"_s);
    again.findChild<QPushButton*>(u"draftAnew"_s)->click();
    QTRY_VERIFY(again.text().toPlainText().contains(u"Contacts: none"_s));
    again.text().setPlainText(u"my words"_s);
    again.reject();
    world.store.clock().advance(dayMs);
    ReportDialog tomorrow(world.context);
    QTRY_VERIFY(tomorrow.text().toPlainText().contains(u"Contacts: none"_s));
}

HOMEROOM_TEST_MAIN(ReportDialogTest)
#include "reportdialogtest.moc"
