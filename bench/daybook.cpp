// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/daybook.h"

#include "bench/report.h"
#include "models/database/recordtable.h"
#include "models/values/cohortday.h"

#include <QRandomGenerator>

#include <map>

namespace homeroom::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int followUpsEach = 10;
constexpr int lessonCount = 5;
constexpr int cohortCount = 2; // the running one and the one before: progress in both

class Writer {
public:
    Writer(Database& database, IdFactory& ids, const DayBook::Names& names, const RecordId& owner,
        Milliseconds now)
        : m_database(database), m_ids(ids), m_names(names), m_owner(owner), m_now(now)
    {
    }

    void write()
    {
        addCatalogue();
        for (int cohort = 0; cohort < cohortCount; ++cohort)
            addCohort(cohort);
        for (int i = 0; i < DayBook::families; ++i)
            addFamily(i);
    }

private:
    struct Camp {
        Id<Cohort> cohort;
        std::vector<Id<Lesson>> lessons;
    };
    template <typename Record> void put(const Record& record)
    {
        auto table = m_tables.find(Description<Record>::kind);
        if (table == m_tables.end())
            table =
                m_tables.try_emplace(Description<Record>::kind, m_database, recordTypeOf<Record>())
                    .first;
        table->second.put(toRow(record));
    }
    template <typename Record> Id<Record> newId() { return Id<Record>(m_ids.next()); }

    void addCatalogue()
    {
        Pipeline pipeline;
        pipeline.id = m_names.pipeline;
        pipeline.name = u"体验课"_s;
        pipeline.active = true;
        put(pipeline);
        for (const Id<Stage>& id : m_names.stages) {
            Stage stage;
            stage.id = id;
            stage.pipeline = m_names.pipeline;
            stage.name = u"阶段"_s;
            put(stage);
        }
        for (const RecordId& id : m_names.tags) {
            Tag tag;
            tag.id = Id<Tag>(id);
            tag.name = u"标签"_s;
            put(tag);
        }
        CustomField field;
        field.id = newId<CustomField>();
        field.name = u"预算"_s;
        field.key = u"budget"_s;
        field.kind = CustomFieldKind::Number;
        field.active = true;
        put(field);
    }
    void addCohort(int back)
    {
        Camp camp;
        Cohort cohort;
        cohort.id = camp.cohort = newId<Cohort>();
        cohort.opensOn = dateAt(m_now, dayBookZone()).addDays(-2 - 10 * back).toString(Qt::ISODate);
        cohort.days = 7;
        put(cohort);
        for (int day = 0; day < lessonCount; ++day) {
            Lesson lesson;
            lesson.id = newId<Lesson>();
            lesson.cohort = cohort.id;
            lesson.cohortDay = day + 1;
            lesson.unlocksAt = m_now + (day - 2 - 10 * back) * dayMs - hourMs;
            lesson.homework = true;
            put(lesson);
            camp.lessons.push_back(lesson.id);
        }
        m_camps.push_back(camp);
    }
    void addFamily(int number)
    {
        Customer customer;
        customer.id = newId<Customer>();
        customer.name = u"王%1"_s.arg(number);
        customer.owner = Id<User>(m_owner);
        customer.tier = Tier(m_random.bounded(5));
        customer.friendState = m_random.bounded(10) ? FriendState::Added : FriendState::NotAdded;
        customer.groupState = m_random.bounded(8) ? GroupState::In : GroupState::NotIn;
        customer.lastContactAt = m_now - m_random.bounded(10) * dayMs - hourMs;
        if (m_random.bounded(2))
            customer.nextStepAt = m_now + (m_random.bounded(12) - 3) * dayMs;
        customer.nextStep = u"深度沟通"_s;
        customer.createdAt = m_now - 20 * dayMs;
        customer.lifecycle = m_random.bounded(9) ? Lifecycle::Potential : Lifecycle::Lost;
        customer.tags = {
            m_names.tags[size_t(m_random.bounded(int(m_names.tags.size())))].toString()};
        customer.custom = {{u"budget"_s, m_random.bounded(100)}};
        put(customer);
        Student student;
        student.id = newId<Student>();
        student.customer = customer.id;
        student.name = u"小宝"_s;
        student.grade = m_random.bounded(9);
        put(student);
        for (int i = 0; i < followUpsEach; ++i)
            addFollowUp(customer.id, i);
        for (const Camp& camp : m_camps)
            addProgress(customer.id, student.id, camp);
        addOpportunity(customer.id, student.id);
        if (number % 10 == 0)
            addTask(customer.id);
        if (number % 20 == 0)
            addDeposit(customer.id, student.id);
    }
    void addFollowUp(const Id<Customer>& family, int back)
    {
        FollowUp followUp;
        followUp.id = newId<FollowUp>();
        followUp.customer = family;
        followUp.kind = FollowUpKind::Wecom;
        followUp.text = u"家长说孩子喜欢老师,周末再聊。"_s;
        followUp.happenedAt = m_now - (back + 1) * dayMs;
        put(followUp);
    }
    void addProgress(const Id<Customer>& family, const Id<Student>& student, const Camp& camp)
    {
        Enrollment enrollment;
        enrollment.id = newId<Enrollment>();
        enrollment.customer = family;
        enrollment.student = student;
        enrollment.cohort = camp.cohort;
        enrollment.counted = true;
        enrollment.tutor = Id<User>(m_owner);
        put(enrollment);
        for (const Id<Lesson>& lesson : camp.lessons) {
            LessonProgress progress;
            progress.id = newId<LessonProgress>();
            progress.customer = family;
            progress.enrollment = enrollment.id;
            progress.lesson = lesson;
            progress.attended = m_random.bounded(3) ? Attendance::Live : Attendance::Missed;
            progress.finished = m_random.bounded(2) == 0;
            put(progress);
        }
    }
    void addOpportunity(const Id<Customer>& family, const Id<Student>& student)
    {
        Opportunity card;
        card.id = newId<Opportunity>();
        card.customer = family;
        card.student = student;
        card.pipeline = m_names.pipeline;
        card.stage = m_names.stages[size_t(m_random.bounded(int(m_names.stages.size())))];
        card.rank = u"a"_s;
        card.amount = 298'000;
        put(card);
    }
    void addTask(const Id<Customer>& family)
    {
        Task task;
        task.id = newId<Task>();
        task.customer = family;
        task.assignee = Id<User>(m_owner);
        task.text = u"打电话"_s;
        task.dueAt = m_now + (m_random.bounded(60) - 1) * dayMs;
        put(task);
    }
    void addDeposit(const Id<Customer>& family, const Id<Student>& student)
    {
        Order order;
        order.id = newId<Order>();
        order.customer = family;
        order.student = student;
        order.kind = OrderKind::Deposit;
        order.paidAt = m_now - dayMs;
        put(order);
    }

