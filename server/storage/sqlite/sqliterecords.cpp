// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/sqlite/sqlitetransaction.h"

#include "models/database/recordtable.h"
#include "models/values/mutants.h"

#include <map>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

// Roots fetched by one statement; a fixed number keeps the statement in the cache.
constexpr size_t rootChunk = 64;

struct RecordSql {
    QByteArray find;
    QByteArray put;
};

// Made once: every mutation finds and puts records, and these are long.
const RecordSql& sqlOf(const RecordType& type)
{
    static const std::map<RecordKind, RecordSql> texts = [] {
        std::map<RecordKind, RecordSql> made;
        for (const RecordKind kind : allRecordKinds()) {
            const RecordType& each = recordType(kind);
            made[kind] = {"SELECT " + RecordTable::columnList(each) + ", fver FROM "
                    + RecordTable::tableName(each) + " WHERE id = ?1",
                RecordTable::putSql(each, {"fver"})};
        }
        return made;
    }();
    return texts.at(type.kind);
}

/// Never in the product.
bool isDropped(RecordKind kind)
{
    const bool isAppend = kind == RecordKind::FollowUp || kind == RecordKind::Task;
    return (isAppend && mutated(Mutant::DropRow))
        || (kind == RecordKind::Conflict && mutated(Mutant::DropConflict))
        || (kind == RecordKind::HistoryEntry && mutated(Mutant::DropHistory));
}

} // namespace

std::vector<RecordId> SqliteTransaction::ids(Statement& query)
{
    std::vector<RecordId> found;
    while (query.step())
        found.push_back(query.id(0));
    return found;
}

OrganisationState SqliteTransaction::organisation()
{
    Statement query = m_database.statement(
        "SELECT id, name, timeZone, generation, seq, claimCap FROM org LIMIT 1");
    if (!query.step())
        throw Error{ErrorCode::Database, u"the organisation's row is missing"_s};
    return {query.id(0), query.text(1), query.text(2), {query.integer(3), query.integer(4)},
        query.integer(5)};
}

QByteArray SqliteTransaction::secret(const QString& name)
{
    Statement query = m_database.statement("SELECT value FROM secret WHERE name = ?1");
    query.bind(1, name);
    if (!query.step())
        throw Error{ErrorCode::Database, u"secret %1 is missing"_s.arg(name)};
    return query.blob(0);
}

std::optional<StoredRecord> SqliteTransaction::findRecord(RecordKind kind, const RecordId& id)
{
    const RecordType& type = recordType(kind);
    Statement query = m_database.statement(sqlOf(type).find);
    query.bind(1, id);
    if (!query.step())
        return std::nullopt;
    const int headerColumns = 6;
    return StoredRecord{RecordTable::readRow(query, type),
        FieldVersions::fromJson(query.blob(headerColumns + int(type.fields.size())))};
}

std::vector<RecordRow> SqliteTransaction::recordsOfRoots(
    RecordKind rootKind, std::span<const RecordId> roots, Seq since)
{
    std::vector<RecordRow> rows;
    for (const RecordKind kind : allRecordKinds()) {
        const RecordType& type = recordType(kind);
        const bool inFamily = rootKind == RecordKind::Customer && type.isFamily();
        if (!inFamily && kind != rootKind && kind != RecordKind::Conflict)
            continue;
        for (size_t at = 0; at < roots.size(); at += rootChunk)
            appendChunk(
                rows, type, roots.subspan(at, std::min(rootChunk, roots.size() - at)), since);
    }
    // Stable: within a root parents stay before children.
    std::ranges::stable_sort(rows, {}, &RecordRow::root);
    return rows;
}

void SqliteTransaction::appendChunk(std::vector<RecordRow>& rows, const RecordType& type,
    std::span<const RecordId> roots, Seq since)
{
    QByteArray marks = "?2";
    const size_t asked = roots.size() == 1 ? 1 : rootChunk;
    for (size_t i = 1; i < asked; ++i)
        marks += ", ?" + QByteArray::number(i + 2);
    RecordTable table(m_database, type);
    const auto bind = [&](Statement& query) {
        query.bind(1, since);
        for (size_t i = 0; i < roots.size(); ++i)
            query.bind(int(i) + 2, roots[i]);
    };
    table.forEach("WHERE root IN (" + marks + ") AND seq > ?1", bind, [&](const RecordRow& row) {
        rows.push_back(row);
        return true;
    });
}

std::vector<RecordRow> SqliteTransaction::records(RecordKind kind)
{
    return RecordTable(m_database, recordType(kind)).select("WHERE deleted = 0");
}

std::vector<RecordRow> SqliteTransaction::recordsReferring(
    RecordKind kind, QStringView field, const RecordId& target)
{
    const RecordType& type = recordType(kind);
    const int index = type.indexOf(field);
    Q_ASSERT(index >= 0);
    const QByteArray column = RecordTable::columnName(type.fields[size_t(index)]);
    return RecordTable(m_database, type)
        .select("WHERE " + column + " = ?1 AND deleted = 0",
            [&](Statement& query) { query.bind(1, target); });
}

