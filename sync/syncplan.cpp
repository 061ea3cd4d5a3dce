// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/syncplan.h"

#include <algorithm>
#include <array>

namespace homeroom::syncplan {

using namespace Qt::StringLiterals;

namespace {

constexpr Milliseconds pageTarget = 10;
constexpr qint64 fewestRows = 50;
constexpr qint64 mostRows = 5000;
constexpr Milliseconds firstDelay = secondMs;
constexpr Milliseconds longestDelay = 5 * minuteMs;
constexpr int mostDoublings = 10;

/// Whether smaller requests can tell which edit it is about. A proxy knows nothing of edits, and
/// what a whole request lacks every other one lacks, too.
bool blamesEdits(const Error& error)
{
    constexpr std::array ofRequests{u"device", u"schema", u"sentAt", u"chain", u"seen"};
    return error.code != ErrorCode::Unavailable
        && std::ranges::none_of(
            ofRequests, [&](const char16_t* member) { return error.field == QStringView(member); });
}

} // namespace

qint64 nextRows(qint64 rows, Milliseconds applied)
{
    // Milliseconds are coarse at this size: at most double or halve at a time.
    const qint64 ideal = rows * pageTarget / std::max<Milliseconds>(applied, 1);
    return std::clamp(std::clamp(ideal, rows / 2, rows * 2), fewestRows, mostRows);
}

qint64 fewerRows(qint64 rows)
{
    return std::max(fewestRows, rows / 2);
}

Milliseconds retryDelay(int attempt, double chance, Milliseconds retryAfter)
{
    const Milliseconds doubled = firstDelay << std::clamp(attempt, 0, mostDoublings);
    const Milliseconds cap = std::min(doubled, longestDelay);
    return std::max(Milliseconds(double(cap) * chance), retryAfter);
}

bool isTooMuch(const Error& error, int status)
{
    return error.code == ErrorCode::Timeout || status == 413;
}

bool isDeactivated(const Error& error)
{
    return error.code == ErrorCode::Unauthorized && error.field == u"active"_s;
}

Remedy remedyFor(SyncStep step, const Error& error, int status)
{
    switch (error.code) {
    case ErrorCode::Unauthorized:
        return isDeactivated(error) ? Remedy::GiveUp : Remedy::SignIn;
    case ErrorCode::Expired:
    case ErrorCode::Generation:
        return step == SyncStep::Pull ? Remedy::Resync : Remedy::RetryLater;
    case ErrorCode::Schema:
        // 426 says that this program is too old to pull, whatever the cursor.
        return step == SyncStep::Pull && status == 410 ? Remedy::Resync : Remedy::RetryLater;
    case ErrorCode::Fork:
    case ErrorCode::Gap:
        return step == SyncStep::Push ? Remedy::NewDevice : Remedy::RetryLater;
    default:
        break;
    }
    // A server refuses members that it does not know, and names them.
    const QStringList added{u"page"_s, u"drains"_s, u"columns"_s};
    const bool asked = step == SyncStep::Push || step == SyncStep::Pull;
    if (asked && status == 400 && added.contains(error.field))
        return Remedy::SpeakOlder;
    const bool rejected = status == 400 || status == 413 || status == 422;
    return step == SyncStep::Push && rejected && blamesEdits(error) ? Remedy::SendLess
                                                                    : Remedy::RetryLater;
}

} // namespace homeroom::syncplan
