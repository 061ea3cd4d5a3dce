// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/database/database.h"
#include "models/values/records/records.h"

namespace homeroom {

enum class TimelineKind {
    Created,
    FollowUp,
    TaskDone,
    FriendRequested,
    FriendAdded,
    GroupJoined,
    AppSignedIn,
    StageEntered,
    Closed, ///< an opportunity, won or lost
    Enrolled,
    EnrollmentLeft,
    LessonAttended,
    LessonMissed,
    HomeworkHandedIn,
    HomeworkReviewed,
    ReviewListened,
    Paid,
    Refunded,
    Changed, ///< fields of a record, told by the server's history
    GaveWay, ///< a typed value that lost against a later one
    Removed,
    Merged, ///< another family became part of this one
    TakenApart,
    ConflictRaised,
    ConflictResolved,
    Opened ///< by somebody whose family it is not
};

/// One thing that happened with a family. The record it is told from goes with it.
struct TimelineEntry {
    TimelineKind kind = TimelineKind::Created;
    Milliseconds at = 0;
    RecordId id{}; ///< of the record; the customer's own for friend and group times
    std::variant<std::monostate, FollowUp, Task, Opportunity, Enrollment, LessonProgress, Order,
        Conflict, HistoryEntry, FamilyAccess>
        record{};
    RecordKind about = RecordKind::None; ///< of a HistoryEntry: the kind it tells of
    bool elsewhere = false; ///< of a HistoryEntry: made on another device than this

    bool operator==(const TimelineEntry&) const = default;
};

struct TimelinePage {
    std::vector<TimelineEntry> entries{};
    bool more = false; ///< older ones were left out
};

/// The newest `limit` entries of the family, newest first. A lesson stands where it was unlocked:
/// its progress has no time of its own. Call inside Database::read; SQL errors throw.
TimelinePage readTimeline(Database& database, const RecordId& customer, qsizetype limit);

} // namespace homeroom
