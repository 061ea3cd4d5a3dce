// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/clock.h"

namespace homeroom {

/// The spans of time that rules go by (sync.md sections 3 to 7).
struct RulePolicy {
    Milliseconds accessTokenLife = 15 * minuteMs;
    Milliseconds refreshTokenLife = 90 * dayMs;
    Milliseconds idempotencyLife = 30 * dayMs;
    Milliseconds tombstoneLife = 180 * dayMs; ///< an older cursor is expired
    Milliseconds formerOwnerGrace = 30 * dayMs; ///< for what was typed before a hand-over
    Milliseconds clockTolerance = 10 * minuteMs; ///< a device's clock further off orders nothing
    Milliseconds deactivatedGrace = 14 * dayMs; ///< a deactivated user may still push appends
};

} // namespace homeroom
