// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/benchclient.h"
#include "bench/liveserver.h"
#include "bench/syncbench.h"
#include "tests/support/shapingproxy.h"

namespace homeroom::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr ImageOptions oneTutor{.families = 500, .keepers = 1};
constexpr double waitsAMinute = 60.0 / 55.0; ///< as long as the server holds one

/// Handles events for a while; the last requests of a session are through then.
void calmDown()
{
    QElapsedTimer timer;
    timer.start();
    waitUntil(u"the time"_s, [&] { return timer.elapsed() > secondMs; });
}

/// Bytes of one wait that is answered: the mark is as long as that of an unchanged one.
qint64 bytesOfWait(test::ShapingProxy& proxy, BenchClient& client)
{
    client.engine().stop();
    calmDown();
    const qint64 before = proxy.carried();
    SyncClient calls(client.session());
    bool answered = false;
    calls.wait(u"1.1"_s, [&](const Reply<WaitResponse>& reply) { answered = reply.status == 200; });
    waitUntil(u"a wait"_s, [&] { return answered; });
    calmDown();
    return proxy.carried() - before;
}

} // namespace

void benchBytes(Report& report, ServerImages& images)
{
    LiveServer server(images.image(oneTutor));
    test::ShapingProxy proxy(server.port());
    test::ShapingProxy leadsProxy(server.port());
    BenchClient tutor(proxy.url());
    BenchClient lead(leadsProxy.url());
    tutor.signIn(server.image().user(u"tutor01"_s));
    const qint64 signedIn = proxy.carried();
    tutor.firstSession();
    const auto first = double(proxy.carried() - signedIn);
    const auto rows = double(tutor.countAllRows());
    report.line({u"bytes_row"_s, first / rows, u"B"_s, {}, 0, u"<= 100"_s});

    const RecordId family = server.image().familiesOf(u"tutor01"_s).front();
    const auto edit = [&](const QString& text) {
        const auto edited = tutor.apply({Change<Customer>(Id<Customer>(family), family)
                                             .set(&Customer::nextStep, text)
                                             .mutation()});
        demand(edited.ok(), u"an edit was refused"_s);
        calmDown();
        tutor.settle();
        lead.settle();
    };
    lead.signIn(server.image().user(u"lead1"_s));
    lead.firstSession();
    // The first edit of a device is shorter than all others: no chain stands before it.
    edit(u"周四约试听"_s);
    const qint64 tutors = proxy.carried();
    const qint64 leads = leadsProxy.carried();
    edit(u"周五约试听"_s);
    report.line({u"bytes_edit"_s, double(proxy.carried() - tutors), u"B"_s, {}, 0, u"<= 2048"_s});
    report.line({u"bytes_edit_elsewhere"_s, double(leadsProxy.carried() - leads), u"B"_s});
    report.line({u"bytes_idle_minute"_s, double(bytesOfWait(proxy, tutor)) * waitsAMinute, u"B"_s,
        {}, 0, u"<= 1024"_s});
    lead.engine().stop();
}

} // namespace homeroom::bench
