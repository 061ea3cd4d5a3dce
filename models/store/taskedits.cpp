// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/taskedits.h"

#include "models/values/cohortday.h"
#include "models/values/whenphrase.h"

namespace homeroom {

namespace {

constexpr int eveningHour = 19; // when parents are home from work

RecordId rootOf(const Task& task)
{
    return task.customer.isNull() ? RecordId(task.id) : RecordId(task.customer);
}

std::vector<Mutation> closed(const Task& task, Change<Task> change, const TaskMoment& moment)
{
    change.set(&Task::doneAt, std::optional<Milliseconds>(moment.now));
    std::vector<Mutation> mutations{change.mutation()};
    if (const std::optional<Task> next = nextTask(task, moment))
        mutations.push_back(createMutation(*next));
    return mutations;
}

} // namespace

std::vector<Mutation> taskDone(const Task& task, const TaskMoment& moment)
{
    Change<Task> change(task.id, rootOf(task));
    change.set(&Task::state, TaskState::Done);
    return closed(task, change, moment);
}

std::vector<Mutation> taskSkipped(const Task& task, const QString& reason, const TaskMoment& moment)
{
    Change<Task> change(task.id, rootOf(task));
    change.set(&Task::state, TaskState::Skipped).set(&Task::reason, reason);
    return closed(task, change, moment);
}

std::vector<Mutation> taskSnoozed(const Task& task, Milliseconds until)
{
    Change<Task> change(task.id, rootOf(task));
    change.set(&Task::snoozedUntil, std::optional<Milliseconds>(until));
    return {change.mutation()};
}

bool isNextStep(const Task& task, const Customer& family)
{
    return task.customer == family.id && family.nextStepAt
        && (task.dueAt == family.nextStepAt || task.snoozedUntil == family.nextStepAt);
}

Mutation nextStepDone(const Id<Customer>& family)
{
    Change<Customer> change(family, family);
    change.set(&Customer::nextStep, QString())
        .set(&Customer::nextStepAt, std::optional<Milliseconds>());
    return change.mutation();
}

Mutation nextStepPutOff(const Id<Customer>& family, Milliseconds until)
{
    Change<Customer> change(family, family);
    change.set(&Customer::nextStepAt, std::optional<Milliseconds>(until));
    return change.mutation();
}

Task skippedToday(
    const RecordId& family, const QString& text, const QString& reason, const TaskMoment& moment)
{
    const QString today = dateAt(moment.now, moment.zone).toString(Qt::ISODate);
    Task task;
    task.id = Id<Task>(RecordId::fromName("today/" + family.toBytes() + '/' + today.toLatin1()));
    task.customer = Id<Customer>(family);
    task.text = text;
    task.rule = skippedTodayRule;
    task.state = TaskState::Skipped;
    task.reason = reason;
    task.doneAt = moment.now;
    return task;
}

std::optional<Task> nextTask(const Task& task, const TaskMoment& moment)
{
    const std::optional<Recurrence> recurrence = recurrenceFromText(task.repeat);
    if (!recurrence || !task.dueAt)
        return std::nullopt;
    const std::optional<Milliseconds> due =
        nextDue(*recurrence, *task.dueAt, moment.now, moment.work, moment.zone);
    if (!due)
        return std::nullopt;
    Task next;
    next.id = Id<Task>(RecordId::fromName("repeat/" + task.id.toBytes()));
    next.customer = task.customer;
    next.team = task.team;
    next.assignee = task.assignee;
    next.text = task.text;
    next.dueAt = due;
    next.rule = task.rule;
    next.repeat = task.repeat;
    return next;
}

std::vector<SnoozeTime> snoozeTimes(const TaskMoment& moment)
{
    const QDate today = dateAt(moment.now, moment.zone);
    const auto atHour = [&](const QDate& day, int hour) {
        return QDateTime(day, QTime(hour, 0), moment.zone).toMSecsSinceEpoch();
    };
    const auto workdayFrom = [&](const QDate& day) {
        const Milliseconds start = day.startOfDay(moment.zone).toMSecsSinceEpoch();
        return dateAt(moment.work.nextWorking(start), moment.zone);
    };
    std::vector<SnoozeTime> times{{SnoozeTime::Kind::InAnHour, moment.now + hourMs}};
    const Milliseconds evening = atHour(today, eveningHour);
    if (evening > times.front().at)
        times.push_back({SnoozeTime::Kind::ThisEvening, evening});
    const QDate next = workdayFrom(today.addDays(1));
    times.push_back({SnoozeTime::Kind::NextWorkday, atHour(next, defaultHourOfDay)});
    const QDate monday = today.addDays(8 - today.dayOfWeek());
    if (const QDate week = workdayFrom(monday); week > next)
        times.push_back({SnoozeTime::Kind::NextWeek, atHour(week, defaultHourOfDay)});
    return times;
}

TaskProblem checkTask(const Task& task, const QTimeZone& zone)
{
    if (task.text.trimmed().isEmpty())
        return TaskProblem::NoText;
    const std::optional<Recurrence> recurrence = recurrenceFromText(task.repeat);
    if (!recurrence)
        return TaskProblem::None;
    if (!task.dueAt)
        return TaskProblem::NoTime;
    return recurrence->until < dateAt(*task.dueAt, zone) ? TaskProblem::EndsTooEarly
                                                         : TaskProblem::None;
}

} // namespace homeroom
