// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/report.h"

namespace homeroom::bench {

/// Comparing 50,000 families with each other, of which a thousand came twice and 500 have one
/// number; and looking for the holder of a phone among them and as many guardians.
void benchDuplicates(Report& report);

} // namespace homeroom::bench
