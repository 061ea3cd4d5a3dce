// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/activewindow.h"
#include "tests/support/pageworld.h"
#include "tests/support/testmain.h"
#include "ui/today/exceptiontable.h"
#include "ui/today/taskdialog.h"
#include "ui/today/todaypage.h"

#include <QtWidgets/QtWidgets>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

/// A lead's day: which tutors and why, the names behind a number, a task in two keys.
class TodayLeadTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void tutorsSeeNoExceptions();
    void aCellDrillsToItsNames();
    void escapeGoesBackStepByStep();
    void aTaskForTheTutorOfAFamily();
    void aTaskForTheTutorOfARow();
    void theCellStaysWhenTutorsChangePlaces();

private:
    void press(QWidget& widget, int key);
    void choose(const Id<User>& tutor, FamilyChip chip);
    Id<User> addTutor(const QString& name);
    Id<Customer> addLate(const QString& name, const Id<User>& tutor);
    QStringList names();
    std::vector<Task> tasks() { return listRecords<Task>(m_world->store.reader()); }
    TodayPage& page();

    std::unique_ptr<PageWorld> m_world{};
    std::unique_ptr<TodayPage> m_page{};
    Id<Team> m_team{};
    Id<User> m_one{};
    Id<User> m_other{};
};

void TodayLeadTest::init()
{
    m_world = std::make_unique<PageWorld>();
    Team team;
    m_team = m_world->families.put(team);
    m_world->context.viewer = {m_world->user, UserRole::Lead, m_team};
    m_one = addTutor(u"林晓晓"_s);
    m_other = addTutor(u"赵敏"_s);
    addLate(u"甲"_s, m_one);
    addLate(u"乙"_s, m_one);
    addLate(u"丙"_s, m_other);
}

void TodayLeadTest::cleanup()
{
    m_page.reset();
    m_world.reset();
}

Id<User> TodayLeadTest::addTutor(const QString& name)
{
    User user;
    user.displayName = name;
    user.role = UserRole::Tutor;
    user.team = m_team;
    user.active = true;
    return m_world->families.put(user);
}

Id<Customer> TodayLeadTest::addLate(const QString& name, const Id<User>& tutor)
{
    const Milliseconds now = m_world->store.clock().now();
    m_world->store.store().setAuthor({tutor, m_team});
    const Id<Customer> family = m_world->families.add(name, {}, [&](Customer& customer) {
        customer.friendState = FriendState::Added;
        customer.groupState = GroupState::In;
        customer.lastContactAt = now;
        customer.nextStepAt = now - 2 * dayMs;
    });
    m_world->store.store().setAuthor({m_world->user, m_team});
    return family;
}

TodayPage& TodayLeadTest::page()
{
    if (!m_page) {
        m_page = std::make_unique<TodayPage>(m_world->context, m_world->shortcuts);
        m_page->resize(1100, 700);
        makeActive(*m_page);
        m_page->setFocus();
    }
    QCoreApplication::processEvents();
    return *m_page;
}

void TodayLeadTest::press(QWidget& widget, int key)
{
    QTest::keyClick(&widget, Qt::Key(key));
    QCoreApplication::processEvents();
}

void TodayLeadTest::choose(const Id<User>& tutor, FamilyChip chip)
{
    ExceptionModel& model = page().exceptions()->model();
    const auto column = std::ranges::find(exceptionChips, chip) - exceptionChips.begin();
    page().exceptions()->setCurrentIndex(
        model.index(model.rowOf(tutor), ExceptionModel::FirstException + int(column)));
    page().exceptions()->setFocus();
    QCoreApplication::processEvents();
}

QStringList TodayLeadTest::names()
{
    QStringList names;
    for (int row = 0; row < page().model().rowCount(); ++row) {
        if (const TodayFamily* family = page().model().family(row))
            names.append(family->name);
    }
    names.sort();
    return names;
}

