// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/cohortcalendar.h"
#include "models/values/cohortroll.h"
#include "tests/support/cohortworld.h"
#include "tests/support/randomseed.h"
#include "tests/support/testmain.h"

#include <QJsonDocument>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

const QTimeZone shanghai("Asia/Shanghai");

Milliseconds at(const char* local)
{
    QDateTime time = QDateTime::fromString(QString::fromLatin1(local), u"yyyy-MM-dd HH:mm"_s);
    time.setTimeZone(shanghai);
    return time.toMSecsSinceEpoch();
}

const Milliseconds noon = at("2025-11-26 12:00");
const Milliseconds cutOff = at("2025-12-04 00:00") - 1;

/// Two lessons that are unlocked, one of them with homework, and one that is not.
const std::vector<TallyLesson> lessons{
    {noon - 2 * dayMs, true}, {noon - dayMs, false}, {noon + hourMs, true}};

TallyStudent student()
{
    return {.counted = true, .joinedAt = noon - 5 * dayMs};
}

CohortNumbers numbers(const TallyStudent& of)
{
    return numbersOf(of, lessons, {noon, cutOff});
}

CohortNumbers counts(std::initializer_list<std::pair<Metric, MetricCount>> list)
{
    // Nobody who is enrolled has done anything yet.
    CohortNumbers all;
    for (const Metric metric : {Metric::Friend, Metric::Group, Metric::Deposit, Metric::Conversion})
        all[metric] = {0, 1};
    all[Metric::Attendance] = {0, 2};
    all[Metric::Finish] = {0, 2};
    all[Metric::Homework] = {0, 1};
    for (const auto& [metric, count] : list)
        all[metric] = count;
    return all;
}

QString text(const CohortNumbers& of)
{
    return QString::fromUtf8(QJsonDocument(of.toJson()).toJson(QJsonDocument::Compact));
}

} // namespace

class MetricsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void numbersGoThroughJson();
    void whatCannotBeReadIsZero();
    void countsAreAdded();
    void whoIsNotCountedIsNowhere();
    void aFriendCountsUntilTheCutOff();
    void aLockedLessonIsNotThere();
    void homeworkCountsWhereItIsDue();
    void refundsCountFromTheirTimeOn();
    void theDaysOfACohort();
    void daysBeginInTheOrganisationsZone();
    void everyNumberIsThatOfPlainLoops();
};

void MetricsTest::numbersGoThroughJson()
{
    CohortNumbers some;
    some[Metric::Attendance] = {12, 30};
    some[Metric::FinishStep] = {7, 12};
    const QJsonObject json = some.toJson();
    QCOMPARE(json.size(), qsizetype(metricCount));
    QCOMPARE(json.value(u"attendance"), QJsonValue(QJsonArray{12, 30}));
    QCOMPARE(json.value(u"finish_step"), QJsonValue(QJsonArray{7, 12}));
    QCOMPARE(json.value(u"friend"), QJsonValue(QJsonArray{0, 0}));
    QVERIFY(CohortNumbers::fromJson(json) == some);
}

void MetricsTest::whatCannotBeReadIsZero()
{
    const QJsonObject json{{u"later"_s, QJsonArray{1, 2}}, {u"friend"_s, 3},
        {u"group"_s, QJsonArray{1}}, {u"finish"_s, QJsonArray{-1, 2}},
        {u"homework"_s, QJsonArray{0.5, 2}}, {u"deposit"_s, QJsonArray{1, 2, 3}},
        {u"conversion"_s, QJsonArray{u"1"_s, 2}}};
    QVERIFY(CohortNumbers::fromJson(json) == CohortNumbers());
}

void MetricsTest::countsAreAdded()
{
    CohortNumbers sum;
    CohortNumbers part;
    part[Metric::Group] = {1, 2};
    sum += part;
    part[Metric::Group] = {3, 5};
    part[Metric::Homework] = {0, 4};
    sum += part;
    QCOMPARE(text(sum).contains(u"\"group\":[4,7]"_s), true);
    QCOMPARE(text(sum).contains(u"\"homework\":[0,4]"_s), true);
}

void MetricsTest::whoIsNotCountedIsNowhere()
{
    QCOMPARE(text(numbers(student())), text(counts({})));
    // Moved to another cohort before this one began.
    TallyStudent moved = student();
    moved.counted = false;
    moved.friendAddedAt = noon - dayMs;
    QVERIFY(numbers(moved) == CohortNumbers());
    TallyStudent later = student();
    later.joinedAt = noon + 1;
    QVERIFY(numbers(later) == CohortNumbers());
    later.joinedAt = noon;
    QVERIFY(numbers(later) != CohortNumbers());
}

void MetricsTest::aFriendCountsUntilTheCutOff()
{
    TallyStudent of = student();
    of.friendAddedAt = noon;
    QCOMPARE(text(numbers(of)), text(counts({{Metric::Friend, {1, 1}}})));
    of.friendAddedAt = noon + 1;
    of.groupJoinedAt = noon - 1;
    QCOMPARE(text(numbers(of)), text(counts({{Metric::Group, {1, 1}}})));
    const Milliseconds later = cutOff + dayMs;
    of.friendAddedAt = cutOff;
    of.groupJoinedAt = cutOff + 1;
    const CohortNumbers afterwards = numbersOf(of, {}, {later, cutOff});
    QVERIFY((afterwards[Metric::Friend] == MetricCount{1, 1}));
    QVERIFY((afterwards[Metric::Group] == MetricCount{0, 1}));
    QVERIFY((afterwards[Metric::Attendance] == MetricCount{0, 0}));
}

