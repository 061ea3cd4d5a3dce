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

/// Source texts of families without a channel and how many families each has, the most first.
/// Throws SQLite::Exception.
std::vector<std::pair<QString, qint64>> sourcesWithoutChannel(Database& database);

} // namespace homeroom
