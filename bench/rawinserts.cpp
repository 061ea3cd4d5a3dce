// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/rawinserts.h"

#include "bench/report.h"
#include "models/database/recordtable.h"
#include "models/store/clientdatabase.h"
#include "sync/protocol/messages.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <map>

namespace homeroom::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int headerColumns = 6;

std::vector<RecordRow> allRows(Database& profile)
{
    std::vector<RecordRow> rows;
    const Result<void> read = profile.read([&](Database& database) {
        for (const RecordKind kind : allRecordKinds()) {
            for (RecordRow& row : RecordTable(database, recordType(kind)).select("WHERE seq > 0"))
                rows.push_back(std::move(row));
        }
    });
    demand(read.ok(), u"cannot read the rows"_s);
    std::ranges::stable_sort(rows, {}, &RecordRow::root);
    return rows;
}

QByteArray insertSql(const RecordType& type)
{
    QByteArray marks = "?1";
    for (int i = 2; i <= headerColumns + int(type.fields.size()); ++i)
        marks += ", ?" + QByteArray::number(i);
    return "INSERT INTO " + RecordTable::tableName(type) + " (" + RecordTable::columnList(type)
        + ") VALUES (" + marks + ')';
}

void insert(Statement& statement, const RecordRow& row)
{
    statement.bind(1, row.id).bind(2, row.root).bind(3, row.stamp.generation);
    statement.bind(4, row.stamp.seq).bind(5, qint64(row.deleted)).bindNull(6);
    int index = headerColumns;
    for (const FieldValue& value : row.values)
        statement.bind(++index, value);
    statement.execute();
}

} // namespace

double rawInsertSeconds(Database& profile)
{
    const std::vector<RecordRow> rows = allRows(profile);
    const QTemporaryDir folder;
    const auto opened = openClientDatabase({folder.filePath(u"raw.db"_s), DatabaseKey::random()});
    demand(opened.ok(), u"cannot make a profile"_s);
    QElapsedTimer timer;
    timer.start();
    for (size_t at = 0; at < rows.size(); at += size_t(firstSyncRows)) {
        const size_t end = std::min(rows.size(), at + size_t(firstSyncRows));
        const Result<void> written = (*opened)->write([&](Database& database) {
            std::map<RecordKind, Statement> statements;
            for (size_t i = at; i < end; ++i) {
                auto found = statements.find(rows[i].kind);
                if (found == statements.end())
                    found =
                        statements
                            .emplace(rows[i].kind, database.statement(insertSql(rows[i].type())))
                            .first;
                insert(found->second, rows[i]);
            }
        });
        demand(written.ok(), u"cannot write the rows"_s);
    }
    return double(timer.nsecsElapsed()) / 1e9;
}

} // namespace homeroom::bench
