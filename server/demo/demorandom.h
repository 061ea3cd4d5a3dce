// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/recordid.h"

#include <span>

namespace homeroom {

/// SplitMix64: small, and the same numbers on every platform and in every Qt, which the standard
/// distributions do not promise. Each family draws from a stream of its own, so that one more
/// draw in one place leaves all other families alone.
class DemoRandom {
public:
    explicit DemoRandom(quint64 seed, quint64 stream = 0);

    quint64 next();
    /// 0 … bound − 1; bound must be positive.
    qint64 below(qint64 bound);
    /// Both ends included.
    qint64 between(qint64 first, qint64 last);
    /// From 0, never 1.
    double real();
    bool chance(double probability);
    /// An index into the weights, as often as its weight says.
    size_t weighted(std::span<const double> weights);

    template <typename T, size_t N> const T& pick(const T (&items)[N])
    {
        return items[size_t(below(qint64(N)))];
    }

    /// A UUIDv7 born then.
    RecordId id(Milliseconds bornAt);

private:
    quint64 m_state;
};

} // namespace homeroom
