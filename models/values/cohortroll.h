// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/cohorttally.h"
#include "models/values/records/records.h"

#include <QHash>

namespace homeroom {

/// The enrolled students of one cohort, put together out of records for the numbers. Server and
/// client read the records each in their own way and fill the same roll.
class CohortRoll {
public:
    struct Entry {
        Enrollment enrollment{};
        TallyStudent student{};
    };

    CohortRoll(const Id<Cohort>& cohort, const std::vector<Lesson>& lessons);

    /// First; what follows is kept only where it belongs to an enrolment.
    void add(const Enrollment& enrollment);
    /// An enrolment whose family is not there, or no more, counts nowhere.
    void addFamily(const RecordId& customer, const std::optional<Milliseconds>& friendAddedAt,
        const std::optional<Milliseconds>& groupJoinedAt);
    void add(const LessonProgress& progress);
    /// An order counts for the cohort of the opportunity that it closed; where that names none, for
    /// every cohort of the student. Null ids where there is no opportunity.
    void add(const Order& order, const Id<Student>& ofOpportunity, const Id<Cohort>& forCohort);

    const std::vector<Entry>& entries() const { return m_entries; }
    /// What the student adds at that moment.
    CohortNumbers numbersOf(const Entry& entry, const TallyMoment& moment) const;

private:
    Id<Cohort> m_cohort;
    std::vector<TallyLesson> m_lessons{};
    QHash<RecordId, size_t> m_lessonPlaces{};
    std::vector<Entry> m_entries{};
    QHash<RecordId, size_t> m_places{}; ///< by enrolment
    QHash<RecordId, qsizetype> m_families{}; ///< place of the family's last enrolment
    std::vector<qsizetype> m_siblings{}; ///< by enrolment: place of the family's one before, or -1
};

} // namespace homeroom
