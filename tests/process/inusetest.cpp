// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compositionroot.h"
#include "tests/support/officeprograms.h"
#include "tests/support/testmain.h"
#include "ui/widgets/windowquestions.h"

#include <QPushButton>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

template <typename Window> Window* shownWindow()
{
    for (QWidget* widget : QApplication::topLevelWidgets()) {
        auto* window = qobject_cast<Window*>(widget);
        if (window && window->isVisible())
            return window;
    }
    return nullptr;
}

} // namespace

/// One program at a time has a profile open: the second says so, and loses nothing by it.
class InUseTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aCommandIsRefusedWhileTheWindowIsOpen();
    void aLockThatNamesNobodyKeepsNobodyOut();
    void theWindowWaitsForACommand();

private:
    StartOptions options() const;

    OfficePrograms m_office;
};

void InUseTest::initTestCase()
{
    QVERIFY(m_office.open(14));
}

StartOptions InUseTest::options() const
{
    StartOptions options;
    options.folder = m_office.control.folderOf(m_office.tutorUser.name);
    options.passphrase = testPassphrase;
    return options;
}

void InUseTest::aCommandIsRefusedWhileTheWindowIsOpen()
{
    {
        CompositionRoot root(*qApp, options());
        root.start();
        QTRY_VERIFY_WITH_TIMEOUT(shownWindow<MainWindow>(), programPatience);
        const Ended refused = m_office.add();
        QCOMPARE(refused.code, 1);
        QVERIFY(refused.out.isEmpty());
        QVERIFY2(refused.err.contains("Another program has this profile open."),
            refused.err.constData());
    }
    QCOMPARE(m_office.add().code, 0);
}

// Of a program that was killed just when it had made the file.
void InUseTest::aLockThatNamesNobodyKeepsNobodyOut()
{
    QFile lock(options().folder + u"/homeroom.db.lock"_s);
    QVERIFY(lock.open(QIODevice::WriteOnly));
    QCOMPARE(m_office.add().code, 1); // it may be being made just now
    QVERIFY(lock.setFileTime(
        QDateTime::currentDateTime().addSecs(-10), QFileDevice::FileModificationTime));
    lock.close();
    QCOMPARE(m_office.add().code, 0);
}

void InUseTest::theWindowWaitsForACommand()
{
    // A login that waits for its password holds the profile.
    QProcess holder;
    const QString folder = options().folder;
    startProgram(holder, u"homeroomctl"_s,
        {u"--profile"_s, folder, u"login"_s, u"--server"_s, m_office.server.url(), u"--user"_s,
            m_office.tutorUser.name});
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(folder + u"/homeroom.db.lock"_s), programPatience);
    CompositionRoot root(*qApp, options());
    root.start();
    QTRY_VERIFY_WITH_TIMEOUT(shownWindow<ConfirmDialog>(), programPatience);
    QVERIFY(!shownWindow<MainWindow>());
    ConfirmDialog* told = shownWindow<ConfirmDialog>();
    QVERIFY(told->accessibleDescription().contains(u"Another program has this profile open."_s));
    holder.kill();
    QVERIFY(holder.waitForFinished(programPatience));
    told->yesButton().click();
    QTRY_VERIFY_WITH_TIMEOUT(shownWindow<MainWindow>(), programPatience);
}

HOMEROOM_TEST_MAIN(InUseTest)
#include "inusetest.moc"
