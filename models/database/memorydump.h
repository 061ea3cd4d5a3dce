// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace homeroom {

/// Lets no crash write this process's memory to the disk: keys, names and phones stand in it. The
/// first call of every program. Where the system offers no way, nothing happens.
void refuseMemoryDumps();

} // namespace homeroom
