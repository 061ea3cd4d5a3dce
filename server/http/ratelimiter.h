// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/clock.h"

#include <QHash>
#include <QString>

#include <mutex>

namespace homeroom {

/// A bucket of tokens for each key: `burst` attempts at once, then one every `interval`. For
/// sign-in, with the user's name and the peer's address as keys. Safe to use from several threads.
class RateLimiter {
public:
    struct Rate {
        int burst = 5;
        Milliseconds interval = 30 * secondMs;
        /// Beyond this many keys with missing tokens all new ones share one bucket, so that an
        /// attacker with endless names fills neither the memory nor pushes out a counted name.
        qsizetype largestKeys = 10'000;
    };

    RateLimiter(const Clock& clock, Rate rate) : m_clock(clock), m_rate(rate) { }

    /// Takes a token. 0 when there was one, otherwise how long until there is one.
    Milliseconds take(const QString& key);
    /// Fills the bucket again, after the right password.
    void forget(const QString& key);
    /// How many keys are remembered.
    qsizetype keys() const;

private:
    struct Bucket {
        double tokens = 0;
        Milliseconds at = 0;
    };

    Bucket refilled(Bucket bucket, Milliseconds now) const;
    Bucket& bucketOf(const QString& key, Milliseconds now);
    void dropFull(Milliseconds now);

    const Clock& m_clock;
    const Rate m_rate;
    mutable std::mutex m_mutex;
    QHash<QString, Bucket> m_buckets;
    Bucket m_shared{};
    bool m_sharedInUse = false;
    Milliseconds m_swept = 0;
};

} // namespace homeroom
