// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/timelinewords.h"

namespace homeroom {

/// What the history tells of one record: which fields, from what to what, by whom; with a badge
/// where a value gave way.
void tell(TimelineText& text, const TimelineEntry& told, const HistoryEntry& entry,
    const PageContext& context);

/// That two people wanted a field otherwise, or that words found no place.
void tell(TimelineText& text, const Conflict& conflict, const PageContext& context);

/// What a resolution's word means to people.
QString resolutionText(const QString& word);

} // namespace homeroom
