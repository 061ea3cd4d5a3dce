// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/todaybench.h"

#include "models/database/recordtable.h"
#include "models/values/cohortday.h"
#include "ui/editing/editdesk.h"
#include "ui/frame/shortcuts.h"
#include "ui/theme/theme.h"
#include "ui/today/racepane.h"
#include "ui/today/todaypage.h"
#include "ui/widgets/windowquestions.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QListView>
#include <QPixmap>
#include <QTemporaryDir>

namespace homeroom::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int familyCount = 50000;
constexpr int followUpsEach = 10;
constexpr int lessonCount = 5;
constexpr int cohortCount = 2; // the running one and the one before: progress in both
constexpr int rounds = 7;
constexpr double nanosecondsPerMs = 1e6;
const QTimeZone zone("Asia/Shanghai");

/// Families, camps and a history, so that every reason of the day is somebody's.
class Book {
public:
    Book(Database& database, IdFactory& ids, const RecordId& owner, Milliseconds now)
        : m_database(database), m_ids(ids), m_owner(owner), m_now(now)
    {
    }

    void write()
    {
        for (int cohort = 0; cohort < cohortCount; ++cohort)
            addCohort(cohort);
        for (int i = 0; i < familyCount; ++i)
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

    void addCohort(int back)
    {
        Camp camp;
        Cohort cohort;
        cohort.id = camp.cohort = newId<Cohort>();
        cohort.opensOn = dateAt(m_now, zone).addDays(-2 - 10 * back).toString(Qt::ISODate);
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
        put(customer);
        Student student;
        student.id = newId<Student>();
        student.customer = customer.id;
        student.name = u"小宝"_s;
        put(student);
        for (int i = 0; i < followUpsEach; ++i)
            addFollowUp(customer.id, i);
        for (const Camp& camp : m_camps)
            addProgress(customer.id, student.id, camp);
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
    const RecordId m_owner;
    const Milliseconds m_now;
    QRandomGenerator m_random{7};
    std::map<RecordKind, RecordTable> m_tables{};
    std::vector<Camp> m_camps{};
};

/// Runs the loop until the page has read its rows once more, then paints them.
double paintedAfter(TodayPage& page, const std::function<void()>& begin)
{
    QPixmap screen(page.size());
    QElapsedTimer timer;
    QEventLoop read;
    const auto connection = QObject::connect(&page.model(), &QAbstractItemModel::modelReset, &read,
        &QEventLoop::quit, Qt::QueuedConnection);
    timer.start();
    begin();
    read.exec();
    page.render(&screen);
    QObject::disconnect(connection);
    return double(timer.nsecsElapsed()) / nanosecondsPerMs;
}

double finishFirst(TodayPage& page)
{
    // The numbers of the cohort are read behind the plan, and only seconds after an edit.
    QEventLoop numbers;
    QObject::connect(&page.race().reader(), &RaceReader::changed, &numbers, &QEventLoop::quit);
    if (!page.race().hasRace())
        numbers.exec();
    page.list().setCurrentIndex(page.model().index(page.model().nextItem(-1, 1)));
    return paintedAfter(page, [&page] { page.finish(); });
}

void measure(
    Report& report, Workspace& workspace, const Clock& clock, IdFactory& ids, const RecordId& user)
{
    Catalogue catalogue(workspace.reader(), workspace.store());
    EditDesk desk(workspace.store());
    Theme theme(*qApp, [] { return Scheme::Light; });
    WindowQuestions questions(theme);
    Shortcuts shortcuts;
    std::vector<double> cold;
    std::vector<double> warm;
    std::vector<double> edits;
    double repaint = 0;
    for (int round = 0; round < rounds; ++round) {
        FamilyChips chips(workspace, clock, zone);
        PageContext context{workspace, catalogue, chips, desk, theme, questions, clock, ids,
            {user, UserRole::Tutor, {}}, zone};
        const auto open = [&](const auto& use) {
            TodayPage page(context, shortcuts);
            page.resize(1280, 860);
            const double shown = paintedAfter(page, [&page] { page.show(); });
            if (page.model().count(TodaySection::Families) != familiesOfToday)
                qFatal("bench: the day is not planned");
            use(page);
            return shown;
        };
        cold.push_back(open([](TodayPage&) {}));
        warm.push_back(open([&](TodayPage& page) {
            QPixmap screen(page.size());
            QElapsedTimer painting;
            painting.start();
            page.render(&screen);
            repaint = double(painting.nsecsElapsed()) / nanosecondsPerMs;
            edits.push_back(finishFirst(page));
        }));
    }
    report.line(u"today_page_cold"_s, quantile(cold, 0.5), u"ms"_s, u"repaint"_s, repaint);
    report.line(u"today_page"_s, quantile(warm, 0.5), u"ms"_s, u"repaint"_s, repaint);
    report.line(u"today_page_edit"_s, quantile(edits, 0.5), u"ms"_s, u"repaint"_s, repaint);
}

} // namespace

void benchTodayPage(Report& report)
{
    const QTemporaryDir folder;
    const SystemClock clock;
    IdFactory ids(clock, QRandomGenerator(3));
    const RecordId user = ids.next();
    const DatabaseOptions options{folder.filePath(u"bench.db"_s), DatabaseKey::random()};
    const Result<std::unique_ptr<Workspace>> workspace =
        Workspace::open(options, clock, Threading::OwnThreads);
    if (!workspace.ok())
        return;
    const auto written = (*workspace)->store().write([&](Database& database) -> Result<ChangeSet> {
        Book(database, ids, user, clock.now()).write();
        return ChangeSet{};
    });
    if (!written.result().ok())
        qFatal("bench: the families cannot be written");
    measure(report, **workspace, clock, ids, user);
}

} // namespace homeroom::bench
