// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/clock.h"
#include "models/values/result.h"

namespace homeroom {

/// What to do after something went wrong.
enum class Remedy {
    RetryLater, ///< the network or the server is not well
    SignIn, ///< the tokens are of no use
    GiveUp, ///< the account is deactivated, and nothing is taken from it any more
    Resync, ///< the cursor is of no use: pull from zero, nothing is wiped
    NewDevice, ///< the server knows another history of this device
    SendLess, ///< the server took nothing of this request, and never will
    SpeakOlder ///< the server is of before this program, and does not know what was asked
};

enum class SyncStep { Push, Pull, Wait };

/// The decisions of the engine as pure functions (sync.md sections 4 to 7).
namespace syncplan {

/// Rows a page while the first sync runs: as many as keep the memory of the two that are rows at a
/// time, and of one in bytes, below 40 MB.
constexpr qint64 firstRows = 12'500;

/// Rows of the next page, so that applying one takes about 10 ms.
qint64 nextRows(qint64 rows, Milliseconds applied);

/// Of the page after one that did not get through.
qint64 fewerRows(qint64 rows);

/// Full jitter: anywhere up to 1 s · 2^attempt, 5 minutes at most, `chance` in [0, 1); never less
/// than the server asked for.
Milliseconds retryDelay(int attempt, double chance, Milliseconds retryAfter);

/// `status` is HTTP's, 0 where no answer came.
Remedy remedyFor(SyncStep step, const Error& error, int status);

/// Whether the server knows the session, and says that its user is not heard any more.
bool isDeactivated(const Error& error);

/// Whether less of it may get through: the line is slow, or something between bounds what passes.
bool isTooMuch(const Error& error, int status);

} // namespace syncplan

} // namespace homeroom
