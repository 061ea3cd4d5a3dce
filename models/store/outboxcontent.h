// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/database/database.h"

namespace homeroom {

/// Takes the values out of one entry's mutation: what it was about stays, what was typed goes.
void stripEntry(Database& database, qint64 number);
/// The same for every refused edit of a root that left this profile. Both throw SQLite::Exception.
void stripRefused(Database& database, const RecordId& root);

} // namespace homeroom
