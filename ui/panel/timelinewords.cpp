// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/timelinewords.h"

#include "ui/editing/moments.h"
#include "ui/editing/phrases.h"
#include "ui/editing/privacymode.h"
#include "ui/editing/sentences.h"
#include "ui/editing/valuetexts.h"
#include "ui/panel/historywords.h"

#include <QCoreApplication>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

/// Texts of this file belong to one translation context.
struct Timeline {
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

template <typename Record, typename Enum> QString wordOf(Enum Record::*member, Enum value)
{
    const FieldDescription& field = recordTypeOf<Record>().fields[size_t(fieldIndexOf(member))];
    return displayWord(field, Words<Enum>::words[size_t(value)]);
}

QString durationText(qint64 seconds)
{
    return seconds < 60 ? Timeline::tr("%1 s").arg(seconds)
                        : Timeline::tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
}

void tell(TimelineText& text, const FollowUp& followUp, const PageContext& context)
{
    QStringList title{wordOf(&FollowUp::kind, followUp.kind)};
    if (followUp.duration)
        title.append(durationText(*followUp.duration));
    if (followUp.result != FollowUpResult::None)
        title.append(wordOf(&FollowUp::result, followUp.result));
    text.title = title.join(u" · "_s);
    text.body = followUp.text;
    const User* author = context.catalogue.find(followUp.author);
    if (author && author->id != context.viewer.user)
        text.detail = author->displayName;
    QString next = followUp.nextStep;
    if (followUp.nextAt)
        next += (next.isEmpty() ? QString() : u" · "_s)
            + dueText(*followUp.nextAt, context.clock.now(), context.zone);
    if (!next.isEmpty())
        text.next = Timeline::tr("Next: %1").arg(next);
}

void tell(TimelineText& text, TimelineKind kind, const Opportunity& opportunity,
    const PageContext& context)
{
    const Stage* stage = context.catalogue.find(opportunity.stage);
    text.title = kind == TimelineKind::Closed ? Timeline::tr("Closed") : Timeline::tr("New stage");
    text.detail = stage ? stage->name : QString();
    if (opportunity.amount > 0)
        text.detail += u" · "_s + yuanText(opportunity.amount);
    text.body = opportunity.lostReason;
}

void tell(
    TimelineText& text, TimelineKind kind, const Enrollment& enrollment, const PageContext& context)
{
    const Cohort* cohort = context.catalogue.find(enrollment.cohort);
    text.title = kind == TimelineKind::Enrolled ? Timeline::tr("Enrolled") : Timeline::tr("Left");
    text.detail = cohort ? cohort->name : QString();
}

void tell(TimelineText& text, TimelineKind kind, const LessonProgress& progress,
    const PageContext& context)
{
    const Lesson* lesson = context.catalogue.find(progress.lesson);
    text.detail = lesson ? lesson->name : QString();
    switch (kind) {
    case TimelineKind::LessonMissed:
        text.title = Timeline::tr("Missed the lesson");
        return;
    case TimelineKind::HomeworkHandedIn:
        text.title = Timeline::tr("Handed in homework");
        return;
    case TimelineKind::HomeworkReviewed:
        text.title = Timeline::tr("Homework reviewed");
        return;
    case TimelineKind::ReviewListened:
        text.title = Timeline::tr("Listened to the review");
        return;
    default:
        break;
    }
    text.title = progress.finished ? Timeline::tr("Finished the lesson")
                                   : wordOf(&LessonProgress::attended, progress.attended);
    if (progress.minutes)
        text.detail += u" · "_s + Timeline::tr("%1 min").arg(*progress.minutes);
}

void tell(TimelineText& text, TimelineKind kind, const Order& order, const PageContext& context)
{
    const Product* product = context.catalogue.find(order.product);
    const bool paid = kind == TimelineKind::Paid;
    text.title = paid ? Timeline::tr("Paid") : Timeline::tr("Refunded");
    text.detail = yuanText(paid ? order.amount : order.refundedAmount.value_or(order.amount));
    text.detail += u" · "_s + (product ? product->name : wordOf(&Order::kind, order.kind));
}

void tell(TimelineText& text, const FamilyAccess& access, const PageContext& context)
{
    const bool own = access.author == context.viewer.user;
    const QString name = personText(access.author, context);
    text.title = own     ? Timeline::tr("You looked at this family")
        : name.isEmpty() ? Timeline::tr("Somebody looked at this family")
                         : Timeline::tr("%1 looked at this family").arg(name);
    text.quiet = true;
}

/// What people wrote names the family, and so does what a field was before.
void mask(TimelineText& text, const RecordId& family, const PageContext& context)
{
    for (QString* part : {&text.title, &text.detail, &text.body, &text.next})
        *part = shownWords(*part, family, context);
}

QString plainTitle(TimelineKind kind)
{
    switch (kind) {
    case TimelineKind::FriendRequested:
        return Timeline::tr("Friend request sent");
    case TimelineKind::FriendAdded:
        return Timeline::tr("Became a friend");
    case TimelineKind::GroupJoined:
        return Timeline::tr("Joined the group");
    case TimelineKind::AppSignedIn:
        return Timeline::tr("Signed in to the app");
    default:
        return Timeline::tr("Lead arrived");
    }
}

} // namespace

QString TimelineText::sentence() const
{
    QStringList parts{when, title, badge, detail, body, next};
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

TimelineText timelineText(
    const TimelineEntry& entry, const RecordId& family, const PageContext& context)
{
    TimelineText text;
    text.when = momentText(entry.at, context.clock.now(), context.zone);
    if (const auto* followUp = std::get_if<FollowUp>(&entry.record)) {
        tell(text, *followUp, context);
    } else if (const auto* task = std::get_if<Task>(&entry.record)) {
        text.title = Timeline::tr("Task done");
        text.body = task->text;
    } else if (const auto* opportunity = std::get_if<Opportunity>(&entry.record)) {
        tell(text, entry.kind, *opportunity, context);
    } else if (const auto* enrollment = std::get_if<Enrollment>(&entry.record)) {
        tell(text, entry.kind, *enrollment, context);
    } else if (const auto* progress = std::get_if<LessonProgress>(&entry.record)) {
        tell(text, entry.kind, *progress, context);
    } else if (const auto* order = std::get_if<Order>(&entry.record)) {
        tell(text, entry.kind, *order, context);
    } else if (const auto* conflict = std::get_if<Conflict>(&entry.record)) {
        tell(text, *conflict, context);
    } else if (const auto* told = std::get_if<HistoryEntry>(&entry.record)) {
        tell(text, entry, *told, context);
    } else if (const auto* access = std::get_if<FamilyAccess>(&entry.record)) {
        tell(text, *access, context);
    } else {
        text.title = plainTitle(entry.kind);
    }
    mask(text, family, context);
    return text;
}

} // namespace homeroom
