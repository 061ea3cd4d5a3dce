// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/cohortrace.h"

#include "models/store/idlist.h"
#include "models/store/records.h"
#include "models/values/cohortcalendar.h"
#include "models/values/cohortroll.h"

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t formerCohorts = 3;

RaceScope scopeOf(const Viewer& viewer)
{
    switch (viewer.role) {
    case UserRole::Tutor:
    case UserRole::Sales:
        return RaceScope::Tutor;
    case UserRole::Lead:
        return RaceScope::Team;
    case UserRole::Operations:
    case UserRole::Admin:
        return RaceScope::Organisation;
    }
    return RaceScope::Tutor;
}

/// `?2` is the tutor or the team. Until the lock at the cohort's start an enrolment is the family
/// owner's, as in server/rules/cohortsums.
QByteArray ofScope(RaceScope scope)
{
    switch (scope) {
    case RaceScope::Tutor:
        return " AND (e.tutor = ?2 OR (e.tutor IS NULL AND "
               "(SELECT c.owner FROM r_customer c WHERE c.id = e.root) = ?2))";
    case RaceScope::Team:
        return " AND (e.team = ?2 OR (e.team IS NULL AND coalesce((SELECT u.team FROM r_user u "
               "WHERE u.id = coalesce(e.tutor, (SELECT c.owner FROM r_customer c WHERE c.id = "
               "e.root))), (SELECT c.team FROM r_customer c WHERE c.id = e.root)) = ?2))";
    case RaceScope::Organisation:
        break;
    }
    return {};
}

std::optional<Milliseconds> timeAt(const Statement& row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(row.integer(column));
}

template <typename Enum> Enum wordAt(const Statement& row, int column)
{
    Enum word{};
    detail::fromFieldValue(row.value(column, FieldKind::Word), word);
    return word;
}

class RaceReader {
public:
    RaceReader(Database& database, const Viewer& viewer, Milliseconds now, const QTimeZone& zone)
        : m_database(database), m_scope(scopeOf(viewer)),
          m_holder(m_scope == RaceScope::Team ? viewer.team : viewer.user), m_now(now),
          m_zone(zone), m_cohorts(listRecords<Cohort>(database, "1 ORDER BY \"opensOn\" DESC, id"))
    {
    }

    std::optional<CohortRace> read();

private:
    qint64 enrolledIn(const Cohort& cohort);
    const Cohort* current();
    CohortNumbers liveNumbers(const Cohort& cohort);
    std::vector<RecordId> readEnrolled(CohortRoll& roll, const Cohort& cohort);
    void readFamilies(CohortRoll& roll, std::span<const RecordId> families);
    void readProgress(CohortRoll& roll, const Lesson& lesson);
    void readOrders(CohortRoll& roll, std::span<const RecordId> families);
    std::optional<ProductKind> kindOf(const Cohort& cohort);
    std::vector<FormerCohort> formerOf(const Cohort& cohort, qint64 day);
    void readDay(FormerCohort& former, qint64 day);
    void bindScope(Statement& query);

    Database& m_database;
    RaceScope m_scope;
    RecordId m_holder;
    Milliseconds m_now;
    QTimeZone m_zone;
    std::vector<Cohort> m_cohorts; ///< latest first
};

void RaceReader::bindScope(Statement& query)
{
    if (m_scope != RaceScope::Organisation)
        query.bind(2, m_holder);
}

qint64 RaceReader::enrolledIn(const Cohort& cohort)
{
    Statement query = m_database.statement("SELECT count(*) FROM r_enrollment e WHERE e.cohort = "
                                           "?1 AND e.deleted = 0 AND e.counted = 1"
        + ofScope(m_scope));
    query.bind(1, cohort.id);
    bindScope(query);
    return query.step() ? query.integer(0) : 0;
}

const Cohort* RaceReader::current()
{
    const Cohort* best = nullptr;
    qint64 most = 0;
    for (const Cohort& cohort : m_cohorts) {
        const CohortCalendar calendar(cohort, m_zone);
        if (!calendar.isValid() || !calendar.isLive(m_now))
            continue;
        const qint64 enrolled = enrolledIn(cohort);
        if (enrolled > most) {
            best = &cohort;
            most = enrolled;
        }
    }
    return best;
}

std::vector<RecordId> RaceReader::readEnrolled(CohortRoll& roll, const Cohort& cohort)
{
    std::vector<RecordId> families;
    Statement query = m_database.statement(
        "SELECT e.id, e.root, e.student, e.\"joinedAt\" FROM r_enrollment e WHERE e.cohort = ?1 "
        "AND e.deleted = 0 AND e.counted = 1"
        + ofScope(m_scope));
    query.bind(1, cohort.id);
    bindScope(query);
    while (query.step()) {
        Enrollment enrollment;
        enrollment.id = Id<Enrollment>(query.id(0));
        enrollment.customer = Id<Customer>(query.id(1));
        enrollment.student = Id<Student>(query.id(2));
        enrollment.joinedAt = query.integer(3);
        enrollment.counted = true;
        roll.add(enrollment);
        families.push_back(enrollment.customer);
    }
    // Siblings once; and in the order of their ids, in which neighbours lie on one page.
    std::ranges::sort(families);
    const auto rest = std::ranges::unique(families);
    families.erase(rest.begin(), rest.end());
    return families;
}

