// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/database/database.h"
#include "server/storage/storage.h"

namespace homeroom {

/// One transaction on one connection. Its members are spread over sqliterecords.cpp (records and
/// the organisation), sqlitevisibility.cpp, sqliteaccounts.cpp and sqlitejournal.cpp (devices,
/// outcomes, incarnations, idempotency), sqliteaudit.cpp (audit, integrity) and sqlitepurge.cpp
/// (redirects and what ends).
class SqliteTransaction final : public WriteTransaction {
public:
    explicit SqliteTransaction(Database& database) : m_database(database) { }

    OrganisationState organisation() override;
    QByteArray secret(const QString& name) override;
    std::optional<StoredRecord> findRecord(RecordKind kind, const RecordId& id) override;
    std::vector<RecordRow> recordsOfRoots(
        RecordKind rootKind, std::span<const RecordId> roots, Seq since) override;
    std::vector<RecordRow> records(RecordKind kind) override;
    std::vector<RecordRow> recordsReferring(
        RecordKind kind, QStringView field, const RecordId& target) override;
    std::vector<RecordRow> recordsWithin(RecordKind kind, std::span<const RecordId> roots) override;
    std::optional<User> userByName(const QString& name) override;
    bool isReferenced(RecordKind kind, const RecordId& id, const RecordId& root) override;
    std::vector<RecordId> customersWithPhone(const QByteArray& phoneHash) override;
    std::vector<RecordRow> poolFamilies(
        const std::optional<RecordId>& team, const RecordId& before, qint64 limit) override;
    std::optional<Redirect> redirect(const RecordId& loser) override;
    std::vector<RedirectChild> redirectChildren(const RecordId& loser) override;

    std::vector<MemberInterval> memberships(const RecordId& viewer, Seq since) override;
    std::vector<RecordId> openMembers(const ScopeName& scope) override;
    std::vector<RecordId> rootsHeld(const ScopeName& scope, Seq since) override;
    std::vector<RootInterval> intervalsHeld(const ScopeName& scope, Seq since) override;
    qint64 liveFamilies(const ScopeName& scope) override;
    std::vector<RecordId> rootsChanged(const ScopeName& scope, Seq from) override;
    Seq lastChange(const ScopeName& scope) override;
    std::vector<RootInterval> intervals(const RecordId& root) override;

    std::optional<DeviceState> device(const RecordId& client) override;
    std::optional<StoredOutcome> outcome(const RecordId& client, qint64 mid) override;
    std::optional<Incarnation> incarnation(const RecordId& id) override;
    Incarnation currentIncarnation() override;
    Seq trustedSeq(qint64 generation) override;

    std::optional<Account> account(const RecordId& user) override;
    std::optional<AccessToken> accessToken(const QByteArray& hash) override;
    std::optional<RefreshToken> refreshToken(const QByteArray& hash) override;
    std::vector<RefreshToken> refreshChildren(const QByteArray& parent) override;
    std::optional<IdempotentAnswer> idempotent(const RecordId& user, const QString& key) override;
    AuditChain auditChain() override;
    Seq seqBefore(Milliseconds at) override;
    QStringList problems() override;

    Stamp takeSeq() override;
    void setGeneration(qint64 generation) override;
    void putOrganisation(const QString& name, const QString& timeZone) override;
    void setClaimCap(qint64 families) override;
    Result<void> savepoint(const std::function<Result<void>()>& work) override;
    void putRecord(const StoredRecord& record) override;
    void putPhone(const RecordId& customer, const QByteArray& phoneHash) override;

    void enterScope(
        const ScopeName& scope, const RecordId& root, RecordKind kind, Seq enter) override;
    void exitScope(
        const ScopeName& scope, const RecordId& root, Seq exit, Milliseconds at) override;
    std::vector<ScopeName> touchRoot(const RecordId& root, Seq seq) override;
    void openMembership(const RecordId& viewer, const ScopeName& scope, Seq since) override;
    void closeMembership(
        const RecordId& viewer, const ScopeName& scope, Seq until, Milliseconds at) override;

    void putDevice(const DeviceState& device) override;
    void putOutcome(
        const RecordId& client, qint64 mid, const StoredOutcome& outcome, Milliseconds at) override;
    void putRedirect(const Redirect& redirect) override;
    void addRedirectChild(const RecordId& loser, const RedirectChild& child) override;
    void eraseRedirect(const RecordId& loser) override;
    void putIncarnation(const Incarnation& incarnation) override;

    void putAccount(const Account& account) override;
    void putAccessToken(const AccessToken& token) override;
    void putRefreshToken(const RefreshToken& token) override;
    void revokeFamily(const RecordId& family) override;
    void revokeUser(const RecordId& user) override;
    void forgetTokens(Milliseconds now) override;
    void putIdempotent(
        const RecordId& user, const QString& key, const IdempotentAnswer& answer) override;
    void forgetIdempotent(Milliseconds before) override;
    void appendAudit(const AuditEntry& entry) override;
    /// Notes where the audit ends; the last write of a transaction.
    void closeAudit();

    void noteTime(Milliseconds now, Milliseconds oldest) override;
    qint64 purge(Purgeable what, Milliseconds before, qint64 limit) override;
    qint64 purgeTombstones(RecordKind kind, Seq horizon, qint64 limit) override;

private:
    void appendChunk(std::vector<RecordRow>& rows, const RecordType& type,
        std::span<const RecordId> roots, Seq since);
    void appendOrphanProblems(QStringList& problems);
    qint64 purgeRoots(RecordKind kind, Seq horizon, qint64 limit);
    std::vector<RecordId> ids(Statement& query);
    std::vector<RootInterval> readIntervals(Statement& query);
    QByteArray auditEnd();

    Database& m_database;
    std::optional<QByteArray> m_auditEnd{}; ///< hash of the last entry, where it is known
    bool m_auditGrew = false;
};

} // namespace homeroom
