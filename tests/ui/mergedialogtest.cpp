// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handover/mergedialog.h"
#include "models/store/records.h"
#include "tests/support/activewindow.h"
#include "tests/support/deedsworld.h"
#include "tests/support/testmain.h"
#include "ui/language/language.h"
#include "ui/synccentre/choicecard.h"

#include <QPushButton>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

/// Whether one sees which families one is about to merge, and how it goes.
class MergeDialogTest : public QObject, private DeedsWorld {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_language.setLanguage(UiLanguage::English); }
    void init() { open(); }
    void cleanup() { close(); }
    void eachSideSaysWhoseItIsAndWhatItHolds();
    void itSaysWhichRecordStays();
    void keysChooseTheOneThatStays();
    void aSilentServerIsWaitedForInSight();
    void whoStopsWaitingIsToldAllTheSame();

private:
    Language m_language{}; // its English has the plural forms
};

void MergeDialogTest::eachSideSaysWhoseItIsAndWhatItHolds()
{
    const auto told = m_world->store.store().write([this](Database& database) -> Result<ChangeSet> {
        // As the server sends them: masked, and to another's name.
        for (auto customer :
            {findRecord<Customer>(database, m_first), findRecord<Customer>(database, m_second)}) {
            if (customer->id == m_first)
                customer->phone = u"+86138****2046"_s;
            else
                customer->owner = m_colleague;
            RecordTable(database, recordTypeOf<Customer>()).put(toRow(*customer));
        }
        return ChangeSet{};
    });
    QVERIFY(told.result().ok());
    for (const QString& name : {u"小明"_s, u"小红"_s})
        m_world->families.put(Student{.customer = m_first, .name = name, .grade = 3});
    m_world->families.put(FollowUp{.customer = m_first, .text = u"called"_s});
    MergeDialog* dialog = m_deeds->openMerge({m_first, m_second});
    const ChoiceCard::Content& first = dialog->card(0).content();
    QCOMPARE(first.value, u"王芳 · 138****2046"_s);
    QVERIFY2(first.who.contains(u"小明 Grade 3, 小红 Grade 3"_s), qPrintable(first.who));
    QVERIFY2(first.who.contains(u"0 cards · 1 follow-up"_s), qPrintable(first.who));
    const ChoiceCard::Content& second = dialog->card(1).content();
    QVERIFY2(second.who.contains(u"Kept by 范琳"_s), qPrintable(second.who));
    QVERIFY2(second.who.contains(u"No child written down"_s), qPrintable(second.who));
}

void MergeDialogTest::itSaysWhichRecordStays()
{
    QVERIFY(m_world->families.set(m_first, &Customer::phone, u"+8613800002046"_s));
    MergeDialog* dialog = m_deeds->openMerge({m_first, m_second});
    QVERIFY(dialog->outcome().startsWith(u"«王芳 · 138 0000 2046» stays. «李娜» goes into it"_s));
    QVERIFY(!dialog->outcome().contains(u"guardian"_s));
    dialog->card(1).click();
    QVERIFY(dialog->outcome().startsWith(u"«李娜» stays."_s));
    QVERIFY(m_world->families.set(m_second, &Customer::phone, u"+8613800001111"_s));
    MergeDialog* numbers = m_deeds->openMerge({m_first, m_second});
    QVERIFY(numbers->outcome().contains(u"guardian"_s));
}

void MergeDialogTest::keysChooseTheOneThatStays()
{
    MergeDialog* dialog = m_deeds->openMerge({m_first, m_second});
    makeActive(*dialog);
    QCOMPARE(dialog->winner(), RecordId(m_first));
    QTest::keyClick(dialog->focusWidget(), Qt::Key_2);
    QCOMPARE(dialog->winner(), RecordId(m_second));
    QVERIFY(dialog->card(1).isChecked() && !dialog->card(0).isChecked());
    QTest::keyClick(dialog->focusWidget(), Qt::Key_2);
    QVERIFY(dialog->card(1).isChecked());
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_server->families.front().customer, RecordId(m_second));
}

void MergeDialogTest::aSilentServerIsWaitedForInSight()
{
    m_server->silent = true;
    m_server->refusal = Error{ErrorCode::Timeout, {}};
    MergeDialog* dialog = m_deeds->openMerge({m_first, m_second});
    dialog->setPatience(std::chrono::milliseconds(0), std::chrono::hours(1));
    QCOMPARE(dialog->busyText(), QString());
    dialog->acceptButton().click();
    QTRY_COMPARE(dialog->busyText(), u"Waiting for the server…"_s);
    QVERIFY(dialog->cancelButton().isEnabled() && !dialog->acceptButton().isEnabled());
    dialog->setBusy(false);
    dialog->setPatience(std::chrono::hours(1), std::chrono::milliseconds(0));
    dialog->setBusy(true);
    QTRY_VERIFY(dialog->busyText().contains(u"has not answered yet"_s));
    m_server->speak();
    QCOMPARE(dialog->busyText(), QString());
    QVERIFY(dialog->acceptButton().isEnabled());
}

void MergeDialogTest::whoStopsWaitingIsToldAllTheSame()
{
    m_server->silent = true;
    QSignalSpy undoable(m_deeds, &FamilyDeeds::undoable);
    const QPointer<MergeDialog> dialog = m_deeds->openMerge({m_first, m_second});
    dialog->acceptButton().click();
    QTest::keyClick(dialog.data(), Qt::Key_Escape);
    QTRY_VERIFY(!dialog);
    m_server->speak();
    QCOMPARE(undoable.size(), 1);
}

HOMEROOM_TEST_MAIN(MergeDialogTest)
#include "mergedialogtest.moc"
