// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/database/recordtable.h"
#include "server/storage/sqlite/sqlitetransaction.h"

#include <QJsonDocument>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

/// A purge step: ?1 is the time before which a row has to have ended, ?2 the number of rows.
const char* purgeSql(Purgeable what)
{
    switch (what) {
    case Purgeable::Outcomes:
        // A client has 200 edits in flight at most: their answers stay, however long it is away.
        return "DELETE FROM outcome WHERE (client, mid) IN (SELECT outcome.client, mid "
               "FROM outcome JOIN device ON device.client = outcome.client "
               "WHERE at < ?1 AND mid < lastMid - 200 LIMIT ?2)";
    case Purgeable::RootIntervals:
        return "DELETE FROM root_scope WHERE (scope, root, enter) IN (SELECT scope, root, enter "
               "FROM root_scope WHERE exit IS NOT NULL AND exitedAt < ?1 LIMIT ?2)";
    case Purgeable::Memberships:
        return "DELETE FROM member WHERE (viewer, scope, since) IN (SELECT viewer, scope, since "
               "FROM member WHERE until IS NOT NULL AND endedAt < ?1 LIMIT ?2)";
    }
    Q_UNREACHABLE();
}

} // namespace

std::optional<Redirect> SqliteTransaction::redirect(const RecordId& loser)
{
    Statement query = m_database.statement(
        "SELECT winner, generation, seq, at, guardian, made FROM redirect WHERE loser = ?1");
    query.bind(1, loser);
    if (!query.step())
        return std::nullopt;
    return Redirect{loser, query.id(0), {query.integer(1), query.integer(2)}, query.integer(3),
        query.id(4), query.object(5)};
}

std::vector<RedirectChild> SqliteTransaction::redirectChildren(const RecordId& loser)
{
    Statement query =
        m_database.statement("SELECT kind, id FROM redirect_child WHERE loser = ?1 ORDER BY id");
    query.bind(1, loser);
    std::vector<RedirectChild> children;
    while (query.step()) {
        if (const RecordType* type = recordTypeByName(query.text(0)))
            children.push_back({type->kind, query.id(1)});
    }
    return children;
}

void SqliteTransaction::putRedirect(const Redirect& redirect)
{
    Statement insert = m_database.statement(
        "INSERT INTO redirect (loser, winner, generation, seq, at, guardian, made) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
    insert.bind(1, redirect.loser).bind(2, redirect.winner).bind(3, redirect.stamp.generation);
    insert.bind(4, redirect.stamp.seq).bind(5, redirect.at).bind(6, redirect.guardian);
    insert.bind(7, QString::fromUtf8(QJsonDocument(redirect.made).toJson(QJsonDocument::Compact)));
    insert.execute();
}

void SqliteTransaction::addRedirectChild(const RecordId& loser, const RedirectChild& child)
{
    Statement insert = m_database.statement(
        "INSERT OR IGNORE INTO redirect_child (loser, id, kind) VALUES (?1, ?2, ?3)");
    insert.bind(1, loser).bind(2, child.id).bind(3, QString(recordType(child.kind).name));
    insert.execute();
}

void SqliteTransaction::eraseRedirect(const RecordId& loser)
{
    for (const char* sql :
        {"DELETE FROM redirect_child WHERE loser = ?1", "DELETE FROM redirect WHERE loser = ?1"}) {
        Statement erase = m_database.statement(sql);
        erase.bind(1, loser).execute();
    }
}

Seq SqliteTransaction::seqBefore(Milliseconds at)
{
    Statement query =
        m_database.statement("SELECT coalesce(max(seq), 0) FROM seq_time WHERE at <= ?1");
    query.bind(1, at);
    return query.step() ? query.integer(0) : 0;
}

void SqliteTransaction::noteTime(Milliseconds now, Milliseconds oldest)
{
    Statement forget = m_database.statement(
        "DELETE FROM seq_time WHERE at < (SELECT max(at) FROM seq_time WHERE at <= ?1)");
    forget.bind(1, oldest).execute();
    Statement note =
        m_database.statement("INSERT OR REPLACE INTO seq_time (at, seq) SELECT ?1, seq FROM org");
    note.bind(1, now).execute();
}

qint64 SqliteTransaction::purge(Purgeable what, Milliseconds before, qint64 limit)
{
    Statement purge = m_database.statement(purgeSql(what));
    purge.bind(1, before).bind(2, limit);
    return purge.execute();
}

qint64 SqliteTransaction::purgeTombstones(RecordKind kind, Seq horizon, qint64 limit)
{
    const RecordType& type = recordType(kind);
    if (type.root != RootRule::Customer)
        return purgeRoots(kind, horizon, limit);
    const QByteArray table = RecordTable::tableName(type);
    Statement purge = m_database.statement("DELETE FROM " + table + " WHERE id IN (SELECT id FROM "
        + table + " WHERE deleted = 1 AND seq <= ?1 LIMIT ?2)");
    purge.bind(1, horizon).bind(2, limit);
    return purge.execute();
}

qint64 SqliteTransaction::purgeRoots(RecordKind kind, Seq horizon, qint64 limit)
{
    const QByteArray table = RecordTable::tableName(recordType(kind));
    QByteArray sql = "SELECT id, root FROM " + table
        + " AS own WHERE deleted = 1 AND seq <= ?1 AND id NOT IN (SELECT loser FROM redirect)";
    for (const RecordKind other : allRecordKinds()) {
        const bool below =
            recordType(other).root != RootRule::Self || other == RecordKind::Conflict;
        // What is told of a family goes with it.
        if (below && other != RecordKind::HistoryEntry)
            sql += " AND NOT EXISTS (SELECT 1 FROM " + RecordTable::tableName(recordType(other))
                + " AS other WHERE other.root = own.id AND other.id <> own.id)";
    }
    std::vector<std::pair<RecordId, RecordId>> gone;
    Statement query = m_database.statement(sql + " LIMIT ?2");
    query.bind(1, horizon).bind(2, limit);
    while (query.step())
        gone.emplace_back(query.id(0), query.id(1));
    for (const auto& [id, root] : gone) {
        Statement row = m_database.statement("DELETE FROM " + table + " WHERE id = ?1");
        row.bind(1, id).execute();
        if (id != root)
            continue;
        for (const char* erasing :
            {"DELETE FROM r_history WHERE root = ?1", "DELETE FROM root_scope WHERE root = ?1"}) {
            Statement rest = m_database.statement(erasing);
            rest.bind(1, id).execute();
        }
    }
    return qint64(gone.size());
}

} // namespace homeroom
