// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/guistart.h"
#include "bench/liveserver.h"
#include "bench/syncbench.h"
#include "bench/syncchild.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QRandomGenerator>

namespace homeroom::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr ImageOptions oneTutor{.families = 500, .keepers = 1};
constexpr int kills = 6;
constexpr int latestKill = 1200; ///< milliseconds after the start: first sync and calm alike

struct Recovery {
    double usable = 0; ///< milliseconds from the start to rows that can be read
    double syncing = 0; ///< to the end of a session
};

/// Starts the client, kills it at some moment, and the server, too, then starts both again.
Recovery recovery(LiveServer& server, int killAfter)
{
    const QTemporaryDir folder;
    const DatabaseKey key = DatabaseKey::random();
    const DemoUser& tutor = server.image().user(u"tutor01"_s);
    {
        SyncChild child(server.url(), folder.path(), key, tutor, false);
        child.next(u"open"_s);
        QThread::msleep(ulong(killAfter));
        child.kill();
    }
    server.process().kill();
    demand(server.process().start(), u"the killed server does not start again"_s);
    SyncChild child(server.url(), folder.path(), key, tutor, true);
    Recovery recovery;
    child.next(u"open"_s);
    recovery.usable = child.elapsed();
    const QJsonObject ended = child.next(u"ended"_s);
    recovery.syncing = child.elapsed();
    demand(ended.value("rows"_L1).toInteger() >= oneTutor.families * oneTutor.rowsPerFamily,
        u"rows are missing after a kill"_s);
    return recovery;
}

/// Milliseconds until a killed server listens again.
double serverBack(LiveServer& server)
{
    server.process().kill();
    QElapsedTimer timer;
    timer.start();
    demand(server.process().start(), u"the killed server does not start again"_s);
    return double(timer.nsecsElapsed()) / 1e6;
}

} // namespace

void benchRecover(Report& report, ServerImages& images)
{
    LiveServer server(images.image(oneTutor));
    std::vector<double> usable;
    std::vector<double> syncing;
    std::vector<double> listening;
    QRandomGenerator random(23);
    for (int i = 0; i < kills; ++i) {
        const Recovery one = recovery(server, random.bounded(latestKill));
        usable.push_back(one.usable);
        syncing.push_back(one.syncing);
        listening.push_back(serverBack(server));
    }
    const double empty = emptyStartMilliseconds();
    report.line({u"recover_usable_worst"_s, quantile(usable, 1), u"ms"_s, u"empty_window"_s, empty,
        u"<= 1000"_s});
    report.line({u"recover_syncing_worst"_s, quantile(syncing, 1), u"ms"_s, u"empty_window"_s,
        empty, u"<= 5000"_s});
    report.line({u"recover_server_worst"_s, quantile(listening, 1), u"ms"_s});
    server.stopAndCheck();
}

} // namespace homeroom::bench
