// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace homeroom::sim {

/// Memory that was freed stays with the process, where the system lets one choose.
void keepFreedMemory();

} // namespace homeroom::sim
