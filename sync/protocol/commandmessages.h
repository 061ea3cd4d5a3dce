// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/protocol/messages.h"

namespace homeroom {

// The commands that are online only (sync.md section 3) besides assign: what each takes and
// answers. Each is all or nothing.

namespace route {
inline constexpr QLatin1StringView claim{"/v1/commands/claim"};
inline constexpr QLatin1StringView returnToPool{"/v1/commands/return"};
inline constexpr QLatin1StringView moveUser{"/v1/commands/move-user"};
inline constexpr QLatin1StringView deactivate{"/v1/commands/deactivate"};
inline constexpr QLatin1StringView merge{"/v1/commands/merge"};
inline constexpr QLatin1StringView unmerge{"/v1/commands/unmerge"};
inline constexpr QLatin1StringView unmask{"/v1/commands/unmask"};
inline constexpr QLatin1StringView exportNotice{"/v1/commands/export"};
inline constexpr QLatin1StringView poolList{"/v1/pool/list"};
} // namespace route

constexpr qint64 maximumPoolRows = 200; ///< of one page of the pool
constexpr qsizetype maximumFilterText = 100;
constexpr qsizetype maximumReasonText = 500;

/// Families of the pool for the caller.
struct ClaimRequest {
    std::vector<RecordId> customers{};

    bool operator==(const ClaimRequest&) const = default;
};

/// Families back to the pools of the teams that kept them.
struct ReturnRequest {
    std::vector<AssignRequest::Item> items{};

    bool operator==(const ReturnRequest&) const = default;
};

/// Answer to a command on families: how many it moved.
struct MovedResponse {
    qint64 moved = 0;
    Stamp stamp{};

    bool operator==(const MovedResponse&) const = default;
};

struct MoveUserRequest {
    RecordId user{};
    RecordId team{}; ///< null for none
    RecordId expectedTeam{};

    bool operator==(const MoveUserRequest&) const = default;
};

/// Two records of one family become one: the loser's records move to the winner.
struct MergeRequest {
    RecordId winner{};
    RecordId loser{};
    RecordId expectedWinnerOwner{};
    RecordId expectedLoserOwner{};

    bool operator==(const MergeRequest&) const = default;
};

struct UnmergeRequest {
    RecordId winner{};
    RecordId loser{};

    bool operator==(const UnmergeRequest&) const = default;
};

struct UnmaskRequest {
    RecordId customer{};
    QString reason{}; ///< goes to the audit

    bool operator==(const UnmaskRequest&) const = default;
};

/// The contacts of one family in full.
struct UnmaskResponse {
    struct Guardian {
        RecordId id{};
        QString name{};
        QString phone{};
        QString wechatId{};

        bool operator==(const Guardian&) const = default;
    };
    RecordId customer{};
    QString phone{};
    QString wechatId{};
    QString address{};
    std::vector<Guardian> guardians{};

    bool operator==(const UnmaskResponse&) const = default;
};

/// What a person is about to take out of the program. The file exists only after the answer.
struct ExportNotice {
    RecordKind kind = RecordKind::Customer;
    QString filter{}; ///< the words of the filter, for the audit
    qint64 rows = 0;

    bool operator==(const ExportNotice&) const = default;
};

struct PoolListRequest {
    QString text{}; ///< part of name, city, campaign, source or external id; empty for all
    RecordId channel{}; ///< null for all
    QString tier{}; ///< wire word; empty for all
    RecordId after{}; ///< `next` of the page before; null at first
    qint64 limit = 50;

    bool operator==(const PoolListRequest&) const = default;
};

struct PoolListResponse {
    /// Families as JSON: id, name, phone (masked) and what helps to choose.
    std::vector<QJsonObject> families{};
    RecordId next{}; ///< null where this was the end
    qint64 kept = 0; ///< families that the caller keeps
    qint64 cap = -1; ///< as many as they may keep by claiming; -1 for no bound

    bool operator==(const PoolListResponse&) const = default;
};

// One pair for each, by the rules of codec.h.
QByteArray encode(const ClaimRequest& request);
QByteArray encode(const ReturnRequest& request);
QByteArray encode(const MovedResponse& response);
QByteArray encode(const MoveUserRequest& request);
QByteArray encode(const MergeRequest& request);
QByteArray encode(const UnmergeRequest& request);
QByteArray encode(const UnmaskRequest& request);
QByteArray encode(const UnmaskResponse& response);
QByteArray encode(const ExportNotice& notice);
QByteArray encode(const PoolListRequest& request);
QByteArray encode(const PoolListResponse& response);

Result<ClaimRequest> decodeClaimRequest(const QByteArray& body);
Result<ReturnRequest> decodeReturnRequest(const QByteArray& body);
Result<MovedResponse> decodeMovedResponse(const QByteArray& body);
Result<MoveUserRequest> decodeMoveUserRequest(const QByteArray& body);
Result<MergeRequest> decodeMergeRequest(const QByteArray& body);
Result<UnmergeRequest> decodeUnmergeRequest(const QByteArray& body);
Result<UnmaskRequest> decodeUnmaskRequest(const QByteArray& body);
Result<UnmaskResponse> decodeUnmaskResponse(const QByteArray& body);
Result<ExportNotice> decodeExportNotice(const QByteArray& body);
Result<PoolListRequest> decodePoolListRequest(const QByteArray& body);
Result<PoolListResponse> decodePoolListResponse(const QByteArray& body);

} // namespace homeroom
