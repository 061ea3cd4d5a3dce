// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/recordstore.h"

namespace homeroom {

// The families that were opened last on this computer, the last one first: kept in the encrypted
// profile, never synced.

std::vector<RecordId> recentlyOpened(Database& reader);
void keepRecentlyOpened(RecordStore& store, const std::vector<RecordId>& families);

} // namespace homeroom
