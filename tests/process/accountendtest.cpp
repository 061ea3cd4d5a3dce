// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compositionroot.h"
#include "tests/support/programs.h"
#include "tests/support/shownwindow.h"
#include "tests/support/testmain.h"
#include "ui/frame/accountnotice.h"
#include "ui/frame/statusline.h"
#include "ui/widgets/windowquestions.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

/// How a person leaves: by signing out, or because the account was deactivated.
class AccountEndTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void signingOutAsksNothingWhereNothingWaits();
    void signingOutAsksWhereEditsWait();
    void anOpenWindowSaysThatTheAccountIsDeactivated();
    void theNextStartSaysSo();

private:
    StartOptions options() const;
    Ended ctl(const QStringList& words) const { return m_control.run(m_user.name, words); }

    QTemporaryDir m_folder;
    ServerProcess m_server{m_folder.path()};
    ControlProgram m_control{m_folder.path()};
    DemoUser m_user;
};

void AccountEndTest::initTestCase()
{
    QCOMPARE(m_server.demo(11).code, 0);
    QVERIFY(m_server.start());
    m_user = m_server.first(u"tutor"_s);
    QVERIFY(m_control.join(m_server.url(), m_user));
}

void AccountEndTest::cleanupTestCase()
{
    QCOMPARE(m_server.stop(), 0);
}

StartOptions AccountEndTest::options() const
{
    StartOptions options;
    options.folder = m_control.folderOf(m_user.name);
    options.passphrase = testPassphrase;
    return options;
}

void AccountEndTest::signingOutAsksNothingWhereNothingWaits()
{
    {
        CompositionRoot root(*qApp, options());
        root.start();
        QTRY_VERIFY_WITH_TIMEOUT(shownWindow<MainWindow>(), programPatience);
        Q_EMIT shownWindow<MainWindow>()->signOutRequested();
        QTRY_VERIFY_WITH_TIMEOUT(shownWindow<SignInDialog>(), programPatience);
        QVERIFY(!shownWindow<ConfirmDialog>());
        QVERIFY(!shownWindow<MainWindow>());
        shownWindow<SignInDialog>()->reject();
    }
    QCOMPARE(m_control.login(m_server.url(), m_user).code, 0);
}

void AccountEndTest::signingOutAsksWhereEditsWait()
{
    QCOMPARE(m_server.stop(), 0);
    QCOMPARE(ctl({u"add"_s, u"customer"_s, u"name=Li"_s}).code, 0);
    {
        CompositionRoot root(*qApp, options());
        root.start();
        QTRY_VERIFY_WITH_TIMEOUT(shownWindow<MainWindow>(), programPatience);
        Q_EMIT shownWindow<MainWindow>()->signOutRequested();
        QTRY_VERIFY_WITH_TIMEOUT(shownWindow<ConfirmDialog>(), programPatience);
        ConfirmDialog* question = shownWindow<ConfirmDialog>();
        QVERIFY(question->accessibleDescription().startsWith(u"1 change has not been sent yet."_s));
        QVERIFY(question->noButton().isDefault());
        QTest::keyClick(question, Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(!shownWindow<ConfirmDialog>(), programPatience);
        QVERIFY(shownWindow<MainWindow>() && !shownWindow<SignInDialog>());
        Q_EMIT shownWindow<MainWindow>()->signOutRequested();
        QTRY_VERIFY_WITH_TIMEOUT(shownWindow<ConfirmDialog>(), programPatience);
        shownWindow<ConfirmDialog>()->yesButton().click();
        QTRY_VERIFY_WITH_TIMEOUT(shownWindow<SignInDialog>(), programPatience);
        QVERIFY(!shownWindow<MainWindow>());
        shownWindow<SignInDialog>()->reject();
    }
    // What the question said: kept, and sent after the next sign-in.
    QCOMPARE(ctl({u"status"_s}).json().value("outbox"_L1).toInt(), 1);
    QVERIFY(m_server.start());
    const DemoUser other = m_server.beside(m_user, u"tutor"_s);
    QVERIFY(ctl({u"login"_s, u"--server"_s, m_server.url(), u"--user"_s, other.name}).code != 0);
    QCOMPARE(m_control.login(m_server.url(), m_user).code, 0);
    QCOMPARE(ctl({u"sync"_s}).json().value("pushed"_L1).toInt(), 1);
}

void AccountEndTest::anOpenWindowSaysThatTheAccountIsDeactivated()
{
    CompositionRoot root(*qApp, options());
    root.start();
    QTRY_VERIFY_WITH_TIMEOUT(shownWindow<MainWindow>(), programPatience);
    MainWindow& window = *shownWindow<MainWindow>();
    QVERIFY(!window.findChild<AccountNotice*>());
    QVERIFY(m_control.join(m_server.url(), m_server.first(u"admin"_s)));
    const DemoUser admin = m_server.first(u"admin"_s);
    QCOMPARE(m_control.run(admin.name, {u"deactivate"_s, m_user.name}).code, 0);
    QTRY_VERIFY_WITH_TIMEOUT(window.findChild<AccountNotice*>(), programPatience);
    QVERIFY(window.findChild<AccountNotice*>()->isVisible());
    QCOMPARE(window.statusLine().syncText(), u"Account deactivated"_s);
    window.close();
}

void AccountEndTest::theNextStartSaysSo()
{
    QCOMPARE(m_server.stop(), 0);
    CompositionRoot root(*qApp, options());
    root.start();
    QTRY_VERIFY_WITH_TIMEOUT(shownWindow<MainWindow>(), programPatience);
    MainWindow& window = *shownWindow<MainWindow>();
    QVERIFY(window.findChild<AccountNotice*>() && window.findChild<AccountNotice*>()->isVisible());
    QCOMPARE(window.statusLine().syncText(), u"Account deactivated"_s);
    QVERIFY(m_server.start());
}

HOMEROOM_TEST_MAIN(AccountEndTest)
#include "accountendtest.moc"
