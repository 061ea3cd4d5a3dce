// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/database/database.h"
#include "models/values/recordrow.h"

#include <functional>

namespace homeroom {

/// The table of one record type, generic over its description; client and server share it. The
/// table is named `r_<type>` and has the columns id, root, generation, seq, deleted, extra and one
/// for each field under its wire name. All members throw SQLite::Exception.
class RecordTable {
public:
    explicit RecordTable(Database& database, const RecordType& type);

    std::optional<RecordRow> find(const RecordId& id);
    /// Inserts or replaces the whole row.
    void put(const RecordRow& row);
    void erase(const RecordId& id);
    /// Rows for which the SQL condition holds (everything after FROM: WHERE, ORDER BY, LIMIT), with
    /// its parameters bound by `bind`.
    std::vector<RecordRow> select(
        const QByteArray& tail, const std::function<void(Statement&)>& bind = {});
    /// As select, row by row; stops when `each` returns false.
    void forEach(const QByteArray& tail, const std::function<void(Statement&)>& bind,
        const std::function<bool(const RecordRow&)>& each);

    /// `r_customer`, quoted for SQL.
    static QByteArray tableName(const RecordType& type);
    /// The wire name as a quoted column.
    static QByteArray columnName(const FieldDescription& field);
    /// All columns in the order that readRow expects.
    static QByteArray columnList(const RecordType& type);
    static RecordRow readRow(
        const Statement& statement, const RecordType& type, int firstColumn = 0);
    /// The statement of put(), with more columns of the table behind those that writeRow binds.
    static QByteArray putSql(const RecordType& type, const QByteArrayList& moreColumns = {});
    /// Binds a row to a statement of putSql; the index of the last parameter.
    static int writeRow(Statement& statement, const RecordRow& row);

private:
    struct Sql {
        QByteArray select; ///< up to the condition
        QByteArray put;
    };
    static const Sql& sqlOf(const RecordType& type);

    Database& m_database;
    const RecordType& m_type;
    const Sql& m_sql;
};

} // namespace homeroom
