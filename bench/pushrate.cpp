// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/benchclient.h"
#include "bench/rawdevice.h"
#include "bench/syncbench.h"
#include "models/database/recordtable.h"

namespace homeroom::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr ImageOptions team{};

/// Devices that each send their requests one after the other, all at once.
class Pushers {
public:
    Pushers(LiveServer& server, int devices, int requests, size_t mutations)
        : m_mutations(mutations)
    {
        for (int i = 1; i <= devices; ++i) {
            const DemoUser& user =
                server.image().user(u"tutor%1"_s.arg(i, 2, 10, QLatin1Char('0')));
            m_devices.push_back(std::make_unique<RawDevice>(server, user));
            std::vector<QByteArray> bodies;
            for (int request = 0; request < requests; ++request)
                bodies.push_back(m_devices.back()->nextPush(mutations));
            m_bodies.push_back(std::move(bodies));
        }
        m_left = devices * requests;
    }

    /// Seconds until the last answer.
    double run()
    {
        QElapsedTimer timer;
        timer.start();
        for (size_t i = 0; i < m_devices.size(); ++i)
            sendNext(i, 0);
        waitUntil(u"pushes"_s, [this] { return m_left == 0 || m_failed; });
        const double seconds = double(timer.nsecsElapsed()) / 1e9;
        demand(!m_failed, u"a push was not applied"_s);
        return seconds;
    }

private:
    void sendNext(size_t device, size_t request)
    {
        if (request == m_bodies[device].size())
            return;
        m_devices[device]->wire().post(route::push.data(), m_bodies[device][request],
            [this, device, request](const test::RawResponse& answer) {
                const bool good =
                    answer.status == 200 && RawDevice::applied(answer.body) == qint64(m_mutations);
                m_failed = m_failed || !good;
                --m_left;
                sendNext(device, request + 1);
            });
    }

    const size_t m_mutations;
    std::vector<std::unique_ptr<RawDevice>> m_devices{};
    std::vector<std::vector<QByteArray>> m_bodies{};
    int m_left = 0;
    bool m_failed = false;
};

/// Bare commits a second of one changed row each, into an encrypted file on the same disk.
double bareRowsPerSecond(int transactions, int rowsEach)
{
    BenchClient client({});
    const Id<Customer> id(client.ids().next());
    QElapsedTimer timer;
    timer.start();
    Pending<Result<ChangeSet>> last;
    for (int i = 0; i < transactions; ++i) {
        last = client.store().write([=](Database& database) -> Result<ChangeSet> {
            RecordTable customers(database, recordTypeOf<Customer>());
            for (int row = 0; row < rowsEach; ++row) {
                Customer customer;
                customer.id = id;
                customer.nextStep = QString::number(i * rowsEach + row);
                customers.put(toRow(customer));
            }
            return ChangeSet{};
        });
    }
    demand(last.result().ok(), u"cannot write"_s);
    return double(transactions) * rowsEach * 1e9 / double(timer.nsecsElapsed());
}

} // namespace

void benchPushSingle(Report& report, ServerImages& images)
{
    constexpr int devices = 8;
    constexpr int requests = 400;
    LiveServer server(images.image(team));
    const double seconds = Pushers(server, devices, requests, 1).run();
    report.line({u"push_single"_s, devices * requests / seconds, u"pushes/s"_s,
        u"bare_commits_per_second"_s, bareRowsPerSecond(1000, 1), u">= 1000"_s});
    server.stopAndCheck();
}

void benchPushBatch(Report& report, ServerImages& images)
{
    constexpr int devices = 4;
    constexpr int requests = 20;
    LiveServer server(images.image(team));
    const double seconds = Pushers(server, devices, requests, size_t(maximumPushMutations)).run();
    report.line({u"push_batch"_s, devices * requests * maximumPushMutations / seconds,
        u"mutations/s"_s, u"bare_rows_per_second"_s, bareRowsPerSecond(100, maximumPushMutations),
        u">= 10000"_s});
    server.stopAndCheck();
}

} // namespace homeroom::bench
