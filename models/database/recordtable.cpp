// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/recordtable.h"

#include <map>

namespace homeroom {

namespace {

// id, root, generation, seq, deleted, extra
constexpr int headerColumns = 6;
constexpr const char* headerList = "id, root, generation, seq, deleted, extra";

} // namespace

RecordTable::RecordTable(Database& database, const RecordType& type)
    : m_database(database), m_type(type), m_sql(sqlOf(type))
{
}

// Made once: a table is at hand for each record written, and putting its texts together costs more
// than the insert.
const RecordTable::Sql& RecordTable::sqlOf(const RecordType& type)
{
    static const std::map<RecordKind, Sql> texts = [] {
        std::map<RecordKind, Sql> made;
        for (const RecordKind kind : allRecordKinds()) {
            const RecordType& each = recordType(kind);
            made[kind] = {
                "SELECT " + columnList(each) + " FROM " + tableName(each) + " ", putSql(each)};
        }
        return made;
    }();
    return texts.at(type.kind);
}

std::optional<RecordRow> RecordTable::find(const RecordId& id)
{
    Statement query = m_database.statement(m_sql.select + "WHERE id = ?1");
    query.bind(1, id);
    if (!query.step())
        return std::nullopt;
    return readRow(query, m_type);
}

void RecordTable::put(const RecordRow& row)
{
    Q_ASSERT(row.kind == m_type.kind && row.values.size() == m_type.fields.size());
    Statement insert = m_database.statement(m_sql.put);
    writeRow(insert, row);
    insert.execute();
}

void RecordTable::erase(const RecordId& id)
{
    Statement remove = m_database.statement("DELETE FROM " + tableName(m_type) + " WHERE id = ?1");
    remove.bind(1, id).execute();
}

std::vector<RecordRow> RecordTable::select(
    const QByteArray& tail, const std::function<void(Statement&)>& bind)
{
    std::vector<RecordRow> rows;
    forEach(tail, bind, [&](const RecordRow& row) {
        rows.push_back(row);
        return true;
    });
    return rows;
}

void RecordTable::forEach(const QByteArray& tail, const std::function<void(Statement&)>& bind,
    const std::function<bool(const RecordRow&)>& each)
{
    Statement query = m_database.statement(m_sql.select + tail);
    if (bind)
        bind(query);
    while (query.step()) {
        if (!each(readRow(query, m_type)))
            return;
    }
}

QByteArray RecordTable::tableName(const RecordType& type)
{
    return "r_" + QByteArray(type.name.data(), type.name.size());
}

QByteArray RecordTable::columnName(const FieldDescription& field)
{
    return '"' + QByteArray(field.name.data(), field.name.size()) + '"';
}

QByteArray RecordTable::columnList(const RecordType& type)
{
    QByteArray columns = headerList;
    for (const FieldDescription& field : type.fields)
        columns += ", " + columnName(field);
    return columns;
}

RecordRow RecordTable::readRow(const Statement& statement, const RecordType& type, int firstColumn)
{
    RecordRow row;
    row.kind = type.kind;
    row.id = statement.id(firstColumn);
    row.root = statement.id(firstColumn + 1);
    row.stamp = {statement.integer(firstColumn + 2), statement.integer(firstColumn + 3)};
    row.deleted = statement.integer(firstColumn + 4) != 0;
    row.extra = statement.object(firstColumn + 5);
    row.values.reserve(type.fields.size());
    int column = firstColumn + headerColumns;
    for (const FieldDescription& field : type.fields)
        row.values.push_back(statement.value(column++, field.kind));
    return row;
}

QByteArray RecordTable::putSql(const RecordType& type, const QByteArrayList& moreColumns)
{
    QByteArrayList added = moreColumns;
    for (auto field = type.fields.rbegin(); field != type.fields.rend(); ++field)
        added.prepend(columnName(*field));
    QByteArray columns = headerList;
    QByteArray marks = "?1, ?2, ?3, ?4, ?5, ?6";
    QByteArray updates = "root = excluded.root, generation = excluded.generation, "
                         "seq = excluded.seq, deleted = excluded.deleted, extra = excluded.extra";
    int index = headerColumns;
    for (const QByteArray& column : added) {
        columns += ", " + column;
        marks += ", ?" + QByteArray::number(++index);
        updates += ", " + column + " = excluded." + column;
    }
    return "INSERT INTO " + tableName(type) + " (" + columns + ") VALUES (" + marks
        + ") ON CONFLICT (id) DO UPDATE SET " + updates;
}

int RecordTable::writeRow(Statement& statement, const RecordRow& row)
{
    statement.bind(1, row.id).bind(2, row.root).bind(3, row.stamp.generation);
    statement.bind(4, row.stamp.seq).bind(5, qint64(row.deleted));
    statement.bind(6, row.extra.isEmpty() ? FieldValue() : FieldValue(row.extra));
    int index = headerColumns;
    for (const FieldValue& value : row.values)
        statement.bind(++index, value);
    return index;
}

} // namespace homeroom
