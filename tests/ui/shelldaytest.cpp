// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell.h"
#include "tests/support/activewindow.h"
#include "tests/support/testmain.h"
#include "tests/support/uifixture.h"
#include "ui/panel/customerpanel.h"
#include "ui/today/todaypage.h"

#include <QtWidgets/QtWidgets>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

/// The page of the day in the window.
class ShellDayTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theDayComesFirst();
    void theDayAndThePanelWalkTogether();
    void doneOfASilentFamilyGoesIntoTheBox();
    void aTaskAndItsStepAreOneThing();

private:
    std::unique_ptr<UiFixture> m_fixture{};
    QTemporaryDir m_folder{};
    Settings m_settings{m_folder.filePath(u"settings.ini"_s)};
    Shortcuts m_shortcuts{};
    std::unique_ptr<Shell> m_shell{};
};

void ShellDayTest::init()
{
    m_fixture = std::make_unique<UiFixture>(UserRole::Tutor);
    for (const QString& name : {u"王芳"_s, u"李强"_s, u"赵敏"_s})
        m_fixture->addFamily(name, u"new"_s);
    m_shell = std::make_unique<Shell>(m_fixture->context(), m_shortcuts, m_settings);
    makeActive(m_shell->window());
    QTRY_COMPARE(m_shell->today().model().rowCount(), 4);
}

void ShellDayTest::cleanup()
{
    m_shell.reset();
    m_fixture.reset();
}

void ShellDayTest::theDayComesFirst()
{
    QCOMPARE(m_shell->window().currentPage(), u"today"_s);
    // The rows come later than the window, and the keys are with them.
    QTRY_COMPARE(QApplication::focusWidget(), &m_shell->today().list());
}

void ShellDayTest::theDayAndThePanelWalkTogether()
{
    TodayPage& today = m_shell->today();
    const auto current = [&] { return today.model().customer(today.list().currentIndex().row()); };
    const RecordId first = current();
    QTest::keyClick(&today.list(), Qt::Key_Space);
    QCOMPARE(m_shell->panel().customer(), first);
    QTest::keyClick(&today.list(), Qt::Key_J);
    QVERIFY(current() != first);
    QCOMPARE(m_shell->panel().customer(), current());
    m_shell->panel().setFocus();
    QTest::keyClick(&m_shell->panel(), Qt::Key_K);
    QCOMPARE(m_shell->panel().customer(), first);
    QCOMPARE(current(), first);
}

void ShellDayTest::doneOfASilentFamilyGoesIntoTheBox()
{
    TodayPage& today = m_shell->today();
    const RecordId family = today.model().customer(1);
    Change<Customer> silent{Id<Customer>(family), family};
    silent.set(&Customer::friendState, FriendState::Added)
        .set(&Customer::groupState, GroupState::In)
        .set(&Customer::lastContactAt, std::optional(m_fixture->store.clock().now() - 9 * dayMs));
    QVERIFY(m_fixture->store.apply({silent.mutation()}).ok());
    QTRY_COMPARE(today.model().family(1)->reasons.front().reason, TodayReason::Silent);
    today.setCurrent(today.model().customer(1));
    QTest::keyClick(&today.list(), Qt::Key_D);
    QCOMPARE(m_shell->panel().customer(), today.model().customer(1));
    QVERIFY(qobject_cast<QPlainTextEdit*>(QApplication::focusWidget()));
}

void ShellDayTest::aTaskAndItsStepAreOneThing()
{
    TodayPage& today = m_shell->today();
    StoreFixture& store = m_fixture->store;
    const Id<Customer> family(today.model().customer(1));
    Task task;
    task.id = store.newId<Task>();
    task.customer = family;
    task.assignee = Id<User>(m_fixture->context().viewer.user);
    task.text = u"发课时对比"_s;
    task.dueAt = store.clock().now() + 2 * hourMs;
    Change<Customer> step(family, family);
    step.set(&Customer::nextStepAt, task.dueAt);
    QVERIFY(store.apply({createMutation(task), step.mutation()}).ok());
    QTRY_VERIFY(today.model().task(1));
    today.list().setCurrentIndex(today.model().index(1));
    QTest::keyClick(&today.list(), Qt::Key_S);
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QVERIFY(menu);
    QTest::keyClick(menu, Qt::Key_1);
    QTRY_VERIFY(store.find(task.id)->snoozedUntil);
    const std::optional<Milliseconds> later = store.find(task.id)->snoozedUntil;
    QCOMPARE(store.find(family)->nextStepAt, later);
    QTest::keyClick(&today.list(), Qt::Key_D);
    QTRY_COMPARE(store.find(task.id)->state, TaskState::Done);
    // The step does not come back as a promise of the family.
    QVERIFY(!store.find(family)->nextStepAt);
    m_fixture->desk->undo();
    QTRY_COMPARE(store.find(task.id)->state, TaskState::Open);
    QCOMPARE(store.find(family)->nextStepAt, later);
}

HOMEROOM_TEST_MAIN(ShellDayTest)
#include "shelldaytest.moc"
