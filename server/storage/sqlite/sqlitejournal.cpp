// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/sqlite/sqlitetransaction.h"

#include <QCryptographicHash>
#include <QJsonDocument>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

/// What an audit row's hash covers: the hash before it and every column.
QByteArray auditHash(const QByteArray& before, const AuditEntry& entry, const QString& detail)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(before);
    const QString text = QStringList{QString::number(entry.at), entry.user.toString(),
        entry.device.toString(), entry.action, entry.subject, detail}
                             .join(u'\n');
    hash.addData(text.toUtf8());
    return hash.result();
}

Incarnation readIncarnation(const Statement& query)
{
    Incarnation incarnation{query.integer(1), query.id(0), query.integer(2), {}};
    if (!query.isNull(3))
        incarnation.lastSeq = query.integer(3);
    return incarnation;
}

} // namespace

std::optional<DeviceState> SqliteTransaction::device(const RecordId& client)
{
    Statement query =
        m_database.statement("SELECT user, lastMid, chain, lastSeen FROM device WHERE client = ?1");
    query.bind(1, client);
    if (!query.step())
        return std::nullopt;
    return DeviceState{client, query.id(0), query.integer(1), query.text(2), query.integer(3)};
}

std::optional<StoredOutcome> SqliteTransaction::outcome(const RecordId& client, qint64 mid)
{
    Statement query =
        m_database.statement("SELECT json, chain FROM outcome WHERE client = ?1 AND mid = ?2");
    query.bind(1, client).bind(2, mid);
    if (!query.step())
        return std::nullopt;
    return StoredOutcome{query.blob(0), query.text(1)};
}

std::optional<Incarnation> SqliteTransaction::incarnation(const RecordId& id)
{
    Statement query = m_database.statement(
        "SELECT id, generation, firstSeq, lastSeq FROM incarnation WHERE id = ?1");
    query.bind(1, id);
    if (!query.step())
        return std::nullopt;
    return readIncarnation(query);
}

Incarnation SqliteTransaction::currentIncarnation()
{
    Statement query = m_database.statement(
        "SELECT id, generation, firstSeq, lastSeq FROM incarnation WHERE lastSeq IS NULL");
    if (!query.step())
        throw Error{ErrorCode::Database, u"no incarnation is running"_s};
    return readIncarnation(query);
}

Seq SqliteTransaction::lastSeqOf(qint64 generation)
{
    Statement query = m_database.statement(
        "SELECT coalesce(max(lastSeq), 0) FROM incarnation WHERE generation = ?1");
    query.bind(1, generation);
    return query.step() ? query.integer(0) : 0;
}

void SqliteTransaction::putDevice(const DeviceState& device)
{
    Statement insert = m_database.statement(
        "INSERT INTO device (client, user, lastMid, chain, lastSeen) VALUES (?1, ?2, ?3, ?4, ?5) "
        "ON CONFLICT (client) DO UPDATE SET lastMid = ?3, chain = ?4, lastSeen = ?5");
    insert.bind(1, device.client).bind(2, device.user).bind(3, device.lastMid);
    insert.bind(4, device.chain).bind(5, device.lastSeen).execute();
}

void SqliteTransaction::putOutcome(const RecordId& client, qint64 mid, const StoredOutcome& outcome)
{
    Statement insert = m_database.statement(
        "INSERT INTO outcome (client, mid, json, chain) VALUES (?1, ?2, ?3, ?4)");
    insert.bind(1, client).bind(2, mid).bind(3, QString::fromUtf8(outcome.json));
    insert.bind(4, outcome.chain).execute();
}

void SqliteTransaction::putIncarnation(const Incarnation& incarnation)
{
    Statement insert = m_database.statement(
        "INSERT INTO incarnation (id, generation, firstSeq, lastSeq) VALUES (?1, ?2, ?3, ?4) "
        "ON CONFLICT (id) DO UPDATE SET lastSeq = ?4");
    insert.bind(1, incarnation.id).bind(2, incarnation.generation).bind(3, incarnation.firstSeq);
    insert.bind(4, incarnation.lastSeq ? FieldValue(*incarnation.lastSeq) : FieldValue());
    insert.execute();
}

