// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/demorandom.h"

#include <array>

namespace homeroom {

namespace {

constexpr quint64 goldenGamma = 0x9e3779b97f4a7c15;

quint64 mixed(quint64 z)
{
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
}

} // namespace

DemoRandom::DemoRandom(quint64 seed, quint64 stream)
    : m_state(mixed(seed + goldenGamma) ^ mixed((stream + 1) * goldenGamma))
{
}

quint64 DemoRandom::next()
{
    m_state += goldenGamma;
    return mixed(m_state);
}

qint64 DemoRandom::below(qint64 bound)
{
    Q_ASSERT(bound > 0);
    return qint64(next() % quint64(bound));
}

qint64 DemoRandom::between(qint64 first, qint64 last)
{
    return first + below(last - first + 1);
}

double DemoRandom::real()
{
    return double(next() >> 11) / double(quint64(1) << 53);
}

bool DemoRandom::chance(double probability)
{
    return real() < probability;
}

size_t DemoRandom::weighted(std::span<const double> weights)
{
    double sum = 0;
    for (const double weight : weights)
        sum += weight;
    double rest = real() * sum;
    for (size_t i = 0; i + 1 < weights.size(); ++i) {
        rest -= weights[i];
        if (rest < 0)
            return i;
    }
    return weights.size() - 1;
}

RecordId DemoRandom::id(Milliseconds bornAt)
{
    std::array<quint8, 16> bytes{};
    const quint64 high = next();
    const quint64 low = next();
    for (size_t i = 0; i < 6; ++i)
        bytes[i] = quint8(quint64(bornAt) >> (8 * (5 - i)));
    bytes[6] = quint8(0x70 | (high & 0x0f)); // version 7
    bytes[7] = quint8(high >> 8);
    for (size_t i = 0; i < 8; ++i)
        bytes[8 + i] = quint8(low >> (8 * i));
    bytes[8] = quint8((bytes[8] & 0x3f) | 0x80); // variant of RFC 9562
    return RecordId(bytes);
}

} // namespace homeroom
