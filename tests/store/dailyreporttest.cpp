// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/dailyreport.h"
#include "tests/support/families.h"
#include "tests/support/testmain.h"

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

const QTimeZone zone("Asia/Shanghai");

/// A tutor's day, with a colleague whose families are here, too.
class Day {
public:
    Day() : families(store)
    {
        tutor = Id<User>(store.ids().next());
        colleague = Id<User>(store.ids().next());
        start = QDate(2025, 11, 24).startOfDay(zone).toMSecsSinceEpoch();
        store.clock().advance(start + 20 * hourMs - store.clock().now());
    }

    Id<Customer> addFamily(const Id<User>& owner, const std::function<void(Customer&)>& with = {})
    {
        store.store().setAuthor({owner, {}}); // who creates a family keeps it
        return families.add(u"王芳"_s, {}, [&](Customer& customer) {
            customer.lastContactAt = store.clock().now();
            if (with)
                with(customer);
        });
    }
    void addTalk(const Id<Customer>& family, const Id<User>& author, FollowUpKind kind,
        FollowUpResult result, Milliseconds at, std::optional<qint64> seconds = {})
    {
        store.store().setAuthor({author, {}});
        FollowUp talk;
        talk.customer = family;
        talk.kind = kind;
        talk.result = result;
        talk.happenedAt = at;
        talk.duration = seconds;
        families.put(talk);
    }
    DailyReport read(UserRole role)
    {
        const auto report = store.reader().read([&](Database& database) {
            return Result<DailyReport>(
                readDailyReport(database, {tutor, role, {}}, {store.clock().now(), zone}));
        });
        return *report;
    }

    StoreFixture store;
    Families families;
    Id<User> tutor{};
    Id<User> colleague{};
    Milliseconds start = 0;
};

} // namespace

class DailyReportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void contactsAreThoseOfThePersonAndTheDay();
    void preparationAndPlansAreCounted();
    void ordersAreTheCreditedPersons();
    void tasksDoneLeftAndTomorrow();
    void anEmptyDayIsAllNoughts();
};

void DailyReportTest::contactsAreThoseOfThePersonAndTheDay()
{
    Day day;
    using enum FollowUpKind;
    using enum FollowUpResult;
    const Id<Customer> one = day.addFamily(day.tutor);
    const Id<Customer> two = day.addFamily(day.colleague);
    day.addTalk(one, day.tutor, Call, Connected, day.start, 90);
    day.addTalk(one, day.tutor, Call, NoAnswer, day.start + hourMs);
    day.addTalk(one, day.tutor, Wecom, None, day.start + hourMs);
    day.addTalk(one, day.tutor, Call, Connected, day.start - 1, 600); // yesterday
    day.addTalk(two, day.colleague, Visit, None, day.start + hourMs);
    const DailyReport own = day.read(UserRole::Tutor);
    QCOMPARE(own.families, 1);
    QCOMPARE(own.calls, 2);
    QCOMPARE(own.talks, 1);
    QCOMPARE(own.callSeconds, 90);
    QCOMPARE(own.messages, 1);
    QCOMPARE(own.visits, 0);
    const DailyReport all = day.read(UserRole::Lead);
    QCOMPARE(all.families, 2);
    QCOMPARE(all.visits, 1);
}

void DailyReportTest::preparationAndPlansAreCounted()
{
    Day day;
    const Milliseconds tomorrow = day.start + dayMs;
    day.addFamily(day.tutor, [&](Customer& each) {
        each.friendAddedAt = day.start;
        each.groupJoinedAt = tomorrow - 1;
        each.nextStepAt = tomorrow;
    });
    day.addFamily(day.tutor, [&](Customer& each) {
        each.friendAddedAt = day.start - 1;
        each.nextStepAt = tomorrow + dayMs;
    });
    day.addFamily(day.colleague, [&](Customer& each) { each.friendAddedAt = day.start; });
    const DailyReport report = day.read(UserRole::Tutor);
    QCOMPARE(report.friends, 1);
    QCOMPARE(report.groups, 1);
    QCOMPARE(report.promisesTomorrow, 1);
    QCOMPARE(day.read(UserRole::Lead).friends, 2);
}

void DailyReportTest::ordersAreTheCreditedPersons()
{
    Day day;
    const Id<Customer> family = day.addFamily(day.tutor);
    const auto order = [&](OrderKind kind, qint64 amount, Milliseconds paidAt,
                           const std::function<void(Order&)>& with = {}) {
        Order made;
        made.customer = family;
        made.creditedOwner = day.tutor;
        made.kind = kind;
        made.amount = amount;
        made.paidAt = paidAt;
        if (with)
            with(made);
        day.families.put(made);
    };
    order(OrderKind::Full, 298'000, day.start);
    order(OrderKind::Renewal, 100'000, day.start + hourMs);
    order(OrderKind::Deposit, 50'000, day.start + hourMs);
    order(OrderKind::Trial, 990, day.start + hourMs);
    order(OrderKind::Full, 298'000, day.start - dayMs, [&](Order& each) {
        each.refundedAt = day.start + hourMs;
        each.refundedAmount = 200'000;
    });
    order(OrderKind::Full, 1, day.start, [&](Order& each) { each.creditedOwner = day.colleague; });
    const DailyReport report = day.read(UserRole::Tutor);
    QVERIFY((report.sales == DaySales{2, 398'000}));
    QVERIFY((report.deposits == DaySales{1, 50'000}));
    QVERIFY((report.refunds == DaySales{1, 200'000}));
}

void DailyReportTest::tasksDoneLeftAndTomorrow()
{
    Day day;
    const auto task = [&](TaskState state, std::optional<Milliseconds> dueAt,
                          std::optional<Milliseconds> doneAt, const QString& rule = {}) {
        Task made;
        made.rule = rule;
        made.assignee = day.tutor;
        made.state = state;
        made.dueAt = dueAt;
        made.doneAt = doneAt;
        day.families.put(made);
    };
    task(TaskState::Done, day.start - dayMs, day.start + hourMs);
    task(TaskState::Done, day.start, day.start - 1);
    task(TaskState::Skipped, day.start, day.start + hourMs);
    task(TaskState::Open, day.start - dayMs, {});
    task(TaskState::Open, day.start + 23 * hourMs, {});
    task(TaskState::Open, day.start + dayMs, {});
    task(TaskState::Open, {}, {});
    task(TaskState::Open, day.start, {}, u"silent3"_s);
    task(TaskState::Done, day.start, day.start + hourMs, u"silent3"_s);
    const DailyReport report = day.read(UserRole::Tutor);
    QCOMPARE(report.tasksDone, 1);
    QCOMPARE(report.tasksLeft, 2);
    QCOMPARE(report.tasksTomorrow, 1);
}

void DailyReportTest::anEmptyDayIsAllNoughts()
{
    Day day;
    const DailyReport report = day.read(UserRole::Tutor);
    QCOMPARE(report.families, 0);
    QVERIFY(report.sales == DaySales());
    QVERIFY(!report.cohort);
}

HOMEROOM_TEST_MAIN(DailyReportTest)
#include "dailyreporttest.moc"
