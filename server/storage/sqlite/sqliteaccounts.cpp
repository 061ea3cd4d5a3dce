// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/sqlite/sqlitetransaction.h"

namespace homeroom {

namespace {

constexpr const char* refreshColumns =
    "SELECT hash, parent, family, user, device, expiresAt, used, dead FROM refresh_token ";

RefreshToken readRefreshToken(const Statement& query)
{
    return {query.blob(0), query.blob(1), query.id(2), query.id(3), query.id(4), query.integer(5),
        query.integer(6) != 0, query.integer(7) != 0};
}

} // namespace

std::optional<Account> SqliteTransaction::account(const RecordId& user)
{
    Statement query =
        m_database.statement("SELECT passwordHash, deactivatedAt FROM account WHERE user = ?1");
    query.bind(1, user);
    if (!query.step())
        return std::nullopt;
    Account account{user, query.blob(0), {}};
    if (!query.isNull(1))
        account.deactivatedAt = query.integer(1);
    return account;
}

std::optional<AccessToken> SqliteTransaction::accessToken(const QByteArray& hash)
{
    Statement query = m_database.statement(
        "SELECT hash, user, device, refreshHash, expiresAt FROM access_token WHERE hash = ?1");
    query.bind(1, hash);
    if (!query.step())
        return std::nullopt;
    return AccessToken{query.blob(0), query.id(1), query.id(2), query.blob(3), query.integer(4)};
}

std::optional<RefreshToken> SqliteTransaction::refreshToken(const QByteArray& hash)
{
    Statement query = m_database.statement(QByteArray(refreshColumns) + "WHERE hash = ?1");
    query.bind(1, hash);
    if (!query.step())
        return std::nullopt;
    return readRefreshToken(query);
}

std::vector<RefreshToken> SqliteTransaction::refreshChildren(const QByteArray& parent)
{
    Statement query = m_database.statement(QByteArray(refreshColumns) + "WHERE parent = ?1");
    query.bind(1, parent);
    std::vector<RefreshToken> children;
    while (query.step())
        children.push_back(readRefreshToken(query));
    return children;
}

void SqliteTransaction::putAccount(const Account& account)
{
    Statement insert = m_database.statement(
        "INSERT INTO account (user, passwordHash, deactivatedAt) VALUES (?1, ?2, ?3) "
        "ON CONFLICT (user) DO UPDATE SET passwordHash = ?2, deactivatedAt = ?3");
    insert.bind(1, account.user).bind(2, account.passwordHash);
    insert.bind(3, account.deactivatedAt ? FieldValue(*account.deactivatedAt) : FieldValue());
    insert.execute();
}

void SqliteTransaction::putAccessToken(const AccessToken& token)
{
    Statement insert = m_database.statement(
        "INSERT INTO access_token (hash, user, device, refreshHash, expiresAt) "
        "VALUES (?1, ?2, ?3, ?4, ?5)");
    insert.bind(1, token.hash).bind(2, token.user).bind(3, token.device);
    insert.bind(4, token.refreshHash).bind(5, token.expiresAt).execute();
}

void SqliteTransaction::putRefreshToken(const RefreshToken& token)
{
    Statement insert = m_database.statement(
        "INSERT INTO refresh_token (hash, parent, family, user, device, expiresAt, used, dead) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) "
        "ON CONFLICT (hash) DO UPDATE SET used = ?7, dead = ?8");
    insert.bind(1, token.hash).bind(2, token.parent).bind(3, token.family).bind(4, token.user);
    insert.bind(5, token.device).bind(6, token.expiresAt);
    insert.bind(7, qint64(token.used)).bind(8, qint64(token.dead)).execute();
}

void SqliteTransaction::revokeFamily(const RecordId& family)
{
    Statement forget = m_database.statement("DELETE FROM access_token WHERE refreshHash IN "
                                            "(SELECT hash FROM refresh_token WHERE family = ?1)");
    forget.bind(1, family).execute();
    Statement revoke = m_database.statement("UPDATE refresh_token SET dead = 1 WHERE family = ?1");
    revoke.bind(1, family).execute();
}

void SqliteTransaction::revokeUser(const RecordId& user)
{
    Statement forget = m_database.statement("DELETE FROM access_token WHERE user = ?1");
    forget.bind(1, user).execute();
    Statement revoke = m_database.statement("UPDATE refresh_token SET dead = 1 WHERE user = ?1");
    revoke.bind(1, user).execute();
}

void SqliteTransaction::forgetTokens(Milliseconds now)
{
    Statement access = m_database.statement("DELETE FROM access_token WHERE expiresAt < ?1");
    access.bind(1, now).execute();
    Statement refresh = m_database.statement("DELETE FROM refresh_token WHERE expiresAt < ?1");
    refresh.bind(1, now).execute();
}

} // namespace homeroom
