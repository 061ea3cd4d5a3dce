// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/customerquery.h"

namespace homeroom {

// The order of the table of families. Call inside Database::read; SQL errors throw.

/// Living families in the order of the sort; nothing (NULL) comes last in both directions. Names
/// are sorted by their pinyin.
std::vector<RecordId> sortedCustomers(
    Database& database, const CustomerSort& sort, PinyinWriter& pinyin);

/// Tells every update of a family that is not among `held`, which stands in the order of the sort,
/// which family it comes after; null for the first place. An earlier one of the updates counts as
/// held. Reads some 16 families for each, not all of them.
void placeNewFamilies(Database& database, const CustomerSort& sort, PinyinWriter& pinyin,
    std::vector<RecordId> held, std::vector<CustomerUpdate>& updates);

} // namespace homeroom
