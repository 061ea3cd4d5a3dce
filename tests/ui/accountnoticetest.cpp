// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell.h"
#include "app/syncstatusline.h"
#include "tests/support/activewindow.h"
#include "tests/support/screenwords.h"
#include "tests/support/testmain.h"
#include "tests/support/uifixture.h"
#include "ui/editing/sentences.h"
#include "ui/frame/rail.h"
#include "ui/frame/statusline.h"
#include "ui/language/language.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

/// The window of somebody whose account is deactivated.
class AccountNoticeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_shell.reset(); }
    void itStandsInPlaceOfEveryPage();
    void itSaysWhatWasNotSent_data();
    void itSaysWhatWasNotSent();
    void itLeadsToWhatCanBeDone();
    void openedAgainThePageThatWasShownIsBack();
    void theStatusLineSaysSoWhateverTheLastSessionDid();
    void itFollowsTheLanguage();

private:
    AccountNotice* notice() { return m_shell->window().findChild<AccountNotice*>(); }
    QString shownWords();

    Language m_language{}; // its English has the plural forms
    UiFixture m_fixture{UserRole::Tutor};
    QTemporaryDir m_folder{};
    Settings m_settings{m_folder.filePath(u"settings.ini"_s)};
    Shortcuts m_shortcuts{};
    std::unique_ptr<Shell> m_shell{};
};

void AccountNoticeTest::init()
{
    m_language.setLanguage(UiLanguage::English);
    m_shell = std::make_unique<Shell>(m_fixture.context(), m_shortcuts, m_settings);
    makeActive(m_shell->window());
    m_shell->window().showPage(u"customers"_s);
}

QString AccountNoticeTest::shownWords()
{
    QStringList words;
    for (const QWidget* widget : m_shell->window().findChildren<QWidget*>()) {
        if (widget->isVisible() && !wordsOf(widget).isEmpty())
            words.append(wordsOf(widget));
    }
    return words.join(u'\n');
}

void AccountNoticeTest::itStandsInPlaceOfEveryPage()
{
    QVERIFY(shownWords().contains(u"New lead"_s));
    m_shell->setDeactivated(AccountNotice::Unsent{});
    QVERIFY(m_shell->isDeactivated() && notice()->isVisible());
    for (int page = 0; page < 9; ++page)
        QTest::keyClick(&m_shell->window(), Qt::Key(Qt::Key_1 + page), Qt::ControlModifier);
    QTest::keyClick(&m_shell->window(), Qt::Key_N);
    QVERIFY(notice()->isVisible());
    QVERIFY2(!shownWords().contains(u"New lead"_s), qPrintable(shownWords()));
    QVERIFY(!QApplication::activeModalWidget());
    m_shell->openCustomer(m_fixture.store.ids().next(), {});
    QVERIFY(!m_shell->window().isPanelShown());
}

void AccountNoticeTest::itSaysWhatWasNotSent_data()
{
    QTest::addColumn<AccountNotice::Unsent>("unsent");
    QTest::addColumn<QString>("says");
    QTest::addColumn<bool>("centre");
    QTest::newRow("nothing") << AccountNotice::Unsent{} << u"Nothing on this computer waits"_s
                             << false;
    QTest::newRow("waiting") << AccountNotice::Unsent{3, 0, true}
                             << u"3 changes of this computer were not sent yet"_s << true;
    QTest::newRow("too late") << AccountNotice::Unsent{1, 0, false}
                              << u"1 change of this computer was not sent, and"_s << true;
    QTest::newRow("refused") << AccountNotice::Unsent{0, 2}
                             << u"2 changes of this computer were refused"_s << true;
}

void AccountNoticeTest::itSaysWhatWasNotSent()
{
    QFETCH(AccountNotice::Unsent, unsent);
    QFETCH(QString, says);
    QFETCH(bool, centre);
    m_shell->setDeactivated(unsent);
    QVERIFY2(shownWords().contains(u"Your account was deactivated."_s), qPrintable(shownWords()));
    QVERIFY2(shownWords().contains(says), qPrintable(shownWords()));
    QCOMPARE(notice()->actionButton().isVisible(), centre);
}

void AccountNoticeTest::itLeadsToWhatCanBeDone()
{
    m_shell->setDeactivated(AccountNotice::Unsent{1});
    QSignalSpy centre(&m_shell->window(), &MainWindow::syncCentreRequested);
    QSignalSpy sync(m_shell.get(), &Shell::syncRequested);
    QSignalSpy signIn(m_shell.get(), &Shell::signInRequested);
    notice()->actionButton().click();
    notice()->otherButton().click();
    m_shell->setDeactivated(AccountNotice::Unsent{1, 0, false, false});
    notice()->otherButton().click();
    QCOMPARE(
        QList<qsizetype>({centre.size(), sync.size(), signIn.size()}), QList<qsizetype>({1, 1, 1}));
}

void AccountNoticeTest::openedAgainThePageThatWasShownIsBack()
{
    m_shell->setDeactivated(AccountNotice::Unsent{});
    m_shell->setDeactivated({});
    QVERIFY(!m_shell->isDeactivated());
    QCOMPARE(m_shell->window().currentPage(), u"customers"_s);
    QVERIFY(shownWords().contains(u"New lead"_s));
    m_shell->setDeactivated(AccountNotice::Unsent{});
    m_shell->window().showPage(u"board"_s);
    m_shell->setDeactivated({});
    QCOMPARE(m_shell->window().currentPage(), u"board"_s);
}

void AccountNoticeTest::theStatusLineSaysSoWhateverTheLastSessionDid()
{
    StatusLine& line = m_shell->window().statusLine();
    for (const SyncActivity activity : {SyncActivity::Idle, SyncActivity::Offline,
             SyncActivity::Syncing, SyncActivity::SignInNeeded}) {
        const SyncStatus status{.activity = activity, .syncedAt = 1764000000000};
        showSyncStatus(line, status, 0, QTimeZone::utc(), status.syncedAt, true);
        QCOMPARE(line.syncText(), u"Account deactivated"_s);
        QVERIFY(line.syncReason().contains(u"Ask your team lead"_s));
    }
    // A refused session says the same to who signs in.
    QCOMPARE(sentenceFor({ErrorCode::Unauthorized, {}, u"active"_s}), deactivatedSentence());
}

void AccountNoticeTest::itFollowsTheLanguage()
{
    m_shell->setDeactivated(AccountNotice::Unsent{3});
    m_language.setLanguage(UiLanguage::Chinese);
    QCoreApplication::sendPostedEvents();
    QVERIFY2(shownWords().contains(u"你的账号已停用"_s), qPrintable(shownWords()));
    m_language.setLanguage(UiLanguage::English);
    QCoreApplication::sendPostedEvents();
    QVERIFY(shownWords().contains(u"Your account was deactivated."_s));
}

HOMEROOM_TEST_MAIN(AccountNoticeTest)
#include "accountnoticetest.moc"