void MetricsTest::aLockedLessonIsNotThere()
{
    TallyStudent of = student();
    of.progress = {{true, true, {}}, {true, false, {}}, {true, true, noon - hourMs}};
    QCOMPARE(text(numbers(of)),
        text(counts({{Metric::Attendance, {2, 2}}, {Metric::Finish, {1, 2}},
            {Metric::FinishStep, {1, 2}}})));
    // At the very moment it unlocks it is.
    const CohortNumbers then = numbersOf(of, lessons, {noon + hourMs, cutOff});
    QVERIFY((then[Metric::Attendance] == MetricCount{3, 3}));
}

void MetricsTest::homeworkCountsWhereItIsDue()
{
    TallyStudent of = student();
    of.progress = {{false, false, noon}, {false, false, noon}};
    QCOMPARE(text(numbers(of)), text(counts({{Metric::Homework, {1, 1}}})));
    of.progress[0].homeworkAt = noon + 1;
    QCOMPARE(text(numbers(of)), text(counts({})));
}

void MetricsTest::refundsCountFromTheirTimeOn()
{
    TallyStudent of = student();
    of.orders = {{OrderKind::Deposit, noon - dayMs, {}}, {OrderKind::Full, noon, noon + 1},
        {OrderKind::Full, noon - hourMs, noon}, {OrderKind::Trial, noon, {}}};
    QCOMPARE(
        text(numbers(of)), text(counts({{Metric::Deposit, {1, 1}}, {Metric::Conversion, {1, 1}}})));
    of.orders[1].refundedAt = noon;
    QCOMPARE(text(numbers(of)), text(counts({{Metric::Deposit, {1, 1}}})));
    of.orders[0].paidAt = noon + 1;
    QCOMPARE(text(numbers(of)), text(counts({})));
}

void MetricsTest::theDaysOfACohort()
{
    Cohort cohort;
    QVERIFY(!CohortCalendar(cohort, shanghai).isValid());
    cohort.opensOn = u"2025-11-24"_s;
    cohort.days = 7;
    const CohortCalendar calendar(cohort, shanghai);
    QVERIFY(calendar.isValid());
    QCOMPARE(calendar.dayAt(at("2025-11-24 00:00")), 1);
    QCOMPARE(calendar.dayAt(at("2025-11-24 00:00") - 1), 0);
    QCOMPARE(calendar.endOf(1), at("2025-11-25 00:00") - 1);
    QCOMPARE(calendar.endOf(-2), at("2025-11-22 00:00") - 1);
    QCOMPARE(calendar.lastDay(), 17);
    QCOMPARE(calendar.cutOff(), at("2025-12-04 00:00") - 1);
    QVERIFY(!calendar.isLive(at("2025-11-21 00:00") - 1));
    QVERIFY(calendar.isLive(at("2025-11-21 00:00")));
    QVERIFY(calendar.isLive(calendar.endOf(17)));
    QVERIFY(!calendar.isLive(calendar.endOf(17) + 1));
}

void MetricsTest::daysBeginInTheOrganisationsZone()
{
    Cohort cohort;
    cohort.opensOn = u"2025-11-02"_s;
    cohort.days = 7;
    // On that day the clocks go back there: D1 has 25 hours.
    const QTimeZone newYork("America/New_York");
    const CohortCalendar there(cohort, newYork);
    const CohortCalendar here(cohort, shanghai);
    QCOMPARE(there.endOf(1) - there.endOf(0), 25 * hourMs);
    QCOMPARE(here.endOf(1) - here.endOf(0), dayMs);
    QCOMPARE(there.endOf(0) - here.endOf(0), 12 * hourMs);
    QCOMPARE(there.dayAt(here.endOf(1)), 1);
    QCOMPARE(there.dayAt(here.endOf(0)), 0);
}

void MetricsTest::everyNumberIsThatOfPlainLoops()
{
    const CohortWorld world(randomSeed(), {{RecordId::fromName("a"), RecordId::fromName("A")}}, 60);
    CohortRoll roll(world.cohort.id, world.lessons);
    for (const Enrollment& enrollment : world.enrollments) {
        if (enrollment.cohort == world.cohort.id)
            roll.add(enrollment);
    }
    for (const Customer& family : world.customers)
        roll.addFamily(family.id, family.friendAddedAt, family.groupJoinedAt);
    for (const LessonProgress& progress : world.progress)
        roll.add(progress);
    for (const Order& order : world.orders) {
        const auto card =
            std::ranges::find(world.opportunities, order.opportunity, &Opportunity::id);
        const Opportunity closed = card == world.opportunities.end() ? Opportunity() : *card;
        roll.add(order, closed.student, closed.cohort);
    }
    const CohortCalendar calendar(world.cohort, shanghai);
    for (qint64 day = CohortCalendar::firstDay; day <= calendar.lastDay(); ++day) {
        CohortNumbers sum;
        for (const CohortRoll::Entry& entry : roll.entries())
            sum += roll.numbersOf(entry, {calendar.endOf(day), calendar.cutOff()});
        const CohortNumbers plain = world.plainNumbers(
            calendar.endOf(day), [](const Enrollment&, const Customer&) { return true; });
        QCOMPARE(text(sum), text(plain));
    }
    QVERIFY(!roll.entries().empty());
}

HOMEROOM_TEST_MAIN(MetricsTest)
#include "metricstest.moc"
