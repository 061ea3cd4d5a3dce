// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handover/familydeeds.h"
#include "models/store/familyquery.h"
#include "models/store/historyquery.h"
#include "tests/support/activewindow.h"
#include "tests/support/deedsworld.h"
#include "tests/support/testmain.h"
#include "ui/handover/contactsdialog.h"
#include "ui/handover/mergedialog.h"
#include "ui/import/exportdialog.h"
#include "ui/panel/customerpanel.h"
#include "ui/panel/timelineview.h"
#include "ui/synccentre/choicecard.h"
#include "ui/widgets/formdialog.h"

#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

class FamilyDeedsTest : public QObject, private DeedsWorld {
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }
    void offersWhatTheRoleMay_data();
    void offersWhatTheRoleMay();
    void handsOverToAnActiveColleague();
    void aRefusedHandOverStaysOpenAndSaysWhy();
    void returnsAfterAskingOnly();
    void mergesIntoTheOneThatStays();
    void aMergeIsTakenBackFromItsReport();
    void aMergeIsTakenApartFromTheTimeline();
    void onlyAMergeThatStandsIsOffered();
    void aMergeIsTakenApartFromTheMenu();
    void commandsNeverSayThatSomethingIsKept_data();
    void commandsNeverSayThatSomethingIsKept();
};

void FamilyDeedsTest::offersWhatTheRoleMay_data()
{
    QTest::addColumn<int>("role");
    QTest::addColumn<int>("families");
    QTest::addColumn<QStringList>("expected");
    const QStringList all{u"Hand over…"_s, u"Return to the pool…"_s};
    QTest::newRow("admin, one") << int(UserRole::Admin) << 1 << all;
    QTest::newRow("admin, two") << int(UserRole::Admin) << 2 << all + QStringList{u"Merge…"_s};
    QTest::newRow("tutor, own") << int(UserRole::Tutor) << 1
                                << QStringList{u"Return to the pool…"_s};
    QTest::newRow("tutor, two") << int(UserRole::Tutor) << 2
                                << QStringList{u"Return to the pool…"_s, u"Merge…"_s};
}

void FamilyDeedsTest::offersWhatTheRoleMay()
{
    QFETCH(int, role);
    QFETCH(int, families);
    QFETCH(QStringList, expected);
    become(UserRole(role));
    const std::vector<RecordId> chosen =
        families == 1 ? std::vector<RecordId>{m_first} : std::vector<RecordId>{m_first, m_second};
    QCOMPARE(offered(chosen), expected);
    QVERIFY(offered({}).isEmpty());
    // Somebody else's family, as far as a tutor is concerned.
    QVERIFY(UserRole(role) != UserRole::Tutor || offered({m_world->store.ids().next()}).isEmpty());
}

void FamilyDeedsTest::handsOverToAnActiveColleague()
{
    FormDialog* dialog = m_deeds->openHandOver({m_first, m_second});
    auto* receiver = dialog->findChild<QComboBox*>();
    QCOMPARE(receiver->count(), 1);
    QVERIFY(receiver->itemText(0).startsWith(u"范琳"_s));
    // Nobody is proposed.
    QTest::mouseClick(&dialog->acceptButton(), Qt::LeftButton);
    QVERIFY(m_server->asked.isEmpty());
    QVERIFY(!dialog->rowError(receiver).isEmpty());
    receiver->setCurrentIndex(0);
    QTest::mouseClick(&dialog->acceptButton(), Qt::LeftButton);
    QCOMPARE(m_server->asked, QStringList{u"hand over 2"_s});
    QCOMPARE(m_server->receiver, RecordId(m_colleague));
    // The owner that the person saw goes along, so that a change meanwhile is noticed.
    QCOMPARE(m_server->families.front().owner, m_world->user);
    QVERIFY(lastTold().contains(u"范琳"_s));
}

