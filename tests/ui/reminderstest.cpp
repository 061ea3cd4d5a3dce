// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tray.h"
#include "models/store/taskedits.h"
#include "tests/support/pageworld.h"
#include "tests/support/testmain.h"

#include <QtWidgets/QtWidgets>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

/// What is due is told at its time, once, and can be dealt with from the tray.
class RemindersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theStartSumsUpTheDay();
    void eachIsToldOnceAtItsTime();
    void whatWasPutOffComesAgain();
    void whatComesInLateIsToldThen();
    void aTaskForThePromiseIsNotToldTwice();
    void theNightWaitsForTheMorning();
    void whatARuleAsksIsOnThePageOnly();
    void othersFamiliesAreSilent();
    void theTrayFinishesAndPutsOff();
    void withoutATrayTheWindowTells();

private:
    Milliseconds now() { return m_world->store.clock().now(); }
    Id<Task> addTask(const QString& text, Milliseconds at, const Id<Customer>& family = {});
    Id<Customer> addPromise(const QString& name, Milliseconds at);
    /// Passes the time to that moment and returns what was told meanwhile.
    QStringList at(Milliseconds moment);
    void start();

    std::unique_ptr<PageWorld> m_world{};
    std::unique_ptr<ReminderWatch> m_watch{};
    QStringList m_told{};
    std::vector<Reminder> m_reminders{};
    std::pair<int, int> m_begun{-1, -1};
};

void RemindersTest::init()
{
    m_world = std::make_unique<PageWorld>();
    m_told.clear();
    m_reminders.clear();
    m_begun = {-1, -1};
}

void RemindersTest::cleanup()
{
    m_watch.reset();
    m_world.reset();
}

void RemindersTest::start()
{
    const PageContext& context = m_world->context;
    m_watch = std::make_unique<ReminderWatch>(
        context.workspace, context.catalogue, context.clock, context.viewer, context.zone);
    connect(m_watch.get(), &ReminderWatch::begun, this, [this](int overdue, int today) {
        m_begun = {overdue, today};
    });
    connect(m_watch.get(), &ReminderWatch::due, this, [this](const std::vector<Reminder>& due) {
        for (const Reminder& reminder : due)
            m_told.append(reminder.task ? reminder.task->text : reminder.family);
        m_reminders = due;
    });
    m_watch->start();
}

Id<Task> RemindersTest::addTask(const QString& text, Milliseconds at, const Id<Customer>& family)
{
    Task task;
    task.text = text;
    task.dueAt = at;
    task.customer = family;
    task.assignee = Id<User>(m_world->user);
    return m_world->families.put(task);
}

Id<Customer> RemindersTest::addPromise(const QString& name, Milliseconds at)
{
    return m_world->families.add(name, {}, [&](Customer& customer) {
        customer.nextStep = u"发课时对比"_s;
        customer.nextStepAt = at;
    });
}

QStringList RemindersTest::at(Milliseconds moment)
{
    m_told.clear();
    m_world->store.clock().set(moment);
    m_watch->look();
    return m_told;
}

void RemindersTest::theStartSumsUpTheDay()
{
    addTask(u"昨天的"_s, now() - dayMs);
    addTask(u"今晚"_s, now() + hourMs);
    addPromise(u"王芳"_s, now() + 2 * hourMs);
    addPromise(u"明天"_s, now() + 2 * dayMs);
    start();
    QCOMPARE(m_begun, std::pair(1, 2));
    QCOMPARE(m_told, QStringList()); // nothing of before is told one by one
}

void RemindersTest::eachIsToldOnceAtItsTime()
{
    const Milliseconds begin = now();
    addTask(u"打电话"_s, begin + hourMs);
    addPromise(u"王芳"_s, begin + 2 * hourMs);
    start();
    QCOMPARE(at(begin + hourMs - 1), QStringList());
    QCOMPARE(at(begin + hourMs), QStringList{u"打电话"_s});
    QCOMPARE(at(begin + hourMs + 1), QStringList());
    QCOMPARE(at(begin + 3 * hourMs), QStringList{u"王芳"_s});
}

void RemindersTest::whatWasPutOffComesAgain()
{
    const Milliseconds begin = now();
    const Id<Task> id = addTask(u"打电话"_s, begin + hourMs);
    start();
    QCOMPARE(at(begin + hourMs), QStringList{u"打电话"_s});
    QVERIFY(m_world->store.apply(taskSnoozed(*m_world->store.find(id), begin + 2 * hourMs)).ok());
    at(begin + 2 * hourMs);
    QTRY_COMPARE(m_told, QStringList{u"打电话"_s}); // read again a moment after the change
}

