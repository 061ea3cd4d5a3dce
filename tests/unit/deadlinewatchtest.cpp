// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/deadlinewatch.h"
#include "tests/support/testmain.h"

#include <QSemaphore>

#include <atomic>

using namespace homeroom;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 20'000;

} // namespace

class DeadlineWatchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void runsAnEarlierJobThatCameLater()
    {
        DeadlineWatch watch;
        QSemaphore ran;
        const auto late = watch.schedule(1h, [] {});
        // Cancelling the first leaves the thread asleep until its hour; the others must wake it.
        watch.cancel(late);
        watch.schedule(30min, [] {});
        watch.schedule(1ms, [&ran] { ran.release(); });
        QVERIFY(ran.tryAcquire(1, patience));
        watch.schedule(1ms, [&ran] { ran.release(); });
        QVERIFY(ran.tryAcquire(1, patience));
    }

    void runsInTheOrderOfTime()
    {
        DeadlineWatch watch;
        QSemaphore done;
        std::vector<int> order;
        watch.schedule(30ms, [&] {
            order.push_back(2);
            done.release();
        });
        watch.schedule(1ms, [&] { order.push_back(1); });
        QVERIFY(done.tryAcquire(1, patience));
        QCOMPARE(order, (std::vector{1, 2}));
    }

    void doesNotRunWhatIsCancelled()
    {
        DeadlineWatch watch;
        QSemaphore done;
        std::atomic<bool> ran = false;
        const auto ticket = watch.schedule(20ms, [&ran] { ran = true; });
        watch.cancel(ticket);
        watch.cancel(ticket);
        watch.cancel({});
        watch.schedule(40ms, [&done] { done.release(); });
        QVERIFY(done.tryAcquire(1, patience));
        QVERIFY(!ran);
    }

    void letsAJobScheduleAnother()
    {
        DeadlineWatch watch;
        QSemaphore done;
        watch.schedule(1ms, [&] { watch.schedule(1ms, [&done] { done.release(); }); });
        QVERIFY(done.tryAcquire(1, patience));
    }

    void dropsItsJobsWhenStopped()
    {
        const auto held = std::make_shared<int>(0);
        DeadlineWatch watch;
        watch.schedule(1h, [held] {});
        QCOMPARE(held.use_count(), 2);
        watch.stop();
        QCOMPARE(held.use_count(), 1);
        watch.stop();
    }
};

HOMEROOM_TEST_MAIN(DeadlineWatchTest)
#include "deadlinewatchtest.moc"
