// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/timelinequery.h"

#include "models/store/historyquery.h"
#include "models/store/records.h"
#include "models/store/taskrules.h"
#include "models/store/timelinehistory.h"

#include <algorithm>

namespace homeroom {

namespace {

class Collected {
public:
    template <typename Record>
    void add(TimelineKind kind, std::optional<Milliseconds> at, const Record& record)
    {
        if (at && *at > 0)
            m_entries.push_back({kind, *at, record.id, record});
    }
    void addAll(std::vector<TimelineEntry> entries)
    {
        for (TimelineEntry& entry : entries)
            m_entries.push_back(std::move(entry));
    }
    /// Whether the history tells of a change of that record's stage.
    bool tellsStageOf(const RecordId& id) const
    {
        return std::ranges::any_of(m_entries, [&](const TimelineEntry& entry) {
            const auto* told = std::get_if<HistoryEntry>(&entry.record);
            return entry.kind == TimelineKind::Changed && told
                && told->changes.contains(QLatin1StringView("stage"))
                && told->record == recordKey(RecordKind::Opportunity, id);
        });
    }
    void addPlain(TimelineKind kind, std::optional<Milliseconds> at, const RecordId& id)
    {
        if (at && *at > 0)
            m_entries.push_back({kind, *at, id, {}});
    }
    std::vector<TimelineEntry> newestFirst()
    {
        std::stable_sort(m_entries.begin(), m_entries.end(),
            [](const TimelineEntry& one, const TimelineEntry& other) {
                if (one.at != other.at)
                    return one.at > other.at;
                if (one.kind != other.kind)
                    return one.kind > other.kind;
                return one.id > other.id;
            });
        return std::move(m_entries);
    }

private:
    std::vector<TimelineEntry> m_entries;
};

void addCustomer(Collected& collected, const Customer& customer)
{
    collected.addPlain(TimelineKind::Created, customer.createdAt, customer.id);
    collected.addPlain(TimelineKind::FriendRequested, customer.friendRequestedAt, customer.id);
    collected.addPlain(TimelineKind::FriendAdded, customer.friendAddedAt, customer.id);
    collected.addPlain(TimelineKind::GroupJoined, customer.groupJoinedAt, customer.id);
    collected.addPlain(TimelineKind::AppSignedIn, customer.appSignedInAt, customer.id);
}

void addLesson(Collected& collected, Database& database, const LessonProgress& progress)
{
    const std::optional<Lesson> lesson = findRecord<Lesson>(database, progress.lesson);
    const bool missed = progress.attended == Attendance::Missed;
    const bool known = progress.attended != Attendance::Unknown || progress.finished;
    if (known && lesson)
        collected.add(missed ? TimelineKind::LessonMissed : TimelineKind::LessonAttended,
            lesson->unlocksAt, progress);
    collected.add(TimelineKind::HomeworkHandedIn, progress.homeworkAt, progress);
    collected.add(TimelineKind::HomeworkReviewed, progress.reviewedAt, progress);
    collected.add(TimelineKind::ReviewListened, progress.listenedAt, progress);
}

void addFamily(Collected& collected, Database& database, const RecordId& customer)
{
    for (const FollowUp& followUp : familyRecords<FollowUp>(database, customer))
        collected.add(TimelineKind::FollowUp, followUp.happenedAt, followUp);
    for (const Task& task : familyRecords<Task>(database, customer)) {
        // What a rule asked for and saw settled is told by what settled it.
        if (task.state == TaskState::Done && !taskRuleOf(task.rule))
            collected.add(TimelineKind::TaskDone, task.doneAt, task);
    }
    for (const Opportunity& opportunity : familyRecords<Opportunity>(database, customer)) {
        if (opportunity.closedAt)
            collected.add(TimelineKind::Closed, opportunity.closedAt, opportunity);
        else if (!collected.tellsStageOf(opportunity.id))
            collected.add(TimelineKind::StageEntered, opportunity.stageEnteredAt, opportunity);
    }
    for (const Enrollment& enrollment : familyRecords<Enrollment>(database, customer)) {
        collected.add(TimelineKind::Enrolled, enrollment.joinedAt, enrollment);
        collected.add(TimelineKind::EnrollmentLeft, enrollment.leftAt, enrollment);
    }
    for (const LessonProgress& progress : familyRecords<LessonProgress>(database, customer))
        addLesson(collected, database, progress);
    for (const Order& order : familyRecords<Order>(database, customer)) {
        collected.add(TimelineKind::Paid, order.paidAt, order);
        collected.add(TimelineKind::Refunded, order.refundedAt, order);
    }
    for (const FamilyAccess& access : familyRecords<FamilyAccess>(database, customer))
        collected.add(TimelineKind::Opened, access.at, access);
}

} // namespace

TimelinePage readTimeline(Database& database, const RecordId& customer, qsizetype limit)
{
    const std::optional<Customer> found = findRecord<Customer>(database, customer);
    if (!found)
        return {};
    Collected collected;
    collected.addAll(timelineOfHistory(database, customer));
    addCustomer(collected, *found);
    addFamily(collected, database, customer);
    TimelinePage page{collected.newestFirst(), false};
    if (qsizetype(page.entries.size()) > limit) {
        page.entries.resize(size_t(limit));
        page.more = true;
    }
    return page;
}

} // namespace homeroom
