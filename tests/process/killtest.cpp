// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 120'000;
constexpr int sheetRows = 400;
constexpr int kills = 5; ///< of each kind

QString program(const QString& name)
{
    return QStringLiteral(HOMEROOM_BINARY_DIR) + u'/' + name;
}

QProcessEnvironment environment()
{
    QProcessEnvironment known = QProcessEnvironment::systemEnvironment();
    known.insert(u"HOMEROOM_PASSPHRASE"_s, u"a passphrase"_s);
    return known;
}

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
    struct Ended {
        int code = -1;
        QJsonObject json{};
    };
    void startServer();
    void killServer();
    QStringList arguments(const QString& profile, const QStringList& words) const;
    Ended ctl(const QString& profile, const QStringList& words, const QByteArray& input = {});
    /// Starts the command and kills it after the time; whether it was still running.
    bool killed(const QString& profile, const QStringList& words, int afterMs);
    QSet<QString> importedIds(const QString& profile);
    void login(const QJsonObject& user);

    QTemporaryDir m_folder;
    QProcess m_server;
    QString m_listen = u"127.0.0.1:0"_s;
    QString m_url;
    QString m_sheet;
    QString m_tutor;
    QString m_lead;
    QString m_stranger;
    QRandomGenerator m_random;
};

void KillTest::initTestCase()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    m_random.seed(seed);
    QProcess demo;
    demo.start(program(u"homeroom-server"_s),
        {u"demo"_s, u"--database"_s, u"sqlite:"_s + m_folder.filePath(u"server.db"_s),
            u"--families"_s, u"200"_s, u"--seed"_s, u"5"_s});
    QVERIFY(demo.waitForFinished(patienceMs));
    const QJsonArray users =
        QJsonDocument::fromJson(demo.readAllStandardOutput()).object().value(u"users"_s).toArray();
    startServer();
    QString team;
    for (const QJsonValue& value : users) {
        const QJsonObject user = value.toObject();
        const QString role = user.value(u"role"_s).toString();
        const QString name = user.value(u"name"_s).toString();
        const bool same = user.value(u"team"_s).toString() == team;
        if (role == u"tutor"_s && m_tutor.isEmpty()) {
            m_tutor = name;
            team = user.value(u"team"_s).toString();
        } else if (role == u"tutor"_s && m_stranger.isEmpty() && !same) {
            m_stranger = name;
        } else if (role == u"lead"_s && m_lead.isEmpty() && same) {
            m_lead = name;
        } else {
            continue;
        }
        login(user);
    }
    QVERIFY(!m_tutor.isEmpty() && !m_lead.isEmpty() && !m_stranger.isEmpty());
    m_sheet = m_folder.filePath(u"sheet.csv"_s);
    QFile file(m_sheet);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(sheet()), sheet().size());
}

void KillTest::cleanupTestCase()
{
    m_server.terminate();
    QVERIFY(m_server.waitForFinished(patienceMs));
}

void KillTest::startServer()
{
    m_server.start(program(u"homeroom-server"_s),
        {u"serve"_s, u"--database"_s, u"sqlite:"_s + m_folder.filePath(u"server.db"_s),
            u"--listen"_s, m_listen});
    QVERIFY(m_server.waitForReadyRead(patienceMs));
    m_url = QJsonDocument::fromJson(m_server.readLine()).object().value(u"listening"_s).toString();
    m_listen = m_url.sliced(u"http://"_s.size());
}

void KillTest::killServer()
{
    m_server.kill();
    QVERIFY(m_server.waitForFinished(patienceMs));
}

void KillTest::login(const QJsonObject& user)
{
    const QString name = user.value(u"name"_s).toString();
    const QByteArray password = user.value(u"password"_s).toString().toUtf8();
    QCOMPARE(
        ctl(name, {u"login"_s, u"--server"_s, m_url, u"--user"_s, name}, password + '\n').code, 0);
    QCOMPARE(ctl(name, {u"sync"_s}).code, 0);
}

QStringList KillTest::arguments(const QString& profile, const QStringList& words) const
{
    return QStringList{u"--profile"_s, m_folder.filePath(profile), u"--json"_s} + words;
}

KillTest::Ended KillTest::ctl(
    const QString& profile, const QStringList& words, const QByteArray& input)
{
    QProcess process;
    process.setProcessEnvironment(environment());
    process.start(program(u"homeroomctl"_s), arguments(profile, words));
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(patienceMs))
        qFatal("homeroomctl does not end");
    return {process.exitCode(), QJsonDocument::fromJson(process.readAllStandardOutput()).object()};
}

bool KillTest::killed(const QString& profile, const QStringList& words, int afterMs)
{
    QProcess process;
    process.setProcessEnvironment(environment());
    process.start(program(u"homeroomctl"_s), arguments(profile, words));
    const bool ended = process.waitForFinished(afterMs);
    process.kill();
    process.waitForFinished(patienceMs);
    return !ended;
}

QSet<QString> KillTest::importedIds(const QString& profile)
{
    const QJsonArray rows =
        ctl(profile, {u"list"_s, u"customer"_s}).json.value(u"rows"_s).toArray();
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
    for (int i = 0; i < kills; ++i) {
        killed(m_tutor, import, 100 + int(m_random.bounded(400)));
        QCOMPARE(ctl(m_tutor, {u"check"_s}).code, 0);
        const qsizetype now = importedIds(m_tutor).size();
        QVERIFY(now >= before); // what was committed stays
        before = now;
    }
    QCOMPARE(ctl(m_tutor, import).code, 0);
    QCOMPARE(importedIds(m_tutor).size(), sheetRows);
}

void KillTest::aKilledSyncLosesAndDoublesNothing()
{
    for (int i = 0; i < kills; ++i) {
        killed(m_tutor, {u"sync"_s}, 100 + int(m_random.bounded(300)));
        QCOMPARE(ctl(m_tutor, {u"check"_s}).code, 0);
        QCOMPARE(importedIds(m_tutor).size(), sheetRows);
        killServer();
        startServer();
    }
    QCOMPARE(ctl(m_tutor, {u"sync"_s}).code, 0);
    QCOMPARE(ctl(m_tutor, {u"status"_s}).json.value(u"outbox"_s).toInt(-1), 0);
    QCOMPARE(ctl(m_lead, {u"sync"_s}).code, 0);
    QCOMPARE(importedIds(m_lead), importedIds(m_tutor));
    QProcess check;
    killServer();
    check.start(program(u"homeroom-server"_s),
        {u"check"_s, u"--database"_s, u"sqlite:"_s + m_folder.filePath(u"server.db"_s)});
    QVERIFY(check.waitForFinished(patienceMs));
    QCOMPARE(check.exitCode(), 0);
    startServer();
}

void KillTest::aTutorOfAnotherTeamNeverReceivesThem()
{
    QCOMPARE(ctl(m_stranger, {u"sync"_s}).code, 0);
    QVERIFY(importedIds(m_stranger).isEmpty());
}

HOMEROOM_TEST_MAIN(KillTest)
#include "killtest.moc"
