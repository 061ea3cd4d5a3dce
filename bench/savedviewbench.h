// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/report.h"

namespace homeroom::bench {

/// A saved view of the table of customers in a profile with 50,000 families and 1,000,000
/// follow-ups and progress rows, with conditions about contact, tier, tags, cards, children, a
/// custom field and finished lessons: from choosing its tab to its painted rows, the first time
/// after the start and from then on.
void benchSavedView(Report& report);

/// Moves 1,000 of these families to another stage as one undo step: until it is committed, and how
/// long the interface was held up at most meanwhile.
void benchBulkMove(Report& report);

} // namespace homeroom::bench
