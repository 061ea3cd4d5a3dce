// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/programs.h"
#include "tests/support/testmain.h"

#include <QDirIterator>
#include <QTemporaryDir>

using namespace homeroom::test;
using namespace Qt::StringLiterals;

/// What the window writes to the disk and to its log while it syncs, with every category of
/// messages on: nothing of a family, no password, no passphrase.
class WindowLogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void nothingIsInPlainBytes();

private:
    bool leadSeesTheFamily() const;

    QTemporaryDir m_folder;
    ServerProcess m_server{m_folder.path()};
    ControlProgram m_control{m_folder.path()};
    DemoUser m_tutor;
    DemoUser m_lead;
    QString m_family;
};

void WindowLogTest::initTestCase()
{
    QCOMPARE(m_server.demo(7).code, 0);
    QVERIFY(m_server.start());
    m_tutor = m_server.first(u"tutor"_s);
    m_lead = m_server.beside(m_tutor, u"lead"_s);
    QVERIFY(m_control.join(m_server.url(), m_tutor));
    QVERIFY(m_control.join(m_server.url(), m_lead));
    // Not sent yet: that is left to the window.
    m_family = m_control
                   .run(m_tutor.name,
                       {u"add"_s, u"customer"_s, u"name=sentinelname"_s, u"phone=13912349999"_s,
                           u"wechatId=sentinelwechat"_s})
                   .text(u"id"_s);
    QVERIFY(!m_family.isEmpty());
}

void WindowLogTest::cleanupTestCase()
{
    QCOMPARE(m_server.stop(), 0);
}

bool WindowLogTest::leadSeesTheFamily() const
{
    return m_control.run(m_lead.name, {u"sync"_s}).code == 0
        && m_control.run(m_lead.name, {u"show"_s, u"customer"_s, m_family}).code == 0;
}

void WindowLogTest::nothingIsInPlainBytes()
{
    const QString profile = m_control.folderOf(m_tutor.name);
    QVERIFY(!leadSeesTheFamily());
    qputenv("QT_LOGGING_RULES", "*.debug=true");
    QProcess window;
    startProgram(window, u"homeroom"_s, {u"--profile"_s, profile});
    QVERIFY(window.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(leadSeesTheFamily(), programPatience);
    QCOMPARE(window.state(), QProcess::Running);
    window.kill(); // what it had in files stays there
    QVERIFY(window.waitForFinished());
    qunsetenv("QT_LOGGING_RULES");
    const QByteArrayList sentinels{"sentinelname", "13912349999", "sentinelwechat",
        m_tutor.password.toUtf8(), testPassphrase.toUtf8()};
    const QByteArray spoken = window.readAllStandardOutput() + window.readAllStandardError();
    bool logged = false;
    QDirIterator files(profile, QDir::Files | QDir::Hidden);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
        const QByteArray bytes = file.readAll();
        logged = logged || (file.fileName().endsWith(u".log"_s) && !bytes.isEmpty());
        for (const QByteArray& sentinel : sentinels)
            QVERIFY2(!bytes.contains(sentinel), qPrintable(file.fileName()));
    }
    QVERIFY(logged);
    const QByteArray server = m_server.spoken();
    for (const QByteArray& sentinel : sentinels) {
        QVERIFY(!spoken.contains(sentinel));
        QVERIFY2(!server.contains(sentinel), server.constData());
    }
}

HOMEROOM_TEST_MAIN(WindowLogTest)
#include "windowlogtest.moc"
