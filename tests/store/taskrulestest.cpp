// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/taskrules.h"
#include "models/items/taskrunner.h"
#include "models/store/taskedits.h"
#include "tests/support/camp.h"
#include "tests/support/testmain.h"

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

/// Rules make tasks offline, once for each occasion, on however many machines.
class TaskRulesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void silenceGoesFromTutorToLead();
    void everyRuleHasItsOccasion();
    void greetingIsCountedInWorkingTime();
    void aDepositMayBeADayOld();
    void twoMachinesMakeTheSameTasks();
    void aSecondRunMakesNothing();
    void whatIsSettledIsClosed();
    void whatWasSkippedStaysSkipped();
    void aNewOccasionIsANewTask();
    void othersFamiliesAreTheirs();
    void theLeadsMachineEscalatesAlone();
    void aRuleIsNoStepOfUndo();
    void theRunnerWritesWhatItFinds();

private:
    RuleRun run(const Id<User>& user, UserRole role, Milliseconds moment = now);
    std::vector<Mutation> find(const RuleRun& run);
    void apply(const RuleRun& run);
    QStringList open(); ///< rules of the open tasks, in order
    Id<Customer> silent(int days);

    std::unique_ptr<Camp> m_camp{};
    Id<Team> m_team{};
    Id<User> m_tutor{};
    Id<User> m_lead{};
};

void TaskRulesTest::init()
{
    m_camp = std::make_unique<Camp>();
    Team team;
    m_team = m_camp->families.put(team);
    const auto user = [&](UserRole role) {
        User made;
        made.role = role;
        made.team = m_team;
        made.active = true;
        return m_camp->families.put(made);
    };
    m_tutor = user(UserRole::Tutor);
    m_lead = user(UserRole::Lead);
    m_camp->store.store().setAuthor({m_tutor, m_team});
}

RuleRun TaskRulesTest::run(const Id<User>& user, UserRole role, Milliseconds moment)
{
    return {{moment, shanghai}, WorkTime(shanghai), {user, role, m_team}};
}

std::vector<Mutation> TaskRulesTest::find(const RuleRun& run)
{
    const Result<std::vector<Mutation>> found =
        m_camp->store.reader().read([&](Database& database) {
            return findRuleTasks(database, chipMasks(database, run.moment), run);
        });
    return found.ok() ? *found : std::vector<Mutation>();
}

void TaskRulesTest::apply(const RuleRun& run)
{
    const auto found = find(run);
    const auto applied = m_camp->store.store().applyByRule(
        [found](Database& database) { return stillWanted(database, found); });
    QVERIFY(applied.result().ok());
}

QStringList TaskRulesTest::open()
{
    QStringList rules;
    for (const Task& task : listRecords<Task>(m_camp->store.reader(), "state = 'open'"))
        rules.append(task.rule);
    rules.sort();
    return rules;
}

Id<Customer> TaskRulesTest::silent(int days)
{
    return m_camp->settled(
        [&](Customer& customer) { customer.lastContactAt = now - days * dayMs; });
}

void TaskRulesTest::silenceGoesFromTutorToLead()
{
    const Id<Customer> family = silent(7);
    apply(run(m_tutor, UserRole::Tutor));
    QCOMPARE(open(), (QStringList{u"silent3"_s, u"silent5"_s, u"silent7"_s}));
    for (const Task& task : listRecords<Task>(m_camp->store.reader())) {
        QCOMPARE(task.customer, family);
        QCOMPARE(task.assignee, task.rule == u"silent7"_s ? m_lead : m_tutor);
        const int days = task.rule.right(1).toInt();
        QCOMPARE(task.dueAt, std::optional(now - (7 - days) * dayMs));
    }
}

void TaskRulesTest::everyRuleHasItsOccasion()
{
    m_camp->settled([](Customer& it) { it.nextStepAt = now - hourMs; });
    m_camp->settled(
        [](Customer& it) { it.friendAddedAt = now - 31 * minuteMs; }); // spoken to before
    const Id<Customer> learner = m_camp->settled();
    m_camp->learn(
        learner, m_camp->enroll(learner), m_camp->yesterday, Attendance::Live, true, false);
    apply(run(m_tutor, UserRole::Tutor));
    QCOMPARE(open(), (QStringList{u"firstResponse"_s, u"homeworkMissed"_s, u"promise"_s}));
    const Milliseconds later = at("2025-11-29 15:00");
    const Id<Customer> birthday = m_camp->settled([&](Customer& it) { it.lastContactAt = later; });
    Student child;
    child.customer = birthday;
    child.birthMonth = u"2018-12"_s;
    m_camp->families.put(child);
    apply(run(m_tutor, UserRole::Tutor, later));
    QVERIFY(open().contains(u"birthday"_s));
    const RecordId expected = ruleTaskId(TaskRule::Birthday, birthday, QDate(2025, 12, 1));
    QVERIFY(m_camp->store.find(Id<Task>(expected)));
}

void TaskRulesTest::greetingIsCountedInWorkingTime()
{
    WorkCalendar calendar;
    calendar.opensAt = 14 * 60 + 45;
    calendar.closesAt = 22 * 60;
    m_camp->settled([](Customer& it) {
        it.friendAddedAt = now - 5 * hourMs;
        it.lastContactAt.reset();
    });
    RuleRun limited = run(m_tutor, UserRole::Tutor); // 15:00: 15 minutes were worked
    limited.work = WorkTime(calendar, shanghai);
    QVERIFY(find(limited).empty());
    limited.moment.now += 15 * minuteMs;
    QCOMPARE(find(limited).size(), size_t(1));
}

