// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/database/database.h"

namespace homeroom::test {

inline qint64 rowsIn(Database& database, const QByteArray& table)
{
    Statement count = database.statement("SELECT count(*) FROM " + table);
    count.step();
    return count.integer(0);
}

/// Every row of every table as text, to search for what must be gone.
inline QString everything(Database& database)
{
    QString text;
    std::vector<QByteArray> tables;
    {
        Statement names = database.statement("SELECT name FROM sqlite_master WHERE type = 'table'");
        while (names.step())
            tables.push_back(names.blob(0));
    }
    for (const QByteArray& table : tables) {
        Statement columns =
            database.statement("SELECT count(*) FROM pragma_table_info('" + table + "')");
        columns.step();
        Statement rows = database.statement("SELECT * FROM \"" + table + '"');
        while (rows.step()) {
            for (int column = 0; column < int(columns.integer(0)); ++column)
                text += QString::fromUtf8(rows.blob(column)) + u'|';
        }
    }
    return text;
}

} // namespace homeroom::test
