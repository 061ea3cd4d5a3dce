// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/todaypage.h"
#include "tests/support/activewindow.h"
#include "tests/support/pageworld.h"
#include "tests/support/testmain.h"
#include "ui/editing/familychipbar.h"
#include "ui/today/taskdialog.h"

#include <QtWidgets/QtWidgets>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

/// The day, worked through from the keyboard.
class TodayPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void anEmptyDaySaysSo();
    void tasksStandAboveFamilies();
    void aFamilyWithATaskStandsOnce();
    void keysWalkPastHeadings();
    void doneTakesTheTaskAwayAndTheNextIsCurrent();
    void aKeptPromiseIsDone();
    void silenceIsDoneBySpeaking();
    void aNewFriendIsMarked();
    void putOffByAnHour();
    void putOffToATypedTime();
    void skippingAsksWhy();
    void aFamilySkippedTodayIsBackByUndo();
    void aTaskInTwoKeys();
    void aTaskThatComesAgainNeedsAnEnd();
    void chipsLeaveTheirFamilies();
    void enterOpensTheFamilyAndItsList();
    void screenReadersHearAWholeRow();

private:
    TodayPage& page();
    void press(int key, Qt::KeyboardModifiers modifiers = {});
    QString current();
    QStringList rows();
    Id<Task> addTask(const QString& text, Milliseconds dueAt, const Id<Customer>& family = {});
    Id<Customer> addSilent(const QString& name, int days);
    Id<Customer> addPromised(const QString& name, Milliseconds at);
    template <typename Dialog> Dialog* dialog()
    {
        return qobject_cast<Dialog*>(QApplication::activeModalWidget());
    }
    Milliseconds now() { return m_world->store.clock().now(); }

    std::unique_ptr<PageWorld> m_world{};
    std::unique_ptr<TodayPage> m_page{};
};

void TodayPageTest::init()
{
    m_world = std::make_unique<PageWorld>();
}

void TodayPageTest::cleanup()
{
    m_page.reset();
    m_world.reset();
}

TodayPage& TodayPageTest::page()
{
    if (!m_page) {
        m_page = std::make_unique<TodayPage>(m_world->context, m_world->shortcuts);
        m_page->resize(800, 600);
        makeActive(*m_page);
        m_page->setFocus();
    }
    QCoreApplication::processEvents();
    return *m_page;
}

void TodayPageTest::press(int key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(&page().list(), Qt::Key(key), modifiers);
    QCoreApplication::processEvents();
}

QString TodayPageTest::current()
{
    const int row = page().list().currentIndex().row();
    if (const TaskLine* line = page().model().task(row))
        return line->task.text;
    const TodayFamily* family = page().model().family(row);
    return family ? family->name : QString();
}

/// Tasks by their text, families by their name, headings in brackets.
QStringList TodayPageTest::rows()
{
    QStringList all;
    TodayModel& model = page().model();
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.isHeading(row))
            all.append(u"[%1]"_s.arg(model.count(model.section(row))));
        else if (const TaskLine* line = model.task(row))
            all.append(line->task.text);
        else
            all.append(model.family(row)->name);
    }
    return all;
}

Id<Task> TodayPageTest::addTask(const QString& text, Milliseconds dueAt, const Id<Customer>& family)
{
    Task task;
    task.text = text;
    task.dueAt = dueAt;
    task.customer = family;
    task.assignee = Id<User>(m_world->user);
    return m_world->families.put(task);
}

Id<Customer> TodayPageTest::addSilent(const QString& name, int days)
{
    return m_world->families.add(name, {}, [&](Customer& customer) {
        customer.friendState = FriendState::Added;
        customer.groupState = GroupState::In;
        customer.lastContactAt = now() - days * dayMs;
    });
}

Id<Customer> TodayPageTest::addPromised(const QString& name, Milliseconds at)
{
    const Id<Customer> family = addSilent(name, 0);
    m_world->families.set(family, &Customer::nextStep, u"发课时对比"_s);
    m_world->families.set(family, &Customer::nextStepAt, std::optional(at));
    return family;
}

void TodayPageTest::anEmptyDaySaysSo()
{
    QCOMPARE(page().model().rowCount(), 0);
    QVERIFY(page().model().isLoaded());
    QVERIFY(!page().list().isVisible());
    addTask(u"提醒上课"_s, now() + hourMs);
    QCOMPARE(rows(), (QStringList{u"[1]"_s, u"提醒上课"_s}));
    QVERIFY(page().list().isVisible());
    QCOMPARE(current(), u"提醒上课"_s);
}

void TodayPageTest::tasksStandAboveFamilies()
{
    addSilent(u"王芳"_s, 4);
    addTask(u"今晚"_s, now() + hourMs);
    addTask(u"昨天的"_s, now() - dayMs);
    QCOMPARE(
        rows(), (QStringList{u"[1]"_s, u"昨天的"_s, u"[1]"_s, u"今晚"_s, u"[1]"_s, u"王芳"_s}));
}

