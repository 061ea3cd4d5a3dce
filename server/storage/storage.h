// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/records/organisation.h"
#include "server/storage/storedvalues.h"

#include <functional>
#include <span>

namespace homeroom {

/// What the rules read, all from one snapshot. Failures of the database are thrown as Error and
/// end the transaction; they never pass Storage::read or Storage::write.
class ReadTransaction {
public:
    virtual ~ReadTransaction() = default;

    virtual OrganisationState organisation() = 0;
    /// A random 32-byte secret of that name, made when the database was made.
    virtual QByteArray secret(const QString& name) = 0;

    virtual std::optional<StoredRecord> findRecord(RecordKind kind, const RecordId& id) = 0;
    /// Rows of these roots (all of one kind) written after `since`, by root; tombstones included.
    virtual std::vector<RecordRow> recordsOfRoots(
        RecordKind rootKind, std::span<const RecordId> roots, Seq since) = 0;
    /// Live rows of a type.
    virtual std::vector<RecordRow> records(RecordKind kind) = 0;
    /// Live rows of a type whose field of that name refers to `target`.
    virtual std::vector<RecordRow> recordsReferring(
        RecordKind kind, QStringView field, const RecordId& target) = 0;
    /// Live rows of one type in these roots.
    virtual std::vector<RecordRow> recordsWithin(
        RecordKind kind, std::span<const RecordId> roots) = 0;
    virtual std::optional<User> userByName(const QString& name) = 0;
    /// Whether a live record refers to this one; within `root` where that is not null.
    virtual bool isReferenced(RecordKind kind, const RecordId& id, const RecordId& root) = 0;
    virtual std::vector<RecordId> customersWithPhone(const QByteArray& phoneHash) = 0;
    /// Live families without an owner, newest first, behind `before` where that is not null; of
    /// one team (null: those without one) or of all.
    virtual std::vector<RecordRow> poolFamilies(
        const std::optional<RecordId>& team, const RecordId& before, qint64 limit) = 0;
    virtual std::optional<Redirect> redirect(const RecordId& loser) = 0;
    virtual std::vector<RedirectChild> redirectChildren(const RecordId& loser) = 0;

    /// Memberships that are open or ended after `since`.
    virtual std::vector<MemberInterval> memberships(const RecordId& viewer, Seq since) = 0;
    virtual std::vector<RecordId> openMembers(const ScopeName& scope) = 0;
    /// Roots of the scope that are open or were left after `since`.
    virtual std::vector<RecordId> rootsHeld(const ScopeName& scope, Seq since) = 0;
    /// The intervals of the scope that are open or ended after `since`.
    virtual std::vector<RootInterval> intervalsHeld(const ScopeName& scope, Seq since) = 0;
    /// How many families the scope holds now, removed ones not counted.
    virtual qint64 liveFamilies(const ScopeName& scope) = 0;
    /// Roots of the scope entered, written or left at `from` or later.
    virtual std::vector<RecordId> rootsChanged(const ScopeName& scope, Seq from) = 0;
    /// Greatest touch or exit of the scope.
    virtual Seq lastChange(const ScopeName& scope) = 0;
    virtual std::vector<RootInterval> intervals(const RecordId& root) = 0;

    virtual std::optional<DeviceState> device(const RecordId& client) = 0;
    virtual std::optional<StoredOutcome> outcome(const RecordId& client, qint64 mid) = 0;
    virtual std::optional<Incarnation> incarnation(const RecordId& id) = 0;
    /// The running one.
    virtual Incarnation currentIncarnation() = 0;
    /// Up to which seq bases of an ended generation can be trusted: behind it they may be of the
    /// time that a restore lost.
    virtual Seq trustedSeq(qint64 generation) = 0;

    virtual std::optional<Account> account(const RecordId& user) = 0;
    virtual std::optional<AccessToken> accessToken(const QByteArray& hash) = 0;
    virtual std::optional<RefreshToken> refreshToken(const QByteArray& hash) = 0;
    virtual std::vector<RefreshToken> refreshChildren(const QByteArray& parent) = 0;
    virtual std::optional<IdempotentAnswer> idempotent(
        const RecordId& user, const QString& key) = 0;

    virtual AuditChain auditChain() = 0;
    /// The greatest seq known to have been committed before `at`; 0 where none is.
    virtual Seq seqBefore(Milliseconds at) = 0;
    /// Sentences about what is wrong: SQLite's integrity, the audit chain, I11.
    virtual QStringList problems() = 0;
};

/// What the rules write. Nothing of it is visible to others before the transaction has committed.
class WriteTransaction : public ReadTransaction {
public:
    /// Takes the next seq; once for each request, after everything of it was checked.
    virtual Stamp takeSeq() = 0;
    virtual void setGeneration(qint64 generation) = 0;
    virtual void putOrganisation(const QString& name, const QString& timeZone) = 0;
    virtual void setClaimCap(qint64 families) = 0;
    /// Runs work in a savepoint: rolled back where it fails. Errors of the database are thrown on.
    virtual Result<void> savepoint(const std::function<Result<void>()>& work) = 0;

