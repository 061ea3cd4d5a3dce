// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/sqlite/sqlitetransaction.h"

#include "models/values/mutants.h"

namespace homeroom {

namespace {

std::optional<Seq> optionalSeq(const Statement& query, int column)
{
    if (query.isNull(column))
        return std::nullopt;
    return query.integer(column);
}

} // namespace

std::vector<MemberInterval> SqliteTransaction::memberships(const RecordId& viewer, Seq since)
{
    Statement query = m_database.statement(
        "SELECT scope, since, until, endedAt FROM member "
        "WHERE viewer = ?1 AND (until IS NULL OR until > ?2) ORDER BY scope, since");
    query.bind(1, viewer).bind(2, since);
    std::vector<MemberInterval> found;
    while (query.step())
        found.push_back({query.text(0), query.integer(1), optionalSeq(query, 2), query.integer(3)});
    return found;
}

std::vector<RecordId> SqliteTransaction::openMembers(const ScopeName& scope)
{
    Statement query =
        m_database.statement("SELECT viewer FROM member WHERE scope = ?1 AND until IS NULL");
    query.bind(1, scope);
    return ids(query);
}

std::vector<RecordId> SqliteTransaction::rootsHeld(const ScopeName& scope, Seq since)
{
    Statement query = m_database.statement(
        "SELECT root FROM root_scope WHERE scope = ?1 AND (exit IS NULL OR exit > ?2)");
    query.bind(1, scope).bind(2, since);
    return ids(query);
}

qint64 SqliteTransaction::liveFamilies(const ScopeName& scope)
{
    Statement query = m_database.statement(
        "SELECT count(*) FROM root_scope JOIN r_customer ON id = root_scope.root "
        "WHERE scope = ?1 AND exit IS NULL AND deleted = 0");
    query.bind(1, scope);
    return query.step() ? query.integer(0) : 0;
}

std::vector<RecordId> SqliteTransaction::rootsChanged(const ScopeName& scope, Seq from)
{
    // touch starts as enter, so entering counts as a touch.
    Statement query = m_database.statement(
        "SELECT root FROM root_scope WHERE scope = ?1 AND touch >= ?2 "
        "UNION ALL SELECT root FROM root_scope WHERE scope = ?1 AND exit >= ?2");
    query.bind(1, scope).bind(2, from);
    return ids(query);
}

Seq SqliteTransaction::lastChange(const ScopeName& scope)
{
    Statement query = m_database.statement(
        "SELECT max(coalesce((SELECT max(touch) FROM root_scope WHERE scope = ?1), 0), "
        "coalesce((SELECT max(exit) FROM root_scope WHERE scope = ?1), 0))");
    query.bind(1, scope);
    return query.step() ? query.integer(0) : 0;
}

std::vector<RootInterval> SqliteTransaction::intervals(const RecordId& root)
{
    Statement query = m_database.statement(
        "SELECT scope, root, kind, enter, exit, touch, exitedAt FROM root_scope WHERE root = ?1");
    query.bind(1, root);
    return readIntervals(query);
}

std::vector<RootInterval> SqliteTransaction::intervalsHeld(const ScopeName& scope, Seq since)
{
    Statement query = m_database.statement(
        "SELECT scope, root, kind, enter, exit, touch, exitedAt FROM root_scope "
        "WHERE scope = ?1 AND (exit IS NULL OR exit > ?2)");
    query.bind(1, scope).bind(2, since);
    return readIntervals(query);
}

std::vector<RootInterval> SqliteTransaction::readIntervals(Statement& query)
{
    std::vector<RootInterval> found;
    while (query.step()) {
        const RecordType* type = recordTypeByName(query.text(2));
        Q_ASSERT(type);
        found.push_back({query.text(0), query.id(1), type->kind, query.integer(3),
            optionalSeq(query, 4), query.integer(5), query.integer(6)});
    }
    return found;
}

void SqliteTransaction::enterScope(
    const ScopeName& scope, const RecordId& root, RecordKind kind, Seq enter)
{
    // Left and entered in one commit: the interval goes on.
    Statement reopen = m_database.statement("UPDATE root_scope SET exit = NULL, exitedAt = 0 "
                                            "WHERE scope = ?1 AND root = ?2 AND enter = ?3");
    reopen.bind(1, scope).bind(2, root).bind(3, enter);
    if (reopen.execute() > 0)
        return;
    Statement insert = m_database.statement(
        "INSERT INTO root_scope (scope, root, kind, enter, touch) VALUES (?1, ?2, ?3, ?4, ?4)");
    insert.bind(1, scope).bind(2, root).bind(3, QString(recordType(kind).name)).bind(4, enter);
    insert.execute();
}

void SqliteTransaction::exitScope(
    const ScopeName& scope, const RecordId& root, Seq exit, Milliseconds at)
{
    Statement update = m_database.statement(mutated(Mutant::VisibilityOverwritten)
            ? "DELETE FROM root_scope WHERE scope = ?1 AND root = ?2 AND ?3 + ?4 > 0"
            : "UPDATE root_scope SET exit = ?3, exitedAt = ?4 "
              "WHERE scope = ?1 AND root = ?2 AND exit IS NULL");
    update.bind(1, scope).bind(2, root).bind(3, exit).bind(4, at).execute();
}

std::vector<ScopeName> SqliteTransaction::touchRoot(const RecordId& root, Seq seq)
{
    Statement update = m_database.statement("UPDATE root_scope SET touch = ?2 "
                                            "WHERE root = ?1 AND exit IS NULL RETURNING scope");
    update.bind(1, root).bind(2, seq);
    std::vector<ScopeName> scopes;
    while (update.step())
        scopes.push_back(update.text(0));
    return scopes;
}

void SqliteTransaction::openMembership(const RecordId& viewer, const ScopeName& scope, Seq since)
{
    Statement reopen = m_database.statement("UPDATE member SET until = NULL, endedAt = 0 "
                                            "WHERE viewer = ?1 AND scope = ?2 AND since = ?3");
    reopen.bind(1, viewer).bind(2, scope).bind(3, since);
    if (reopen.execute() > 0)
        return;
    Statement insert =
        m_database.statement("INSERT INTO member (viewer, scope, since) VALUES (?1, ?2, ?3)");
    insert.bind(1, viewer).bind(2, scope).bind(3, since).execute();
}

void SqliteTransaction::closeMembership(
    const RecordId& viewer, const ScopeName& scope, Seq until, Milliseconds at)
{
    Statement update = m_database.statement("UPDATE member SET until = ?3, endedAt = ?4 "
                                            "WHERE viewer = ?1 AND scope = ?2 AND until IS NULL");
    update.bind(1, viewer).bind(2, scope).bind(3, until).bind(4, at).execute();
}

} // namespace homeroom
