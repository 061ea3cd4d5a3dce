// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/chipquery.h"
#include "models/values/mutation.h"
#include "models/values/rights.h"
#include "models/values/worktime.h"

namespace homeroom {

/// Rules that make tasks by themselves, also offline. Task::rule holds the word.
enum class TaskRule {
    Silent3, ///< no contact for 3 days
    Silent5,
    Silent7, ///< goes to the lead of the team
    Promise, ///< the next step is past its time
    FirstResponse, ///< a new friend was not greeted within firstResponseLimit of working time
    Birthday,
    Homework, ///< of a lesson that unlocked yesterday
    DepositOpen ///< for a day
};
constexpr int taskRuleCount = int(TaskRule::DepositOpen) + 1;
template <> struct Words<TaskRule> {
    static constexpr QLatin1StringView words[] = {QLatin1StringView("silent3"),
        QLatin1StringView("silent5"), QLatin1StringView("silent7"), QLatin1StringView("promise"),
        QLatin1StringView("firstResponse"), QLatin1StringView("birthday"),
        QLatin1StringView("homeworkMissed"), QLatin1StringView("depositOpen")};
};

/// The rule of that word; nothing for tasks that people or others made.
std::optional<TaskRule> taskRuleOf(QStringView word);

/// The chip that a family has while the rule holds.
FamilyChip chipOf(TaskRule rule);

constexpr Milliseconds firstResponseLimit = 30 * minuteMs;

/// What a rule's task of one occasion is called on every machine (sync.md section 5): `day` is the
/// day since which the rule holds.
RecordId ruleTaskId(TaskRule rule, const RecordId& family, const QDate& day);

/// Who runs the rules.
struct RuleRun {
    ChipMoment moment;
    WorkTime work;
    Viewer viewer{};
};

/// What the rules want done, from the families' chips as of the moment: tasks that are missing, and
/// open ones to close since their occasion is over. A tutor's machine runs all rules for the
/// tutor's families; a lead's machine the escalation for the team's, so that it comes also when the
/// tutor's is off. Reads the families that have a chip: on the worker. Throws SQLite::Exception:
/// call inside Database::read.
std::vector<Mutation> findRuleTasks(Database& database, const ChipMasks& masks, const RuleRun& run);

/// Those of the mutations that are still to be made: what another run or a page from the server
/// made meanwhile is left out.
std::vector<Mutation> stillWanted(Database& database, const std::vector<Mutation>& mutations);

} // namespace homeroom