void TodayPageTest::aFamilyWithATaskStandsOnce()
{
    const Id<Customer> family = addSilent(u"王芳"_s, 4);
    addSilent(u"李娜"_s, 3);
    addTask(u"打电话"_s, now() + hourMs, family);
    QCOMPARE(rows(), (QStringList{u"[1]"_s, u"打电话"_s, u"[1]"_s, u"李娜"_s}));
    const TodayFamily* behind = page().model().behind(1);
    QVERIFY(behind);
    QCOMPARE(behind->reasons.front().reason, TodayReason::Silent);
}

void TodayPageTest::keysWalkPastHeadings()
{
    addSilent(u"王芳"_s, 4);
    addTask(u"今晚"_s, now() + hourMs);
    QCOMPARE(rows().size(), 4);
    QCOMPARE(current(), u"今晚"_s);
    press(Qt::Key_J);
    QCOMPARE(current(), u"王芳"_s);
    press(Qt::Key_J);
    QCOMPARE(current(), u"王芳"_s);
    press(Qt::Key_K);
    QCOMPARE(current(), u"今晚"_s);
}

void TodayPageTest::doneTakesTheTaskAwayAndTheNextIsCurrent()
{
    const Id<Task> first = addTask(u"一"_s, now() + hourMs);
    addTask(u"二"_s, now() + 2 * hourMs);
    addTask(u"三"_s, now() + 3 * hourMs);
    page();
    QCOMPARE(current(), u"一"_s);
    press(Qt::Key_J);
    press(Qt::Key_D);
    QCOMPARE(rows(), (QStringList{u"[2]"_s, u"一"_s, u"三"_s}));
    QCOMPARE(current(), u"三"_s);
    press(Qt::Key_D);
    QCOMPARE(current(), u"一"_s);
    QCOMPARE(m_world->store.find(first)->state, TaskState::Open);
    m_world->desk.undo();
    QCOMPARE(rows(), (QStringList{u"[2]"_s, u"一"_s, u"三"_s}));
}

void TodayPageTest::aKeptPromiseIsDone()
{
    const Id<Customer> family = addPromised(u"王芳"_s, now() + hourMs);
    QCOMPARE(rows(), (QStringList{u"[1]"_s, u"王芳"_s}));
    press(Qt::Key_D);
    QCOMPARE(rows(), QStringList());
    QVERIFY(!m_world->store.find(family)->nextStepAt);
    QCOMPARE(m_world->store.find(family)->nextStep, QString());
}

void TodayPageTest::silenceIsDoneBySpeaking()
{
    const Id<Customer> family = addSilent(u"王芳"_s, 4);
    QSignalSpy asked(&page(), &TodayPage::followUpRequested);
    press(Qt::Key_D);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().value<RecordId>(), RecordId(family));
    QCOMPARE(rows().size(), 2); // writing it is what takes it away
}

void TodayPageTest::aNewFriendIsMarked()
{
    const Id<Customer> family = m_world->families.add(u"王芳"_s);
    page();
    press(Qt::Key_D);
    QCOMPARE(m_world->store.find(family)->friendState, FriendState::Added);
}

void TodayPageTest::putOffByAnHour()
{
    const Id<Task> task = addTask(u"打电话"_s, now() - hourMs);
    const Id<Customer> family = addSilent(u"王芳"_s, 4);
    page();
    press(Qt::Key_S);
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QVERIFY(menu);
    QTest::keyClick(menu, Qt::Key_1);
    QCoreApplication::processEvents();
    QCOMPARE(m_world->store.find(task)->snoozedUntil, std::optional(now() + hourMs));
    press(Qt::Key_J);
    QCOMPARE(current(), u"王芳"_s);
    press(Qt::Key_S);
    menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QVERIFY(menu);
    QTest::keyClick(menu, Qt::Key_1);
    QCOMPARE(m_world->store.find(family)->nextStepAt, std::optional(now() + hourMs));
}

void TodayPageTest::putOffToATypedTime()
{
    addTask(u"打电话"_s, now() - hourMs);
    page();
    press(Qt::Key_S);
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QVERIFY(menu);
    menu->actions().last()->trigger();
    menu->close();
    auto* asked = dialog<FormDialog>();
    QVERIFY(asked);
    auto* when = asked->findChild<QLineEdit*>();
    when->setText(u"2-30"_s);
    asked->accept();
    QVERIFY(asked->isVisible());
    QVERIFY(!asked->rowError(when).isEmpty());
    when->setText(u"3d"_s);
    asked->accept();
    QCoreApplication::processEvents();
    QCOMPARE(rows(), QStringList());
}

void TodayPageTest::skippingAsksWhy()
{
    const Id<Task> task = addTask(u"打电话"_s, now() - hourMs);
    page();
    press(Qt::Key_D, Qt::ShiftModifier);
    auto* asked = dialog<FormDialog>();
    QVERIFY(asked);
    asked->accept();
    QVERIFY(asked->isVisible()); // no reason, no skipping
    asked->findChild<QLineEdit*>()->setText(u"请假"_s);
    asked->accept();
    QCOMPARE(m_world->store.find(task)->state, TaskState::Skipped);
    QCOMPARE(m_world->store.find(task)->reason, u"请假"_s);
}

