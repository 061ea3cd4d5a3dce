// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/mutation.h"

namespace homeroom {

enum class OutcomeKind { Applied, Merged, Conflict, Refused };

/// What became of one mutation on the server.
struct Outcome {
    qint64 mid = 0;
    OutcomeKind kind = OutcomeKind::Applied;
    Stamp stamp{}; ///< of the commit; zero when refused
    QStringList kept{}; ///< fields where the server's value stayed (Merged, Conflict)
    RecordId conflict{}; ///< id of the Conflict record
    ErrorCode code = ErrorCode::Invalid; ///< of a refusal
    QString message{}; ///< of a refusal, for logs
    QString field{}; ///< of a refusal, if one is at fault

    bool operator==(const Outcome&) const = default;
};

enum class RootOperation { Evict, Full, Delta };

/// What a page says of one root.
struct RootUpdate {
    RecordId root{};
    RootOperation operation = RootOperation::Full;
    std::vector<RecordRow> rows{}; ///< tombstones included in a delta; empty for evict

    bool operator==(const RootUpdate&) const = default;
};

/// Answer to a pull. The end mark of the body with row count and crc is checked while decoding and
/// not kept.
struct PullPage {
    QString cursor{};
    Stamp stamp{}; ///< the snapshot S
    bool last = false; ///< the session ends with this page: the base moves to S
    qint64 remaining = 0; ///< estimate of rows still to come, for the progress bar
    std::vector<RootUpdate> roots{};
    QString mark{}; ///< of a last page: what a wait answers as long as nothing has happened since S
    /// The newest number of the device that the server has an outcome of, where the cursor was of
    /// another generation: what is behind it may be lost, all before it stands.
    std::optional<qint64> lastMid{};

    bool operator==(const PullPage&) const = default;
};

} // namespace homeroom
