// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/taskedits.h"
#include "models/store/taskquery.h"
#include "tests/support/camp.h"
#include "tests/support/testmain.h"

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

class TaskTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void minesAreMine();
    void theyComeByTheTimeTheyAreWanted();
    void whatIsPutOffIsOutOfTheWay();
    void whatRulesAskTakesNobodysPlace();
    void aFamilyThatLeftIsNotNamed();
    void doneOnceIsDone();
    void oneThatComesAgainIsThereAgain();
    void twoMachinesMakeOne();
    void theLastTimeIsTheLast();
    void skippedSaysWhy();
    void everythingIsTakenBack();
    void whatIsTypedIsChecked_data();
    void whatIsTypedIsChecked();
    void putOffToTimesThatMakeSense_data();
    void putOffToTimesThatMakeSense();

private:
    static QStringList texts(Camp& camp, const Viewer& viewer, Milliseconds until);
    static Task task(const QString& text, std::optional<Milliseconds> dueAt = now);
    static TaskMoment moment() { return {now, shanghai, WorkTime(shanghai)}; }
};

QStringList TaskTest::texts(Camp& camp, const Viewer& viewer, Milliseconds until)
{
    const auto lines = camp.store.reader().read([&](Database& database) {
        return readTasks(database, viewer, {until, 100});
    });
    QStringList texts;
    for (const TaskLine& line : lines.ok() ? *lines : std::vector<TaskLine>())
        texts.append(line.task.text);
    return texts;
}

Task TaskTest::task(const QString& text, std::optional<Milliseconds> dueAt)
{
    Task task;
    task.text = text;
    task.dueAt = dueAt;
    return task;
}

void TaskTest::minesAreMine()
{
    Camp camp;
    const Id<User> me = camp.store.newId<User>();
    const Id<User> other = camp.store.newId<User>();
    const Id<Team> team = camp.store.newId<Team>();
    camp.store.store().setAuthor({me, team});
    const Id<Customer> own = camp.settled();
    camp.store.store().setAuthor({other, team});
    const Id<Customer> foreign = camp.settled();
    const auto put = [&](const QString& text, const auto& with) {
        Task made = task(text);
        with(made);
        camp.families.put(made);
    };
    put(u"mine"_s, [&](Task& it) { it.assignee = me; });
    put(u"other's"_s, [&](Task& it) { it.assignee = other; });
    put(u"own family"_s, [&](Task& it) { it.customer = own; });
    put(u"foreign family"_s, [&](Task& it) { it.customer = foreign; });
    put(u"foreign family, mine"_s, [&](Task& it) {
        it.customer = foreign;
        it.assignee = me;
    });
    put(u"team"_s, [&](Task& it) { it.team = team; });
    put(u"other team"_s, [&](Task& it) { it.team = camp.store.newId<Team>(); });
    put(u"done"_s, [&](Task& it) {
        it.assignee = me;
        it.state = TaskState::Done;
    });
    QStringList found = texts(camp, {me, UserRole::Tutor, team}, now + 1);
    found.sort();
    QCOMPARE(
        found, (QStringList{u"foreign family, mine"_s, u"mine"_s, u"own family"_s, u"team"_s}));
}

void TaskTest::theyComeByTheTimeTheyAreWanted()
{
    Camp camp;
    const Id<User> me = camp.store.newId<User>();
    const auto put = [&](const QString& text, std::optional<Milliseconds> dueAt,
                         std::optional<Milliseconds> snoozed = {}) {
        Task made = task(text, dueAt);
        made.assignee = me;
        made.snoozedUntil = snoozed;
        camp.families.put(made);
    };
    put(u"whenever"_s, {});
    put(u"evening"_s, now + 4 * hourMs);
    put(u"late"_s, now - dayMs);
    put(u"put off"_s, now - 2 * dayMs, now + hourMs);
    put(u"tomorrow"_s, now + dayMs);
    QCOMPARE(texts(camp, {me, UserRole::Tutor, {}}, at("2025-11-26 00:00")),
        (QStringList{u"late"_s, u"put off"_s, u"evening"_s, u"whenever"_s}));
}

