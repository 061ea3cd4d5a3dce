// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/memorywindowsettings.h"
#include "tests/support/testmain.h"
#include "ui/frame/mainwindow.h"
#include "ui/frame/rail.h"
#include "ui/frame/railbutton.h"
#include "ui/frame/shortcutsheet.h"
#include "ui/frame/statusline.h"
#include "ui/widgets/toast.h"

#include <QtWidgets/QtWidgets>

using namespace homeroom;
using namespace Qt::StringLiterals;

namespace {

/// A window with three pages, as a person uses it.
struct Frame {
    explicit Frame(const Theme& theme) : window(theme, shortcuts, settings)
    {
        for (const QString& id : {u"today"_s, u"board"_s, u"customers"_s}) {
            auto* page = new QLineEdit;
            pages.append(page);
            window.addPage({id, Icon::Board, [this, id] { return prefix + id; }, page,
                {ShortcutScope::Records}});
        }
        window.show();
        window.activateWindow();
    }

    Shortcuts shortcuts;
    test::MemoryWindowSettings settings;
    QString prefix;
    QList<QLineEdit*> pages;
    MainWindow window;
};

} // namespace

class FrameTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void controlAndADigitShowThePage();
    void changedKeysAreHeardAtOnce();
    void railShowsThePageThatIsClicked();
    void railIsFoldedByKeyAndRemembersIt();
    void pageTitlesFollowTheLanguage();
    void panelKeepsItsWidth();
    void hidingThePanelGivesTheFocusToThePage();
    void questionMarkShowsTheKeysOfThePage();
    void plainLettersAreLeftToTextFields();
    void keyOfTheMessageMovesTheFocusToIt();
    void statusTellsStateInWords_data();
    void statusTellsStateInWords();
    void statusPartsLeadToTheSyncCentre();
    void userMenuAsksForTheThree();
    void everyControlHasAName();

private:
    Theme m_theme{*qApp, [] { return Scheme::Light; }};
};

void FrameTest::controlAndADigitShowThePage()
{
    Frame frame(m_theme);
    QVERIFY(QTest::qWaitForWindowActive(&frame.window));
    const QSignalSpy shown(&frame.window, &MainWindow::pageShown);
    QCOMPARE(frame.window.currentPage(), u"today"_s);
    QTest::keyClick(&frame.window, Qt::Key_3, Qt::ControlModifier);
    QCOMPARE(frame.window.currentPage(), u"customers"_s);
    QVERIFY(frame.pages.at(2)->hasFocus());
    QTest::keyClick(&frame.window, Qt::Key_9, Qt::ControlModifier);
    QCOMPARE(frame.window.currentPage(), u"customers"_s);
    QCOMPARE(shown.count(), 1);
}

