// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compositionroot.h"
#include "tests/support/memorysecrets.h"
#include "tests/support/programs.h"
#include "tests/support/shownwindow.h"
#include "tests/support/testmain.h"
#include "ui/editing/sentences.h"
#include "ui/start/unlockdialog.h"
#include "ui/widgets/windowquestions.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

/// Whether the window shows the sentence of this error.
bool says(const QWidget& window, ErrorCode code)
{
    const QList<QLabel*> labels = window.findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
        return label->isVisible() && label->text() == sentenceFor({code});
    });
}

} // namespace

/// A profile whose key rests in a keychain, from the first start on: nobody types a passphrase,
/// and a keychain that fails says so and loses nothing.
class KeychainStartTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void aKeychainThatTakesNothingSaysSoAndLeavesNoProfile();
    void theFirstStartPutsTheKeyIntoTheKeychain();
    void theNextStartReadsTheKeyFromTheKeychain();
    void whatWasLockedIsUnlockedByTheKeychain();
    void aKeychainThatFailsAtUnlockingSaysSoAndIsAskedAgain();
    void aKeychainThatFailsAtTheStartSaysSo();
    void aKeyThatIsLostSaysSo();

private:
    StartOptions options() const;
    void fillSignIn();

    QTemporaryDir m_folder;
    ServerProcess m_server{m_folder.path()};
    DemoUser m_user;
    MemorySecrets m_secrets;
};

void KeychainStartTest::initTestCase()
{
    QCOMPARE(m_server.demo(7).code, 0);
    QVERIFY(m_server.start());
    m_user = m_server.first(u"tutor"_s);
}

void KeychainStartTest::cleanupTestCase()
{
    QCOMPARE(m_server.stop(), 0);
}

StartOptions KeychainStartTest::options() const
{
    StartOptions options;
    options.folder = m_folder.filePath(u"profile"_s);
    return options;
}

void KeychainStartTest::fillSignIn()
{
    QList<QLineEdit*> fields = shownWindow<SignInDialog>()->findChildren<QLineEdit*>();
    fields.removeIf([](const QLineEdit* field) { return !field->isVisible(); });
    QCOMPARE(fields.size(), 3); // no passphrase is asked
    fields[0]->setText(m_server.url());
    fields[1]->setText(m_user.name);
    fields[2]->setText(m_user.password);
    shownWindow<SignInDialog>()->accept();
}

void KeychainStartTest::aKeychainThatTakesNothingSaysSoAndLeavesNoProfile()
{
    m_secrets.writes = false;
    CompositionRoot root(*qApp, options(), &m_secrets);
    root.start();
    QTRY_VERIFY_WITH_TIMEOUT(shownWindow<SignInDialog>(), programPatience);
    fillSignIn();
    QTRY_VERIFY_WITH_TIMEOUT(
        says(*shownWindow<SignInDialog>(), ErrorCode::NoKeychain), programPatience);
    QVERIFY(!Profile::exists(options().folder));
    QVERIFY(m_secrets.kept.isEmpty());
    m_secrets.writes = true;
    shownWindow<SignInDialog>()->reject();
}

void KeychainStartTest::theFirstStartPutsTheKeyIntoTheKeychain()
{
    CompositionRoot root(*qApp, options(), &m_secrets);
    root.start();
    QTRY_VERIFY_WITH_TIMEOUT(shownWindow<SignInDialog>(), programPatience);
    fillSignIn();
    QTRY_VERIFY_WITH_TIMEOUT(shownWindow<MainWindow>(), programPatience);
    QCOMPARE(m_secrets.kept.size(), 1);
    QCOMPARE(m_secrets.kept.begin()->size(), 32);
    QVERIFY(!Profile::needsPassphrase(options().folder));
}

void KeychainStartTest::theNextStartReadsTheKeyFromTheKeychain()
{
    CompositionRoot root(*qApp, options(), &m_secrets);
    root.start();
    QTRY_VERIFY_WITH_TIMEOUT(shownWindow<MainWindow>(), programPatience);
    QVERIFY(!shownWindow<UnlockDialog>());
    QVERIFY(!shownWindow<SignInDialog>());
}

void KeychainStartTest::whatWasLockedIsUnlockedByTheKeychain()
{
    CompositionRoot root(*qApp, options(), &m_secrets);
    QSignalSpy finished(&root, &CompositionRoot::finished);
    root.start();
    QTRY_VERIFY_WITH_TIMEOUT(shownWindow<MainWindow>(), programPatience);
    Q_EMIT shownWindow<MainWindow>()->lockRequested();
    QTRY_VERIFY_WITH_TIMEOUT(shownWindow<UnlockDialog>(), programPatience);
    QVERIFY(!shownWindow<MainWindow>());
    QVERIFY2(!shownWindow<UnlockDialog>()->findChild<QLineEdit*>(), "there is nothing to type");
    shownWindow<UnlockDialog>()->accept();
    QTRY_VERIFY_WITH_TIMEOUT(shownWindow<MainWindow>(), programPatience);
    QVERIFY(!shownWindow<UnlockDialog>());
    QCOMPARE(finished.size(), 0);
}

void KeychainStartTest::aKeychainThatFailsAtUnlockingSaysSoAndIsAskedAgain()
{
    CompositionRoot root(*qApp, options(), &m_secrets);
    QSignalSpy finished(&root, &CompositionRoot::finished);
    root.start();
    QTRY_VERIFY_WITH_TIMEOUT(shownWindow<MainWindow>(), programPatience);
    Q_EMIT shownWindow<MainWindow>()->lockRequested();
    QTRY_VERIFY_WITH_TIMEOUT(shownWindow<UnlockDialog>(), programPatience);
    m_secrets.reads = false;
    shownWindow<UnlockDialog>()->accept();
    QTRY_VERIFY_WITH_TIMEOUT(
        says(*shownWindow<UnlockDialog>(), ErrorCode::NoKeychain), programPatience);
    m_secrets.reads = true;
    shownWindow<UnlockDialog>()->accept();
    QTRY_VERIFY_WITH_TIMEOUT(shownWindow<MainWindow>(), programPatience);
    QCOMPARE(finished.size(), 0);
}

void KeychainStartTest::aKeychainThatFailsAtTheStartSaysSo()
{
    m_secrets.reads = false;
    CompositionRoot root(*qApp, options(), &m_secrets);
    QSignalSpy finished(&root, &CompositionRoot::finished);
    root.start();
    QTRY_VERIFY_WITH_TIMEOUT(shownWindow<ConfirmDialog>(), programPatience);
    QVERIFY(says(*shownWindow<ConfirmDialog>(), ErrorCode::NoKeychain));
    m_secrets.reads = true;
    shownWindow<ConfirmDialog>()->yesButton().click(); // try again
    QTRY_VERIFY_WITH_TIMEOUT(shownWindow<MainWindow>(), programPatience);
    QCOMPARE(finished.size(), 0);
}

void KeychainStartTest::aKeyThatIsLostSaysSo()
{
    m_secrets.kept.clear();
    CompositionRoot root(*qApp, options(), &m_secrets);
    QSignalSpy finished(&root, &CompositionRoot::finished);
    root.start();
    QTRY_VERIFY_WITH_TIMEOUT(shownWindow<ConfirmDialog>(), programPatience);
    QVERIFY(says(*shownWindow<ConfirmDialog>(), ErrorCode::WrongKey));
    shownWindow<ConfirmDialog>()->noButton().click();
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY2(Profile::exists(options().folder), "nothing is thrown away");
}

HOMEROOM_TEST_MAIN(KeychainStartTest)
#include "keychainstarttest.moc"