std::optional<IdempotentAnswer> SqliteTransaction::idempotent(
    const RecordId& user, const QString& key)
{
    Statement query = m_database.statement(
        "SELECT requestHash, response, at FROM idempotent WHERE user = ?1 AND name = ?2");
    query.bind(1, user).bind(2, key);
    if (!query.step())
        return std::nullopt;
    return IdempotentAnswer{query.blob(0), query.blob(1), query.integer(2)};
}

void SqliteTransaction::putIdempotent(
    const RecordId& user, const QString& key, const IdempotentAnswer& answer)
{
    Statement insert =
        m_database.statement("INSERT INTO idempotent (user, name, requestHash, response, at) "
                             "VALUES (?1, ?2, ?3, ?4, ?5)");
    insert.bind(1, user).bind(2, key).bind(3, answer.requestHash);
    insert.bind(4, answer.response).bind(5, answer.at).execute();
}

void SqliteTransaction::forgetIdempotent(Milliseconds before)
{
    Statement remove = m_database.statement("DELETE FROM idempotent WHERE at < ?1");
    remove.bind(1, before).execute();
}

void SqliteTransaction::appendAudit(const AuditEntry& entry)
{
    QByteArray before;
    {
        Statement last =
            m_database.statement("SELECT hash FROM audit ORDER BY number DESC LIMIT 1");
        if (last.step())
            before = last.blob(0);
    }
    const QString detail =
        QString::fromUtf8(QJsonDocument(entry.detail).toJson(QJsonDocument::Compact));
    Statement insert =
        m_database.statement("INSERT INTO audit (at, user, device, action, subject, detail, hash) "
                             "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
    insert.bind(1, entry.at).bind(2, entry.user).bind(3, entry.device).bind(4, entry.action);
    insert.bind(5, entry.subject).bind(6, detail).bind(7, auditHash(before, entry, detail));
    insert.execute();
}

QStringList SqliteTransaction::problems()
{
    QStringList problems;
    Statement check = m_database.statement("PRAGMA integrity_check");
    while (check.step()) {
        if (const QString line = check.text(0); line != u"ok"_s)
            problems.append(line);
    }
    appendAuditProblems(problems);
    appendOrphanProblems(problems);
    return problems;
}

void SqliteTransaction::appendAuditProblems(QStringList& problems)
{
    Statement rows = m_database.statement("SELECT at, user, device, action, subject, detail, hash, "
                                          "number FROM audit ORDER BY number");
    QByteArray before;
    qint64 expected = 1;
    while (rows.step()) {
        const AuditEntry entry{
            rows.integer(0), rows.id(1), rows.id(2), rows.text(3), rows.text(4), {}};
        if (rows.integer(7) != expected || rows.blob(6) != auditHash(before, entry, rows.text(5))) {
            problems.append(u"the audit chain is broken at entry %1"_s.arg(rows.integer(7)));
            return;
        }
        before = rows.blob(6);
        ++expected;
    }
}

void SqliteTransaction::appendOrphanProblems(QStringList& problems)
{
    for (const RecordKind kind : allRecordKinds()) {
        const RecordType& type = recordType(kind);
        const QByteArray table = "r_" + QByteArray(type.name.data(), type.name.size());
        Statement parentless = m_database.statement("SELECT count(*) FROM " + table
            + " AS child WHERE NOT EXISTS (SELECT 1 FROM root_scope WHERE root = child.root)");
        if (parentless.step() && parentless.integer(0) > 0)
            problems.append(
                u"%1 rows of %2 are in no scope"_s.arg(parentless.integer(0)).arg(type.name));
        if (type.root != RootRule::Customer)
            continue;
        Statement orphans = m_database.statement("SELECT count(*) FROM " + table
            + " AS child JOIN r_customer ON r_customer.id = child.root "
              "WHERE child.deleted = 0 AND r_customer.deleted = 1");
        // What the server wrote about an edit of a deleted family stays with it.
        const bool toldAfterwards =
            kind == RecordKind::Conflict || kind == RecordKind::HistoryEntry;
        if (!toldAfterwards && orphans.step() && orphans.integer(0) > 0)
            problems.append(
                u"%1 rows of %2 outlive their family"_s.arg(orphans.integer(0)).arg(type.name));
    }
}

} // namespace homeroom
