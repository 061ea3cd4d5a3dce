// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/todaywords.h"

#include "models/values/cohortday.h"
#include "models/values/recurrence.h"
#include "ui/editing/phrases.h"
#include "ui/editing/privacymode.h"
#include "ui/editing/valuetexts.h"

#include <QCoreApplication>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

/// Texts of this file belong to one translation context.
struct Today {
    Q_DECLARE_TR_FUNCTIONS(Today)
};

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QString promiseText(const TodayWhy& why, const TodayFamily& family, const PageContext& context)
{
    const QString due = dueText(why.at, context.clock.now(), context.zone);
    const QString time = QDateTime::fromMSecsSinceEpoch(why.at, context.zone).toString(u"HH:mm"_s);
    const QString step = shownWords(family.nextStep, family.customer, context);
    if (why.reason == TodayReason::Overdue)
        return step.isEmpty() ? Today::tr("Overdue since %1").arg(due)
                              : Today::tr("Overdue since %1: %2").arg(due, step);
    return step.isEmpty() ? Today::tr("Promised for %1").arg(time)
                          : Today::tr("%1 %2").arg(time, step);
}

} // namespace

QString sectionTitle(TodaySection section, const TodayModel& model)
{
    switch (section) {
    case TodaySection::Overdue:
        return Today::tr("Overdue tasks");
    case TodaySection::DueToday:
        return Today::tr("Tasks for today");
    case TodaySection::NoTime:
        return Today::tr("Tasks without a time");
    case TodaySection::Families:
        break;
    }
    if (!model.isFiltered())
        return Today::tr("Families to turn to today");
    return model.filterName().isEmpty() ? Today::tr("Families with the chips that are on")
                                        : model.filterName();
}

QString reasonText(const TodayWhy& why, const TodayFamily& family, const PageContext& context)
{
    switch (why.reason) {
    case TodayReason::Promised:
    case TodayReason::Overdue:
        return promiseText(why, family, context);
    case TodayReason::DepositOpen:
        return Today::tr("Deposit paid %1, balance open")
            .arg(dueText(why.at, context.clock.now(), context.zone));
    case TodayReason::ToGreet:
        return Today::tr("New friend, not greeted yet");
    case TodayReason::MissedLesson:
        return Today::tr("Missed %1").arg(cohortDayText(why.number));
    case TodayReason::Silent:
        return Today::tr("No contact for %n days", nullptr, int(why.number));
    case TodayReason::Unfinished:
        return Today::tr("%1 not finished").arg(cohortDayText(why.number));
    case TodayReason::Homework:
        return Today::tr("No homework of %1").arg(cohortDayText(why.number));
    case TodayReason::ToFriend:
        return Today::tr("Not a friend yet");
    case TodayReason::ToGroup:
        return Today::tr("Not in the group yet");
    case TodayReason::ToSignIn:
        return Today::tr("Never signed in to the app");
    case TodayReason::ToAddress:
        return Today::tr("No address for the kit");
    case TodayReason::ToShip:
        return Today::tr("Kit to ship");
    case TodayReason::Birthday:
        return Today::tr("%1 turns %2 this month")
            .arg(family.childName.isEmpty() ? Today::tr("The child")
                                            : shownName(family.childName, context))
            .arg(why.number);
    }
    return {};
}

QColor Colors::*reasonTone(TodayReason reason)
{
    switch (reason) {
    case TodayReason::Overdue:
        return &Colors::bad;
    case TodayReason::Promised:
    case TodayReason::DepositOpen:
    case TodayReason::ToGreet:
        return &Colors::accent;
    case TodayReason::MissedLesson:
    case TodayReason::Silent:
        return &Colors::warn;
    default:
        return &Colors::muted;
    }
}

QString taskTime(const Task& task, const PageContext& context)
{
    const std::optional<Milliseconds> at = wantedAt(task);
    const Milliseconds now = context.clock.now();
    if (at && dateAt(*at, context.zone) == dateAt(now, context.zone))
        return QDateTime::fromMSecsSinceEpoch(*at, context.zone).toString(u"HH:mm"_s);
    return at ? dueText(*at, now, context.zone) : QString();
}

QString taskDetails(const TodayModel& model, int row, const PageContext& context)
{
    const TaskLine& line = *model.task(row);
    const bool given = !line.task.author.isNull() && line.task.author != context.viewer.user
        && line.task.rule.isEmpty();
    QStringList parts = line.isFamilyGone
        ? QStringList{Today::tr("A family that is not here any more")}
        : QStringList{shownName(line.family, context), shownName(line.child, context)};
    if (given)
        parts.append(Today::tr("from %1").arg(personText(line.task.author, context)));
    parts.append(recurrenceWords(line.task.repeat));
    const TodayFamily* family = model.behind(row);
    for (const TodayWhy& why : family ? family->reasons : std::vector<TodayWhy>()) {
        // The task is the promise.
        const bool promise =
            why.reason == TodayReason::Promised || why.reason == TodayReason::Overdue;
        if (!promise)
            parts.append(reasonText(why, *family, context));
    }
    return joined(parts);
}

QString childText(const TodayFamily& family, const PageContext& context)
{
    return joined({shownName(family.childName, context), gradeText(family.grade)});
}

QString recurrenceWords(const QString& repeat)
{
    const std::optional<Recurrence> recurrence = recurrenceFromText(repeat);
    if (!recurrence)
        return {};
    const QString until = recurrence->until.toString(u"yyyy-MM-dd"_s);
    switch (recurrence->frequency) {
    case Frequency::Daily:
        return Today::tr("every day until %1").arg(until);
    case Frequency::Workdays:
        return Today::tr("every workday until %1").arg(until);
    case Frequency::Weekly:
        return Today::tr("every week until %1").arg(until);
    case Frequency::Monthly:
        break;
    }
    return Today::tr("every month until %1").arg(until);
}

} // namespace homeroom
