// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/officeprograms.h"
#include "tests/support/testmain.h"

#include <QDirIterator>
#include <QLibrary>

using namespace homeroom::test;
using namespace Qt::StringLiterals;

/// What is encrypted stays so: a program without a cipher writes nothing, and a crash leaves no
/// memory on the disk.
class LockedDataTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPlainSqliteIsRefused();
    void aCrashDumpsNoMemory_data();
    void aCrashDumpsNoMemory();
};

namespace {

/// The program with another SQLite in the place of the one that encrypts.
QStringList withPlainSqlite()
{
    return {u"env"_s, u"LD_PRELOAD=libsqlite3.so.0"_s};
}

QByteArray limitsOf(qint64 process)
{
    QFile file(u"/proc/%1/limits"_s.arg(process));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void LockedDataTest::aPlainSqliteIsRefused()
{
#ifndef Q_OS_LINUX
    QSKIP("libraries are put in front of others on Linux only");
#endif
    QVERIFY2(QLibrary(u"libsqlite3.so.0"_s).load(), "the plain library is not installed");
    QTemporaryDir folder;
    const QString profile = folder.filePath(u"profile"_s);
    const QStringList login{u"--profile"_s, profile, u"login"_s, u"--server"_s,
        u"http://127.0.0.1:9"_s, u"--user"_s, u"tutor01"_s};
    const Ended client =
        runProgram(u"homeroomctl"_s, login, "secret\n", testPassphrase, withPlainSqlite());
    QVERIFY2(client.err.contains("no cipher"), client.err.constData());
    QVERIFY(client.code > 0);
    const QString database = u"sqlite:"_s + folder.filePath(u"server.db"_s);
    const Ended server = runProgram(u"homeroom-server"_s,
        {u"demo"_s, u"--families"_s, u"200"_s, u"--database"_s, database}, {}, testPassphrase,
        withPlainSqlite());
    QVERIFY2(server.err.contains("no cipher"), server.err.constData());
    QVERIFY(server.code > 0);
    // Not even an empty table was written in the open.
    QDirIterator files(folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().startsWith("SQLite format"), qPrintable(file.fileName()));
    }
}

void LockedDataTest::aCrashDumpsNoMemory_data()
{
    QTest::addColumn<QString>("program");
    QTest::newRow("window") << u"homeroom"_s;
    QTest::newRow("control") << u"homeroomctl"_s;
    QTest::newRow("server") << u"homeroom-server"_s;
}

void LockedDataTest::aCrashDumpsNoMemory()
{
#ifndef Q_OS_LINUX
    QSKIP("the limits of a process are read on Linux only");
#endif
    QFETCH(const QString, program);
    OfficePrograms office;
    QVERIFY(office.open(5));
    QProcess process;
    const QString profile = office.control.folderOf(office.tutorUser.name);
    qint64 number = office.server.processId();
    if (program != u"homeroom-server"_s) {
        const QStringList arguments = program == u"homeroom"_s
            ? QStringList{u"--profile"_s, profile}
            : QStringList{u"--profile"_s, profile, u"sync"_s, u"--watch"_s};
        // Asked for dumps without end, as a developer's shell may have been.
        startProgram(process, program, arguments, testPassphrase,
            {u"sh"_s, u"-c"_s, u"ulimit -S -c unlimited 2>/dev/null; exec \"$0\" \"$@\""_s});
        QVERIFY(process.waitForStarted());
        number = process.processId();
    }
    const auto refused = [&] {
        const QByteArrayList lines = limitsOf(number).split('\n');
        return std::ranges::any_of(lines, [](const QByteArray& line) {
            return line.startsWith("Max core file size")
                && line.simplified().startsWith("Max core file size 0 0");
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(refused(), programPatience);
    process.kill();
    process.waitForFinished();
}

HOMEROOM_TEST_MAIN(LockedDataTest)
#include "lockeddatatest.moc"
