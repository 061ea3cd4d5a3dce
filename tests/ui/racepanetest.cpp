// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/racepane.h"
#include "models/database/recordtable.h"
#include "models/values/cohortday.h"
#include "tests/support/pageworld.h"
#include "tests/support/testmain.h"
#include "ui/today/todaypage.h"

#include <QtWidgets/QtWidgets>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

/// The cohort against the one before it, beside the plan of the day.
class RacePaneTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whoHasNoCohortSeesNone();
    void ratesStandBesideTheirCounts();
    void zeroIsNoRate();
    void theNumbersFollow();
    void besideAnOpenPanelTheNamesHaveTheRoom();

private:
    template <typename Record> Id<Record> put(Record record)
    {
        record.id = m_world->store.newId<Record>();
        const auto written =
            m_world->store.store().write([&](Database& database) -> Result<ChangeSet> {
                RecordTable(database, recordTypeOf<Record>()).put(toRow(record));
                const RecordRow row = toRow(record);
                return ChangeSet{Origin::Remote, {{row.kind, row.id, row.root, false}}};
            });
        Q_ASSERT(written.result().ok());
        return record.id;
    }
    Id<Cohort> addCohort(const QString& name, int daysAgo);
    Id<Customer> addStudent(bool isFriend);
    QString line(RacePane& pane, Metric metric);

    std::unique_ptr<PageWorld> m_world{};
    Id<Cohort> m_running{};
};

void RacePaneTest::init()
{
    m_world = std::make_unique<PageWorld>();
}

Id<Cohort> RacePaneTest::addCohort(const QString& name, int daysAgo)
{
    Cohort cohort;
    cohort.name = name;
    const Milliseconds opens = m_world->store.clock().now() - daysAgo * dayMs;
    cohort.opensOn = dateAt(opens, m_world->context.zone).toString(Qt::ISODate);
    cohort.days = 7;
    return put(cohort);
}

Id<Customer> RacePaneTest::addStudent(bool isFriend)
{
    Customer customer;
    customer.owner = Id<User>(m_world->user);
    customer.createdAt = 1;
    if (isFriend) {
        customer.friendState = FriendState::Added;
        customer.friendAddedAt = m_world->store.clock().now() - dayMs;
    }
    Student student;
    student.customer = put(customer);
    Enrollment enrollment;
    enrollment.customer = student.customer;
    enrollment.student = put(student);
    enrollment.cohort = m_running;
    enrollment.counted = true;
    enrollment.tutor = Id<User>(m_world->user);
    put(enrollment);
    return student.customer;
}

/// What is said of the metric.
QString RacePaneTest::line(RacePane& pane, Metric metric)
{
    for (const QString& one : pane.spoken().split(u'\n')) {
        if (one.startsWith(metricName(metric) + u", "_s))
            return one;
    }
    return {};
}

void RacePaneTest::whoHasNoCohortSeesNone()
{
    RacePane pane(m_world->context);
    pane.reader().start();
    QVERIFY(!pane.hasRace());
    QCOMPARE(pane.spoken(), QString());
}

void RacePaneTest::ratesStandBesideTheirCounts()
{
    const Id<Cohort> former = addCohort(u"第 46 期"_s, 12);
    addCohort(u"第 45 期"_s, 22); // the server kept nothing of it for this tutor
    m_running = addCohort(u"第 47 期"_s, 2);
    CohortDay day;
    day.cohort = former;
    day.user = Id<User>(m_world->user);
    day.day = 3;
    day.numbers = {{u"friend"_s, QJsonArray{1, 4}}};
    put(day);
    addStudent(true);
    addStudent(true);
    addStudent(false);
    RacePane pane(m_world->context);
    pane.reader().start();
    QVERIFY(pane.hasRace());
    QVERIFY(pane.spoken().startsWith(u"第 47 期 · D3\n"_s));
    QCOMPARE(line(pane, Metric::Friend),
        metricName(Metric::Friend) + u", 67%, 2/3, 第 46 期 25%, 第 45 期 –"_s);
}

void RacePaneTest::zeroIsNoRate()
{
    QCOMPARE(rateText({0, 0}), u"–"_s);
    QCOMPARE(rateText({0, 5}), u"0%"_s);
    QCOMPARE(rateText({5, 5}), u"100%"_s);
}

void RacePaneTest::theNumbersFollow()
{
    m_running = addCohort(u"第 47 期"_s, 2);
    const Id<Customer> family = addStudent(false);
    RacePane pane(m_world->context);
    pane.reader().setPatience(std::chrono::milliseconds(1));
    pane.reader().start();
    QVERIFY(line(pane, Metric::Friend).contains(u"0/1"_s));
    QSignalSpy changed(&pane.reader(), &RaceReader::changed);
    Change<Customer> added(family, family);
    added.set(&Customer::friendState, FriendState::Added)
        .set(&Customer::friendAddedAt, std::optional(m_world->store.clock().now()));
    QVERIFY(m_world->store.apply({added.mutation()}).ok());
    QVERIFY(changed.wait());
    QVERIFY2(line(pane, Metric::Friend).contains(u"1/1"_s), qPrintable(line(pane, Metric::Friend)));
}

void RacePaneTest::besideAnOpenPanelTheNamesHaveTheRoom()
{
    m_running = addCohort(u"第 47 期"_s, 2);
    addStudent(false);
    TodayPage page(m_world->context, m_world->shortcuts);
    page.resize(1200, 700);
    page.show();
    QTRY_VERIFY(page.race().isVisible());
    page.resize(700, 700);
    QTRY_VERIFY2(!page.race().isVisible(), qPrintable(QString::number(page.width())));
}

HOMEROOM_TEST_MAIN(RacePaneTest)
#include "racepanetest.moc"
