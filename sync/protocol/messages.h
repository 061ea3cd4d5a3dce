// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/rights.h"
#include "models/values/syncvalues.h"

#include <optional>

namespace homeroom {

/// Schema number of the wire; the server serves it and the one before.
constexpr qint64 protocolSchema = 1;

constexpr qsizetype maximumPushMutations = 200; ///< a request; sync.md section 5
constexpr qsizetype maximumGroupMutations = 50;
constexpr qsizetype maximumBodyBytes = 8 * 1024 * 1024;
constexpr qint64 firstSyncRows = 20000; ///< rows a page while the first sync runs

/// Paths of the endpoints (sync.md section 3), shared by client and server.
namespace route {
inline constexpr QLatin1StringView signIn{"/v1/auth/sign-in"};
inline constexpr QLatin1StringView refresh{"/v1/auth/refresh"};
inline constexpr QLatin1StringView signOut{"/v1/auth/sign-out"};
inline constexpr QLatin1StringView push{"/v1/sync/push"};
inline constexpr QLatin1StringView pull{"/v1/sync/pull"};
inline constexpr QLatin1StringView wait{"/v1/sync/wait"};
inline constexpr QLatin1StringView assign{"/v1/commands/assign"};
inline constexpr QLatin1StringView createUser{"/v1/commands/create-user"};
inline constexpr QLatin1StringView setPassword{"/v1/commands/set-password"};
inline constexpr QLatin1StringView health{"/v1/health"};
inline constexpr QLatin1StringView openapi{"/v1/openapi.json"};
} // namespace route

/// `POST /v1/auth/sign-in`
struct SignInRequest {
    QString user{};
    QString password{};
    RecordId device{}; ///< made by the client, once a profile

    bool operator==(const SignInRequest&) const = default;
};

/// `POST /v1/auth/refresh`
struct RefreshRequest {
    QString refreshToken{};
    RecordId device{};

    bool operator==(const RefreshRequest&) const = default;
};

/// Answer to sign-in and refresh.
struct SessionResponse {
    QString accessToken{};
    qint64 expiresIn = 0; ///< seconds, 900 at most
    QString refreshToken{};
    Viewer viewer{};
    QString userName{};
    QString displayName{};
    QString organisation{}; ///< its name
    QString timeZone{}; ///< IANA id, Asia/Shanghai by default
    Milliseconds serverTime = 0; ///< for the client's clock offset

    bool operator==(const SessionResponse&) const = default;
};

/// What a push also asks for, so that an edit costs one request: the page behind a cursor.
struct PageWish {
    QString cursor{}; ///< not that of a first sync
    qint64 rows = 0;
    QString columns{}; ///< as in PullRequest

    bool operator==(const PageWish&) const = default;
};

/// `POST /v1/sync/push`
struct PushRequest {
    RecordId device{};
    qint64 schema = protocolSchema;
    Milliseconds sentAt = 0;
    QString chain{}; ///< hash before the first mid, hex; see chainAfter
    std::vector<Mutation> mutations{};
    /// The newest sign of what this device has seen; empty where it has none, or where the wished
    /// page's cursor is it.
    QString seen{};
    std::optional<PageWish> page{};
    /// Nothing waits behind these: what comes next was typed after this request.
    bool drains = false;

    bool operator==(const PushRequest&) const = default;
};

struct PushResponse {
    std::vector<Outcome> outcomes{};
    Milliseconds serverTime = 0;
    /// Opaque; goes along with every request until a page has come. Empty with a page, whose cursor
    /// says as much.
    QString seen{};
    /// The wished page, read after the commit, as a pull answers it; empty where none was wished,
    /// or where a pull would say why there is none.
    QByteArray page{};

    bool operator==(const PushResponse&) const = default;
};

/// `POST /v1/sync/pull`
struct PullRequest {
    RecordId device{};
    QString cursor{}; ///< opaque; empty at the first sync
    qint64 rows = firstSyncRows;
    qint64 schema = protocolSchema;
    QString seen{}; ///< of an answer to a push since the last page; empty without one
    QString columns{}; ///< columnsSign() of who can read a page without names of columns

    bool operator==(const PullRequest&) const = default;
};

/// Answer to `GET /v1/sync/wait?mark=`: there is something to pull when it differs from the mark
/// that was sent. It carries no data (sync.md section 3).
struct WaitResponse {
    QString mark{}; ///< opaque

    bool operator==(const WaitResponse&) const = default;
};

/// `POST /v1/commands/assign`: hands families over. All or nothing.
struct AssignRequest {
    struct Item {
        RecordId customer{};
        RecordId expectedOwner{}; ///< refused with Changed where the owner is another by now

        bool operator==(const Item&) const = default;
    };
    std::vector<Item> items{};
    RecordId to{};

    bool operator==(const AssignRequest&) const = default;
};

struct AssignResponse {
    qint64 assigned = 0;
    Stamp stamp{};

    bool operator==(const AssignResponse&) const = default;
};

/// `POST /v1/commands/create-user`
struct CreateUserRequest {
    QString name{}; ///< sign-in name
    QString displayName{};
    QString password{};
    UserRole role = UserRole::Tutor;
    RecordId team{};

    bool operator==(const CreateUserRequest&) const = default;
};

/// `POST /v1/commands/set-password`: one's own, or anybody's for an administrator.
struct SetPasswordRequest {
    RecordId user{};
    QString password{};

    bool operator==(const SetPasswordRequest&) const = default;
};

/// The chain hash after a mutation: BLAKE2-free and stable, SHA-256 over the hash before and the
/// mutation's compact JSON, in hex. The same mid with another content gives another chain
/// (sync.md section 5).
QString chainAfter(const QString& chainBefore, const Mutation& mutation);

} // namespace homeroom
