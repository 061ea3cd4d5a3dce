// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/report.h"

namespace homeroom::bench {

// What a keystroke of Ctrl+K costs among 100,000 families.

/// The search alone.
void benchCustomerSearch(Report& report);
/// From the changed text to the painted list, while notes are looked through.
void benchPaletteKey(Report& report);

} // namespace homeroom::bench