void RemindersTest::whatComesInLateIsToldThen()
{
    start();
    addTask(u"主管刚派的"_s, now() - hourMs);
    QTRY_COMPARE(m_told, QStringList{u"主管刚派的"_s});
}

void RemindersTest::aTaskForThePromiseIsNotToldTwice()
{
    const Milliseconds begin = now();
    const Id<Customer> family = addPromise(u"王芳"_s, begin + hourMs);
    addTask(u"发课时对比"_s, begin + hourMs, family);
    start();
    QCOMPARE(at(begin + hourMs), QStringList{u"发课时对比"_s});
}

void RemindersTest::theNightWaitsForTheMorning()
{
    // 24 November 2025, 24:00 in Shanghai is when the fixture's clock stands.
    WorkCalendar calendar;
    calendar.opensAt = 13 * 60;
    calendar.closesAt = 22 * 60;
    calendar.active = true;
    m_world->families.put(calendar);
    const Milliseconds midnight = QDateTime::fromMSecsSinceEpoch(now(), m_world->context.zone)
                                      .date()
                                      .startOfDay(m_world->context.zone)
                                      .toMSecsSinceEpoch();
    m_world->store.clock().set(midnight);
    addTask(u"半夜写下的"_s, midnight + 2 * hourMs);
    start();
    QCOMPARE(at(midnight + 3 * hourMs), QStringList());
    QCOMPARE(at(midnight + 13 * hourMs), QStringList{u"半夜写下的"_s});
}

void RemindersTest::whatARuleAsksIsOnThePageOnly()
{
    const Milliseconds begin = now();
    Task task;
    task.assignee = Id<User>(m_world->user);
    task.dueAt = begin + hourMs;
    for (const QString& rule : {u"silent3"_s, u"silent7"_s}) {
        task.rule = rule;
        task.text = rule;
        task.id = {};
        m_world->families.put(task);
    }
    start();
    QCOMPARE(at(begin + hourMs), QStringList{u"silent7"_s}); // the lead is asked
}

void RemindersTest::othersFamiliesAreSilent()
{
    const Milliseconds begin = now();
    m_world->store.store().setAuthor({m_world->store.ids().next(), {}});
    addPromise(u"别人的"_s, begin + hourMs);
    start();
    QCOMPARE(at(begin + hourMs), QStringList());
}

void RemindersTest::theTrayFinishesAndPutsOff()
{
    const Milliseconds begin = now();
    const Id<Task> task = addTask(u"打电话"_s, begin + hourMs);
    const Id<Customer> family = addPromise(u"王芳"_s, begin + hourMs);
    start();
    at(begin + hourMs);
    QCOMPARE(m_reminders.size(), size_t(2));
    Tray tray(m_world->context);
    tray.tell(m_reminders);
    const auto deeds = [&](const QString& about) -> QMenu* {
        for (QAction* action : tray.menu().actions()) {
            if (action->menu() && action->text().contains(about))
                return action->menu();
        }
        return nullptr;
    };
    QVERIFY(deeds(u"打电话"_s));
    deeds(u"打电话"_s)->actions().at(0)->trigger();
    QCOMPARE(m_world->store.find(task)->state, TaskState::Done);
    QVERIFY(!deeds(u"打电话"_s));
    QSignalSpy opened(&tray, &Tray::openRequested);
    deeds(u"王芳"_s)->actions().at(2)->trigger();
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().first().value<RecordId>(), RecordId(family));
    deeds(u"王芳"_s)->actions().at(1)->trigger();
    QCOMPARE(m_world->store.find(family)->nextStepAt, std::optional(begin + 2 * hourMs));
}

void RemindersTest::withoutATrayTheWindowTells()
{
    QVERIFY(!Tray::isAvailable());
    Tray tray(m_world->context);
    QSignalSpy unheard(&tray, &Tray::unheard);
    tray.begin(0, 0);
    QCOMPARE(unheard.size(), 0); // an empty day is no news
    tray.begin(2, 3);
    QCOMPARE(unheard.size(), 1);
    QVERIFY(unheard.first().first().toString().contains(u'2'));
}

HOMEROOM_TEST_MAIN(RemindersTest)
#include "reminderstest.moc"
