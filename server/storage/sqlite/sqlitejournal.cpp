// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/sqlite/sqlitetransaction.h"

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

Incarnation readIncarnation(const Statement& query)
{
    Incarnation incarnation{query.integer(1), query.id(0), query.integer(2), {}, query.id(4), {}};
    if (!query.isNull(3))
        incarnation.lastSeq = query.integer(3);
    if (!query.isNull(5))
        incarnation.trustedSeq = query.integer(5);
    return incarnation;
}

FieldValue orNull(const std::optional<Seq>& seq)
{
    return seq ? FieldValue(*seq) : FieldValue();
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
    Statement query =
        m_database.statement("SELECT id, generation, firstSeq, lastSeq, previous, trustedSeq "
                             "FROM incarnation WHERE id = ?1");
    query.bind(1, id);
    if (!query.step())
        return std::nullopt;
    return readIncarnation(query);
}

Incarnation SqliteTransaction::currentIncarnation()
{
    Statement query =
        m_database.statement("SELECT id, generation, firstSeq, lastSeq, previous, trustedSeq "
                             "FROM incarnation WHERE lastSeq IS NULL");
    if (!query.step())
        throw Error{ErrorCode::Database, u"no incarnation is running"_s};
    return readIncarnation(query);
}

Seq SqliteTransaction::trustedSeq(qint64 generation)
{
    // Of a generation that is not known here, all was lost.
    Statement query = m_database.statement("SELECT coalesce(min(trustedSeq), max(firstSeq) - 1, 0) "
                                           "FROM incarnation WHERE generation = ?1");
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

void SqliteTransaction::putOutcome(
    const RecordId& client, qint64 mid, const StoredOutcome& outcome, Milliseconds at)
{
    Statement insert = m_database.statement(
        "INSERT INTO outcome (client, mid, json, chain, at) VALUES (?1, ?2, ?3, ?4, ?5)");
    insert.bind(1, client).bind(2, mid).bind(3, QString::fromUtf8(outcome.json));
    insert.bind(4, outcome.chain).bind(5, at).execute();
}

void SqliteTransaction::putIncarnation(const Incarnation& incarnation)
{
    Statement insert = m_database.statement(
        "INSERT INTO incarnation (id, generation, firstSeq, lastSeq, previous, trustedSeq) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6) "
        "ON CONFLICT (id) DO UPDATE SET lastSeq = ?4, trustedSeq = ?6");
    insert.bind(1, incarnation.id).bind(2, incarnation.generation).bind(3, incarnation.firstSeq);
    insert.bind(4, orNull(incarnation.lastSeq)).bind(5, incarnation.previous);
    insert.bind(6, orNull(incarnation.trustedSeq)).execute();
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

} // namespace homeroom
