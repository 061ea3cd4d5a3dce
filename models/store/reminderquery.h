// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/taskquery.h"
#include "models/values/worktime.h"

namespace homeroom {

/// Something that a person is told of when its time has come.
struct Reminder {
    std::optional<Task> task{}; ///< nothing for a promise to a family
    RecordId customer{}; ///< null for a task about no family
    QString family{}; ///< name of the parent
    QString text{}; ///< what is to be done; empty where a promise says only when
    Milliseconds at = 0; ///< in working hours

    bool operator==(const Reminder&) const = default;
};

/// What that person is to be told of before `until`, by time: tasks with a time, and the next steps
/// of the families they keep. What a rule asks for is told by the page of the day, except for what
/// a lead is asked. Reads every family: on the worker. Throws SQLite::Exception: call inside
/// Database::read.
std::vector<Reminder> readReminders(
    Database& database, const Viewer& viewer, Milliseconds until, const WorkTime& work);

} // namespace homeroom
