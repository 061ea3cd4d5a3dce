// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/metrics.h"

#include <QJsonArray>

namespace homeroom {

namespace {

/// Nothing where the value is no whole number of things.
std::optional<qint64> countOf(const QJsonValue& value)
{
    const qint64 count = value.toInteger(-1);
    return count < 0 ? std::nullopt : std::optional(count);
}

} // namespace

MetricCount& MetricCount::operator+=(const MetricCount& other)
{
    numerator += other.numerator;
    denominator += other.denominator;
    return *this;
}

CohortNumbers& CohortNumbers::operator+=(const CohortNumbers& other)
{
    for (size_t i = 0; i < metricCount; ++i)
        m_counts[i] += other.m_counts[i];
    return *this;
}

QJsonObject CohortNumbers::toJson() const
{
    QJsonObject json;
    for (size_t i = 0; i < metricCount; ++i) {
        json.insert(
            Words<Metric>::words[i], QJsonArray{m_counts[i].numerator, m_counts[i].denominator});
    }
    return json;
}

CohortNumbers CohortNumbers::fromJson(const QJsonObject& json)
{
    CohortNumbers numbers;
    for (size_t i = 0; i < metricCount; ++i) {
        const QJsonArray pair = json.value(Words<Metric>::words[i]).toArray();
        const auto numerator = countOf(pair.at(0));
        const auto denominator = countOf(pair.at(1));
        if (pair.size() == 2 && numerator && denominator)
            numbers.m_counts[i] = {*numerator, *denominator};
    }
    return numbers;
}

} // namespace homeroom
