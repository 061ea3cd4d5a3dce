// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/benchclient.h"
#include "bench/liveserver.h"
#include "bench/rawinserts.h"
#include "bench/syncbench.h"
#include "bench/syncchild.h"
#include "tests/support/shapingproxy.h"

#include <QJsonObject>

namespace homeroom::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr ImageOptions oneTutor{.families = 500, .keepers = 1};
constexpr ImageOptions halfTeam{.families = 2500};
constexpr ImageOptions wholeTeam{.families = 5000};
constexpr test::Line slowLine{.delay = 25, .bytesPerSecond = 10'000'000 / 8};

/// Milliseconds from the sign-in to the end of the first session.
double readyTime(BenchClient& client, const DemoUser& user)
{
    QElapsedTimer timer;
    timer.start();
    client.signIn(user);
    client.firstSession();
    const double ready = double(timer.nsecsElapsed()) / 1e6;
    demand(client.countAllRows() >= oneTutor.families * oneTutor.rowsPerFamily,
        u"the first sync lost rows"_s);
    return ready;
}

} // namespace

void benchFirstSync(Report& report, ServerImages& images)
{
    LiveServer server(images.image(halfTeam));
    BenchClient client(server.url());
    client.signIn(server.image().user(u"lead1"_s));
    const double seconds = client.firstSession() / 1000;
    const auto rows = double(client.countAllRows());
    demand(
        rows >= double(halfTeam.families * halfTeam.rowsPerFamily), u"the first sync lost rows"_s);
    report.line({u"first_sync"_s, rows / seconds, u"rows/s"_s, u"raw_prepared_inserts"_s,
        rows / rawInsertSeconds(client.reader()), u"ratio >= 0.6"_s});
}

void benchReady(Report& report, ServerImages& images)
{
    LiveServer server(images.image(oneTutor));
    const DemoUser& tutor = server.image().user(u"tutor01"_s);
    BenchClient near(server.url());
    const double lan = readyTime(near, tutor);
    report.line({u"ready_20k"_s, lan, u"ms"_s, u"raw_prepared_inserts"_s,
        rawInsertSeconds(near.reader()) * 1000, u"<= 1000"_s});
    test::ShapingProxy proxy(server.port(), slowLine);
    BenchClient far(proxy.url());
    const double slow = readyTime(far, tutor);
    report.line({u"ready_20k_10mbit_50ms"_s, slow, u"ms"_s, u"time_of_the_bytes_alone"_s,
        double(proxy.carried()) * 1000 / double(slowLine.bytesPerSecond), u"<= 3000"_s});
}

void benchLead(Report& report, ServerImages& images)
{
    LiveServer server(images.image(wholeTeam));
    const QTemporaryDir folder;
    const DatabaseKey key = DatabaseKey::random();
    SyncChild child(server.url(), folder.path(), key, server.image().user(u"lead1"_s), true);
    const QJsonObject ended = child.next(u"ended"_s);
    demand(ended.value("rows"_L1).toInteger() >= wholeTeam.families * wholeTeam.rowsPerFamily,
        u"the first sync lost rows"_s);
    child.kill();
    BenchClient profile(server.url(), folder.path(), key);
    report.line({u"lead_200k"_s, ended.value("ended"_L1).toDouble(), u"ms"_s,
        u"raw_prepared_inserts"_s, rawInsertSeconds(profile.reader()) * 1000, u"<= 8000"_s});
    const double growth = ended.value("peak"_L1).toDouble() - ended.value("before"_L1).toDouble();
    report.line({u"lead_200k_memory"_s, growth / 1e6, u"MB"_s, {}, 0, u"<= 40"_s});
}

} // namespace homeroom::bench
