// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/taskwords.h"

#include "models/store/taskrules.h"
#include "models/values/duplicaterules.h"
#include "ui/editing/privacymode.h"

#include <QCoreApplication>

namespace homeroom {

namespace {

/// Texts of this file belong to one translation context.
struct TaskWords {
    Q_DECLARE_TR_FUNCTIONS(TaskWords)
};

} // namespace

QString taskTitle(const Task& task)
{
    if (task.rule == samePhoneRule)
        return TaskWords::tr("Families of the team with one phone");
    if (task.rule == toldApartRule)
        return TaskWords::tr("Not the same family as another");
    const std::optional<TaskRule> rule = taskRuleOf(task.rule);
    if (!rule)
        return task.text;
    switch (*rule) {
    case TaskRule::Silent3:
        return TaskWords::tr("No contact for 3 days");
    case TaskRule::Silent5:
        return TaskWords::tr("No contact for 5 days");
    case TaskRule::Silent7:
        return TaskWords::tr("No contact for 7 days");
    case TaskRule::Promise:
        return TaskWords::tr("A promise is past its time");
    case TaskRule::FirstResponse:
        return TaskWords::tr("Greet the new friend");
    case TaskRule::Birthday:
        return TaskWords::tr("A child's birthday");
    case TaskRule::Homework:
        return TaskWords::tr("No homework yesterday");
    case TaskRule::DepositOpen:
        return TaskWords::tr("Deposit paid, balance open");
    }
    return task.text;
}

QString shownTitle(const Task& task, const PageContext& context)
{
    return shownWords(taskTitle(task), task.customer, context);
}

} // namespace homeroom
