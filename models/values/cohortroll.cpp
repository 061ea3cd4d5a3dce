// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/cohortroll.h"

namespace homeroom {

CohortRoll::CohortRoll(const Id<Cohort>& cohort, const std::vector<Lesson>& lessons)
    : m_cohort(cohort)
{
    for (const Lesson& lesson : lessons) {
        m_lessonPlaces.insert(lesson.id, m_lessons.size());
        m_lessons.push_back({lesson.unlocksAt, lesson.homework});
    }
}

void CohortRoll::add(const Enrollment& enrollment)
{
    TallyStudent student;
    student.joinedAt = enrollment.joinedAt;
    student.progress.resize(m_lessons.size());
    m_places.insert(enrollment.id, m_entries.size());
    const auto last = m_families.constFind(enrollment.customer);
    m_siblings.push_back(last == m_families.constEnd() ? -1 : *last);
    m_families.insert(enrollment.customer, qsizetype(m_entries.size()));
    m_entries.push_back({enrollment, std::move(student)});
}

void CohortRoll::addFamily(const RecordId& customer,
    const std::optional<Milliseconds>& friendAddedAt,
    const std::optional<Milliseconds>& groupJoinedAt)
{
    for (qsizetype at = m_families.value(customer, -1); at >= 0; at = m_siblings[size_t(at)]) {
        Entry& entry = m_entries[size_t(at)];
        entry.student.counted = entry.enrollment.counted;
        entry.student.friendAddedAt = friendAddedAt;
        entry.student.groupJoinedAt = groupJoinedAt;
    }
}

void CohortRoll::add(const LessonProgress& progress)
{
    const auto entry = m_places.constFind(progress.enrollment);
    const auto lesson = m_lessonPlaces.constFind(progress.lesson);
    if (entry == m_places.constEnd() || lesson == m_lessonPlaces.constEnd())
        return;
    const bool attended =
        progress.attended == Attendance::Live || progress.attended == Attendance::Replay;
    m_entries[*entry].student.progress[*lesson] = {
        attended, progress.finished, progress.homeworkAt};
}

void CohortRoll::add(
    const Order& order, const Id<Student>& ofOpportunity, const Id<Cohort>& forCohort)
{
    if (!forCohort.isNull() && forCohort != m_cohort)
        return;
    const Id<Student> student = order.student.isNull() ? ofOpportunity : order.student;
    for (qsizetype at = m_families.value(order.customer, -1); at >= 0;
         at = m_siblings[size_t(at)]) {
        Entry& entry = m_entries[size_t(at)];
        if (entry.enrollment.student == student)
            entry.student.orders.push_back({order.kind, order.paidAt, order.refundedAt});
    }
}

CohortNumbers CohortRoll::numbersOf(const Entry& entry, const TallyMoment& moment) const
{
    return homeroom::numbersOf(entry.student, m_lessons, moment);
}

} // namespace homeroom
