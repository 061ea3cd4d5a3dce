// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/recordtable.h"

#include <map>

namespace homeroom {

namespace {

// id, root, generation, seq, deleted, extra
constexpr int headerColumns = 6;
constexpr const char* headerList = "id, root, generation, seq, deleted, extra";

QByteArray putSql(const RecordType& type)
{
    QByteArray columns = headerList;
    QByteArray marks = "?1, ?2, ?3, ?4, ?5, ?6";
    QByteArray updates = "root = excluded.root, generation = excluded.generation, "
                         "seq = excluded.seq, deleted = excluded.deleted, extra = excluded.extra";
    int index = headerColumns;
    for (const FieldDescription& field : type.fields) {
        const QByteArray column = RecordTable::columnName(field);
        columns += ", " + column;
        marks += ", ?" + QByteArray::number(++index);
        updates += ", " + column + " = excluded." + column;
    }
    return "INSERT INTO " + RecordTable::tableName(type) + " (" + columns + ") VALUES (" + marks
        + ") ON CONFLICT (id) DO UPDATE SET " + updates;
}

struct Texts {
    QByteArray selectPrefix{};
    QByteArray put{};
};

// Made once: a table is named for every root of a page, and its texts are as long as the type.
const Texts& textsOf(RecordKind kind)
{
    static const std::map<RecordKind, Texts> all = [] {
        std::map<RecordKind, Texts> texts;
        for (const RecordKind each : allRecordKinds()) {
            const RecordType& type = recordType(each);
            texts[each] = {"SELECT " + RecordTable::columnList(type) + " FROM "
                    + RecordTable::tableName(type) + ' ',
                putSql(type)};
        }
        return texts;
    }();
    return all.at(kind);
}

} // namespace

RecordTable::RecordTable(Database& database, const RecordType& type)
    : m_database(database), m_type(type), m_selectPrefix(textsOf(type.kind).selectPrefix),
      m_putSql(textsOf(type.kind).put)
{
}

std::optional<RecordRow> RecordTable::find(const RecordId& id)
{
    Statement query = m_database.statement(m_selectPrefix + "WHERE id = ?1");
    query.bind(1, id);
    if (!query.step())
        return std::nullopt;
    return readRow(query, m_type);
}

void RecordTable::put(const RecordRow& row)
{
    Q_ASSERT(row.kind == m_type.kind && row.values.size() == m_type.fields.size());
    Statement insert = m_database.statement(m_putSql);
    insert.bind(1, row.id).bind(2, row.root).bind(3, row.stamp.generation).bind(4, row.stamp.seq);
    insert.bind(5, qint64(row.deleted));
    insert.bind(6, row.extra.isEmpty() ? FieldValue() : FieldValue(row.extra));
    int index = headerColumns;
    for (const FieldValue& value : row.values)
        insert.bind(++index, value);
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
    Statement query = m_database.statement(m_selectPrefix + tail);
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

} // namespace homeroom
