// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/database/database.h"
#include "models/values/description.h"
#include "models/values/records/progress.h"

#include <QHash>
#include <QTimeZone>

#include <span>

namespace homeroom {

/// What a family waits for: the filters above every list of families, each with this one meaning
/// on every page. A family is *open* while one of its opportunities is, or while it has none yet.
enum class FamilyChip {
    ToFriend, ///< open, and not a friend in the messenger yet
    ToGroup, ///< open, a friend, and not in the class group
    ToSignIn, ///< in a camp that is not over, and never signed in to the course app
    ToAddress, ///< in a camp that is not over, without an address for the kit
    ToShip, ///< the kit waits to be sent
    MissedYesterday, ///< a lesson that unlocked yesterday was not attended, without leave
    MissedToday,
    UnfinishedYesterday, ///< a lesson that unlocked yesterday was attended and not finished
    UnfinishedToday,
    HomeworkYesterday, ///< homework of a lesson that unlocked yesterday is missing, without leave
    HomeworkToday,
    ToGreet, ///< open, a friend, and nobody has said a word since
    DueToday, ///< the next step is due today
    Overdue, ///< the next step is past its time
    Silent3, ///< open, and no contact for 3 days, counted from the last one or from the lead's
             ///< birth
    Silent5,
    Silent7,
    DepositOpen, ///< a deposit without a full order, neither refunded
    Birthday ///< a child's month of birth begins within 3 days or began within the last 6: the day
             ///< itself is not known
};
/// As saved views hold them.
template <> struct Words<FamilyChip> {
    static constexpr QLatin1StringView words[] = {QLatin1StringView("toFriend"),
        QLatin1StringView("toGroup"), QLatin1StringView("toSignIn"), QLatin1StringView("toAddress"),
        QLatin1StringView("toShip"), QLatin1StringView("missedYesterday"),
        QLatin1StringView("missedToday"), QLatin1StringView("unfinishedYesterday"),
        QLatin1StringView("unfinishedToday"), QLatin1StringView("homeworkYesterday"),
        QLatin1StringView("homeworkToday"), QLatin1StringView("toGreet"),
        QLatin1StringView("dueToday"), QLatin1StringView("overdue"), QLatin1StringView("silent3"),
        QLatin1StringView("silent5"), QLatin1StringView("silent7"),
        QLatin1StringView("depositOpen"), QLatin1StringView("birthday")};
};
constexpr int familyChipCount = int(FamilyChip::Birthday) + 1;

constexpr int birthdayDaysAhead = 3;
constexpr int birthdayDaysAfter = 6;

/// One bit a chip.
using ChipMask = quint32;

constexpr ChipMask maskOf(FamilyChip chip)
{
    return ChipMask(1) << int(chip);
}

/// The moment that chips are judged at: days are those of the organisation's zone.
struct ChipMoment {
    Milliseconds now = 0;
    QTimeZone zone;

    /// The start of the day that is `days` after today, in UTC milliseconds.
    Milliseconds dayStart(qint64 days) const;
};

using ChipMasks = QHash<RecordId, ChipMask>;

/// What one unlocked lesson still wants of one child. Nothing known of it is a missed lesson here:
/// who knows nothing has to ask.
struct LessonNeed {
    bool missed = false; ///< neither attended nor on leave
    bool unfinished = false; ///< attended only
    bool homework = false; ///< due, not handed in, not on leave
};
LessonNeed lessonNeed(Attendance attended, bool finished, bool homeworkDue, bool handedIn);

// Both throw SQLite::Exception: call them inside Database::read.

/// The chips of every living family that has any. Reads every family: on the worker.
ChipMasks chipMasks(Database& database, const ChipMoment& moment);

/// The same of these families only; those without any chip are left out.
ChipMasks chipMasksOf(
    Database& database, const ChipMoment& moment, std::span<const RecordId> families);

} // namespace homeroom
