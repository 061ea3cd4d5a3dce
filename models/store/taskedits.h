// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/mutation.h"
#include "models/values/records/records.h"
#include "models/values/recurrence.h"

namespace homeroom {

/// What the next time of a task is worked out with.
struct TaskMoment {
    Milliseconds now = 0;
    QTimeZone zone;
    WorkTime work;
};

/// The task is done; one that comes again is there again, under an id that follows from its own, so
/// that two machines that both tick it off make one.
std::vector<Mutation> taskDone(const Task& task, const TaskMoment& moment);
/// As taskDone, with the reason why nobody did it.
std::vector<Mutation> taskSkipped(
    const Task& task, const QString& reason, const TaskMoment& moment);
/// Nobody is reminded before `until`; when it is due stays.
std::vector<Mutation> taskSnoozed(const Task& task, Milliseconds until);

/// Whether the task stands for the family's next step: due, or put off, to the same time. They are
/// one thing, so what becomes of the task becomes of the step.
bool isNextStep(const Task& task, const Customer& family);

/// The family's next step is done: nothing is planned any more.
Mutation nextStepDone(const Id<Customer>& family);
/// The next step is planned for another time.
Mutation nextStepPutOff(const Id<Customer>& family, Milliseconds until);

/// The family is not one of today's any more, and why: kept as a skipped task about it, so that
/// others read it, too. `text` is what was to be done. Skipped twice on two machines it is one
/// task.
Task skippedToday(
    const RecordId& family, const QString& text, const QString& reason, const TaskMoment& moment);
/// Task::rule of those.
inline constexpr QLatin1StringView skippedTodayRule("today");

/// The next time of a task that comes again; nothing for one that does not, or was the last.
std::optional<Task> nextTask(const Task& task, const TaskMoment& moment);

/// When people put things off to, soonest first; what lies too near or is no working day is left
/// out.
struct SnoozeTime {
    enum class Kind { InAnHour, ThisEvening, NextWorkday, NextWeek };
    Kind kind = Kind::InAnHour;
    Milliseconds at = 0;
};
std::vector<SnoozeTime> snoozeTimes(const TaskMoment& moment);

/// What is wrong with a task that somebody types.
enum class TaskProblem {
    None,
    NoText,
    NoTime, ///< it comes again, but it is not said when it is first due
    EndsTooEarly ///< its last day is before the day it is first due
};
TaskProblem checkTask(const Task& task, const QTimeZone& zone);

} // namespace homeroom
