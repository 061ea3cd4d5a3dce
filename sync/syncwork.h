// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/outbox.h"
#include "models/store/syncstate.h"
#include "sync/protocol/messages.h"

namespace homeroom {

struct ArrivedPage;

// What the engine does on the writer's thread, each in one write transaction. `changes` is what the
// store announces afterwards. All throw SQLite::Exception and Error.

struct PullWork {
    RecordId device{};
    QString cursor{};
    QString seen{}; ///< what the cursor does not say
    bool first = false; ///< no session has ended yet
};

struct PushWork {
    RecordId device{};
    OutboxBatch batch{};
    QString seen{};
    OutboxCounts counts{};
    bool drains = false; ///< nothing is left to push after this
    /// Where nothing is left to push after this: what the answer is to bring along.
    std::optional<PullWork> page{};
};

struct PulledPage {
    qint64 rows = 0;
    qint64 remaining = 0;
    bool last = false;
    bool queuedAgain = false; ///< edits that a restored server may have lost
    Milliseconds took = 0; ///< to read and apply it
    QString cursor{};
    QString mark{}; ///< of a last page; empty where the server says none
    OutboxCounts counts{};
    bool erasurePending = false;
};

/// Which members of requests the server knows.
enum class ServerAge { Current, Older };
PushWork beginPush(Database& database, qsizetype limit, ServerAge server);
OutboxCounts settlePush(Database& database, const PushResponse& response, ChangeSet& changes);
/// The server took nothing of the request: a smaller one is due, or, where it was one group only,
/// that group is refused.
OutboxCounts shrinkPush(Database& database, const Error& reason, bool oneGroup, ChangeSet& changes);
PullWork beginPull(Database& database);
/// The page has arrived whole.
PulledPage absorbPage(Database& database, const ArrivedPage& arrived, const Clock& clock,
    Milliseconds serverNow, ChangeSet& changes);

} // namespace homeroom
