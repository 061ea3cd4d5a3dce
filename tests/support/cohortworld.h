// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/metrics.h"
#include "models/values/recordrow.h"
#include "models/values/records/records.h"

#include <QRandomGenerator>

namespace homeroom::test {

/// One cohort with families at random, and in it everything that may go wrong with a count:
/// siblings, students who moved or left, refunds, orders of another cohort, of no opportunity and
/// without a student, rows of lessons that are still locked.
class CohortWorld {
public:
    struct Keeper {
        RecordId user{};
        RecordId team{};
    };
    /// Whether an enrolment of that family is meant.
    using Belongs = std::function<bool(const Enrollment&, const Customer&)>;

    /// The camp opens on 2025-11-24 and takes seven days, in Shanghai.
    CohortWorld(quint32 seed, const std::vector<Keeper>& keepers, int families);

    /// Parents first.
    std::vector<RecordRow> rows() const;
    /// Every number from the raw records in plain loops, metric by metric.
    CohortNumbers plainNumbers(Milliseconds asOf, const Belongs& belongs) const;
    /// The tutor and the team of an enrolment, as the rule says.
    Keeper keeperOf(const Enrollment& enrollment, const Customer& family) const;

    Cohort cohort{};
    std::vector<Lesson> lessons{};
    std::vector<Customer> customers{};
    std::vector<Student> students{};
    std::vector<Enrollment> enrollments{};
    std::vector<LessonProgress> progress{};
    std::vector<Opportunity> opportunities{};
    std::vector<Order> orders{};

private:
    template <typename Record> Record made();
    bool chance(int percent);
    Milliseconds someTime();
    std::optional<Milliseconds> maybeTime(int percent);
    void addFamily();
    void addStudent(const Customer& family);
    void addProgress(const Enrollment& enrollment);
    void addOrders(const Enrollment& enrollment);

    const Customer& familyOf(const Enrollment& enrollment) const;
    bool enrolled(const Enrollment& enrollment, Milliseconds asOf, const Belongs& belongs) const;
    bool hasOrder(const Enrollment& enrollment, OrderKind kind, Milliseconds asOf) const;
    MetricCount plainLessons(Metric metric, Milliseconds asOf, const Belongs& belongs) const;

    QRandomGenerator m_random;
    std::vector<Keeper> m_keepers;
    Id<Cohort> m_other{}; ///< a cohort that is not this one
    quint64 m_made = 0;
    quint32 m_seed;
};

} // namespace homeroom::test
