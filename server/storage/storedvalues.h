// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/recordrow.h"

#include <QHash>

#include <optional>

namespace homeroom {

/// The name of who holds a root (see server/rules/scopes.h).
using ScopeName = QString;

/// A point in the organisation's order of commits. Within one database seq alone grows, whatever
/// the generation.
using Seq = qint64;

/// The one row of `org`.
struct OrganisationState {
    RecordId id{};
    QString name{};
    QString timeZone{}; ///< IANA id
    Stamp stamp{}; ///< generation and the seq of the last commit
    qint64 claimCap = 0; ///< families a tutor or sales may keep by claiming
};

/// The last write of one field.
struct FieldVersion {
    Stamp stamp{};
    RecordId user{};
    RecordId device{};
    Milliseconds at = 0; ///< corrected edit time
    Stamp formerStamp{}; ///< of the write before
    /// Value before, of guarded and text fields; undefined where not kept.
    QJsonValue former{QJsonValue::Undefined};
    /// Of the last write by another device than this one; zero where there was none.
    Stamp othersStamp{};
    /// What this device typed, of a text that was merged with another's; undefined else.
    QJsonValue typed{QJsonValue::Undefined};

    bool operator==(const FieldVersion&) const = default;
};

/// Field → its last write. The key `*` is the create and stands for every field without an entry;
/// a key of an object field is `field/key`.
class FieldVersions {
public:
    const FieldVersion* find(const QString& field) const;
    void put(const QString& field, FieldVersion version);
    void putCreation(FieldVersion version) { put(QStringLiteral("*"), std::move(version)); }

    QByteArray toJson() const;
    static FieldVersions fromJson(const QByteArray& json);

private:
    QHash<QString, FieldVersion> m_versions;
};

struct StoredRecord {
    RecordRow row{};
    FieldVersions versions{};
};

/// One row of `root_scope`: the scope held the root from `enter` until before `exit`.
struct RootInterval {
    ScopeName scope{};
    RecordId root{};
    RecordKind kind = RecordKind::None; ///< of the root's own record
    Seq enter = 0;
    std::optional<Seq> exit{};
    Seq touch = 0; ///< last write in the root while the interval was open
    Milliseconds exitedAt = 0;
};

/// One row of `member`: the viewer was in the scope from `since` until before `until`.
struct MemberInterval {
    ScopeName scope{};
    Seq since = 0;
    std::optional<Seq> until{};
    Milliseconds endedAt = 0;
};

struct DeviceState {
    RecordId client{};
    RecordId user{};
    qint64 lastMid = 0;
    QString chain{}; ///< after lastMid
    Milliseconds lastSeen = 0; ///< when its queue was last known to be drained
};

struct StoredOutcome {
    QByteArray json{};
    QString chain{}; ///< after this mid
};

/// One life of the database, from a start of the server to the next.
struct Incarnation {
    qint64 generation = 0;
    RecordId id{};
    Seq firstSeq = 0;
    std::optional<Seq> lastSeq{}; ///< nothing while it runs
    RecordId previous{}; ///< null for the first
    std::optional<Seq> trustedSeq{}; ///< see trustedSeq of ReadTransaction; where it ended one
};

struct Account {
    RecordId user{};
    QByteArray passwordHash{}; ///< crypto_pwhash_str; empty where none is set
    std::optional<Milliseconds> deactivatedAt{};
};

struct AccessToken {
    QByteArray hash{};
    RecordId user{};
    RecordId device{};
    QByteArray refreshHash{}; ///< the refresh token issued with it
    Milliseconds expiresAt = 0;
};

struct RefreshToken {
    QByteArray hash{};
    QByteArray parent{}; ///< the token it was exchanged for; empty at sign-in
    RecordId family{};
    RecordId user{};
    RecordId device{};
    Milliseconds expiresAt = 0;
    bool used = false; ///< proof that its answer has arrived
    bool dead = false; ///< a sibling was used, or the family is revoked
};

struct IdempotentAnswer {
    QByteArray requestHash{};
    QByteArray response{};
    Milliseconds at = 0;
};

/// A merged family: edits of the loser go to the winner.
struct Redirect {
    RecordId loser{};
    RecordId winner{};
    Stamp stamp{}; ///< of the merge
    Milliseconds at = 0;
    RecordId guardian{}; ///< made of the loser's own contact; null where there was none
    QJsonObject made{}; ///< field of the winner → {"before", "after"}
};

struct RedirectChild {
    RecordKind kind = RecordKind::None;
    RecordId id{};
};

struct AuditEntry {
    Milliseconds at = 0;
    RecordId user{};
    RecordId device{};
    QString action{};
    QString subject{}; ///< `type/id`
    QJsonObject detail{};
};

/// What following the audit's hash chain from its start found.
struct AuditChain {
    qint64 entries = 0; ///< good ones
    qint64 firstBad = 0; ///< number of the first entry that does not fit or is missing; 0: none
    QByteArray head{}; ///< hash of the last good entry
};

/// What the purge takes away in small steps.
enum class Purgeable { Outcomes, RootIntervals, Memberships };

} // namespace homeroom
