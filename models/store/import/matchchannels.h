// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/database/database.h"
#include "models/store/edit.h"
#include "models/values/rights.h"

namespace homeroom {

/// One edit that gives every family without a channel, whose source text is the name or an alias
/// of one, that channel; the text stays. Families that the viewer may not edit are left alone.
/// Throws SQLite::Exception.
Edit matchChannels(Database& database, const Viewer& viewer, const RecordId& batch);

} // namespace homeroom
