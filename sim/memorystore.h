// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/storage/storage.h"

#include <map>

namespace homeroom::sim {

/// What is committed: rows, who holds roots, who is where. In memory, so that writers can be
/// interleaved between the taking of their seq and their commit, which a database with one writer
/// never lets happen.
struct MemoryStore {
    std::map<RecordId, RecordRow> rows{};
    std::vector<RootInterval> intervals{};
    std::map<RecordId, std::vector<MemberInterval>> members{};
    Stamp stamp{1, 0};
};

/// The part of a transaction that the feed's rules use. The rest is not part of this model and
/// stops the program.
class MemoryTransaction final : public WriteTransaction {
public:
    explicit MemoryTransaction(MemoryStore& store) : m_store(store) { }

    OrganisationState organisation() override;
    QByteArray secret(const QString& name) override;
    std::optional<StoredRecord> findRecord(RecordKind kind, const RecordId& id) override;
    std::vector<RecordRow> recordsOfRoots(
        RecordKind rootKind, std::span<const RecordId> roots, Seq since) override;
    std::vector<RecordRow> records(RecordKind kind) override;
    std::vector<RecordRow> recordsReferring(
        RecordKind kind, QStringView field, const RecordId& target) override;
    std::vector<RecordRow> recordsWithin(RecordKind kind, std::span<const RecordId> roots) override;
    std::vector<MemberInterval> memberships(const RecordId& viewer, Seq since) override;
    std::vector<RecordId> rootsHeld(const ScopeName& scope, Seq since) override;
    Seq lastChange(const ScopeName& scope) override;
    std::vector<RootInterval> intervalsHeld(const ScopeName& scope, Seq since) override;
    std::vector<RecordId> rootsChanged(const ScopeName& scope, Seq from) override;
    std::vector<RootInterval> intervals(const RecordId& root) override;
    Incarnation currentIncarnation() override;
    void putRecord(const StoredRecord& record) override;
    void enterScope(
        const ScopeName& scope, const RecordId& root, RecordKind kind, Seq enter) override;
    void exitScope(
        const ScopeName& scope, const RecordId& root, Seq exit, Milliseconds at) override;
    std::vector<ScopeName> touchRoot(const RecordId& root, Seq seq) override;
    void openMembership(const RecordId& viewer, const ScopeName& scope, Seq since) override;
    void closeMembership(
        const RecordId& viewer, const ScopeName& scope, Seq until, Milliseconds at) override;

    std::optional<User> userByName(const QString&) override { absent(); }
    bool isReferenced(RecordKind, const RecordId&, const RecordId&) override { absent(); }
    std::vector<RecordId> customersWithPhone(const QByteArray&) override { absent(); }
    std::vector<RecordId> openMembers(const ScopeName&) override { absent(); }
    std::optional<DeviceState> device(const RecordId&) override { absent(); }
    std::optional<StoredOutcome> outcome(const RecordId&, qint64) override { absent(); }
    std::optional<Incarnation> incarnation(const RecordId&) override { absent(); }
    Seq trustedSeq(qint64) override { absent(); }
    std::optional<Account> account(const RecordId&) override { absent(); }
    std::optional<AccessToken> accessToken(const QByteArray&) override { absent(); }
    std::optional<RefreshToken> refreshToken(const QByteArray&) override { absent(); }
    std::vector<RefreshToken> refreshChildren(const QByteArray&) override { absent(); }
    std::optional<IdempotentAnswer> idempotent(const RecordId&, const QString&) override
    {
        absent();
    }
    QStringList problems() override { absent(); }
    Stamp takeSeq() override { absent(); }
    void setGeneration(qint64) override { absent(); }
    void putOrganisation(const QString&, const QString&) override { absent(); }
    Result<void> savepoint(const std::function<Result<void>()>&) override { absent(); }
    void putPhone(const RecordId&, const QByteArray&) override { absent(); }
    void putDevice(const DeviceState&) override { absent(); }
    void putOutcome(const RecordId&, qint64, const StoredOutcome&, Milliseconds) override
    {
        absent();
    }
    std::vector<RecordRow> poolFamilies(
        const std::optional<RecordId>&, const RecordId&, qint64) override
    {
        absent();
    }
    std::optional<Redirect> redirect(const RecordId&) override { absent(); }
    std::vector<RedirectChild> redirectChildren(const RecordId&) override { absent(); }
    qint64 liveFamilies(const ScopeName&) override { absent(); }
    AuditChain auditChain() override { absent(); }
    Seq seqBefore(Milliseconds) override { absent(); }
    void setClaimCap(qint64) override { absent(); }
    void putRedirect(const Redirect&) override { absent(); }
    void addRedirectChild(const RecordId&, const RedirectChild&) override { absent(); }
    void eraseRedirect(const RecordId&) override { absent(); }
    void noteTime(Milliseconds, Milliseconds) override { absent(); }
    qint64 purge(Purgeable, Milliseconds, qint64) override { absent(); }
    qint64 purgeTombstones(RecordKind, Seq, qint64) override { absent(); }
    void putIncarnation(const Incarnation&) override { absent(); }
    void putAccount(const Account&) override { absent(); }
    void putAccessToken(const AccessToken&) override { absent(); }
    void putRefreshToken(const RefreshToken&) override { absent(); }
    void revokeFamily(const RecordId&) override { absent(); }
    void revokeUser(const RecordId&) override { absent(); }
    void forgetTokens(Milliseconds) override { absent(); }
    void putIdempotent(const RecordId&, const QString&, const IdempotentAnswer&) override
    {
        absent();
    }
    void forgetIdempotent(Milliseconds) override { absent(); }
    void appendAudit(const AuditEntry&) override { absent(); }

private:
    [[noreturn]] static void absent() { qFatal("not part of the interleaving model"); }

    MemoryStore& m_store;
};

} // namespace homeroom::sim
