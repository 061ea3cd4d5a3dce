// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/import/importmapping.h"

namespace homeroom {

/// The target that a column of this name has in the sheets people send around, in Chinese or
/// English, or our own word for it.
std::optional<ImportTarget> synonymTarget(const QString& column);

/// Columns that the file of rejected rows adds at its end.
inline constexpr QLatin1StringView rejectedLineColumn{"line"};
inline constexpr QLatin1StringView rejectedReasonColumn{"reason"};

} // namespace homeroom