void TodayPageTest::aFamilySkippedTodayIsBackByUndo()
{
    addSilent(u"王芳"_s, 4);
    addSilent(u"李娜"_s, 3);
    page();
    press(Qt::Key_D, Qt::ShiftModifier);
    auto* asked = dialog<FormDialog>();
    QVERIFY(asked);
    asked->findChild<QLineEdit*>()->setText(u"在旅行"_s);
    asked->accept();
    QCOMPARE(rows(), (QStringList{u"[1]"_s, u"李娜"_s}));
    m_world->desk.undo();
    QCOMPARE(rows().size(), 3);
    // And may be skipped again.
    makeActive(page());
    press(Qt::Key_K);
    press(Qt::Key_D, Qt::ShiftModifier);
    asked = dialog<FormDialog>();
    QVERIFY(asked);
    asked->findChild<QLineEdit*>()->setText(u"在旅行"_s);
    asked->accept();
    QCOMPARE(rows(), (QStringList{u"[1]"_s, u"李娜"_s}));
}

void TodayPageTest::aTaskInTwoKeys()
{
    const Id<Customer> family = addSilent(u"王芳"_s, 4);
    page();
    press(Qt::Key_T);
    auto* asked = dialog<TaskDialog>();
    QVERIFY(asked);
    QTest::keyClick(asked->focusWidget() ? asked->focusWidget() : asked, Qt::Key_Return);
    const std::vector<Task> tasks = listRecords<Task>(m_world->store.reader());
    QCOMPARE(tasks.size(), size_t(1));
    QCOMPARE(tasks.front().customer, family);
    QCOMPARE(tasks.front().assignee, Id<User>(m_world->user));
    QCOMPARE(tasks.front().author, Id<User>(m_world->user));
    QVERIFY(!tasks.front().text.isEmpty());
}

void TodayPageTest::aTaskThatComesAgainNeedsAnEnd()
{
    page();
    press(Qt::Key_N);
    auto* asked = dialog<TaskDialog>();
    QVERIFY(asked);
    auto* until = asked->findChild<QLineEdit*>(u"taskUntil"_s);
    auto* when = asked->findChild<QLineEdit*>(u"taskWhen"_s);
    QVERIFY(!until->isEnabled());
    asked->findChild<QLineEdit*>(u"taskText"_s)->setText(u"发群公告"_s);
    asked->findChild<QComboBox*>(u"taskRepeat"_s)->setCurrentIndex(1);
    QVERIFY(until->isEnabled());
    asked->accept();
    QVERIFY(asked->isVisible());
    QVERIFY(!asked->rowError(until).isEmpty());
    QVERIFY(!asked->rowError(when).isEmpty());
    when->setText(u"tomorrow 19:00"_s);
    until->setText(u"today 10:00"_s);
    asked->accept();
    QVERIFY(asked->isVisible());
    until->setText(u"3d"_s);
    asked->accept();
    const std::vector<Task> tasks = listRecords<Task>(m_world->store.reader());
    QCOMPARE(tasks.size(), size_t(1));
    QVERIFY(tasks.front().repeat.startsWith(u"FREQ=DAILY;UNTIL="));
}

void TodayPageTest::chipsLeaveTheirFamilies()
{
    addSilent(u"三天"_s, 3);
    addSilent(u"七天"_s, 7);
    addTask(u"打电话"_s, now() + hourMs);
    QCOMPARE(rows().size(), 5);
    page().chips().choose({u"silent7"_s});
    QCOMPARE(rows(), (QStringList{u"[1]"_s, u"七天"_s}));
    page().chips().clearAll();
    QCOMPARE(rows().size(), 5);
}

void TodayPageTest::enterOpensTheFamilyAndItsList()
{
    const Id<Customer> first = addSilent(u"七天"_s, 7);
    const Id<Customer> second = addSilent(u"三天"_s, 3);
    QSignalSpy opened(&page(), &TodayPage::customerRequested);
    QSignalSpy focus(&page(), &TodayPage::panelFocusRequested);
    press(Qt::Key_Space);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(focus.size(), 0);
    press(Qt::Key_Return);
    QCOMPARE(opened.size(), 2);
    QCOMPARE(focus.size(), 1);
    QCOMPARE(opened.last().first().value<RecordId>(), RecordId(first));
    const std::vector<RecordId> walk = opened.last().last().value<std::vector<RecordId>>();
    QCOMPARE(walk, (std::vector<RecordId>{first, second}));
    // The panel walked on: the list follows and does not answer.
    QSignalSpy walked(&page(), &TodayPage::currentCustomerChanged);
    page().setCurrent(second);
    QCOMPARE(current(), u"三天"_s);
    QCOMPARE(walked.size(), 0);
}

void TodayPageTest::screenReadersHearAWholeRow()
{
    addPromised(u"王芳"_s, now() + hourMs);
    page();
    const QString spoken = page().model().index(1).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(spoken.startsWith(u"王芳, "), qPrintable(spoken));
    QVERIFY2(spoken.contains(u"发课时对比"), qPrintable(spoken));
}

HOMEROOM_TEST_MAIN(TodayPageTest)
#include "todaypagetest.moc"
