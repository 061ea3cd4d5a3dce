// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/database/recordtable.h"
#include "models/values/records/records.h"

namespace homeroom {

// Reading records as typed values. Call inside Database::read or Database::write; SQL errors throw.

/// The living record of that id, if there is one.
template <typename Record> std::optional<Record> findRecord(Database& database, const RecordId& id)
{
    const std::optional<RecordRow> row = RecordTable(database, recordTypeOf<Record>()).find(id);
    if (!row || row->deleted)
        return std::nullopt;
    return fromRow<Record>(*row);
}

/// All living records of the type for which the SQL condition holds; `condition` may end in ORDER
/// BY and LIMIT.
template <typename Record>
std::vector<Record> listRecords(Database& database, const QByteArray& condition = "1",
    const std::function<void(Statement&)>& bind = {})
{
    std::vector<Record> records;
    RecordTable(database, recordTypeOf<Record>())
        .forEach("WHERE deleted = 0 AND " + condition, bind, [&](const RecordRow& row) {
            records.push_back(fromRow<Record>(row));
            return true;
        });
    return records;
}

/// The family's living records of the type.
template <typename Record>
std::vector<Record> familyRecords(Database& database, const RecordId& customer)
{
    return listRecords<Record>(
        database, "root = ?1", [&](Statement& query) { query.bind(1, customer); });
}

/// A field that must hold exactly this value.
struct FieldCondition {
    int field = 0;
    FieldValue value{};
};

/// Living rows of any type under all conditions, oldest id first; `limit` < 0 means all.
std::vector<RecordRow> listRows(Database& database, const RecordType& type,
    const std::vector<FieldCondition>& conditions, qint64 limit);

/// Living rows of a type.
qint64 countRows(Database& database, const RecordType& type);

} // namespace homeroom
