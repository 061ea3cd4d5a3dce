// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/database/database.h"

namespace homeroom::bench {

/// Seconds to write all rows of this profile into a new one with bare prepared inserts: the same
/// encrypted schema with its indexes, families whole as a page brings them, 20,000 rows a
/// transaction. Reading them is not counted.
double rawInsertSeconds(Database& profile);

} // namespace homeroom::bench
