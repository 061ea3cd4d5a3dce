// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <compare>

namespace homeroom {

/// The server's order of commits: generation first, then seq. A bare seq is never compared
/// (sync.md section 1).
struct Stamp {
    qint64 generation = 0;
    qint64 seq = 0;

    auto operator<=>(const Stamp&) const = default;
    bool operator==(const Stamp&) const = default;
    bool isZero() const { return generation == 0 && seq == 0; }
};

} // namespace homeroom
