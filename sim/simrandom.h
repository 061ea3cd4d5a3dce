// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace homeroom::sim {

/// The one source of chance (SplitMix64). Generators made from it with different salts do not
/// disturb each other, so that leaving a step out changes no other.
class SimRandom {
public:
    explicit SimRandom(quint64 seed) : m_state(seed) { }

    quint64 next()
    {
        m_state += 0x9e3779b97f4a7c15ull;
        quint64 mixed = m_state;
        mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9ull;
        mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebull;
        return mixed ^ (mixed >> 31);
    }
    /// 0 to bound - 1; 0 for a bound below 1.
    int below(int bound) { return bound < 1 ? 0 : int(next() % quint64(bound)); }
    qint64 between(qint64 least, qint64 most)
    {
        return least + qint64(next() % quint64(most - least + 1));
    }
    bool chance(double probability)
    {
        return double(next() >> 11) / double(1ull << 53) < probability;
    }
    template <typename Value> const Value& pick(const std::vector<Value>& values)
    {
        return values[size_t(below(int(values.size())))];
    }
    SimRandom fork(quint64 salt) const
    {
        SimRandom other(m_state ^ (salt * 0xd1342543de82ef95ull + 0x2545f4914f6cdd1dull));
        other.next();
        return other;
    }

private:
    quint64 m_state;
};

} // namespace homeroom::sim
