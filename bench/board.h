// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/report.h"

namespace homeroom::bench {

/// Frames while a column of 10,000 cards is scrolled: by the wheel, and by far jumps.
void benchBoardScroll(Report& report);
/// From a drop to the repainted board, commit included, among 50,000 families.
void benchBoardMove(Report& report);

} // namespace homeroom::bench
