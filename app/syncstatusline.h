// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/syncstatus.h"

#include <QTimeZone>

namespace homeroom {

class StatusLine;

/// Why the server is not spoken with, in one sentence; empty where it is.
QString syncReason(const SyncStatus& status);

/// Tells the status line what the engine knows, with times in the organisation's zone.
void showSyncStatus(
    StatusLine& line, const SyncStatus& status, const QTimeZone& zone, Milliseconds now);

} // namespace homeroom