    Database& m_database;
    IdFactory& m_ids;
    const DayBook::Names& m_names;
    const RecordId m_owner;
    const Milliseconds m_now;
    QRandomGenerator m_random{7};
    std::map<RecordKind, RecordTable> m_tables{};
    std::vector<Camp> m_camps{};
};

DayBook::Names newNames(IdFactory& ids)
{
    DayBook::Names names;
    names.pipeline = Id<Pipeline>(ids.next());
    for (Id<Stage>& stage : names.stages)
        stage = Id<Stage>(ids.next());
    for (RecordId& tag : names.tags)
        tag = ids.next();
    return names;
}

} // namespace

DayBook::DayBook()
    : m_ids(m_clock, QRandomGenerator(3)), m_user(m_ids.next()), m_names(newNames(m_ids))
{
    const DatabaseOptions options{m_folder.filePath(u"bench.db"_s), DatabaseKey::random()};
    Result<std::unique_ptr<Workspace>> workspace =
        Workspace::open(options, m_clock, Threading::OwnThreads);
    if (!workspace.ok())
        qFatal("bench: the profile cannot be made");
    m_workspace = std::move(*workspace);
    const auto written = m_workspace->store().write([&](Database& database) -> Result<ChangeSet> {
        Writer(database, m_ids, m_names, m_user, m_clock.now()).write();
        return ChangeSet{};
    });
    if (!written.result().ok())
        qFatal("bench: the families cannot be written");
}

QTimeZone dayBookZone()
{
    return QTimeZone("Asia/Shanghai");
}

} // namespace homeroom::bench
