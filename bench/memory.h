// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace homeroom::bench {

/// Resident bytes of this process; 0 where the system does not tell in this way.
qint64 residentBytes();
/// The most there ever were.
qint64 peakResidentBytes();

} // namespace homeroom::bench
