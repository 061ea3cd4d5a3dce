// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/todaymodel.h"
#include "ui/editing/pagecontext.h"
#include "ui/theme/tokens.h"

namespace homeroom {

// What the page of the day says.

/// The heading of a section.
QString sectionTitle(TodaySection section, const TodayModel& model);

/// One reason why a family is one of today's, as «Missed D2».
QString reasonText(const TodayWhy& why, const TodayFamily& family, const PageContext& context);
/// What the reason asks for: the colour is never alone, the words say it, too.
QColor Colors::*reasonTone(TodayReason reason);

/// When the task is wanted, as short as it is clear; empty without a time.
QString taskTime(const Task& task, const PageContext& context);
/// Family, child, who gave it, that it comes again, what else the family wants; what of it there
/// is.
QString taskDetails(const TodayModel& model, int row, const PageContext& context);
/// Parent and child: «王芳 · 小宝 · 三年级» without the name itself.
QString childText(const TodayFamily& family, const PageContext& context);

/// «Every week until 12-31»; empty for a task that comes once.
QString recurrenceWords(const QString& repeat);

} // namespace homeroom