void FrameTest::changedKeysAreHeardAtOnce()
{
    Frame frame(m_theme);
    QVERIFY(QTest::qWaitForWindowActive(&frame.window));
    frame.shortcuts.setKeys(Command::Page2, QKeySequence(u"Ctrl+E"_s));
    QTest::keyClick(&frame.window, Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(frame.window.currentPage(), u"today"_s);
    QTest::keyClick(&frame.window, Qt::Key_E, Qt::ControlModifier);
    QCOMPARE(frame.window.currentPage(), u"board"_s);
}

void FrameTest::railShowsThePageThatIsClicked()
{
    Frame frame(m_theme);
    auto* button = frame.window.rail().findChild<RailButton*>(u"board"_s);
    QVERIFY(button);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(frame.window.currentPage(), u"board"_s);
    QVERIFY(button->isChecked());
}

void FrameTest::railIsFoldedByKeyAndRemembersIt()
{
    Frame frame(m_theme);
    QVERIFY(QTest::qWaitForWindowActive(&frame.window));
    QTest::keyClick(&frame.window, Qt::Key_B, Qt::ControlModifier);
    QVERIFY(frame.window.rail().isFolded());
    QVERIFY(frame.settings.railFolded());
    QCOMPARE(frame.window.rail().width(), sizes::railFolded);
    const auto* button = frame.window.rail().findChild<RailButton*>(u"board"_s);
    QVERIFY2(button->toolTip().contains(u"board"_s), "folded, the word must be in the tool tip");
}

void FrameTest::pageTitlesFollowTheLanguage()
{
    Frame frame(m_theme);
    frame.prefix = u"zh "_s;
    QEvent event(QEvent::LanguageChange);
    QCoreApplication::sendEvent(&frame.window, &event);
    QCOMPARE(frame.window.rail().findChild<RailButton*>(u"board"_s)->text(), u"zh board"_s);
    QVERIFY(frame.window.windowTitle().contains(u"zh today"_s));
}

void FrameTest::panelKeepsItsWidth()
{
    Frame frame(m_theme);
    frame.settings.setPanelWidth(420);
    auto* panel = new QLabel(u"panel"_s);
    frame.window.setPanel(panel);
    QVERIFY(!frame.window.isPanelShown());
    frame.window.showPanel();
    QVERIFY(panel->isVisible());
    auto* splitter = frame.window.findChild<QSplitter*>();
    QCOMPARE(splitter->sizes().at(1), 420);
    Q_EMIT splitter->splitterMoved(0, 1);
    QCOMPARE(frame.settings.panelWidth(), panel->parentWidget()->width());
}

void FrameTest::hidingThePanelGivesTheFocusToThePage()
{
    Frame frame(m_theme);
    QVERIFY(QTest::qWaitForWindowActive(&frame.window));
    auto* panel = new QLineEdit;
    frame.window.setPanel(panel);
    frame.window.showPanel();
    panel->setFocus();
    const QSignalSpy hidden(&frame.window, &MainWindow::panelHidden);
    frame.window.hidePanel();
    QVERIFY(frame.pages.at(0)->hasFocus());
    QCOMPARE(hidden.count(), 1);
}

void FrameTest::questionMarkShowsTheKeysOfThePage()
{
    Frame frame(m_theme);
    QVERIFY(QTest::qWaitForWindowActive(&frame.window));
    frame.window.rail().findChild<RailButton*>(u"today"_s)->setFocus();
    // Without Shift: desktops offer «?» both ways, the offscreen platform only as it is written.
    QTest::keyClick(&frame.window, Qt::Key_Question);
    auto* sheet = frame.window.findChild<ShortcutSheet*>();
    QVERIFY(sheet);
    QStringList words;
    for (const auto* label : sheet->findChildren<QLabel*>())
        words.append(label->text());
    QVERIFY(words.contains(u"Lists and cards"_s));
    QVERIFY(!words.contains(u"Board"_s));
    QVERIFY(words.contains(u"Ctrl+1 … Ctrl+9"_s));
}

void FrameTest::plainLettersAreLeftToTextFields()
{
    Frame frame(m_theme);
    QVERIFY(QTest::qWaitForWindowActive(&frame.window));
    int next = 0;
    frame.shortcuts.bind(Command::Next, frame.window, [&next] { ++next; });
    frame.pages.at(0)->setFocus();
    QTest::keyClick(frame.pages.at(0), Qt::Key_J);
    QCOMPARE(next, 0);
    QCOMPARE(frame.pages.at(0)->text(), u"j"_s);
    auto* button = frame.window.rail().findChild<RailButton*>(u"today"_s);
    button->setFocus();
    QTest::keyClick(button, Qt::Key_J);
    QCOMPARE(next, 1);
}

void FrameTest::keyOfTheMessageMovesTheFocusToIt()
{
    Frame frame(m_theme);
    QVERIFY(QTest::qWaitForWindowActive(&frame.window));
    int undone = 0;
    frame.window.toast().present({u"Moved"_s, u"Undo"_s, {}, [&undone] { ++undone; }});
    QTest::keyClick(&frame.window, Qt::Key_F6);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QCOMPARE(undone, 1);
}

void FrameTest::statusTellsStateInWords_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<QDateTime>("asOf");
    QTest::addColumn<QString>("words");
    const QDateTime today(QDate(2025, 11, 20), QTime(19, 42));
    QTest::newRow("never") << int(Freshness::Never) << QDateTime() << u"Not synced yet"_s;
    QTest::newRow("today") << int(Freshness::Synced) << today << u"Synced 19:42"_s;
    QTest::newRow("yesterday") << int(Freshness::Synced) << today.addDays(-1)
                               << u"Synced 11-19 19:42"_s;
    QTest::newRow("syncing") << int(Freshness::Syncing) << today << u"Syncing…"_s;
    QTest::newRow("offline") << int(Freshness::Offline) << today << u"Offline · as of 19:42"_s;
    QTest::newRow("offline from the start")
        << int(Freshness::Offline) << QDateTime() << u"Offline"_s;
    QTest::newRow("troubled") << int(Freshness::Troubled) << today
                              << u"Cannot sync · as of 19:42"_s;
    QTest::newRow("failed") << int(Freshness::Failed) << today << u"Sign in again · as of 19:42"_s;
}

void FrameTest::statusTellsStateInWords()
{
    QFETCH(int, state);
    QFETCH(QDateTime, asOf);
    QFETCH(QString, words);
    StatusLine line(m_theme);
    line.setSync(static_cast<Freshness>(state), asOf, QDate(2025, 11, 20));
    QCOMPARE(line.syncText(), words);
}

void FrameTest::statusPartsLeadToTheSyncCentre()
{
    StatusLine line(m_theme);
    line.setWaiting(3);
    line.setToDecide(1);
    line.setAttention(2);
    const QSignalSpy requested(&line, &StatusLine::syncCentreRequested);
    QStringList words;
    for (auto* part : line.findChildren<QPushButton*>()) {
        if (part->isHidden())
            continue;
        words.append(part->accessibleName());
        part->click();
    }
    QCOMPARE(words,
        (QStringList{
            u"Not synced yet"_s, u"3 waiting"_s, u"1 to decide"_s, u"2 need attention"_s}));
    QCOMPARE(requested.count(), 4);
    line.setToDecide(0);
    QCOMPARE(line.toDecideText(), QString());
    QCOMPARE(line.attentionText(), u"2 need attention"_s);
    line.setAttention(0);
    QCOMPARE(line.attentionText(), QString());
}

void FrameTest::userMenuAsksForTheThree()
{
    Frame frame(m_theme);
    const QSignalSpy settings(&frame.window, &MainWindow::settingsRequested);
    const QSignalSpy lock(&frame.window, &MainWindow::lockRequested);
    const QSignalSpy signOut(&frame.window, &MainWindow::signOutRequested);
    for (QAction* action : frame.window.rail().userMenu().actions())
        action->trigger();
    QCOMPARE(settings.count() + lock.count() * 10 + signOut.count() * 100, 111);
}

void FrameTest::everyControlHasAName()
{
    Frame frame(m_theme);
    frame.window.setUser(u"Lin Xiaoxiao"_s, u"Tutor"_s);
    for (auto* button : frame.window.findChildren<QAbstractButton*>()) {
        if (!button->isVisible())
            continue;
        QAccessibleInterface* reader = QAccessible::queryAccessibleInterface(button);
        QVERIFY(reader);
        QVERIFY2(!reader->text(QAccessible::Name).isEmpty(), button->metaObject()->className());
        QVERIFY2(button->focusPolicy() & Qt::TabFocus, button->metaObject()->className());
    }
}

HOMEROOM_TEST_MAIN(FrameTest)
#include "frametest.moc"
