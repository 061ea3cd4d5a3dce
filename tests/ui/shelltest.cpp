// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell.h"
#include "app/syncstatusline.h"
#include "models/store/records.h"
#include "models/values/connectionfault.h"
#include "tests/support/activewindow.h"
#include "tests/support/testmain.h"
#include "tests/support/uifixture.h"
#include "ui/admin/adminpage.h"
#include "ui/board/boardpage.h"
#include "ui/board/boardview.h"
#include "ui/board/cardlist.h"
#include "ui/customers/customerspage.h"
#include "ui/customers/newcustomerdialog.h"
#include "ui/frame/statusline.h"
#include "ui/handover/poolpage.h"
#include "ui/language/language.h"
#include "ui/operations/operationspage.h"
#include "ui/panel/customerpanel.h"
#include "ui/synccentre/synccentredialog.h"
#include "ui/today/todaypage.h"
#include "ui/widgets/toast.h"

#include <QtWidgets/QtWidgets>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

const QStringList everyPage = u"today board customers pool operations users"_s.split(u' ');

/// The whole window of an admin with three families, one user and one team.
struct Window {
    Window()
    {
        for (const QString& name : {u"王芳"_s, u"李强"_s, u"赵敏"_s})
            cards.append(fixture.addFamily(name, u"new"_s));
        Team team;
        team.id = fixture.store.newId<Team>();
        team.name = u"一组"_s;
        User user;
        user.id = fixture.store.newId<User>();
        user.name = u"lin"_s;
        user.displayName = u"林晓晓"_s;
        user.team = team.id;
        added = fixture.store.apply({createMutation(team), createMutation(user)}).ok();
        shell = std::make_unique<Shell>(fixture.context(), shortcuts, settings);
        shell->window().showPage(u"board"_s);
        shell->window().show();
        shell->window().activateWindow();
    }

    void press(int digit)
    {
        QTest::keyClick(&shell->window(), Qt::Key(Qt::Key_0 + digit), Qt::ControlModifier);
    }
    void show(const QString& page) { press(int(everyPage.indexOf(page)) + 1); }
    void visitEverything()
    {
        for (int digit = 1; digit <= everyPage.size(); ++digit)
            press(digit);
        shell->openCustomer(family(), {});
    }
    RecordId family() { return fixture.store.find(cards.first())->customer; }
    /// Everything that is written on the window, hidden or not, with tool tips and the words for
    /// screen readers, in the order the widgets were made.
    QStringList words() const;

    UiFixture fixture{UserRole::Admin};
    QTemporaryDir folder{};
    Settings settings{folder.filePath(u"settings.ini"_s)};
    Shortcuts shortcuts{};
    QList<Id<Opportunity>> cards{};
    std::unique_ptr<Shell> shell{};
    bool added = false;
};

void addWords(QStringList& words, const QWidget& widget)
{
    for (const char* property : {"text", "placeholderText", "title", "toolTip", "accessibleName",
             "accessibleDescription", "windowTitle"}) {
        const QString word = widget.property(property).toString();
        if (!word.isEmpty())
            words.append(word);
    }
    if (const auto* tabs = qobject_cast<const QTabBar*>(&widget)) {
        for (int tab = 0; tab < tabs->count(); ++tab)
            words.append(tabs->tabText(tab));
    }
    if (const auto* view = qobject_cast<const QTableView*>(&widget)) {
        for (int column = 0; column < view->model()->columnCount(); ++column)
            words.append(view->model()->headerData(column, Qt::Horizontal).toString());
    }
}

QStringList Window::words() const
{
    QCoreApplication::sendPostedEvents(); // a change of language reaches windows as an event
    QStringList words;
    addWords(words, shell->window());
    for (const QWidget* widget : shell->window().findChildren<QWidget*>()) {
        // Qt names the arrows of its own tab bars once and for all.
        if (!qobject_cast<QTabBar*>(widget->parentWidget()))
            addWords(words, *widget);
    }
    words.sort(); // a page that was made later stands elsewhere in the tree
    return words;
}

/// Words of `what` that `from` has not, in one line.
QString missing(const QStringList& from, QStringList what)
{
    std::ranges::for_each(from, [&](const QString& word) { what.removeOne(word); });
    return what.join(u" | "_s);
}

} // namespace

