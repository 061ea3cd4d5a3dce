// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/programs.h"
#include "tests/support/randomseed.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>

using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int sheetRows = 3000; // seconds of work: what is over at once cannot be killed
constexpr int kills = 5; ///< of each kind

/// A sheet of our own: external ids tell rows apart, so that an import can be begun again.
QByteArray sheet()
{
    QByteArray csv = "externalId,name,city\r\n";
    for (int i = 0; i < sheetRows; ++i)
        csv += "x" + QByteArray::number(i) + ",family " + QByteArray::number(i) + ",Xi'an\r\n";
    return csv;
}

} // namespace

/// kill -9 of client and server at any moment of an import and of its sync loses nothing and makes
/// nothing twice.
class KillTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void aKilledImportIsWholeAfterItIsRunAgain();
    void aKilledSyncLosesAndDoublesNothing();
    void aTutorOfAnotherTeamNeverReceivesThem();

private:
    Ended ctl(const QString& profile, const QStringList& words) const;
    QSet<QString> importedIds(const QString& profile);

    QTemporaryDir m_folder;
    ServerProcess m_server{m_folder.path()};
    ControlProgram m_control{m_folder.path()};
    QString m_sheet;
    QString m_tutor;
    QString m_lead;
    QString m_stranger;
    QRandomGenerator m_random;
};

void KillTest::initTestCase()
{
    m_random.seed(randomSeed());
    QCOMPARE(m_server.demo(5).code, 0);
    QVERIFY(m_server.start());
    const DemoUser tutor = m_server.first(u"tutor"_s);
    m_tutor = tutor.name;
    m_lead = m_server.beside(tutor, u"lead"_s).name;
    m_stranger = m_server.apart(tutor, u"tutor"_s).name;
    for (const QString& name : {m_tutor, m_lead, m_stranger})
        QVERIFY(m_control.join(m_server.url(), m_server.user(name)));
    m_sheet = m_folder.filePath(u"sheet.csv"_s);
    QFile file(m_sheet);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(sheet()), sheet().size());
}

void KillTest::cleanupTestCase()
{
    QCOMPARE(m_server.stop(), 0);
}

Ended KillTest::ctl(const QString& profile, const QStringList& words) const
{
    return m_control.run(profile, words);
}

QSet<QString> KillTest::importedIds(const QString& profile)
{
    const QJsonArray rows = ctl(profile, {u"list"_s, u"customer"_s}).rows();
    QSet<QString> ids;
    int imported = 0;
    for (const QJsonValue& row : rows) {
        const QString id = row.toObject().value(u"externalId"_s).toString();
        if (!id.startsWith(u'x'))
            continue;
        ids.insert(id);
        ++imported;
    }
    if (imported != ids.size())
        qWarning("a row came twice");
    return ids;
}

void KillTest::aKilledImportIsWholeAfterItIsRunAgain()
{
    const QStringList import{u"import"_s, m_sheet, u"--as"_s, u"customer"_s, u"--key"_s,
        u"externalId"_s, u"--mode"_s, u"skip"_s};
    qsizetype before = 0;
    int killed = 0;
    for (int i = 0; i < kills; ++i) {
        // The first is early: a fast machine imports all of it before a late one.
        const int delay = 20 + int(m_random.bounded(60 + 150 * i));
        killed += m_control.killed(m_tutor, import, delay) ? 1 : 0;
        const Ended checked = ctl(m_tutor, {u"check"_s});
        QVERIFY2(checked.code == 0, (checked.out + checked.err).constData());
        const qsizetype now = importedIds(m_tutor).size();
        QVERIFY(now >= before); // what was committed stays
        before = now;
    }
    QVERIFY(killed > 0);
    QCOMPARE(ctl(m_tutor, import).code, 0);
    QCOMPARE(importedIds(m_tutor).size(), sheetRows);
}

void KillTest::aKilledSyncLosesAndDoublesNothing()
{
    int killed = 0;
    for (int i = 0; i < kills; ++i) {
        killed += m_control.killed(m_tutor, {u"sync"_s}, 30 + int(m_random.bounded(300))) ? 1 : 0;
        const Ended checked = ctl(m_tutor, {u"check"_s});
        QVERIFY2(checked.code == 0, (checked.out + checked.err).constData());
        QCOMPARE(importedIds(m_tutor).size(), sheetRows);
        // The server goes while a client talks to it.
        QProcess sync;
        startProgram(
            sync, u"homeroomctl"_s, {u"--profile"_s, m_control.folderOf(m_tutor), u"sync"_s});
        sync.waitForFinished(50 + int(m_random.bounded(300)));
        killed += sync.state() == QProcess::Running ? 1 : 0;
        m_server.kill();
        QVERIFY(sync.state() == QProcess::NotRunning || sync.waitForFinished(programPatience));
        QVERIFY(m_server.start());
    }
    QVERIFY(killed > 0);
    QCOMPARE(ctl(m_tutor, {u"sync"_s}).code, 0);
    QCOMPARE(ctl(m_tutor, {u"status"_s}).number(u"outbox"_s), 0);
    QCOMPARE(ctl(m_lead, {u"sync"_s}).code, 0);
    QCOMPARE(importedIds(m_lead), importedIds(m_tutor));
    m_server.kill();
    QCOMPARE(m_server.run({u"check"_s}).code, 0);
    QVERIFY(m_server.start());
}

void KillTest::aTutorOfAnotherTeamNeverReceivesThem()
{
    QCOMPARE(ctl(m_stranger, {u"sync"_s}).code, 0);
    QVERIFY(importedIds(m_stranger).isEmpty());
}

HOMEROOM_TEST_MAIN(KillTest)
#include "killtest.moc"
