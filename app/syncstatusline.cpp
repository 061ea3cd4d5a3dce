// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/syncstatusline.h"

#include "models/values/cohortday.h"
#include "models/values/connectionfault.h"
#include "ui/editing/sentences.h"
#include "ui/frame/statusline.h"

namespace homeroom {

namespace {

/// Whether the next try may go better without anybody doing something.
bool passesByItself(const Error& error)
{
    switch (error.code) {
    case ErrorCode::Unavailable:
    case ErrorCode::Timeout:
    case ErrorCode::TooMany:
    case ErrorCode::Cancelled:
        return !connectionFault(error);
    default:
        return false;
    }
}

Freshness freshnessOf(const SyncStatus& status)
{
    switch (status.activity) {
    case SyncActivity::Syncing:
        return Freshness::Syncing;
    case SyncActivity::Offline:
        return status.problem && !passesByItself(*status.problem) ? Freshness::Troubled
                                                                  : Freshness::Offline;
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

QString syncReason(const SyncStatus& status, bool deactivated)
{
    if (deactivated)
        return deactivatedSentence();
    if (status.activity == SyncActivity::SignInNeeded)
        return signInSentence();
    const bool tells = status.activity == SyncActivity::Offline && status.problem;
    return tells ? sentenceFor(*status.problem) : QString();
}

void showSyncStatus(StatusLine& line, const SyncStatus& status, qint64 toDecide,
    const QTimeZone& zone, Milliseconds now, bool deactivated)
{
    const QDateTime asOf =
        status.syncedAt > 0 ? QDateTime::fromMSecsSinceEpoch(status.syncedAt, zone) : QDateTime();
    line.setSync(deactivated ? Freshness::Deactivated : freshnessOf(status), asOf,
        dateAt(now, zone), syncReason(status, deactivated));
    line.setWaiting(int(status.counts.told()));
    line.setToDecide(int(toDecide));
    line.setAttention(int(status.counts.attention));
}

} // namespace homeroom
