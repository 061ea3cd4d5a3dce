// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/syncstatus.h"

#include <QTimeZone>

namespace homeroom {

class StatusLine;

/// Why the server is not spoken with, in one sentence; empty where it is.
QString syncReason(const SyncStatus& status, bool deactivated = false);

/// Tells the status line what the engine knows, with times in the organisation's zone. `toDecide`
/// is counted as the sync centre counts, where fields of one record are one line; of a deactivated
/// account that it is one counts more than how the last session went.
void showSyncStatus(StatusLine& line, const SyncStatus& status, qint64 toDecide,
    const QTimeZone& zone, Milliseconds now, bool deactivated = false);

} // namespace homeroom