void FamilyDeedsTest::aRefusedHandOverStaysOpenAndSaysWhy()
{
    m_server->refusal = Error{ErrorCode::Changed, {}};
    const QPointer<FormDialog> dialog = m_deeds->openHandOver({m_first});
    dialog->findChild<QComboBox*>()->setCurrentIndex(0);
    QTest::mouseClick(&dialog->acceptButton(), Qt::LeftButton);
    QVERIFY(dialog && dialog->isVisible());
    QVERIFY(m_told->isEmpty());
    m_server->refusal.reset();
    QTest::mouseClick(&dialog->acceptButton(), Qt::LeftButton);
    QCOMPARE(m_told->count(), 1);
}

void FamilyDeedsTest::returnsAfterAskingOnly()
{
    m_world->questions.willAnswer(false);
    m_deeds->askReturn({m_first});
    QVERIFY(m_server->asked.isEmpty());
    QVERIFY(m_world->questions.asked.last().title.contains(u"王芳"_s));
    m_world->questions.willAnswer(true);
    m_deeds->askReturn({m_first});
    QCOMPARE(m_server->asked, QStringList{u"return 1"_s});
    QCOMPARE(m_told->count(), 1);
}

void FamilyDeedsTest::mergesIntoTheOneThatStays()
{
    MergeDialog* dialog = m_deeds->openMerge({m_first, m_second});
    dialog->card(1).click();
    QTest::mouseClick(&dialog->acceptButton(), Qt::LeftButton);
    QCOMPARE(m_server->asked, QStringList{u"merge"_s});
    QCOMPARE(m_server->families.front().customer, RecordId(m_second));
    QCOMPARE(m_server->families.back().customer, RecordId(m_first));
}

void FamilyDeedsTest::aMergeIsTakenBackFromItsReport()
{
    QString report;
    std::function<void()> undo;
    connect(m_deeds, &FamilyDeeds::undoable, this,
        [&](const QString& sentence, const std::function<void()>& deed) {
            report = sentence;
            undo = deed;
        });
    FormDialog* dialog = m_deeds->openMerge({m_first, m_second});
    QTest::mouseClick(&dialog->acceptButton(), Qt::LeftButton);
    QCOMPARE(report, u"Two families merged"_s);
    QVERIFY(m_told->isEmpty()); // one report, not two
    undo();
    QCOMPARE(m_server->asked, (QStringList{u"merge"_s, u"unmerge"_s}));
    QCOMPARE(m_server->families.front().customer, RecordId(m_first));
    QCOMPARE(m_server->families.back().customer, RecordId(m_second));
    QCOMPARE(lastTold(), u"The two families are apart again"_s);
    m_server->refusal = Error{ErrorCode::Depends, {}};
    undo();
    QVERIFY(lastTold() != u"The two families are apart again"_s);
}

void FamilyDeedsTest::aMergeIsTakenApartFromTheTimeline()
{
    const RecordId loser = m_world->store.ids().next();
    tellMergeWith(loser, u"赵敏"_s);
    CustomerPanel panel(m_world->context, m_world->shortcuts);
    panel.resize(360, 800);
    panel.open(m_first);
    makeActive(panel);
    auto* timeline = panel.findChild<TimelineView*>();
    auto* deed = timeline->findChild<QPushButton*>();
    QVERIFY(deed && deed->isVisible());
    QCOMPARE(deed->accessibleName(), u"Take apart the merge with 赵敏"_s);
    QVERIFY(timeline->visualRect(timeline->model()->index(0, 0))
                .contains(deed->geometry().translated(deed->parentWidget()->pos())));
    timeline->setFocus();
    QTest::keyClick(timeline, Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), deed);
    m_world->questions.willAnswer(true);
    QSignalSpy told(&panel, &CustomerPanel::told);
    QTest::keyClick(deed, Qt::Key_Return);
    QVERIFY(m_world->questions.asked.last().title.contains(u"赵敏"_s));
    QCOMPARE(m_server->asked, QStringList{u"unmerge"_s});
    QCOMPARE(m_server->families.front().customer, RecordId(m_first));
    QCOMPARE(m_server->families.back().customer, loser);
    QCOMPARE(told.last().at(0).toString(), u"The two families are apart again"_s);
    m_server->refusal = Error{ErrorCode::Depends, {}};
    m_world->questions.willAnswer(true);
    QTest::keyClick(deed, Qt::Key_Return);
    QVERIFY(told.last().at(0).toString().contains(u"belongs to both families"_s));
}