/// Pages and the panel are made when they are first shown.
class ShellTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theStartMakesNothingButTheBoard();
    void everyKeyShowsItsPageFilled();
    void aPageIsMadeOnce();
    void keysWithoutAPageChangeNothing();
    void thePanelIsMadeForTheFirstFamily();
    void enterGoesIntoThePanelAndThenIntoTheBox();
    void theKeysOfThePageWorkFromTheFirstMoment();
    void anUndoWithoutAnythingToUndoSaysSo();
    void aNewLeadCanBeWrittenDownBeforeTheTableWasSeen();
    void whoMakesUsersIsToldOfThePage();
    void pagesThatAreThereFollowTheLanguage();
    void pagesMadeAfterASwitchHaveTheNewLanguage();
    void theStatusLineTellsWhyNothingIsSynced_data();
    void theStatusLineTellsWhyNothingIsSynced();
    void refusalsAreNotCountedAsConflicts();
    void aSessionThatEndedIsToldInTheSyncCentre();
    void aRefusedFollowUpOpensItsFamilysBox();
};

void ShellTest::theStatusLineTellsWhyNothingIsSynced_data()
{
    QTest::addColumn<Error>("problem");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("reason");
    QTest::newRow("no network") << Error{ErrorCode::Unavailable, {}} << u"Offline"_s
                                << u"cannot be reached"_s;
    QTest::newRow("stranger") << unsafeConnection(ConnectionFault::Untrusted, {})
                              << u"Cannot sync"_s << u"Nobody this computer trusts"_s;
    QTest::newRow("too old") << Error{ErrorCode::Schema, {}} << u"Cannot sync"_s
                             << u"too old for the server"_s;
    QTest::newRow("full disk") << Error{ErrorCode::Io, {}} << u"Cannot sync"_s
                               << u"check free space"_s;
}

void ShellTest::theStatusLineTellsWhyNothingIsSynced()
{
    QFETCH(Error, problem);
    QFETCH(QString, words);
    QFETCH(QString, reason);
    Window window;
    StatusLine& line = window.shell->window().statusLine();
    SyncStatus status{.activity = SyncActivity::Offline, .problem = problem};
    showSyncStatus(line, status, 0, QTimeZone::utc(), 0);
    QCOMPARE(line.syncText(), words);
    QVERIFY2(line.syncReason().contains(reason), qPrintable(line.syncReason()));
    status = {.activity = SyncActivity::Idle, .syncedAt = 1764000000000};
    showSyncStatus(line, status, 0, QTimeZone::utc(), status.syncedAt);
    QCOMPARE(line.syncReason(), QString());
}

void ShellTest::refusalsAreNotCountedAsConflicts()
{
    Window window;
    StatusLine& line = window.shell->window().statusLine();
    SyncStatus status{.activity = SyncActivity::Idle, .syncedAt = 1764000000000};
    status.counts = {.waiting = 0, .attention = 1};
    showSyncStatus(line, status, 2, QTimeZone::utc(), status.syncedAt);
    QCOMPARE(line.toDecideText(), u"2 to decide"_s);
    QCOMPARE(line.attentionText(), u"1 needs attention"_s);
}

void ShellTest::aSessionThatEndedIsToldInTheSyncCentre()
{
    QVERIFY(syncReason({.activity = SyncActivity::SignInNeeded}).contains(u"password again"_s));
    Window window;
    SyncCentreDialog centre(window.fixture.context());
    makeActive(centre);
    QSignalSpy signIn(&centre, &SyncCentreDialog::signInRequested);
    QSignalSpy sync(&centre, &SyncCentreDialog::syncRequested);
    centre.setSignInNeeded(true);
    QCOMPARE(centre.syncButton().text(), u"Sign in again"_s);
    QTest::keyClick(&centre, Qt::Key_F5);
    QTest::mouseClick(&centre.syncButton(), Qt::LeftButton);
    QCOMPARE(std::pair(signIn.size(), sync.size()), std::pair(qsizetype(2), qsizetype(0)));
    centre.setSignInNeeded(false);
    QTest::mouseClick(&centre.syncButton(), Qt::LeftButton);
    QCOMPARE(sync.size(), 1);
}