void TodayLeadTest::tutorsSeeNoExceptions()
{
    m_world->context.viewer.role = UserRole::Tutor;
    QVERIFY(!page().exceptions());
}

void TodayLeadTest::aCellDrillsToItsNames()
{
    QCOMPARE(names().size(), 3);
    const ExceptionModel& model = page().exceptions()->model();
    QCOMPARE(model.rowCount(), 3); // two tutors and all of them
    QCOMPARE(model.name(0), u"林晓晓"_s); // two late ones come before one
    choose(m_one, FamilyChip::Overdue);
    QCOMPARE(names(), (QStringList{u"乙"_s, u"甲"_s}));
    QCOMPARE(page().exceptions()->cellCount(), 2);
    QVERIFY(page().model().filterName().startsWith(u"林晓晓"_s));
    choose(m_other, FamilyChip::Overdue);
    QCOMPARE(names(), QStringList{u"丙"_s});
    choose(m_other, FamilyChip::DepositOpen);
    QCOMPARE(names(), QStringList());
}

void TodayLeadTest::escapeGoesBackStepByStep()
{
    choose(m_one, FamilyChip::Overdue);
    press(*page().exceptions(), Qt::Key_Return);
    QVERIFY(page().list().hasFocus());
    press(page().list(), Qt::Key_Escape);
    QVERIFY(page().exceptions()->hasFocus());
    QCOMPARE(names().size(), 2);
    press(*page().exceptions(), Qt::Key_Escape);
    QCOMPARE(names().size(), 3);
    QSignalSpy closed(&page(), &TodayPage::closeRequested);
    press(*page().exceptions(), Qt::Key_Escape);
    QCOMPARE(closed.size(), 1);
}

void TodayLeadTest::aTaskForTheTutorOfAFamily()
{
    choose(m_one, FamilyChip::Overdue);
    press(*page().exceptions(), Qt::Key_Return);
    press(page().list(), Qt::Key_T);
    auto* asked = qobject_cast<TaskDialog*>(QApplication::activeModalWidget());
    QVERIFY(asked);
    QTest::keyClick(asked->focusWidget() ? asked->focusWidget() : asked, Qt::Key_Return);
    QCOMPARE(tasks().size(), size_t(1));
    QCOMPARE(tasks().front().assignee, m_one);
    QCOMPARE(tasks().front().author, Id<User>(m_world->user));
    QVERIFY(!tasks().front().customer.isNull());
}

void TodayLeadTest::aTaskForTheTutorOfARow()
{
    choose(m_other, FamilyChip::Overdue);
    press(*page().exceptions(), Qt::Key_T);
    auto* asked = qobject_cast<TaskDialog*>(QApplication::activeModalWidget());
    QVERIFY(asked);
    QTest::keyClick(asked->focusWidget() ? asked->focusWidget() : asked, Qt::Key_Return);
    QCOMPARE(tasks().size(), size_t(1));
    QCOMPARE(tasks().front().assignee, m_other);
    // About no family it is the team's, so that its assignee gets it.
    QVERIFY(tasks().front().customer.isNull());
    QCOMPARE(tasks().front().team, m_team);
    QVERIFY(tasks().front().text.startsWith(u"赵敏 · "_s));
}

void TodayLeadTest::theCellStaysWhenTutorsChangePlaces()
{
    choose(m_other, FamilyChip::Overdue);
    addLate(u"丁"_s, m_other);
    addLate(u"戊"_s, m_other);
    QCoreApplication::processEvents();
    QCOMPARE(page().exceptions()->model().name(0), u"赵敏"_s);
    QCOMPARE(page().exceptions()->tutor(), RecordId(m_other));
    QCOMPARE(names(), (QStringList{u"丁"_s, u"丙"_s, u"戊"_s}));
}

HOMEROOM_TEST_MAIN(TodayLeadTest)
#include "todayleadtest.moc"
