// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/database.h"
#include "server/rules/passwords.h"
#include "sync/profile.h"
#include "tests/support/programs.h"
#include "tests/support/testmain.h"

#include <QDirIterator>
#include <QTemporaryDir>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

/// A key as it might stand somewhere: its bytes, and written out.
QByteArrayList formsOf(const DatabaseKey& key)
{
    const QByteArray bytes = key.bytes();
    return {bytes, bytes.toHex(), bytes.toHex().toUpper(),
        bytes.toBase64(QByteArray::OmitTrailingEquals),
        bytes.toBase64(QByteArray::OmitTrailingEquals | QByteArray::Base64UrlEncoding)};
}

DatabaseKey keyOf(const ServerProcess& server)
{
    QFile file(server.databaseFile() + u".key"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the server's key is not beside its database");
    return *DatabaseKey::fromBytes(QByteArray::fromHex(file.readAll().trimmed()));
}

/// What the server knows of all tokens that it ever gave out.
QSet<QByteArray> tokenHashes(const ServerProcess& server, const DatabaseKey& key)
{
    auto reader = Database::open({server.databaseFile(), key, Access::ReadOnly});
    if (!reader.ok())
        qFatal("%s", qPrintable(reader.error().detail));
    QSet<QByteArray> hashes;
    Statement query = (*reader)->statement(
        "SELECT hash FROM access_token UNION ALL SELECT hash FROM refresh_token");
    while (query.step())
        hashes.insert(query.blob(0));
    return hashes;
}

/// Whether there is a token in the bytes: every stretch of a token's length and letters is tried.
bool holdsToken(const QByteArray& bytes, const QSet<QByteArray>& hashes)
{
    static const qsizetype length = randomToken().size();
    const auto isLetter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || c == '-' || c == '_';
    };
    qsizetype run = 0;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        run = isLetter(bytes[i]) ? run + 1 : 0;
        if (run < length)
            continue;
        const QString stretch = QString::fromLatin1(bytes.sliced(i + 1 - length, length));
        if (hashes.contains(tokenHash(stretch)))
            return true;
    }
    return false;
}

} // namespace

/// What the window and the server write to the disk and to their logs while they sync, with every
/// category of messages on: nothing of a family, no password, no passphrase, no token of any
/// session and no key of a database.
class WindowLogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void nothingIsInPlainBytes();

private:
    bool leadSeesTheFamily() const;
    /// Everything that was written: a name and the bytes.
    QList<std::pair<QString, QByteArray>> written(const QByteArray& spoken);

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
    m_server.spoken();
    startProgram(window, u"homeroom"_s, {u"--profile"_s, profile});
    QVERIFY(window.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(leadSeesTheFamily(), programPatience);
    QCOMPARE(window.state(), QProcess::Running);
    window.kill(); // what it had in files stays there
    QVERIFY(window.waitForFinished());
    qunsetenv("QT_LOGGING_RULES");
    const QByteArray spoken = window.readAllStandardOutput() + window.readAllStandardError();
    QByteArrayList secrets{"sentinelname", "13912349999", "sentinelwechat",
        m_tutor.password.toUtf8(), testPassphrase.toUtf8()};
    secrets += formsOf(*Profile::keyFromPassphrase(profile, testPassphrase));
    const DatabaseKey serverKey = keyOf(m_server);
    secrets += formsOf(serverKey);
    const QSet<QByteArray> hashes = tokenHashes(m_server, serverKey);
    QVERIFY(hashes.size() >= 6); // of three sessions: access and refresh
    bool logged = false;
    for (const auto& [name, bytes] : written(spoken)) {
        logged = logged || (name.endsWith(u".log"_s) && !bytes.isEmpty());
        for (const QByteArray& secret : secrets)
            QVERIFY2(!bytes.contains(secret), qPrintable(name));
        QVERIFY2(!holdsToken(bytes, hashes), qPrintable(name));
    }
    QVERIFY(logged);
}

QList<std::pair<QString, QByteArray>> WindowLogTest::written(const QByteArray& spoken)
{
    QList<std::pair<QString, QByteArray>> all{
        {u"the window's output"_s, spoken}, {u"the server's output"_s, m_server.spoken()}};
    // The server's key is where it belongs: beside its database.
    const QString keyFile = m_server.databaseFile() + u".key"_s;
    QDirIterator files(m_folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.fileName() != keyFile && file.open(QIODevice::ReadOnly))
            all.append({file.fileName(), file.readAll()});
    }
    return all;
}

HOMEROOM_TEST_MAIN(WindowLogTest)
#include "windowlogtest.moc"
