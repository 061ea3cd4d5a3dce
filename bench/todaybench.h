// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/report.h"

namespace homeroom::bench {

/// The page of the day of one tutor with 50,000 families and 1,000,000 follow-ups and progress
/// rows: from showing it to its painted rows, with nothing read before and with the chips there,
/// and from a committed edit to the painted plan without it.
void benchTodayPage(Report& report);

} // namespace homeroom::bench