void TaskRulesTest::aDepositMayBeADayOld()
{
    const Id<Customer> family = m_camp->settled();
    Order deposit;
    deposit.customer = family;
    deposit.kind = OrderKind::Deposit;
    deposit.paidAt = now - dayMs + 1;
    m_camp->families.put(deposit);
    QVERIFY(find(run(m_tutor, UserRole::Tutor)).empty());
    QCOMPARE(find(run(m_tutor, UserRole::Tutor, now + 1)).size(), size_t(1));
}

void TaskRulesTest::twoMachinesMakeTheSameTasks()
{
    silent(5);
    const std::vector<Mutation> here = find(run(m_tutor, UserRole::Tutor));
    const std::vector<Mutation> there = find(run(m_tutor, UserRole::Tutor, now + 3 * hourMs));
    QCOMPARE(here.size(), size_t(2));
    QVERIFY(here == there);
}

void TaskRulesTest::aSecondRunMakesNothing()
{
    silent(5);
    apply(run(m_tutor, UserRole::Tutor));
    QVERIFY(find(run(m_tutor, UserRole::Tutor)).empty());
    QCOMPARE(listRecords<Task>(m_camp->store.reader()).size(), size_t(2));
}

void TaskRulesTest::whatIsSettledIsClosed()
{
    const Id<Customer> family = silent(5);
    apply(run(m_tutor, UserRole::Tutor));
    Task own;
    own.customer = family;
    own.text = u"typed by a person"_s;
    m_camp->families.put(own);
    m_camp->families.set(family, &Customer::lastContactAt, std::optional(now));
    apply(run(m_tutor, UserRole::Tutor));
    QCOMPARE(open(), QStringList{QString()});
    for (const Task& task : listRecords<Task>(m_camp->store.reader(), "rule IS NOT NULL"))
        QCOMPARE(task.state, TaskState::Done);
}

void TaskRulesTest::whatWasSkippedStaysSkipped()
{
    silent(3);
    apply(run(m_tutor, UserRole::Tutor));
    const Task task = listRecords<Task>(m_camp->store.reader()).front();
    QVERIFY(
        m_camp->store.apply(taskSkipped(task, u"on holiday"_s, {now, shanghai, WorkTime(shanghai)}))
            .ok());
    QVERIFY(find(run(m_tutor, UserRole::Tutor)).empty());
}

void TaskRulesTest::aNewOccasionIsANewTask()
{
    const Id<Customer> family = silent(3);
    apply(run(m_tutor, UserRole::Tutor));
    m_camp->families.set(family, &Customer::lastContactAt, std::optional(now));
    apply(run(m_tutor, UserRole::Tutor));
    apply(run(m_tutor, UserRole::Tutor, now + 3 * dayMs));
    QCOMPARE(open(), QStringList{u"silent3"_s});
    QCOMPARE(listRecords<Task>(m_camp->store.reader()).size(), size_t(2));
}

void TaskRulesTest::othersFamiliesAreTheirs()
{
    m_camp->store.store().setAuthor({m_camp->store.newId<User>(), m_team});
    silent(7);
    QVERIFY(find(run(m_tutor, UserRole::Tutor)).empty());
    // Who keeps no families has no rules to run.
    QVERIFY(find(run(m_tutor, UserRole::Operations)).empty());
}

void TaskRulesTest::theLeadsMachineEscalatesAlone()
{
    silent(7);
    const std::vector<Mutation> byLead = find(run(m_lead, UserRole::Lead));
    QCOMPARE(byLead.size(), size_t(1));
    const std::vector<Mutation> byTutor = find(run(m_tutor, UserRole::Tutor));
    QVERIFY(std::ranges::find(byTutor, byLead.front()) != byTutor.end());
    apply(run(m_tutor, UserRole::Tutor));
    // And leaves the tutor's own alone.
    QVERIFY(find(run(m_lead, UserRole::Lead)).empty());
}

void TaskRulesTest::aRuleIsNoStepOfUndo()
{
    const Id<Customer> family = silent(3);
    QVERIFY(m_camp->families.set(family, &Customer::remark, u"typed"_s));
    apply(run(m_tutor, UserRole::Tutor));
    const auto undone = m_camp->store.store().undo().result();
    QVERIFY(undone.ok());
    QCOMPARE(m_camp->store.find(family)->remark, QString());
    QCOMPARE(open().size(), 1);
}

void TaskRulesTest::theRunnerWritesWhatItFinds()
{
    for (int i = 0; i < 60; ++i) // more than one piece
        silent(3);
    m_camp->store.clock().set(now);
    FamilyChips chips(m_camp->store.workspace(), m_camp->store.clock(), shanghai);
    TaskRunner runner(m_camp->store.workspace(), chips, {m_tutor, UserRole::Tutor, m_team},
        [] { return WorkTime(shanghai); });
    runner.setPatience(std::chrono::milliseconds(1));
    QSignalSpy finished(&runner, &TaskRunner::finished);
    chips.start();
    QVERIFY(finished.wait());
    QCOMPARE(open().size(), 60);
}

HOMEROOM_TEST_MAIN(TaskRulesTest)
#include "taskrulestest.moc"
