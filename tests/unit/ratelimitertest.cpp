// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/ratelimiter.h"
#include "tests/support/testmain.h"

#include <thread>

using namespace homeroom;
using namespace Qt::StringLiterals;

namespace {

constexpr Milliseconds start = 1'764'000'000'000;
constexpr RateLimiter::Rate threeThenOneASecond{3, secondMs, 100};

} // namespace

class RateLimiterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void letsABurstThroughThenSaysHowLongToWait()
    {
        ManualClock clock(start);
        RateLimiter limiter(clock, threeThenOneASecond);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(limiter.take(u"lin"_s), 0);
        QCOMPARE(limiter.take(u"lin"_s), secondMs);
        clock.advance(400);
        QCOMPARE(limiter.take(u"lin"_s), 600);
        clock.advance(600);
        QCOMPARE(limiter.take(u"lin"_s), 0);
        QCOMPARE(limiter.take(u"lin"_s), secondMs);
    }

    void countsKeysApart()
    {
        const ManualClock clock(start);
        RateLimiter limiter(clock, threeThenOneASecond);
        for (int i = 0; i < 4; ++i)
            (void)limiter.take(u"lin"_s);
        QCOMPARE(limiter.take(u"wang"_s), 0);
    }

    void neverHoldsMoreThanTheBurst()
    {
        ManualClock clock(start);
        RateLimiter limiter(clock, threeThenOneASecond);
        (void)limiter.take(u"lin"_s);
        clock.advance(hourMs);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(limiter.take(u"lin"_s), 0);
        QVERIFY(limiter.take(u"lin"_s) > 0);
    }

    void forgetsAfterTheRightPassword()
    {
        const ManualClock clock(start);
        RateLimiter limiter(clock, threeThenOneASecond);
        for (int i = 0; i < 4; ++i)
            (void)limiter.take(u"lin"_s);
        limiter.forget(u"lin"_s);
        QCOMPARE(limiter.take(u"lin"_s), 0);
    }

    void givesNothingToAClockSetBack()
    {
        ManualClock clock(start);
        RateLimiter limiter(clock, threeThenOneASecond);
        for (int i = 0; i < 3; ++i)
            (void)limiter.take(u"lin"_s);
        clock.advance(-dayMs);
        QCOMPARE(limiter.take(u"lin"_s), secondMs);
        clock.advance(secondMs);
        QCOMPARE(limiter.take(u"lin"_s), 0);
    }

    void staysSmallUnderEndlessNamesAndKeepsWhomItCounted()
    {
        ManualClock clock(start);
        RateLimiter limiter(clock, threeThenOneASecond);
        for (int i = 0; i < 4; ++i)
            (void)limiter.take(u"lin"_s);
        int letThrough = 0;
        for (int i = 0; i < 1000; ++i)
            letThrough += limiter.take(QString::number(i)) == 0 ? 1 : 0;
        QCOMPARE(limiter.keys(), 100);
        QCOMPARE(letThrough, 99 + 3);
        QVERIFY(limiter.take(u"lin"_s) > 0);
    }

    void makesRoomWhenBucketsAreFullAgain()
    {
        ManualClock clock(start);
        RateLimiter limiter(clock, threeThenOneASecond);
        for (int i = 0; i < 200; ++i)
            (void)limiter.take(QString::number(i));
        clock.advance(10 * secondMs);
        QCOMPARE(limiter.take(u"lin"_s), 0);
        QCOMPARE(limiter.keys(), 1);
    }

    void countsExactlyFromSeveralThreads()
    {
        const ManualClock clock(start);
        RateLimiter limiter(clock, {50, secondMs, 100});
        std::atomic<int> letThrough = 0;
        std::vector<std::thread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&limiter, &letThrough] {
                for (int attempt = 0; attempt < 50; ++attempt)
                    letThrough += limiter.take(u"lin"_s) == 0 ? 1 : 0;
            });
        }
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(letThrough.load(), 50);
    }
};

HOMEROOM_TEST_MAIN(RateLimiterTest)
#include "ratelimitertest.moc"
