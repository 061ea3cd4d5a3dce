// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell.h"
#include "tests/support/synccentrepageobject.h"
#include "tests/support/testmain.h"

#include <QtTest/QtTest>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

/// The keys that a message names work wherever the message is read.
class UndoKeysTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDecisionIsTakenBackInTheSyncCentre();
    void aSentDecisionStaysAndTheSentenceSaysWhatToDo();
};

void UndoKeysTest::aDecisionIsTakenBackInTheSyncCentre()
{
    CentreWorld world;
    QTemporaryDir folder;
    Settings settings(folder.filePath(u"settings.ini"_s));
    Shell shell(world.context, world.shortcuts, settings);
    shell.window().show();
    world.isDisputed(u"phone"_s, {{u"mine"_s, u"+8613900000001"_s}, {u"theirs"_s, u""_s}});
    CentrePage centre(world);
    shell.bindUndo(centre.widget());
    centre.presses(Qt::Key_1);
    centre.presses(Qt::Key_Return);
    QTRY_COMPARE(world.family().phone, u"+8613900000001"_s);
    centre.presses(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(world.family().phone, QString());
    centre.presses(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(world.family().phone, u"+8613900000001"_s);
}

void UndoKeysTest::aSentDecisionStaysAndTheSentenceSaysWhatToDo()
{
    CentreWorld world;
    world.isDisputed(u"phone"_s, {{u"mine"_s, u"+8613900000001"_s}, {u"theirs"_s, u""_s}});
    CentrePage centre(world);
    centre.presses(Qt::Key_1);
    centre.presses(Qt::Key_Return);
    QTRY_COMPARE(world.family().phone, u"+8613900000001"_s);
    const auto sent = world.store.store().write([](Database& database) -> Result<ChangeSet> {
        database.execute("UPDATE outbox SET state = 'sent', mid = n");
        return ChangeSet{};
    });
    QVERIFY(sent.result().ok());
    QSignalSpy refused(&world.desk, &EditDesk::refused);
    world.desk.undo();
    QTRY_COMPARE(refused.size(), 1);
    const QString sentence = refused.first().first().toString();
    QVERIFY2(sentence.contains(u"cannot be taken back"_s) && sentence.contains(u"edit the field"_s),
        qPrintable(sentence));
    QCOMPARE(world.family().phone, u"+8613900000001"_s);
}

HOMEROOM_TEST_MAIN(UndoKeysTest)
#include "undokeystest.moc"
