// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/report.h"

namespace homeroom::bench {

/// From a keystroke in the filter to the painted page, with 50,000 families in the table.
void benchCustomersFilter(Report& report);

} // namespace homeroom::bench
