// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

#include <array>

namespace homeroom {

/// Wire words in the order of RootOperation.
inline constexpr std::array rootWords{
    QLatin1StringView("evict"), QLatin1StringView("full"), QLatin1StringView("delta")};

} // namespace homeroom
