// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace homeroom {

/// Rank keys: texts of base-62 digits that sort as fractions between 0 and 1, so that a card can
/// be put between two others without touching either (style.md, «Renumbering all neighbours»).
/// Byte order of the digits is their value, so SQLite's BINARY collation sorts them.

/// A key strictly between the two; an empty one means no bound on that side. Where there is no
/// room, as between equal keys or `A` and `A00`, the key comes after the lower one. `salt` (any
/// number) spreads the keys that several devices choose for the same gap.
QString rankBetween(QStringView lower, QStringView upper, quint32 salt = 0);

/// The key of the n-th of `count` evenly spread cards.
QString rankAt(qint64 index, qint64 count);

} // namespace homeroom
