// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/records.h"

namespace homeroom {

std::vector<RecordRow> listRows(Database& database, const RecordType& type,
    const std::vector<FieldCondition>& conditions, qint64 limit)
{
    QByteArray tail = "WHERE deleted = 0";
    int index = 0;
    for (const FieldCondition& condition : conditions) {
        tail += " AND " + RecordTable::columnName(type.fields[size_t(condition.field)]) + " IS ?"
            + QByteArray::number(++index);
    }
    tail += " ORDER BY id LIMIT ?" + QByteArray::number(index + 1);
    return RecordTable(database, type).select(tail, [&](Statement& query) {
        int at = 0;
        for (const FieldCondition& condition : conditions)
            query.bind(++at, condition.value);
        query.bind(++at, limit);
    });
}

qint64 countRows(Database& database, const RecordType& type)
{
    Statement count = database.statement(
        "SELECT count(*) FROM " + RecordTable::tableName(type) + " WHERE deleted = 0");
    count.step();
    return count.integer(0);
}

} // namespace homeroom
