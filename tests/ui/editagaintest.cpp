// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/drafts.h"
#include "tests/support/synccentrepageobject.h"
#include "tests/support/testmain.h"
#include "ui/panel/customerpanel.h"
#include "ui/panel/fieldstab.h"
#include "ui/panel/followupbox.h"
#include "ui/widgets/emptystate.h"

#include <QtWidgets/QtWidgets>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

/// The family's panel beside the sync centre.
class OpenPanel {
public:
    explicit OpenPanel(CentreWorld& world) : m_world(world), m_panel(world.context, world.shortcuts)
    {
        m_panel.resize(336, 800);
        m_panel.show();
        m_panel.open(world.customer.id);
    }
    CustomerPanel& widget() { return m_panel; }
    FollowUpBox& box() { return m_panel.followUpBox(); }
    void types(const QString& field, const QString& text) { line(field).insert(text); }
    void writes(const QString& text) { area().insertPlainText(text); }
    QString text() { return area().toPlainText(); }
    QString in(const QString& field) { return line(field).text(); }
    EmptyState& gone() { return *m_panel.findChild<EmptyState*>(); }
    /// As long as the box waits before it keeps what is typed.
    void rests()
    {
        box().setCustomer({});
        box().setCustomer(m_world.customer.id);
    }

private:
    QLineEdit& line(const QString& field) { return *box().findChild<QLineEdit*>(field); }
    QPlainTextEdit& area() { return *box().findChild<QPlainTextEdit*>(); }

    CentreWorld& m_world;
    CustomerPanel m_panel;
};

/// «Edit again» on the only refused follow-up, in a centre of its own.
void editAgain(CentreWorld& world, OpenPanel& panel)
{
    CentrePage centre(world);
    QSignalSpy asked(&centre.widget(), &SyncCentreDialog::followUpRequested);
    centre.presses(Qt::Key_2);
    QCOMPARE(asked.size(), 1);
    panel.box().takeBack(asked[0][0].value<RefusedFollowUp>());
}

} // namespace

/// Words that must not be lost: refused ones on their way back, and typed ones whose family leaves.
class EditAgainTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refusedWordsAreAddedToWhatIsTyped();
    void thePlannedTimeComesBack();
    void anotherPlanIsToldInWords();
    void theRefusedEntryStaysUntilTheBoxIsSaved();
    void takingBackTwiceAddsOnce();
    void anEmptiedBoxLeavesTheEntryAlone();
    void theLinkSurvivesTheNextFamilyAndARestart();
    void whatIsTypedCanBeCopiedWhenTheFamilyLeaves();
    void nothingIsKeptOfAFamilyThatLeft();
    void aFamilyThatLeavesWithoutTypingHasNothingToCopy();
    void whatWasTypedGoesOnWhenTheFamilyComesBack();
    void aFieldBeingTypedIsCopiedAndNotSaved();
};

void EditAgainTest::refusedWordsAreAddedToWhatIsTyped()
{
    CentreWorld world;
    world.followUpIsRefused(u"typed on the metro"_s);
    OpenPanel panel(world);
    panel.writes(u"begun since"_s);
    editAgain(world, panel);
    QCOMPARE(panel.text(), u"begun since\ntyped on the metro"_s);
    QCOMPARE(followUpDraft(world.store.reader(), world.customer.id).value(u"text"_s).toString(),
        panel.text());
}

void EditAgainTest::thePlannedTimeComesBack()
{
    CentreWorld world;
    const Milliseconds when = world.store.clock().now() + 3 * dayMs;
    const Milliseconds minute = when - when % minuteMs;
    world.followUpIsRefused(u"typed"_s, u"call the father"_s, minute);
    OpenPanel panel(world);
    editAgain(world, panel);
    QCOMPARE(panel.in(u"nextStep"_s), u"call the father"_s);
    panel.box().save();
    QCOMPARE(world.family().nextStepAt, std::optional(minute));
}

void EditAgainTest::anotherPlanIsToldInWords()
{
    CentreWorld world;
    world.followUpIsRefused(u"typed"_s, u"call the father"_s, world.store.clock().now() + dayMs);
    OpenPanel panel(world);
    panel.types(u"nextStep"_s, u"send the report"_s);
    editAgain(world, panel);
    QCOMPARE(panel.in(u"nextStep"_s), u"send the report"_s);
    QVERIFY2(panel.text().contains(u"Next: call the father · 2025-"_s), qPrintable(panel.text()));
}

void EditAgainTest::theRefusedEntryStaysUntilTheBoxIsSaved()
{
    CentreWorld world;
    world.followUpIsRefused(u"typed on the metro"_s);
    OpenPanel panel(world);
    editAgain(world, panel);
    QCOMPARE(world.refusedEdits(), 1);
    panel.box().save();
    QCOMPARE(world.refusedEdits(), 0);
    QCOMPARE(world.followUps(), QStringList{u"typed on the metro"_s});
}

