// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/outbox.h"

#include <QMetaType>

namespace homeroom {

enum class SyncActivity {
    Stopped,
    Offline, ///< the last try failed; another one is planned
    Syncing,
    Idle, ///< all is sent and pulled
    SignInNeeded ///< edits wait in the outbox
};

/// What the status bar shows.
struct SyncStatus {
    SyncActivity activity = SyncActivity::Stopped;
    Milliseconds syncedAt = 0; ///< server time of the last whole session; 0 before the first
    OutboxCounts counts{};
    bool firstSync = false; ///< running, with progress below
    qint64 rowsDone = 0; ///< of this session
    qint64 rowsExpected = 0; ///< done and still to come, as the server estimates
    std::optional<Error> problem{}; ///< why it is offline

    bool operator==(const SyncStatus&) const = default;
};

/// What one whole session did.
struct SyncReport {
    qint64 pushed = 0; ///< edits answered by the server
    qint64 pulled = 0; ///< records received
    QString cursor{};
};

} // namespace homeroom

Q_DECLARE_METATYPE(homeroom::SyncStatus)
Q_DECLARE_METATYPE(homeroom::SyncReport)
