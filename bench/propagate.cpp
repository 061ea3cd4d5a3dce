// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/benchclient.h"
#include "bench/crowd.h"
#include "bench/rawdevice.h"
#include "bench/syncbench.h"
#include "models/store/records.h"

#include <QTimer>

namespace homeroom::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr ImageOptions team{};
constexpr int parked = 200;
constexpr int edits = 300; ///< that are measured
constexpr int editEvery = 50; ///< milliseconds: 20 a second
constexpr int others = 4; ///< devices with 20 edits a second each

/// Edits of a tutor, and when each of them was committed on the lead's client.
class Race {
public:
    Race(BenchClient& from, BenchClient& to, const std::vector<RecordId>& families)
        : m_from(from), m_to(to), m_families(families)
    {
        QObject::connect(&m_to.store(), &RecordStore::changed, &m_timer,
            [this](const ChangeSet& changes) { arrived(changes); });
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { edit(); });
        m_timer.setTimerType(Qt::PreciseTimer);
        m_clock.start();
    }

    std::vector<double> run()
    {
        m_timer.start(editEvery);
        waitUntil(
            u"edits on the other client"_s, [this] { return m_done.size() == edits || m_failed; });
        demand(!m_failed, u"an edit was refused"_s);
        return m_done;
    }

private:
    struct Sent {
        QString text;
        qint64 at;
    };

    void edit()
    {
        if (m_sent++ == edits) {
            m_timer.stop();
            return;
        }
        const RecordId family = m_families.at(size_t(m_sent) % m_families.size());
        const QString text = u"约 %1"_s.arg(m_sent);
        m_open[family].push_back({text, m_clock.nsecsElapsed()});
        Edit change;
        change.mutations = {Change<Customer>(Id<Customer>(family), family)
                                .set(&Customer::nextStep, text)
                                .mutation()};
        m_from.store().apply(change).then(&m_timer,
            [this](const Result<EditReceipt>& receipt) { m_failed = m_failed || !receipt.ok(); });
    }

    void arrived(const ChangeSet& changes)
    {
        const qint64 now = m_clock.nsecsElapsed();
        for (const ChangedRecord& record : changes.records) {
            if (record.kind != RecordKind::Customer || !m_open.contains(record.id))
                continue;
            if (const auto row = findRecord<Customer>(m_to.reader(), record.id))
                finish(m_open[record.id], row->nextStep, now);
        }
    }

    /// With an edit come all earlier ones of the same family.
    void finish(std::vector<Sent>& open, const QString& text, qint64 now)
    {
        const auto last = std::ranges::find(open, text, &Sent::text);
        if (last == open.end())
            return;
        for (auto sent = open.begin(); sent <= last; ++sent)
            m_done.push_back(double(now - sent->at) / 1e6);
        open.erase(open.begin(), last + 1);
    }

    BenchClient& m_from;
    BenchClient& m_to;
    const std::vector<RecordId>& m_families;
    QElapsedTimer m_clock{};
    QTimer m_timer{};
    int m_sent = 0;
    bool m_failed = false;
    QHash<RecordId, std::vector<Sent>> m_open{};
    std::vector<double> m_done{};
};

/// A device that pushes at a steady pace.
class Pusher {
public:
    Pusher(LiveServer& server, const DemoUser& user) : m_device(server, user)
    {
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            if (!std::exchange(m_busy, true))
                m_device.wire().post(route::push.data(), m_device.nextPush(1),
                    [this](const test::RawResponse& answer) {
                        m_busy = false;
                        m_failed = m_failed || answer.status != 200;
                    });
        });
        m_timer.start(editEvery);
    }
    bool failed() const { return m_failed; }

private:
    RawDevice m_device;
    QTimer m_timer{};
    bool m_busy = false;
    bool m_failed = false;
};

} // namespace

void benchPropagate(Report& report, ServerImages& images)
{
    LiveServer server(images.image(team));
    const ServerImage& image = server.image();
    BenchClient tutor(server.url());
    BenchClient lead(server.url());
    tutor.signIn(image.user(u"tutor01"_s));
    lead.signIn(image.user(u"lead1"_s));
    tutor.firstSession();
    lead.firstSession();
    const auto measured = [&] { return Race(tutor, lead, image.familiesOf(u"tutor01"_s)).run(); };
    const std::vector<double> alone = measured();
    Crowd crowd(server);
    crowd.park(parked);
    std::vector<std::unique_ptr<Pusher>> pushers;
    for (int i = 0; i < others; ++i)
        pushers.push_back(std::make_unique<Pusher>(server, image.user(u"tutor0%1"_s.arg(i + 2))));
    const std::vector<double> busy = measured();
    for (const auto& pusher : pushers)
        demand(!pusher->failed(), u"a push was refused"_s);
    demand(crowd.failures() == 0, u"a waiting client got an error"_s);
    pushers.clear();
    report.line({u"propagate_p50"_s, quantile(busy, 0.5), u"ms"_s, u"without_others"_s,
        quantile(alone, 0.5), u"<= 30"_s});
    report.line({u"propagate_p99"_s, quantile(busy, 0.99), u"ms"_s, u"without_others"_s,
        quantile(alone, 0.99), u"<= 90"_s});
    tutor.settle();
    lead.engine().stop();
    tutor.engine().stop();
}

} // namespace homeroom::bench
