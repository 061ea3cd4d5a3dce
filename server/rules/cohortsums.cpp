// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rules/cohortsums.h"

#include "models/values/cohortroll.h"

#include <algorithm>

namespace homeroom {

namespace {

// All records of a large cohort would take hundreds of megabytes.
constexpr size_t familiesAtOnce = 1024;

class CohortSums {
public:
    CohortSums(ReadTransaction& transaction, const Id<Cohort>& cohort,
        std::span<const TallyMoment> moments);

    std::vector<HolderNumbers> collect();

private:
    void addFamilies(std::span<const RecordRow> enrollments);
    void addOrders(CohortRoll& roll, std::span<const RecordId> families);
    NumbersHolder holderOf(const Enrollment& enrollment, const Customer& family) const;
    void addEntry(const CohortRoll& roll, const CohortRoll::Entry& entry, const Customer& family);

    ReadTransaction& m_transaction;
    Id<Cohort> m_cohort;
    std::span<const TallyMoment> m_moments;
    std::vector<Lesson> m_lessons{};
    QHash<RecordId, RecordId> m_teams{}; ///< of users
    std::vector<HolderNumbers> m_sums;
};

CohortSums::CohortSums(
    ReadTransaction& transaction, const Id<Cohort>& cohort, std::span<const TallyMoment> moments)
    : m_transaction(transaction), m_cohort(cohort), m_moments(moments), m_sums(moments.size())
{
    for (const RecordRow& row : transaction.recordsReferring(RecordKind::Lesson, u"cohort", cohort))
        m_lessons.push_back(fromRow<Lesson>(row));
    for (const RecordRow& row : transaction.records(RecordKind::User)) {
        const auto user = fromRow<User>(row);
        if (!user.team.isNull())
            m_teams.insert(user.id, user.team);
    }
}

NumbersHolder CohortSums::holderOf(const Enrollment& enrollment, const Customer& family) const
{
    const Id<User> tutor = enrollment.tutor.isNull() ? family.owner : enrollment.tutor;
    if (!enrollment.team.isNull())
        return {tutor, enrollment.team};
    return {tutor, m_teams.value(tutor, family.team)};
}

void CohortSums::addEntry(
    const CohortRoll& roll, const CohortRoll::Entry& entry, const Customer& family)
{
    const NumbersHolder holder = holderOf(entry.enrollment, family);
    for (size_t i = 0; i < m_moments.size(); ++i) {
        const CohortNumbers numbers = roll.numbersOf(entry, m_moments[i]);
        m_sums[i][{}] += numbers;
        if (!holder.user.isNull())
            m_sums[i][{holder.user, {}}] += numbers;
        if (!holder.team.isNull())
            m_sums[i][{{}, holder.team}] += numbers;
    }
}

void CohortSums::addOrders(CohortRoll& roll, std::span<const RecordId> families)
{
    QHash<RecordId, Opportunity> opportunities;
    for (const RecordRow& row : m_transaction.recordsWithin(RecordKind::Opportunity, families))
        opportunities.insert(row.id, fromRow<Opportunity>(row));
    for (const RecordRow& row : m_transaction.recordsWithin(RecordKind::Order, families)) {
        const auto order = fromRow<Order>(row);
        const Opportunity closed = opportunities.value(order.opportunity);
        roll.add(order, closed.student, closed.cohort);
    }
}

void CohortSums::addFamilies(std::span<const RecordRow> enrollments)
{
    CohortRoll roll(m_cohort, m_lessons);
    std::vector<RecordId> ids;
    for (const RecordRow& row : enrollments) {
        roll.add(fromRow<Enrollment>(row));
        if (ids.empty() || ids.back() != row.root)
            ids.push_back(row.root);
    }
    QHash<RecordId, Customer> families;
    for (const RecordRow& row : m_transaction.recordsWithin(RecordKind::Customer, ids)) {
        const auto family = fromRow<Customer>(row);
        roll.addFamily(family.id, family.friendAddedAt, family.groupJoinedAt);
        families.insert(family.id, family);
    }
    for (const RecordRow& row : m_transaction.recordsWithin(RecordKind::LessonProgress, ids))
        roll.add(fromRow<LessonProgress>(row));
    addOrders(roll, ids);
    for (const CohortRoll::Entry& entry : roll.entries()) {
        if (entry.student.counted)
            addEntry(roll, entry, families.value(entry.enrollment.customer));
    }
}

std::vector<HolderNumbers> CohortSums::collect()
{
    if (m_moments.empty())
        return {};
    std::vector<RecordRow> enrollments =
        m_transaction.recordsReferring(RecordKind::Enrollment, u"cohort", m_cohort);
    std::ranges::sort(enrollments, {}, &RecordRow::root);
    for (size_t at = 0; at < enrollments.size();) {
        size_t end = std::min(at + familiesAtOnce, enrollments.size());
        while (end < enrollments.size() && enrollments[end].root == enrollments[end - 1].root)
            ++end;
        addFamilies(std::span(enrollments).subspan(at, end - at));
        at = end;
    }
    return std::move(m_sums);
}

} // namespace

std::vector<HolderNumbers> cohortSums(
    ReadTransaction& transaction, const Id<Cohort>& cohort, std::span<const TallyMoment> moments)
{
    return CohortSums(transaction, cohort, moments).collect();
}

} // namespace homeroom
