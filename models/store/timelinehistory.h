// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/timelinequery.h"

namespace homeroom {

/// The family's history and conflicts as timeline entries. What another entry of the timeline tells
/// anyway (the next step of a follow-up, the time of becoming a friend, a done task) is left out.
/// Call inside Database::read; SQL errors throw.
std::vector<TimelineEntry> timelineOfHistory(Database& database, const RecordId& customer);

} // namespace homeroom
