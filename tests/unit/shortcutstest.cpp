// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/shortcuts.h"
#include "tests/support/testmain.h"

using namespace homeroom;
using namespace Qt::StringLiterals;

class ShortcutsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void defaultKeysDoNotCollide();
    void everyLineHasAKeyAWordAndItsOwnName();
    void aKeyOfAnOuterScopeCollidesInside();
    void keysOfNeighbouringScopesDoNot();
    void aKeyTakenAwayCollidesWithNothing();
    void changesComeBackFromTheSettings();
    void unknownNamesInSettingsAreLeftOut();
    void resettingBringsTheDefaultsBack();
};

void ShortcutsTest::defaultKeysDoNotCollide()
{
    const Shortcuts shortcuts;
    QCOMPARE(shortcuts.collisions(), QList<ShortcutCollision>());
}

void ShortcutsTest::everyLineHasAKeyAWordAndItsOwnName()
{
    const Shortcuts shortcuts;
    QSet<QString> names;
    QSet<QString> told;
    int index = 0;
    for (const ShortcutLine& line : shortcutTable()) {
        QCOMPARE(int(line.command), index++);
        QVERIFY2(!shortcuts.keys(line.command).isEmpty(), line.name);
        QVERIFY2(!shortcutText(line).isEmpty(), line.name);
        QVERIFY2(!told.contains(shortcutTextAlone(line)), line.name); // a list of them tells apart
        told.insert(shortcutTextAlone(line));
        QCOMPARE(shortcuts.keys(line.command).toString(QKeySequence::PortableText),
            QString(QLatin1StringView(line.keys)));
        names.insert(QLatin1StringView(line.name));
    }
    QCOMPARE(names.size(), index);
}

void ShortcutsTest::aKeyOfAnOuterScopeCollidesInside()
{
    Shortcuts shortcuts;
    shortcuts.setKeys(Command::Column3, QKeySequence(u"J"_s));
    QCOMPARE(shortcuts.collisions(), (QList<ShortcutCollision>{{Command::Next, Command::Column3}}));
    shortcuts.setKeys(Command::Column3, QKeySequence(u"F5"_s));
    QCOMPARE(
        shortcuts.collisions(), (QList<ShortcutCollision>{{Command::SyncNow, Command::Column3}}));
}

void ShortcutsTest::keysOfNeighbouringScopesDoNot()
{
    const Shortcuts shortcuts;
    QCOMPARE(shortcuts.keys(Command::Column1), shortcuts.keys(Command::Result1));
    QVERIFY(!scopesOverlap(ShortcutScope::Board, ShortcutScope::CallFlow));
    QVERIFY(!scopesOverlap(ShortcutScope::Board, ShortcutScope::Panel));
    QVERIFY(scopesOverlap(ShortcutScope::Board, ShortcutScope::Records));
    QVERIFY(scopesOverlap(ShortcutScope::CallFlow, ShortcutScope::Everywhere));
}

void ShortcutsTest::aKeyTakenAwayCollidesWithNothing()
{
    Shortcuts shortcuts;
    shortcuts.setKeys(Command::Undo, {});
    shortcuts.setKeys(Command::Redo, {});
    QCOMPARE(shortcuts.collisions(), QList<ShortcutCollision>());
    QCOMPARE(shortcuts.keyText(Command::Undo), QString());
}

void ShortcutsTest::changesComeBackFromTheSettings()
{
    Shortcuts shortcuts;
    shortcuts.setKeys(Command::SyncNow, QKeySequence(u"Ctrl+J"_s));
    shortcuts.setKeys(Command::Lock, {});
    Shortcuts next;
    next.setChanges(shortcuts.changes());
    QCOMPARE(next.keys(Command::SyncNow), QKeySequence(u"Ctrl+J"_s));
    QVERIFY(next.keys(Command::Lock).isEmpty());
    QCOMPARE(next.keys(Command::Undo), QKeySequence(u"Ctrl+Z"_s));
    QCOMPARE(next.changes().size(), 2);
}

void ShortcutsTest::unknownNamesInSettingsAreLeftOut()
{
    Shortcuts shortcuts;
    shortcuts.setChanges({{u"fromlater"_s, u"Ctrl+Y"_s}});
    QVERIFY(shortcuts.changes().isEmpty());
}

void ShortcutsTest::resettingBringsTheDefaultsBack()
{
    Shortcuts shortcuts;
    shortcuts.setKeys(Command::SyncNow, QKeySequence(u"F7"_s));
    const QSignalSpy changed(&shortcuts, &Shortcuts::changed);
    shortcuts.resetKeys();
    QCOMPARE(shortcuts.keys(Command::SyncNow), QKeySequence(u"F5"_s));
    QCOMPARE(changed.count(), 1);
}

HOMEROOM_TEST_MAIN(ShortcutsTest)
#include "shortcutstest.moc"
