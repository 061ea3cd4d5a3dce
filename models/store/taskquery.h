// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/database/database.h"
#include "models/values/records/records.h"
#include "models/values/rights.h"

namespace homeroom {

/// An open task with what its line says of the family it concerns.
struct TaskLine {
    Task task{};
    QString family{}; ///< name of the parent; empty for a task of the team
    QString child{};
    bool isFamilyGone = false; ///< the task names a family that is not here

    bool operator==(const TaskLine&) const = default;
};

/// When somebody is to think of the task: at its time, or when it was put off to. Nothing for a
/// task without a time.
std::optional<Milliseconds> wantedAt(const Task& task);

struct TaskWish {
    Milliseconds until = 0; ///< wanted before that; tasks without a time are always there
    int limit = 500;
    /// Also what a rule asks of a family's own tutor; what it asks of a lead is always there.
    bool ofRules = true;
};

/// Open tasks of that person: assigned to them, or to nobody and about a family of theirs, or to
/// nobody in their team. By the time they are wanted, those without one last. Throws
/// SQLite::Exception: call inside Database::read.
std::vector<TaskLine> readTasks(Database& database, const Viewer& viewer, const TaskWish& wish);

} // namespace homeroom
