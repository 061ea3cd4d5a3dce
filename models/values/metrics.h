// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/description.h"

#include <QJsonObject>

#include <array>

namespace homeroom {

/// What is counted of a cohort (domain.md, «Numbers»). The words are stable ids: stored, sent and
/// exported. Base rates have the enrolled or what was unlocked below the line, step rates what the
/// step before reached.
enum class Metric {
    Friend, ///< students whose parent was a friend by the cut-off ÷ enrolled students
    Group, ///< students whose parent was in the class group by the cut-off ÷ enrolled students
    Attendance, ///< student-lessons attended, live or replay ÷ student-lessons unlocked
    Finish, ///< student-lessons finished ÷ student-lessons unlocked
    FinishStep, ///< student-lessons finished ÷ student-lessons attended
    Homework, ///< homework handed in ÷ homework due
    Deposit, ///< students with a deposit that was not paid back ÷ enrolled students
    Conversion ///< students with a full order that was not paid back ÷ enrolled students
};
template <> struct Words<Metric> {
    static constexpr QLatin1StringView words[] = {QLatin1StringView("friend"),
        QLatin1StringView("group"), QLatin1StringView("attendance"), QLatin1StringView("finish"),
        QLatin1StringView("finish_step"), QLatin1StringView("homework"),
        QLatin1StringView("deposit"), QLatin1StringView("conversion")};
};
constexpr size_t metricCount = std::size(Words<Metric>::words);

/// One metric of some people: only counts are kept and added, a rate is worked out where it is
/// shown. Over zero there is none.
struct MetricCount {
    qint64 numerator = 0;
    qint64 denominator = 0;

    MetricCount& operator+=(const MetricCount& other);
    bool operator==(const MetricCount&) const = default;
};

/// Every metric of some people at one moment.
class CohortNumbers {
public:
    MetricCount& operator[](Metric metric) { return m_counts[size_t(metric)]; }
    const MetricCount& operator[](Metric metric) const { return m_counts[size_t(metric)]; }

    CohortNumbers& operator+=(const CohortNumbers& other);
    bool operator==(const CohortNumbers&) const = default;

    /// `{"attendance":[12,30],…}`
    QJsonObject toJson() const;
    /// Metrics that this program does not know are left out; a missing or unreadable one is 0/0.
    static CohortNumbers fromJson(const QJsonObject& json);

private:
    std::array<MetricCount, metricCount> m_counts{};
};

} // namespace homeroom
