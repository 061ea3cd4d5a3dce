// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/benchclient.h"
#include "bench/rawdevice.h"
#include "bench/rawinserts.h"
#include "bench/syncbench.h"
#include "sync/protocol/codec.h"

namespace homeroom::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr ImageOptions oneTutor{.families = 500, .keepers = 1};

AssignRequest allOf(const ServerImage& image, const DemoUser& from, const DemoUser& to)
{
    AssignRequest request;
    for (const RecordId& family : image.familiesOf(from.name))
        request.items.push_back({family, from.id});
    request.to = to.id;
    return request;
}

} // namespace

void benchHandover(Report& report, ServerImages& images)
{
    LiveServer server(images.image(oneTutor));
    const ServerImage& image = server.image();
    const DemoUser& from = image.user(u"tutor01"_s);
    const DemoUser& to = image.user(u"tutor02"_s);
    BenchClient loser(server.url());
    BenchClient receiver(server.url());
    loser.signIn(from);
    receiver.signIn(to);
    loser.firstSession();
    receiver.firstSession();
    loser.engine().stop();
    RawDevice lead(server, image.user(u"lead1"_s));

    const double bare = rawInsertSeconds(loser.reader()) * 1000;
    const QByteArray request = encode(allOf(image, from, to));
    QElapsedTimer timer;
    timer.start();
    const QByteArray answer =
        lead.wire().ask(route::assign.data(), request, "Idempotency-Key: bench\r\n");
    const double served = double(timer.nsecsElapsed()) / 1e6;
    const Result<AssignResponse> assigned = decodeAssignResponse(answer);
    demand(assigned.ok() && assigned->assigned == oneTutor.families, u"not all were assigned"_s);
    waitUntil(u"the receiver"_s, [&] {
        return receiver.engine().status().activity == SyncActivity::Idle
            && receiver.countRows(RecordKind::Customer) == oneTutor.families;
    });
    const double received = double(timer.nsecsElapsed()) / 1e6 - served;
    demand(receiver.countAllRows() >= oneTutor.families * oneTutor.rowsPerFamily,
        u"records did not travel with their families"_s);
    const double evicted = loser.firstSession();
    demand(loser.countRows(RecordKind::Customer) == 0, u"the former owner keeps families"_s);

    report.line(
        {u"handover_500_server"_s, served, u"ms"_s, u"raw_prepared_inserts"_s, bare, u"<= 150"_s});
    report.line({u"handover_500_receiver"_s, received, u"ms"_s, u"raw_prepared_inserts"_s, bare,
        u"<= 2000"_s});
    report.line(
        {u"handover_500_loser"_s, evicted, u"ms"_s, u"raw_prepared_inserts"_s, bare, u"<= 1000"_s});
    receiver.engine().stop();
    loser.engine().stop();
    server.stopAndCheck();
}

} // namespace homeroom::bench