void ShellTest::aRefusedFollowUpOpensItsFamilysBox()
{
    Window window;
    RefusedFollowUp refused;
    refused.followUp.customer = Id<Customer>(window.family());
    refused.followUp.text = u"typed on the metro"_s;
    refused.numbers = {7};
    window.shell->editAgain(refused);
    QVERIFY(window.shell->window().isPanelShown());
    auto* box = window.shell->panel().findChild<QPlainTextEdit*>(u"whatHappened"_s);
    QVERIFY(box);
    QCOMPARE(box->toPlainText(), u"typed on the metro"_s);
    QVERIFY(window.shell->window().toast().text().contains(u"stays in the sync centre"_s));
}

void ShellTest::theStartMakesNothingButTheBoard()
{
    Window window;
    QVERIFY(window.added);
    const MainWindow& frame = window.shell->window();
    QCOMPARE(frame.findChildren<BoardPage*>().size(), 1);
    QVERIFY(!frame.findChild<CustomersPage*>());
    QVERIFY(!frame.findChild<PoolPage*>() && !frame.findChild<OperationsPage*>());
    QVERIFY(!frame.findChild<AdminPage*>() && !frame.findChild<CustomerPanel*>());
    QCOMPARE(window.shell->board().model().cardCount(), 3);
}

void ShellTest::everyKeyShowsItsPageFilled()
{
    Window window;
    QVERIFY(QTest::qWaitForWindowActive(&window.shell->window()));
    MainWindow& frame = window.shell->window();
    for (int digit = int(everyPage.size()); digit >= 1; --digit) {
        window.press(digit);
        QCOMPARE(frame.currentPage(), everyPage.at(digit - 1));
        QVERIFY(frame.pageWidget(everyPage.at(digit - 1))->isVisible());
    }
    QTRY_COMPARE(window.shell->customers().model().rowCount(), 3);
    QCOMPARE(window.shell->operations()->section(RecordKind::Stage)->model().rowCount(), 7);
    QCOMPARE(frame.findChild<AdminPage*>()->users().model().rowCount(), 1);
    QCOMPARE(frame.findChild<AdminPage*>()->teams().model().rowCount(), 1);
}

void ShellTest::aPageIsMadeOnce()
{
    Window window;
    QVERIFY(QTest::qWaitForWindowActive(&window.shell->window()));
    for (const int digit : {2, 3, 2, 4, 1, 5, 6, 2, 4, 3, 5, 6, 1})
        window.press(digit);
    const MainWindow& frame = window.shell->window();
    QCOMPARE(frame.findChildren<TodayPage*>().size(), 1);
    QCOMPARE(frame.findChildren<CustomersPage*>().size(), 1);
    QCOMPARE(frame.findChildren<PoolPage*>().size(), 1);
    QCOMPARE(frame.findChildren<OperationsPage*>().size(), 1);
    QCOMPARE(frame.findChildren<AdminPage*>().size(), 1);
}

void ShellTest::keysWithoutAPageChangeNothing()
{
    Window window;
    QVERIFY(QTest::qWaitForWindowActive(&window.shell->window()));
    window.show(u"customers"_s);
    for (int digit = int(everyPage.size()) + 1; digit <= 9; ++digit)
        window.press(digit);
    QCOMPARE(window.shell->window().currentPage(), u"customers"_s);
}

void ShellTest::thePanelIsMadeForTheFirstFamily()
{
    Window window;
    window.shell->openCustomer(window.family(), {});
    QVERIFY(window.shell->window().isPanelShown());
    QCOMPARE(window.shell->panel().customer(), window.family());
    Q_EMIT window.shell->panel().closeRequested();
    QVERIFY(!window.shell->window().isPanelShown());
    QVERIFY(window.shell->panel().customer().isNull());
}

