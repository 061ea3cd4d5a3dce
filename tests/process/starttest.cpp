// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compositionroot.h"
#include "tests/support/programs.h"
#include "tests/support/shownwindow.h"
#include "tests/support/testmain.h"
#include "ui/start/firstsyncdialog.h"
#include "ui/start/unlockdialog.h"

#include <QLineEdit>
#include <QTemporaryDir>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

/// The way from the first start to the window, against the real server: nothing on it ends the
/// program, and what was started once starts again.
class StartTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void theFirstStartAsksSyncsAndOpensTheWindow();
    void aWrongPasswordSaysSoAndLeavesOtherFilesAlone();
    void theNextStartUnlocks();
    void lockingAsksForThePassphrase();
    void theNextStartNeedsNoServer();

private:
    StartOptions options(const QString& passphrase = {}) const;
    void fillSignIn(SignInDialog& dialog, const QString& password);

    QTemporaryDir m_folder;
    ServerProcess m_server{m_folder.path()};
    DemoUser m_user;
};

void StartTest::initTestCase()
{
    QCOMPARE(m_server.demo(7).code, 0);
    QVERIFY(m_server.start());
    m_user = m_server.first(u"tutor"_s);
    QVERIFY(QDir().mkpath(m_folder.filePath(u"profile"_s)));
}

void StartTest::cleanupTestCase()
{
    QCOMPARE(m_server.stop(), 0);
}

StartOptions StartTest::options(const QString& passphrase) const
{
    StartOptions options;
    options.folder = m_folder.filePath(u"profile"_s);
    options.passphrase = passphrase;
    return options;
}

void StartTest::fillSignIn(SignInDialog& dialog, const QString& password)
{
    const QList<QLineEdit*> fields = dialog.findChildren<QLineEdit*>();
    QCOMPARE(fields.size(), 5);
    const QStringList texts{
        m_server.url(), m_user.name, password, u"a passphrase"_s, u"a passphrase"_s};
    for (qsizetype i = 0; i < fields.size(); ++i)
        fields[i]->setText(texts[i]);
    dialog.accept();
}

void StartTest::aWrongPasswordSaysSoAndLeavesOtherFilesAlone()
{
    QTemporaryDir folder;
    QFile other(folder.filePath(u"letter.txt"_s));
    QVERIFY(other.open(QIODevice::WriteOnly));
    other.close();
    StartOptions elsewhere;
    elsewhere.folder = folder.path();
    CompositionRoot root(*qApp, elsewhere);
    QSignalSpy finished(&root, &CompositionRoot::finished);
    root.start();
    QTRY_VERIFY_WITH_TIMEOUT(shownWindow<SignInDialog>(), programPatience);
    fillSignIn(*shownWindow<SignInDialog>(), u"not the password"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!Profile::exists(folder.path()), programPatience);
    QVERIFY(shownWindow<SignInDialog>());
    QVERIFY(other.exists());
    QCOMPARE(finished.size(), 0);
    shownWindow<SignInDialog>()->reject();
    QCOMPARE(finished.size(), 1);
}

void StartTest::theFirstStartAsksSyncsAndOpensTheWindow()
{
    CompositionRoot root(*qApp, options());
    QSignalSpy finished(&root, &CompositionRoot::finished);
    root.start();
    QTRY_VERIFY_WITH_TIMEOUT(shownWindow<SignInDialog>(), programPatience);
    fillSignIn(*shownWindow<SignInDialog>(), m_user.password);
    QTRY_VERIFY_WITH_TIMEOUT(shownWindow<MainWindow>(), programPatience);
    QVERIFY(!shownWindow<SignInDialog>());
    QVERIFY(!shownWindow<FirstSyncDialog>());
    QCOMPARE(finished.size(), 0);
    shownWindow<MainWindow>()->close();
    QCOMPARE(finished.size(), 1);
}

void StartTest::theNextStartUnlocks()
{
    CompositionRoot root(*qApp, options());
    QSignalSpy finished(&root, &CompositionRoot::finished);
    root.start();
    QTRY_VERIFY_WITH_TIMEOUT(shownWindow<UnlockDialog>(), programPatience);
    shownWindow<UnlockDialog>()->findChild<QLineEdit*>()->setText(u"a passphrase"_s);
    shownWindow<UnlockDialog>()->accept();
    QTRY_VERIFY_WITH_TIMEOUT(shownWindow<MainWindow>(), programPatience);
    QCOMPARE(finished.size(), 0);
}

void StartTest::lockingAsksForThePassphrase()
{
    CompositionRoot root(*qApp, options(u"a passphrase"_s));
    QSignalSpy finished(&root, &CompositionRoot::finished);
    root.start();
    QTRY_VERIFY_WITH_TIMEOUT(shownWindow<MainWindow>(), programPatience);
    Q_EMIT shownWindow<MainWindow>()->lockRequested();
    QTRY_VERIFY_WITH_TIMEOUT(shownWindow<UnlockDialog>(), programPatience);
    QVERIFY(!shownWindow<MainWindow>());
    shownWindow<UnlockDialog>()->findChild<QLineEdit*>()->setText(u"another"_s);
    shownWindow<UnlockDialog>()->accept();
    QTRY_VERIFY_WITH_TIMEOUT(shownWindow<UnlockDialog>()->isEnabled(), programPatience);
    QVERIFY(!shownWindow<MainWindow>());
    QCOMPARE(finished.size(), 0);
}

// Offline is a normal state: who has synced once sees the families at once.
void StartTest::theNextStartNeedsNoServer()
{
    QCOMPARE(m_server.stop(), 0);
    CompositionRoot root(*qApp, options(u"a passphrase"_s));
    QSignalSpy finished(&root, &CompositionRoot::finished);
    root.start();
    QTRY_VERIFY_WITH_TIMEOUT(shownWindow<MainWindow>(), programPatience);
    QVERIFY(!shownWindow<FirstSyncDialog>());
    Q_EMIT shownWindow<MainWindow>()->lockRequested();
    QTRY_VERIFY_WITH_TIMEOUT(shownWindow<UnlockDialog>(), programPatience);
    shownWindow<UnlockDialog>()->findChild<QLineEdit*>()->setText(u"a passphrase"_s);
    shownWindow<UnlockDialog>()->accept();
    QTRY_VERIFY_WITH_TIMEOUT(shownWindow<MainWindow>(), programPatience);
    QVERIFY(!shownWindow<FirstSyncDialog>());
    QCOMPARE(finished.size(), 0);
    QVERIFY(m_server.start());
}

HOMEROOM_TEST_MAIN(StartTest)
#include "starttest.moc"