void TaskTest::whatIsPutOffIsOutOfTheWay()
{
    Camp camp;
    const Id<User> me = camp.store.newId<User>();
    Task made = task(u"call"_s);
    made.assignee = me;
    made.id = camp.families.put(made);
    QVERIFY(camp.store.apply(taskSnoozed(made, now + dayMs)).ok());
    const Viewer viewer{me, UserRole::Tutor, {}};
    QVERIFY(texts(camp, viewer, at("2025-11-26 00:00")).isEmpty());
    QCOMPARE(texts(camp, viewer, at("2025-11-27 00:00")), QStringList{u"call"_s});
    QCOMPARE(camp.store.find(made.id)->dueAt, made.dueAt);
}

void TaskTest::whatRulesAskTakesNobodysPlace()
{
    Camp camp;
    const Id<User> me = camp.store.newId<User>();
    const auto put = [&](const QString& rule, Milliseconds dueAt) {
        Task made = task(rule.isEmpty() ? u"mine"_s : rule, dueAt);
        made.assignee = me;
        made.rule = rule;
        camp.families.put(made);
    };
    for (const QString& rule : {u"silent3"_s, u"silent7"_s, u"deepCall"_s})
        put(rule, now - dayMs);
    put({}, now);
    const auto read = [&](bool ofRules, int limit) {
        const auto lines = camp.store.reader().read([&](Database& database) {
            return readTasks(database, {me, UserRole::Tutor, {}}, {now + 1, limit, ofRules});
        });
        return lines.ok() ? int(lines->size()) : -1;
    };
    QCOMPARE(read(true, 10), 4);
    // The limit counts what is left: the rule's older task keeps no other out.
    QCOMPARE(read(false, 10), 3);
    QCOMPARE(read(false, 3), 3);
}

void TaskTest::aFamilyThatLeftIsNotNamed()
{
    Camp camp;
    const Id<User> me = camp.store.newId<User>();
    Task made = task(u"call"_s);
    made.assignee = me;
    made.customer = camp.store.newId<Customer>(); // never was here
    camp.families.put(made);
    const auto lines = camp.store.reader().read([&](Database& database) {
        return readTasks(database, {me, UserRole::Tutor, {}}, {now + 1, 100});
    });
    QVERIFY(lines.ok() && lines->size() == 1);
    QVERIFY(lines->front().isFamilyGone);
    QCOMPARE(lines->front().family, QString());
}

void TaskTest::doneOnceIsDone()
{
    Camp camp;
    Task made = task(u"call"_s);
    made.id = camp.families.put(made);
    const std::vector<Mutation> edit = taskDone(made, moment());
    QCOMPARE(edit.size(), size_t(1));
    QVERIFY(camp.store.apply(edit).ok());
    QCOMPARE(camp.store.find(made.id)->state, TaskState::Done);
    QCOMPARE(camp.store.find(made.id)->doneAt, std::optional(now));
}

void TaskTest::oneThatComesAgainIsThereAgain()
{
    Camp camp;
    Task made = task(u"nudge the group"_s);
    made.customer = camp.settled();
    made.assignee = camp.store.newId<User>();
    made.repeat = u"FREQ=DAILY;UNTIL=20251130"_s;
    made.id = camp.families.put(made);
    QVERIFY(camp.store.apply(taskDone(made, moment())).ok());
    const std::vector<Task> tasks = listRecords<Task>(camp.store.reader(), "state = 'open'");
    QCOMPARE(tasks.size(), size_t(1));
    QCOMPARE(tasks.front().text, made.text);
    QCOMPARE(tasks.front().customer, made.customer);
    QCOMPARE(tasks.front().assignee, made.assignee);
    QCOMPARE(tasks.front().repeat, made.repeat);
    QCOMPARE(tasks.front().dueAt, std::optional(now + dayMs));
}

void TaskTest::twoMachinesMakeOne()
{
    Task made = task(u"nudge the group"_s);
    made.id = Id<Task>(RecordId::fromName("a task"));
    made.repeat = u"FREQ=DAILY;UNTIL=20251130"_s;
    const auto here = nextTask(made, moment());
    const auto there = nextTask(made, {now + hourMs, shanghai, WorkTime(shanghai)});
    QVERIFY(here && there);
    QCOMPARE(here->id, there->id);
    QVERIFY(here->id != made.id);
    const auto after = nextTask(*here, {*here->dueAt, shanghai, WorkTime(shanghai)});
    QVERIFY(after);
    QVERIFY(after->id != here->id);
}