void ShellTest::enterGoesIntoThePanelAndThenIntoTheBox()
{
    Window window;
    MainWindow& frame = window.shell->window();
    makeActive(frame);
    const QList<CardList*> lists = frame.findChildren<CardList*>();
    const auto filled = [&] {
        return std::ranges::find_if(
            lists, [](const CardList* list) { return list->model()->rowCount() > 0; });
    };
    QTRY_VERIFY(filled() != lists.end());
    CardList* list = *filled();
    list->setFocus();
    list->setCurrentIndex(list->model()->index(0, 0));
    QVERIFY(list->hasFocus());
    QVERIFY(!window.shell->board().view().currentCustomer().isNull());
    QTest::keyClick(list, Qt::Key_Space);
    QVERIFY(frame.isPanelShown());
    QVERIFY(list->hasFocus());
    QTest::keyClick(list, Qt::Key_Return);
    QVERIFY(window.shell->panel().hasFocus());
    QTest::keyClick(&window.shell->panel(), Qt::Key_Return);
    auto* box = qobject_cast<QPlainTextEdit*>(QApplication::focusWidget());
    QVERIFY(box && window.shell->panel().isAncestorOf(box));
    QTest::keyClicks(box, u"wants a replay"_s);
    QTest::keyClick(box, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(listRecords<FollowUp>(window.fixture.store.reader()).size(), size_t(1));
    QCOMPARE(listRecords<FollowUp>(window.fixture.store.reader())[0].text, u"wants a replay"_s);
}

void ShellTest::theKeysOfThePageWorkFromTheFirstMoment()
{
    Window window;
    MainWindow& frame = window.shell->window();
    makeActive(frame);
    auto* list = qobject_cast<CardList*>(QApplication::focusWidget());
    QVERIFY(list && list->model()->rowCount() > 0);
    for (const QString& page : {u"customers"_s, u"today"_s, u"board"_s}) {
        window.show(page);
        const QWidget* focus = QApplication::focusWidget();
        QVERIFY(focus && frame.pageWidget(page)->isAncestorOf(focus));
        QVERIFY2(qobject_cast<const QAbstractItemView*>(focus), focus->metaObject()->className());
    }
    QCOMPARE(QApplication::focusWidget(), list);
    QTest::keyClick(list, Qt::Key_Return);
    QVERIFY(window.shell->panel().hasFocus());
    QTest::keyClick(&window.shell->panel(), Qt::Key_Escape);
    QCOMPARE(QApplication::focusWidget(), list);
}

void ShellTest::anUndoWithoutAnythingToUndoSaysSo()
{
    UiFixture fixture{UserRole::Admin};
    Shortcuts shortcuts;
    QTemporaryDir folder;
    Settings settings(folder.filePath(u"settings.ini"_s));
    Shell shell(fixture.context(), shortcuts, settings);
    shell.window().show();
    fixture.context().desk.redo();
    QTRY_COMPARE(shell.window().toast().text(), u"There is nothing to redo."_s);
    while (fixture.store.store().undo().result().ok()) { }
    fixture.context().desk.undo();
    QTRY_COMPARE(shell.window().toast().text(), u"There is nothing to undo."_s);
}

void ShellTest::aNewLeadCanBeWrittenDownBeforeTheTableWasSeen()
{
    Window window;
    Q_EMIT window.shell->board().newLeadRequested();
    QVERIFY(window.shell->window().findChild<NewCustomerDialog*>());
    QCOMPARE(window.shell->window().currentPage(), u"board"_s);
}

void ShellTest::whoMakesUsersIsToldOfThePage()
{
    Window window;
    QVERIFY(QTest::qWaitForWindowActive(&window.shell->window()));
    QList<AdminPage*> told;
    connect(window.shell.get(), &Shell::adminMade, this,
        [&told](AdminPage& page) { told.append(&page); });
    for (const QString& page : {u"users"_s, u"board"_s, u"users"_s})
        window.show(page);
    QCOMPARE(told, QList<AdminPage*>{window.shell->window().findChild<AdminPage*>()});
}

void ShellTest::pagesThatAreThereFollowTheLanguage()
{
    Language language;
    language.setLanguage(UiLanguage::Chinese);
    Window chinese;
    chinese.visitEverything();
    const QStringList expected = chinese.words();
    language.setLanguage(UiLanguage::English);
    Window switched;
    switched.visitEverything();
    QVERIFY(missing(switched.words(), expected).size() > 200);
    language.setLanguage(UiLanguage::Chinese);
    QCOMPARE(missing(switched.words(), expected), QString());
    QCOMPARE(missing(expected, switched.words()), QString());
}

void ShellTest::pagesMadeAfterASwitchHaveTheNewLanguage()
{
    Language language;
    language.setLanguage(UiLanguage::Chinese);
    Window chinese;
    chinese.visitEverything();
    const QStringList expected = chinese.words();
    language.setLanguage(UiLanguage::English);
    Window switched;
    language.setLanguage(UiLanguage::Chinese);
    switched.visitEverything();
    QCOMPARE(missing(switched.words(), expected), QString());
    QCOMPARE(missing(expected, switched.words()), QString());
}

HOMEROOM_TEST_MAIN(ShellTest)
#include "shelltest.moc"
