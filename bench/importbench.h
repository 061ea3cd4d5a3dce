// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/report.h"

namespace homeroom::bench {

/// Rows a second of a sheet with 37 columns, from its bytes to the last commit: family, card,
/// outbox and undo.
void benchImportRows(Report& report);

} // namespace homeroom::bench
