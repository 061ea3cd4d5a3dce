// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/ratelimiter.h"

#include <algorithm>
#include <cmath>

namespace homeroom {

Milliseconds RateLimiter::take(const QString& key)
{
    const std::lock_guard lock(m_mutex);
    const Milliseconds now = m_clock.now();
    Bucket& bucket = bucketOf(key, now);
    bucket = refilled(bucket, now);
    if (bucket.tokens >= 1) {
        bucket.tokens -= 1;
        return 0;
    }
    const double missing = 1 - bucket.tokens;
    const double wait = std::ceil(missing * static_cast<double>(m_rate.interval));
    return std::max<Milliseconds>(1, static_cast<Milliseconds>(wait));
}

void RateLimiter::forget(const QString& key)
{
    const std::lock_guard lock(m_mutex);
    m_buckets.remove(key);
}

qsizetype RateLimiter::keys() const
{
    const std::lock_guard lock(m_mutex);
    return m_buckets.size();
}

RateLimiter::Bucket RateLimiter::refilled(Bucket bucket, Milliseconds now) const
{
    // A clock that was set back gives nothing and takes nothing.
    const auto elapsed = static_cast<double>(std::max<Milliseconds>(0, now - bucket.at));
    const double gained = elapsed / static_cast<double>(m_rate.interval);
    return {std::min(static_cast<double>(m_rate.burst), bucket.tokens + gained), now};
}

RateLimiter::Bucket& RateLimiter::bucketOf(const QString& key, Milliseconds now)
{
    const Bucket full{static_cast<double>(m_rate.burst), now};
    if (const auto known = m_buckets.find(key); known != m_buckets.end())
        return *known;
    if (m_buckets.size() >= m_rate.largestKeys)
        dropFull(now);
    if (m_buckets.size() < m_rate.largestKeys)
        return *m_buckets.insert(key, full);
    if (!m_sharedInUse)
        m_shared = full;
    m_sharedInUse = true;
    return m_shared;
}

void RateLimiter::dropFull(Milliseconds now)
{
    // Once an interval: nothing fills sooner, and every attempt beyond the limit comes here.
    if (std::abs(now - m_swept) < m_rate.interval)
        return;
    m_swept = now;
    m_buckets.removeIf([this, now](const auto& entry) {
        return refilled(entry.value(), now).tokens >= static_cast<double>(m_rate.burst);
    });
}

} // namespace homeroom