void FamilyDeedsTest::onlyAMergeThatStandsIsOffered()
{
    tellMergeWith(m_second, u"李娜"_s);
    m_world->store.clock().advance(1000);
    tellMergeWith(m_second, u"李娜"_s, HistoryAction::Unmerge);
    CustomerPanel panel(m_world->context, m_world->shortcuts);
    panel.resize(360, 800);
    panel.open(m_first);
    panel.show();
    auto* timeline = panel.findChild<TimelineView*>();
    QVERIFY(!timeline->findChild<QPushButton*>());
    tellMergeWith(m_world->store.ids().next(), u"赵敏"_s);
    QVERIFY(timeline->findChild<QPushButton*>());
    m_world->context.viewer.user = m_world->store.ids().next();
    m_world->context.viewer.role = UserRole::Tutor; // somebody else's family
    CustomerPanel other(m_world->context, m_world->shortcuts);
    other.open(m_first);
    QVERIFY(!other.findChild<TimelineView*>()->findChild<QPushButton*>());
}

void FamilyDeedsTest::aMergeIsTakenApartFromTheMenu()
{
    QVERIFY(!offered({m_first}).contains(u"Take the last merge apart…"_s));
    const RecordId loser = m_world->store.ids().next();
    tellMergeWith(loser, u"赵敏"_s);
    QMenu menu;
    m_deeds->fillMenu(menu, {m_first});
    QAction* last = menu.actions().last();
    QCOMPARE(last->text(), u"Take the last merge apart…"_s);
    m_world->questions.willAnswer(false);
    last->trigger();
    QVERIFY(m_server->asked.isEmpty());
    m_world->questions.willAnswer(true);
    last->trigger();
    QCOMPARE(m_server->families.back().customer, loser);
}

void FamilyDeedsTest::commandsNeverSayThatSomethingIsKept_data()
{
    QTest::addColumn<Error>("refusal");
    QTest::addColumn<QString>("says");
    QTest::newRow("offline") << Error{ErrorCode::Unavailable, {}} << u"nothing was done"_s;
    QTest::newRow("no answer") << Error{ErrorCode::Timeout, {}} << u"whether it was done"_s;
    QTest::newRow("session ended") << Error{ErrorCode::Unauthorized, {}} << u"signed out"_s;
    QTest::newRow("cap") << Error{ErrorCode::TooMany, {}} << u"more families"_s;
    QTest::newRow("too many at once") << Error{ErrorCode::TooLarge, {}} << u"choose fewer"_s;
    QTest::newRow("changed") << Error{ErrorCode::Changed, {}} << u"changed this meanwhile"_s;
    QTest::newRow("later records") << Error{ErrorCode::Depends, {}} << u"both families"_s;
    QTest::newRow("merged on") << Error{ErrorCode::Depends, {}, u"winner"_s}
                               << u"Take that merge apart first"_s;
    QTest::newRow("no such merge") << Error{ErrorCode::NotFound, {}, u"loser"_s} << u"are apart"_s;
}

void FamilyDeedsTest::commandsNeverSayThatSomethingIsKept()
{
    QFETCH(Error, refusal);
    QFETCH(QString, says);
    m_server->refusal = refusal;
    m_world->questions.willAnswer(true);
    m_deeds->askReturn({m_first});
    QVERIFY2(lastTold().contains(says), qPrintable(lastTold()));
    for (const QString& lie : {u"kept"_s, u"sent later"_s, u"password"_s, u"Undo those"_s})
        QVERIFY2(!lastTold().contains(lie), qPrintable(lastTold()));
}

HOMEROOM_TEST_MAIN(FamilyDeedsTest)
#include "familydeedstest.moc"
