// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/familyquery.h"

#include "models/store/familyteams.h"
#include "models/store/outbox.h"
#include "models/store/records.h"

namespace homeroom {

namespace {

template <typename Record>
std::vector<Record> ordered(Database& database, const RecordId& customer, const QByteArray& order)
{
    return listRecords<Record>(database, "root = ?1 ORDER BY " + order,
        [&](Statement& query) { query.bind(1, customer); });
}

bool holds(Database& database, const QByteArray& sql, const RecordId& customer)
{
    Statement query = database.statement(sql);
    query.bind(1, customer);
    return query.step();
}

} // namespace

std::optional<Family> readFamily(Database& database, const RecordId& customer)
{
    const std::optional<Customer> found = findRecord<Customer>(database, customer);
    if (!found)
        return std::nullopt;
    Family family;
    family.customer = *found;
    family.guardians = ordered<Guardian>(database, customer, "id");
    family.students = ordered<Student>(database, customer, "id");
    family.opportunities = ordered<Opportunity>(database, customer, "id DESC");
    family.enrollments = ordered<Enrollment>(database, customer, "\"joinedAt\" DESC, id");
    family.progress = ordered<LessonProgress>(database, customer, "id");
    family.orders = ordered<Order>(database, customer, "\"paidAt\" DESC, id");
    family.team = FamilyTeams(database).of(*found);
    family.waiting = holds(database,
        QByteArray("SELECT 1 FROM outbox WHERE root = ?1 AND acked_seq IS NULL AND ") + madeByHand,
        customer);
    family.conflict = holds(database,
        "SELECT 1 FROM r_conflict WHERE root = ?1 AND resolved = 0 AND deleted = 0", customer);
    return family;
}

} // namespace homeroom
