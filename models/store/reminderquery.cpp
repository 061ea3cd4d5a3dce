// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/reminderquery.h"

#include <algorithm>

namespace homeroom {

std::vector<Reminder> readReminders(
    Database& database, const Viewer& viewer, Milliseconds until, const WorkTime& work)
{
    std::vector<Reminder> reminders;
    for (const TaskLine& line : readTasks(database, viewer, {.until = until, .ofRules = false})) {
        const std::optional<Milliseconds> at = wantedAt(line.task);
        if (!at)
            continue;
        reminders.push_back(
            {line.task, line.isFamilyGone ? RecordId() : RecordId(line.task.customer), line.family,
                line.task.text, work.nextWorking(*at)});
    }
    Statement query = database.statement(
        "SELECT id, name, \"nextStep\", \"nextStepAt\" FROM r_customer WHERE deleted = 0 "
        "AND owner = ?1 AND \"nextStepAt\" < ?2 AND lifecycle <> 'lost'");
    query.bind(1, viewer.user).bind(2, until);
    while (query.step()) {
        const RecordId family = query.id(0);
        // A task for the same step at the same time is the same thing.
        const bool told = std::ranges::any_of(reminders, [&](const Reminder& reminder) {
            return reminder.customer == family && reminder.task
                && reminder.task->dueAt == query.integer(3);
        });
        if (!told)
            reminders.push_back(
                {{}, family, query.text(1), query.text(2), work.nextWorking(query.integer(3))});
    }
    std::ranges::stable_sort(reminders, {}, &Reminder::at);
    return reminders;
}

} // namespace homeroom
