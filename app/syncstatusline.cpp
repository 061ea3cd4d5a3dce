// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/syncstatusline.h"

#include "models/values/cohortday.h"
#include "ui/frame/statusline.h"

namespace homeroom {

namespace {

Freshness freshnessOf(const SyncStatus& status)
{
    switch (status.activity) {
    case SyncActivity::Syncing:
        return Freshness::Syncing;
    case SyncActivity::Offline:
    case SyncActivity::Stopped:
        return Freshness::Offline;
    case SyncActivity::SignInNeeded:
        return Freshness::Failed;
    case SyncActivity::Idle:
        return status.syncedAt > 0 ? Freshness::Synced : Freshness::Never;
    }
    return Freshness::Never;
}

} // namespace

void showSyncStatus(
    StatusLine& line, const SyncStatus& status, const QTimeZone& zone, Milliseconds now)
{
    const QDateTime asOf =
        status.syncedAt > 0 ? QDateTime::fromMSecsSinceEpoch(status.syncedAt, zone) : QDateTime();
    line.setSync(freshnessOf(status), asOf, dateAt(now, zone));
    line.setWaiting(int(status.counts.waiting));
    line.setConflicts(int(status.counts.conflicts + status.counts.attention));
}

} // namespace homeroom
