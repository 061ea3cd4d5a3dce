// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/worktime.h"

#include <optional>

namespace homeroom {

/// How often a task comes again.
enum class Frequency { Daily, Workdays, Weekly, Monthly };
constexpr int frequencyCount = int(Frequency::Monthly) + 1;

/// How a task comes again: always with a last day, since a task without end is never done.
struct Recurrence {
    Frequency frequency = Frequency::Daily;
    QDate until{}; ///< last day it may be due on, in the organisation's zone
    int monthDay = 0; ///< of Monthly: 1 to 31; shorter months take their last day

    bool operator==(const Recurrence&) const = default;
};

/// As Task::repeat holds it: a recurrence rule after RFC 5545, section 3.3.10, as
/// `FREQ=WEEKLY;UNTIL=20261231` or `FREQ=MONTHLY;BYMONTHDAY=31;UNTIL=20261231`. Workdays are
/// `FREQ=DAILY;BYDAY=WORKDAY`, since the calendar of the organisation decides which they are.
QString recurrenceText(const Recurrence& recurrence);
/// Nothing for a text that is no such rule, as one without end.
std::optional<Recurrence> recurrenceFromText(QStringView text);

/// When a task that was due at `dueAt` is due again: at the same time of the day, later than `now`,
/// since what was missed is not made up for. Nothing when that would be after its last day.
std::optional<Milliseconds> nextDue(const Recurrence& recurrence, Milliseconds dueAt,
    Milliseconds now, const WorkTime& work, const QTimeZone& zone);

} // namespace homeroom
