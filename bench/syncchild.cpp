// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/syncchild.h"

#include "bench/memory.h"
#include "bench/report.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

namespace homeroom::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int childPatience = 120'000;

void tell(const QJsonObject& line)
{
    std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

void syncOnce(BenchClient& client)
{
    const qint64 before = residentBytes();
    const double ended = client.firstSession();
    tell({{u"ended"_s, ended}, {u"rows"_s, client.countAllRows()}, {u"before"_s, before},
        {u"peak"_s, peakResidentBytes()}});
}

} // namespace

int runSyncChild(const QStringList& words)
{
    const Result<DatabaseKey> key =
        DatabaseKey::fromBytes(QByteArray::fromHex(words.value(2).toLatin1()));
    if (!key.ok())
        return 1;
    try {
        BenchClient client(words.value(0), words.value(1), *key);
        tell({{u"open"_s, true}, {u"rows"_s, client.countRows(RecordKind::Customer)}});
        if (!client.session().isSignedIn())
            client.signIn(words.value(3), words.value(4));
        QObject::connect(&client.engine(), &SyncEngine::statusChanged, &client.engine(),
            [](const SyncStatus& status) {
                if (status.rowsDone > 0)
                    tell({{u"arrived"_s, status.rowsDone}});
            });
        syncOnce(client);
        return words.value(5) == u"once"_s ? 0 : QCoreApplication::exec();
    } catch (const Failure& failure) {
        std::fprintf(stderr, "homeroom-bench: a client process: %s\n", failure.what());
        return 1;
    }
}

SyncChild::SyncChild(const QString& url, const QString& folder, const DatabaseKey& key,
    const DemoUser& user, bool once)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_timer.start();
    m_process.start(QCoreApplication::applicationFilePath(),
        {u"--child"_s, u"sync"_s, u"--"_s, url, folder, QString::fromLatin1(key.bytes().toHex()),
            user.name, user.password, once ? u"once"_s : u"on"_s});
}

SyncChild::~SyncChild()
{
    kill();
}

QJsonObject SyncChild::next(const QString& member)
{
    for (;;) {
        while (!m_process.canReadLine())
            demand(m_process.waitForReadyRead(childPatience), u"a client process ended early"_s);
        const QJsonObject line = QJsonDocument::fromJson(m_process.readLine()).object();
        if (line.contains(member))
            return line;
    }
}

void SyncChild::kill()
{
    m_process.kill();
    m_process.waitForFinished(childPatience);
}

} // namespace homeroom::bench