    virtual void putRecord(const StoredRecord& record) = 0;
    /// Null hash: the record has no phone any more.
    virtual void putPhone(const RecordId& customer, const QByteArray& phoneHash) = 0;

    virtual void enterScope(
        const ScopeName& scope, const RecordId& root, RecordKind kind, Seq enter) = 0;
    virtual void exitScope(
        const ScopeName& scope, const RecordId& root, Seq exit, Milliseconds at) = 0;
    /// Raises touch of the open intervals of a root; the scopes that hold it.
    virtual std::vector<ScopeName> touchRoot(const RecordId& root, Seq seq) = 0;
    virtual void openMembership(const RecordId& viewer, const ScopeName& scope, Seq since) = 0;
    virtual void closeMembership(
        const RecordId& viewer, const ScopeName& scope, Seq until, Milliseconds at) = 0;

    virtual void putDevice(const DeviceState& device) = 0;
    virtual void putOutcome(
        const RecordId& client, qint64 mid, const StoredOutcome& outcome, Milliseconds at) = 0;
    virtual void putRedirect(const Redirect& redirect) = 0;
    virtual void addRedirectChild(const RecordId& loser, const RedirectChild& child) = 0;
    /// Forgets a redirect with its children.
    virtual void eraseRedirect(const RecordId& loser) = 0;
    virtual void putIncarnation(const Incarnation& incarnation) = 0;

    virtual void putAccount(const Account& account) = 0;
    virtual void putAccessToken(const AccessToken& token) = 0;
    virtual void putRefreshToken(const RefreshToken& token) = 0;
    /// Marks every refresh token of the family dead and forgets its access tokens.
    virtual void revokeFamily(const RecordId& family) = 0;
    virtual void revokeUser(const RecordId& user) = 0;
    /// Forgets access tokens expired before `now` and refresh tokens expired before `now`.
    virtual void forgetTokens(Milliseconds now) = 0;
    virtual void putIdempotent(
        const RecordId& user, const QString& key, const IdempotentAnswer& answer) = 0;
    virtual void forgetIdempotent(Milliseconds before) = 0;
    virtual void appendAudit(const AuditEntry& entry) = 0;

    /// Notes that everything committed so far is older than `now`; forgets notes before `oldest`
    /// but the last of them.
    virtual void noteTime(Milliseconds now, Milliseconds oldest) = 0;
    /// Takes away rows that ended before `before`, `limit` at most; how many those were. The last
    /// 200 outcomes of a device stay, whatever their age.
    virtual qint64 purge(Purgeable what, Milliseconds before, qint64 limit) = 0;
    /// Takes away tombstones of a type written at `horizon` or before, `limit` at most. A deleted
    /// root goes after all its records, and with its intervals; a merged one stays.
    virtual qint64 purgeTombstones(RecordKind kind, Seq horizon, qint64 limit) = 0;
};

/// The server's database. Writers run one after another; readers see the last commit.
class Storage {
public:
    virtual ~Storage() = default;

    using ReadWork = std::function<Result<void>(ReadTransaction&)>;
    using WriteWork = std::function<Result<void>(WriteTransaction&)>;
    virtual Result<void> runRead(const ReadWork& work) = 0;
    virtual Result<void> runWrite(const WriteWork& work) = 0;

    /// Runs `work(transaction)` → Result<T> in one snapshot.
    template <typename Work> auto read(Work&& work)
    {
        using Answer = std::invoke_result_t<Work, ReadTransaction&>;
        return run<Answer, ReadTransaction>(work, [this](auto inner) { return runRead(inner); });
    }

    /// Runs `work(transaction)` → Result<T>; commits durably where it succeeds, else leaves
    /// nothing.
    template <typename Work> auto write(Work&& work)
    {
        using Answer = std::invoke_result_t<Work, WriteTransaction&>;
        return run<Answer, WriteTransaction>(work, [this](auto inner) { return runWrite(inner); });
    }

private:
    template <typename Answer, typename Transaction, typename Work, typename Run>
    static Answer run(Work& work, Run&& runner)
    {
        std::optional<Answer> answer;
        const Result<void> ended = runner([&](Transaction& transaction) -> Result<void> {
            answer.emplace(work(transaction));
            if (!answer->ok())
                return answer->error();
            return {};
        });
        if (!ended.ok())
            return ended.error();
        return std::move(*answer);
    }
};

} // namespace homeroom
