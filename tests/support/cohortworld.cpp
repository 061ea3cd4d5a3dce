// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cohortworld.h"

#include <QTimeZone>

#include <algorithm>

namespace homeroom::test {

using namespace Qt::StringLiterals;

namespace {

// 2025-11-24 00:00 in Shanghai.
constexpr Milliseconds opening = 1'763'913'600'000;
constexpr qint64 campDays = 7;
constexpr Milliseconds evening = 19 * hourMs + 30 * minuteMs;

} // namespace

CohortWorld::CohortWorld(quint32 seed, const std::vector<Keeper>& keepers, int families)
    : m_random(seed), m_keepers(keepers), m_seed(seed)
{
    m_other = made<Cohort>().id;
    cohort = made<Cohort>();
    cohort.name = u"第 47 期"_s;
    cohort.opensOn = u"2025-11-24"_s;
    cohort.days = campDays;
    for (qint64 day = 1; day <= campDays; ++day) {
        auto lesson = made<Lesson>();
        lesson.cohort = cohort.id;
        lesson.cohortDay = day;
        lesson.unlocksAt = opening + (day - 1) * dayMs + evening;
        lesson.homework = day != campDays;
        lessons.push_back(lesson);
    }
    for (int i = 0; i < families; ++i)
        addFamily();
}

template <typename Record> Record CohortWorld::made()
{
    Record record;
    const QByteArray name = QByteArray::number(m_seed) + ' ' + QByteArray::number(++m_made);
    record.id = Id<Record>(RecordId::fromName(name));
    return record;
}

bool CohortWorld::chance(int percent)
{
    return m_random.bounded(100) < percent;
}

// From six days before D1 to a day behind T+10, to the second.
Milliseconds CohortWorld::someTime()
{
    return opening + (m_random.bounded(25 * 24 * 3600) - 6 * 24 * 3600) * secondMs;
}

std::optional<Milliseconds> CohortWorld::maybeTime(int percent)
{
    const Milliseconds time = someTime();
    return chance(percent) ? std::optional(time) : std::nullopt;
}

void CohortWorld::addFamily()
{
    const Keeper& keeper = m_keepers[size_t(m_random.bounded(int(m_keepers.size())))];
    auto family = made<Customer>();
    family.name = u"王芳"_s;
    family.owner = Id<User>(keeper.user);
    family.team = Id<Team>(keeper.team);
    family.friendAddedAt = maybeTime(80);
    family.groupJoinedAt = maybeTime(70);
    customers.push_back(family);
    const int children = chance(30) ? 2 : 1;
    for (int i = 0; i < children; ++i)
        addStudent(family);
}

void CohortWorld::addStudent(const Customer& family)
{
    auto student = made<Student>();
    student.customer = family.id;
    students.push_back(student);
    auto enrollment = made<Enrollment>();
    enrollment.customer = family.id;
    enrollment.student = student.id;
    enrollment.cohort = chance(10) ? m_other : cohort.id;
    enrollment.counted = chance(85);
    enrollment.joinedAt = chance(80) ? opening - 5 * dayMs : someTime();
    enrollment.status = enrollment.counted ? EnrollmentStatus::Enrolled : EnrollmentStatus::Moved;
    if (chance(70)) {
        const Keeper& locked = m_keepers[size_t(m_random.bounded(int(m_keepers.size())))];
        enrollment.tutor = Id<User>(locked.user);
        enrollment.team = Id<Team>(locked.team);
    }
    if (chance(10)) {
        enrollment.status = EnrollmentStatus::Left;
        enrollment.leftAt = someTime();
    }
    enrollments.push_back(enrollment);
    addProgress(enrollment);
    addOrders(enrollment);
}

void CohortWorld::addProgress(const Enrollment& enrollment)
{
    for (const Lesson& lesson : lessons) {
        if (chance(20))
            continue;
        auto row = made<LessonProgress>();
        row.customer = enrollment.customer;
        row.enrollment = enrollment.id;
        row.lesson = lesson.id;
        row.attended = Attendance(m_random.bounded(5));
        row.finished = chance(40);
        row.homeworkAt = maybeTime(50);
        progress.push_back(row);
    }
}

void CohortWorld::addOrders(const Enrollment& enrollment)
{
    constexpr OrderKind kinds[] = {OrderKind::Trial, OrderKind::Deposit, OrderKind::Full,
        OrderKind::Deposit, OrderKind::Full, OrderKind::Renewal};
    for (const OrderKind kind : kinds) {
        if (chance(65))
            continue;
        auto order = made<Order>();
        order.customer = enrollment.customer;
        order.student = enrollment.student;
        order.kind = kind;
        order.paidAt = someTime();
        if (chance(30))
            order.refundedAt = order.paidAt + m_random.bounded(8 * 24) * hourMs;
        if (chance(60)) {
            auto card = made<Opportunity>();
            card.customer = enrollment.customer;
            card.student = enrollment.student;
            if (chance(80))
                card.cohort = chance(75) ? cohort.id : m_other;
            order.opportunity = card.id;
            if (chance(20))
                order.student = {};
            opportunities.push_back(card);
        }
        orders.push_back(order);
    }
}

std::vector<RecordRow> CohortWorld::rows() const
{
    std::vector<RecordRow> all{toRow(cohort)};
    const auto append = [&](const auto& records) {
        for (const auto& record : records)
            all.push_back(toRow(record));
    };
    append(lessons);
    append(customers);
    append(students);
    append(enrollments);
    append(progress);
    append(opportunities);
    append(orders);
    return all;
}

CohortWorld::Keeper CohortWorld::keeperOf(
    const Enrollment& enrollment, const Customer& family) const
{
    if (!enrollment.tutor.isNull())
        return {enrollment.tutor, enrollment.team};
    for (const Keeper& keeper : m_keepers) {
        if (keeper.user == family.owner)
            return keeper;
    }
    return {};
}

const Customer& CohortWorld::familyOf(const Enrollment& enrollment) const
{
    return *std::ranges::find(customers, enrollment.customer, &Customer::id);
}

bool CohortWorld::enrolled(
    const Enrollment& enrollment, Milliseconds asOf, const Belongs& belongs) const
{
    return enrollment.cohort == cohort.id && enrollment.counted && enrollment.joinedAt <= asOf
        && belongs(enrollment, familyOf(enrollment));
}

bool CohortWorld::hasOrder(const Enrollment& enrollment, OrderKind kind, Milliseconds asOf) const
{
    for (const Order& order : orders) {
        const auto card = std::ranges::find(opportunities, order.opportunity, &Opportunity::id);
        const bool closed = card != opportunities.end();
        const Id<Student> student =
            order.student.isNull() && closed ? card->student : order.student;
        const bool elsewhere = closed && !card->cohort.isNull() && card->cohort != cohort.id;
        const bool returned = order.refundedAt && *order.refundedAt <= asOf;
        if (order.kind == kind && student == enrollment.student && !elsewhere
            && order.paidAt <= asOf && !returned)
            return true;
    }
    return false;
}

MetricCount CohortWorld::plainLessons(
    Metric metric, Milliseconds asOf, const Belongs& belongs) const
{
    MetricCount count;
    for (const Lesson& lesson : lessons) {
        for (const Enrollment& enrollment : enrollments) {
            if (lesson.unlocksAt > asOf || !enrolled(enrollment, asOf, belongs))
                continue;
            LessonProgress row;
            for (const LessonProgress& each : progress) {
                if (each.enrollment == enrollment.id && each.lesson == lesson.id)
                    row = each;
            }
            const bool attended =
                row.attended == Attendance::Live || row.attended == Attendance::Replay;
            const bool handedIn = row.homeworkAt && *row.homeworkAt <= asOf;
            if (metric == Metric::Attendance)
                count += {attended, 1};
            else if (metric == Metric::Finish)
                count += {row.finished, 1};
            else if (metric == Metric::FinishStep)
                count += {row.finished, attended};
            else if (lesson.homework)
                count += {handedIn, 1};
        }
    }
    return count;
}

CohortNumbers CohortWorld::plainNumbers(Milliseconds asOf, const Belongs& belongs) const
{
    // The end of D10, three days behind the close.
    const Milliseconds cutOff = opening + 10 * dayMs - 1;
    CohortNumbers numbers;
    for (const Enrollment& enrollment : enrollments) {
        if (!enrolled(enrollment, asOf, belongs))
            continue;
        const Customer& family = familyOf(enrollment);
        const auto by = [&](const std::optional<Milliseconds>& at) {
            return at && *at <= asOf && *at <= cutOff;
        };
        numbers[Metric::Friend] += {by(family.friendAddedAt), 1};
        numbers[Metric::Group] += {by(family.groupJoinedAt), 1};
        numbers[Metric::Deposit] += {hasOrder(enrollment, OrderKind::Deposit, asOf), 1};
        numbers[Metric::Conversion] += {hasOrder(enrollment, OrderKind::Full, asOf), 1};
    }
    for (const Metric metric :
        {Metric::Attendance, Metric::Finish, Metric::FinishStep, Metric::Homework})
        numbers[metric] = plainLessons(metric, asOf, belongs);
    return numbers;
}

} // namespace homeroom::test