std::vector<RecordRow> SqliteTransaction::recordsWithin(
    RecordKind kind, std::span<const RecordId> roots)
{
    std::vector<RecordRow> rows;
    for (size_t at = 0; at < roots.size(); at += rootChunk)
        appendChunk(
            rows, recordType(kind), roots.subspan(at, std::min(rootChunk, roots.size() - at)), 0);
    std::erase_if(rows, [](const RecordRow& row) { return row.deleted; });
    return rows;
}

std::optional<User> SqliteTransaction::userByName(const QString& name)
{
    const auto rows = RecordTable(m_database, recordType(RecordKind::User))
                          .select("WHERE \"name\" = ?1 AND deleted = 0",
                              [&](Statement& query) { query.bind(1, name); });
    if (rows.empty())
        return std::nullopt;
    return fromRow<User>(rows.front());
}

bool SqliteTransaction::isReferenced(RecordKind kind, const RecordId& id, const RecordId& root)
{
    for (const RecordKind other : allRecordKinds()) {
        const RecordType& type = recordType(other);
        // The history tells of a record, it does not hang on it.
        if (other == RecordKind::HistoryEntry || (!root.isNull() && !type.isFamily()))
            continue;
        for (const FieldDescription& field : type.fields) {
            if (field.kind != FieldKind::Reference || field.target != kind)
                continue;
            QByteArray sql = "SELECT 1 FROM " + RecordTable::tableName(type) + " WHERE "
                + RecordTable::columnName(field) + " = ?1 AND deleted = 0 AND id <> ?1";
            if (!root.isNull())
                sql += " AND root = ?2";
            Statement query = m_database.statement(sql + " LIMIT 1");
            query.bind(1, id);
            if (!root.isNull())
                query.bind(2, root);
            if (query.step())
                return true;
        }
    }
    return false;
}

std::vector<RecordId> SqliteTransaction::customersWithPhone(const QByteArray& phoneHash)
{
    Statement query =
        m_database.statement("SELECT customer FROM phone WHERE hash = ?1 ORDER BY customer");
    query.bind(1, phoneHash);
    return ids(query);
}

std::vector<RecordRow> SqliteTransaction::poolFamilies(
    const std::optional<RecordId>& team, const RecordId& before, qint64 limit)
{
    QByteArray tail = "WHERE \"owner\" IS NULL AND deleted = 0";
    if (team)
        tail += team->isNull() ? " AND \"team\" IS NULL" : " AND \"team\" = ?3";
    if (!before.isNull())
        tail += " AND id < ?2";
    RecordTable table(m_database, recordType(RecordKind::Customer));
    return table.select(tail + " ORDER BY id DESC LIMIT ?1", [&](Statement& query) {
        query.bind(1, limit);
        if (!before.isNull())
            query.bind(2, before);
        if (team && !team->isNull())
            query.bind(3, *team);
    });
}

Stamp SqliteTransaction::takeSeq()
{
    Statement query =
        m_database.statement("UPDATE org SET seq = seq + 1 RETURNING generation, seq");
    if (!query.step())
        throw Error{ErrorCode::Database, u"the organisation's row is missing"_s};
    const Stamp stamp{query.integer(0), query.integer(1)};
    // A RETURNING statement must run to its end, else the transaction cannot commit.
    while (query.step()) { }
    return stamp;
}

void SqliteTransaction::setGeneration(qint64 generation)
{
    Statement update = m_database.statement("UPDATE org SET generation = ?1");
    update.bind(1, generation).execute();
}

void SqliteTransaction::putOrganisation(const QString& name, const QString& timeZone)
{
    Statement update = m_database.statement("UPDATE org SET name = ?1, timeZone = ?2");
    update.bind(1, name).bind(2, timeZone).execute();
}

void SqliteTransaction::setClaimCap(qint64 families)
{
    Statement update = m_database.statement("UPDATE org SET claimCap = ?1");
    update.bind(1, families).execute();
}

Result<void> SqliteTransaction::savepoint(const std::function<Result<void>()>& work)
{
    // A failed statement must end the whole transaction, a refusal only the savepoint.
    bool refused = false;
    const Result<void> ended = m_database.write([&](Database&) -> Result<void> {
        Result<void> answer = work();
        refused = !answer.ok();
        return answer;
    });
    if (!ended.ok())
        m_auditEnd.reset();
    if (!ended.ok() && !refused)
        throw ended.error();
    return ended;
}

void SqliteTransaction::putRecord(const StoredRecord& record)
{
    if (isDropped(record.row.kind))
        return;
    Statement put = m_database.statement(sqlOf(record.row.type()).put);
    const int last = RecordTable::writeRow(put, record.row);
    put.bind(last + 1, QString::fromUtf8(record.versions.toJson())).execute();
}

void SqliteTransaction::putPhone(const RecordId& customer, const QByteArray& phoneHash)
{
    if (phoneHash.isEmpty()) {
        Statement remove = m_database.statement("DELETE FROM phone WHERE customer = ?1");
        remove.bind(1, customer).execute();
        return;
    }
    Statement insert = m_database.statement("INSERT INTO phone (customer, hash) VALUES (?1, ?2) "
                                            "ON CONFLICT (customer) DO UPDATE SET hash = ?2");
    insert.bind(1, customer).bind(2, phoneHash).execute();
}

} // namespace homeroom
