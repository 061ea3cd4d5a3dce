// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

namespace homeroom {

// Task::rule of the tasks that speak of families that may be one.

/// The server's, for who leads or operates: `text` names the families whose phones are the same,
/// their ids with a space between. Private to its assignee.
inline constexpr QLatin1StringView samePhoneRule{"duplicate-phone"};

/// Somebody looked: two families are not one. Lies skipped in the older of them, with the reason.
inline constexpr QLatin1StringView toldApartRule{"duplicate"};

} // namespace homeroom