void RaceReader::readFamilies(CohortRoll& roll, std::span<const RecordId> families)
{
    static const QByteArray sql = "SELECT id, \"friendAddedAt\", \"groupJoinedAt\" FROM r_customer "
                                  "INDEXED BY customer_preparation WHERE deleted = 0 "
                                  "AND id IN "
        + idList();
    forIds(m_database, sql, families,
        [&](const Statement& row) { roll.addFamily(row.id(0), timeAt(row, 1), timeAt(row, 2)); });
}

// Of all who are enrolled: the roll leaves out whose they are not, and a profile holds few of
// those.
void RaceReader::readProgress(CohortRoll& roll, const Lesson& lesson)
{
    Statement query = m_database.statement(
        "SELECT enrollment, attended, finished, \"homeworkAt\" FROM r_lessonprogress INDEXED BY "
        "lessonprogress_lesson WHERE lesson = ?1 AND deleted = 0");
    query.bind(1, lesson.id);
    LessonProgress progress;
    progress.lesson = lesson.id;
    while (query.step()) {
        progress.enrollment = Id<Enrollment>(query.id(0));
        progress.attended = wordAt<Attendance>(query, 1);
        progress.finished = query.integer(2) != 0;
        progress.homeworkAt = timeAt(query, 3);
        roll.add(progress);
    }
}

void RaceReader::readOrders(CohortRoll& roll, std::span<const RecordId> families)
{
    static const QByteArray sql =
        "SELECT d.root, d.student, d.kind, d.\"paidAt\", d.\"refundedAt\", o.student, o.cohort "
        "FROM r_order d INDEXED BY order_sale LEFT JOIN r_opportunity o ON o.id = d.opportunity "
        "AND o.deleted = 0 "
        "WHERE d.deleted = 0 AND d.kind IN ('deposit', 'full') AND d.root IN "
        + idList();
    forIds(m_database, sql, families, [&](const Statement& row) {
        Order order;
        order.customer = Id<Customer>(row.id(0));
        order.student = Id<Student>(row.id(1));
        order.kind = wordAt<OrderKind>(row, 2);
        order.paidAt = row.integer(3);
        order.refundedAt = timeAt(row, 4);
        roll.add(order, Id<Student>(row.id(5)), Id<Cohort>(row.id(6)));
    });
}

CohortNumbers RaceReader::liveNumbers(const Cohort& cohort)
{
    const auto lessons = listRecords<Lesson>(m_database, "cohort = ?1 ORDER BY \"cohortDay\", id",
        [&](Statement& query) { query.bind(1, cohort.id); });
    CohortRoll roll(cohort.id, lessons);
    const std::vector<RecordId> families = readEnrolled(roll, cohort);
    readFamilies(roll, families);
    for (const Lesson& lesson : lessons) {
        if (lesson.unlocksAt <= m_now)
            readProgress(roll, lesson);
    }
    readOrders(roll, families);
    const TallyMoment moment{m_now, CohortCalendar(cohort, m_zone).cutOff()};
    CohortNumbers numbers;
    for (const CohortRoll::Entry& entry : roll.entries())
        numbers += roll.numbersOf(entry, moment);
    return numbers;
}

std::optional<ProductKind> RaceReader::kindOf(const Cohort& cohort)
{
    const auto product = findRecord<Product>(m_database, cohort.product);
    return product ? std::optional(product->kind) : std::nullopt;
}

void RaceReader::readDay(FormerCohort& former, qint64 day)
{
    Statement query = m_database.statement(
        "SELECT numbers, \"asOf\" FROM r_cohortday WHERE cohort = ?1 AND day = ?2 AND user IS ?3 "
        "AND team IS ?4 AND deleted = 0");
    query.bind(1, former.cohort).bind(2, day);
    const auto bindHolder = [&](int index, RaceScope scope) {
        if (m_scope == scope)
            query.bind(index, m_holder);
        else
            query.bindNull(index);
    };
    bindHolder(3, RaceScope::Tutor);
    bindHolder(4, RaceScope::Team);
    if (!query.step())
        return;
    former.numbers = CohortNumbers::fromJson(query.object(0));
    former.asOf = query.integer(1);
}

std::vector<FormerCohort> RaceReader::formerOf(const Cohort& cohort, qint64 day)
{
    std::vector<FormerCohort> former;
    const std::optional<ProductKind> kind = kindOf(cohort);
    for (const Cohort& other : m_cohorts) {
        if (former.size() == formerCohorts)
            break;
        if (other.opensOn.isEmpty() || other.opensOn >= cohort.opensOn)
            continue;
        const std::optional<ProductKind> otherKind = kindOf(other);
        const bool sameKind = !kind || !otherKind || kind == otherKind;
        const bool sameSubject =
            cohort.subject.isEmpty() || other.subject.isEmpty() || cohort.subject == other.subject;
        if (!sameKind || !sameSubject)
            continue;
        former.push_back({other.id, other.name, {}, 0});
        readDay(former.back(), day);
    }
    return former;
}

std::optional<CohortRace> RaceReader::read()
{
    const Cohort* cohort = current();
    if (!cohort)
        return std::nullopt;
    CohortRace race;
    race.scope = m_scope;
    race.cohort = cohort->id;
    race.name = cohort->name;
    race.day = CohortCalendar(*cohort, m_zone).dayAt(m_now);
    race.numbers = liveNumbers(*cohort);
    race.asOf = m_now;
    race.former = formerOf(*cohort, race.day);
    return race;
}

} // namespace

std::optional<CohortRace> readCohortRace(
    Database& database, const Viewer& viewer, Milliseconds now, const QTimeZone& zone)
{
    return RaceReader(database, viewer, now, zone).read();
}

} // namespace homeroom
