// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/benchclient.h"
#include "bench/crowd.h"
#include "bench/rawdevice.h"
#include "bench/syncbench.h"
#include "sync/protocol/codec.h"

#include <QTimer>

namespace homeroom::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr ImageOptions team{};
constexpr int parked = 2000;
constexpr int seconds = 6;
constexpr int pause = 5; ///< milliseconds from an answer to the next request

/// What clients ask at work: a pull without news, and now and then a push of their own. What it
/// pushes is private, so that the edit a second of the editor is the only one that wakes the crowd.
class Worker {
public:
    Worker(LiveServer& server, const DemoUser& user) : m_device(server, user)
    {
        PullRequest first{m_device.device()};
        first.rows = 50'000;
        const Result<PullPage> page =
            decodePullPage(m_device.wire().ask(route::pull.data(), encode(first)));
        demand(page.ok() && page->last, u"cannot pull"_s);
        m_cursor = page->cursor;
        m_next.setSingleShot(true);
        QObject::connect(&m_next, &QTimer::timeout, &m_next, [this] { ask(); });
    }

    /// Milliseconds of every request within the time.
    std::vector<double> run()
    {
        m_times.clear();
        QElapsedTimer lasting;
        lasting.start();
        ask();
        waitUntil(
            u"requests"_s, [&] { return lasting.elapsed() > seconds * secondMs || m_failed; });
        m_next.stop();
        waitUntil(u"the last request"_s, [this] { return !m_asking; });
        demand(!m_failed, u"a request got an error"_s);
        return m_times;
    }

private:
    void ask()
    {
        const bool pushes = m_times.size() % 10 == 9;
        PullRequest pull{m_device.device(), m_cursor};
        pull.rows = 500;
        m_asking = true;
        m_timer.start();
        m_device.wire().post(pushes ? route::push.data() : route::pull.data(),
            pushes ? m_device.nextPrivatePush() : encode(pull),
            [this](const test::RawResponse& answer) {
                m_asking = false;
                m_times.push_back(double(m_timer.nsecsElapsed()) / 1e6);
                m_failed = m_failed || answer.status != 200;
                m_next.start(pause);
            });
    }

    RawDevice m_device;
    QString m_cursor{};
    QElapsedTimer m_timer{};
    QTimer m_next{};
    std::vector<double> m_times{};
    bool m_asking = false;
    bool m_failed = false;
};

} // namespace

void benchWaiters(Report& report, ServerImages& images)
{
    LiveServer server(images.image(team));
    const ServerImage& image = server.image();
    const DemoUser& apart = image.user(u"tutor08"_s);
    Worker worker(server, apart);
    RawDevice editor(server, image.user(u"tutor01"_s));
    bool open = false;
    bool failed = false;
    QTimer everySecond;
    QObject::connect(&everySecond, &QTimer::timeout, &everySecond, [&] {
        if (!std::exchange(open, true))
            editor.wire().post(
                route::push.data(), editor.nextPush(1), [&](const test::RawResponse& answer) {
                    open = false;
                    failed = failed || answer.status != 200;
                });
    });
    everySecond.start(1000);
    const std::vector<double> alone = worker.run();
    Crowd crowd(server, apart.name);
    crowd.park(parked);
    const qint64 before = crowd.answers();
    const std::vector<double> crowded = worker.run();
    demand(!failed && crowd.failures() == 0, u"a waiting client got an error"_s);
    demand(crowd.answers() > before, u"nobody was woken"_s);
    report.line({u"waiters_p99"_s, quantile(crowded, 0.99), u"ms"_s, u"without_waiters"_s,
        quantile(alone, 0.99), u"ratio <= 2"_s});
    report.line({u"waiters_p50"_s, quantile(crowded, 0.5), u"ms"_s, u"without_waiters"_s,
        quantile(alone, 0.5), {}});
    everySecond.stop();
    waitUntil(u"the last edit"_s, [&] { return !open; });
}

} // namespace homeroom::bench
