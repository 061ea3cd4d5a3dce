// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/timelinequery.h"
#include "ui/editing/pagecontext.h"

namespace homeroom {

/// One timeline entry as people read it.
struct TimelineText {
    QString when{};
    QString title{};
    QString badge{}; ///< a mark after the title, in few words
    QString detail{}; ///< beside the title, quieter
    QString body{};
    QString next{};
    bool quiet = false; ///< nothing was said or done: it is only told

    /// All of it as one sentence for screen readers.
    QString sentence() const;
};

/// `family` is whose timeline it is.
TimelineText timelineText(
    const TimelineEntry& entry, const RecordId& family, const PageContext& context);

} // namespace homeroom