void EditAgainTest::takingBackTwiceAddsOnce()
{
    CentreWorld world;
    world.followUpIsRefused(u"typed on the metro"_s);
    OpenPanel panel(world);
    editAgain(world, panel);
    editAgain(world, panel);
    QCOMPARE(panel.text(), u"typed on the metro"_s);
}

void EditAgainTest::anEmptiedBoxLeavesTheEntryAlone()
{
    CentreWorld world;
    world.followUpIsRefused(u"typed on the metro"_s);
    OpenPanel panel(world);
    editAgain(world, panel);
    panel.box().findChild<QPlainTextEdit*>()->clear();
    panel.writes(u"something else"_s);
    panel.box().save();
    QCOMPARE(world.refusedEdits(), 1);
}

void EditAgainTest::theLinkSurvivesTheNextFamilyAndARestart()
{
    CentreWorld world;
    world.followUpIsRefused(u"typed on the metro"_s);
    {
        OpenPanel panel(world);
        editAgain(world, panel);
        panel.rests();
    }
    OpenPanel panel(world);
    QCOMPARE(panel.text(), u"typed on the metro"_s);
    panel.box().save();
    QCOMPARE(world.refusedEdits(), 0);
}

void EditAgainTest::whatIsTypedCanBeCopiedWhenTheFamilyLeaves()
{
    CentreWorld world;
    OpenPanel panel(world);
    panel.writes(u"half a sentence"_s);
    panel.types(u"nextStep"_s, u"call"_s);
    QGuiApplication::clipboard()->clear();
    world.leaves();
    QVERIFY(panel.gone().isVisible());
    QVERIFY(panel.gone().accessibleDescription().contains(u"copy it before you close"_s));
    QPushButton& copy = panel.gone().actionButton();
    QCOMPARE(copy.text(), u"Copy what you typed"_s);
    copy.setFocus();
    QTest::keyClick(&copy, Qt::Key_Space);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"half a sentence\ncall"_s);
    for (const QLabel* label : panel.widget().findChildren<QLabel*>())
        QVERIFY2(!label->text().contains(world.customer.name), qPrintable(label->text()));
}

void EditAgainTest::nothingIsKeptOfAFamilyThatLeft()
{
    CentreWorld world;
    {
        OpenPanel panel(world);
        panel.writes(u"half a sentence"_s);
        world.leaves();
        panel.widget().leave();
        QCOMPARE(panel.text(), QString());
    }
    QVERIFY(followUpDraft(world.store.reader(), world.customer.id).isEmpty());
    // A box that had not heard of it yet, as its timer would.
    keepFollowUpDraft(world.store.store(), world.customer.id, {{u"text"_s, u"late"_s}});
    QVERIFY(followUpDraft(world.store.reader(), world.customer.id).isEmpty());
}

void EditAgainTest::aFamilyThatLeavesWithoutTypingHasNothingToCopy()
{
    CentreWorld world;
    OpenPanel panel(world);
    world.leaves();
    QVERIFY(panel.gone().isVisible());
    QCOMPARE(panel.gone().actionButton().text(), u"Close"_s);
    QVERIFY(!panel.gone().otherButton().isVisible());
    QVERIFY(!panel.gone().accessibleDescription().contains(u"typed"_s));
}

void EditAgainTest::whatWasTypedGoesOnWhenTheFamilyComesBack()
{
    CentreWorld world;
    OpenPanel panel(world);
    panel.writes(u"half a sentence"_s);
    world.leaves();
    world.comesBack();
    QVERIFY(!panel.gone().isVisible());
    QCOMPARE(panel.text(), u"half a sentence"_s);
    panel.box().save();
    QCOMPARE(world.followUps(), QStringList{u"half a sentence"_s});
}

void EditAgainTest::aFieldBeingTypedIsCopiedAndNotSaved()
{
    CentreWorld world;
    OpenPanel panel(world);
    panel.widget().showTab(CustomerPanel::Tab::Fields);
    auto* city = qobject_cast<QLineEdit*>(
        panel.widget().fieldsTab().customerFields().editor(u"city"_s)->input());
    city->setFocus();
    city->selectAll();
    QTest::keyClicks(city, u"Suzhou"_s);
    QSignalSpy refused(&world.desk, &EditDesk::refused);
    world.leaves();
    QTest::mouseClick(&panel.gone().actionButton(), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"City: Suzhou"_s);
    QCOMPARE(refused.size(), 0);
    QCOMPARE(world.store.outboxCount(), 0);
}

HOMEROOM_TEST_MAIN(EditAgainTest)
#include "editagaintest.moc"