void TaskTest::theLastTimeIsTheLast()
{
    Task made = task(u"nudge the group"_s);
    made.repeat = u"FREQ=DAILY;UNTIL=20251125"_s;
    QVERIFY(!nextTask(made, moment()));
    QCOMPARE(taskDone(made, moment()).size(), size_t(1));
}

void TaskTest::skippedSaysWhy()
{
    Camp camp;
    Task made = task(u"call"_s);
    made.repeat = u"FREQ=WEEKLY;UNTIL=20261130"_s;
    made.id = camp.families.put(made);
    QVERIFY(camp.store.apply(taskSkipped(made, u"on leave"_s, moment())).ok());
    QCOMPARE(camp.store.find(made.id)->state, TaskState::Skipped);
    QCOMPARE(camp.store.find(made.id)->reason, u"on leave"_s);
    QCOMPARE(listRecords<Task>(camp.store.reader(), "state = 'open'").size(), size_t(1));
}

void TaskTest::everythingIsTakenBack()
{
    Camp camp;
    Task made = task(u"nudge the group"_s);
    made.repeat = u"FREQ=DAILY;UNTIL=20251130"_s;
    made.id = camp.families.put(made);
    QVERIFY(camp.store.apply(taskDone(made, moment())).ok());
    QVERIFY(camp.store.store().undo().result().ok());
    const std::vector<Task> tasks = listRecords<Task>(camp.store.reader());
    QCOMPARE(tasks.size(), size_t(1));
    QCOMPARE(tasks.front().id, made.id);
    QCOMPARE(tasks.front().state, TaskState::Open);
    QVERIFY(!tasks.front().doneAt);
}

void TaskTest::whatIsTypedIsChecked_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("time");
    QTest::addColumn<QString>("repeat");
    QTest::addColumn<int>("problem");
    const QString daily = u"FREQ=DAILY;UNTIL=20251125"_s;
    QTest::newRow("fine") << u"call"_s << false << QString() << int(TaskProblem::None);
    QTest::newRow("blank") << u"  "_s << true << QString() << int(TaskProblem::NoText);
    QTest::newRow("no first time") << u"call"_s << false << daily << int(TaskProblem::NoTime);
    QTest::newRow("ends on its first day") << u"call"_s << true << daily << int(TaskProblem::None);
    QTest::newRow("ends before") << u"call"_s << true << u"FREQ=DAILY;UNTIL=20251124"_s
                                 << int(TaskProblem::EndsTooEarly);
}

void TaskTest::whatIsTypedIsChecked()
{
    QFETCH(QString, text);
    QFETCH(bool, time);
    QFETCH(QString, repeat);
    Task made = task(text, time ? std::optional(now) : std::nullopt);
    made.repeat = repeat;
    QTEST(int(checkTask(made, shanghai)), "problem");
}

void TaskTest::putOffToTimesThatMakeSense_data()
{
    QTest::addColumn<QString>("at");
    QTest::addColumn<QStringList>("times");
    QTest::newRow("Tuesday afternoon")
        << u"2025-11-25 15:00"_s
        << QStringList{u"25 16:00"_s, u"25 19:00"_s, u"27 14:00"_s, u"02 14:00"_s};
    QTest::newRow("Tuesday evening")
        << u"2025-11-25 18:30"_s << QStringList{u"25 19:30"_s, u"27 14:00"_s, u"02 14:00"_s};
    QTest::newRow("Sunday: tomorrow is the next week")
        << u"2025-11-30 15:00"_s << QStringList{u"30 16:00"_s, u"30 19:00"_s, u"02 14:00"_s};
}

void TaskTest::putOffToTimesThatMakeSense()
{
    WorkCalendar calendar; // Mondays and Wednesdays are free
    calendar.closesAt = 24 * 60;
    calendar.daysOff = {u"1"_s, u"3"_s};
    QFETCH(QString, at);
    const TaskMoment moment{
        homeroom::test::at(at.toLatin1().constData()), shanghai, WorkTime(calendar, shanghai)};
    QStringList times;
    for (const SnoozeTime& time : snoozeTimes(moment))
        times.append(QDateTime::fromMSecsSinceEpoch(time.at, shanghai).toString(u"dd HH:mm"_s));
    QTEST(times, "times");
}

HOMEROOM_TEST_MAIN(TaskTest)
#include "tasktest.moc"
