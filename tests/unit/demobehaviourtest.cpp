// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/demorecords.h"
#include "tests/support/testmain.h"

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

/// What one enrolled student did, as reports count it.
struct Learner {
    CohortState cohortState = CohortState::Planned;
    bool friended = false;
    bool grouped = false;
    int attended = 0;
    int finished = 0;
    int homework = 0;
    bool paid = false;
};

std::vector<Learner> learners(const DemoRecords& records)
{
    QHash<RecordId, Learner> byEnrollment;
    QHash<RecordId, RecordId> enrollmentOf;
    for (const auto& enrollment : records.all<Enrollment>()) {
        if (!enrollment.counted)
            continue;
        const Customer customer = records.get(enrollment.customer);
        Learner& learner = byEnrollment[enrollment.id];
        learner.cohortState = records.get(enrollment.cohort).state;
        learner.friended = customer.friendAddedAt.has_value();
        learner.grouped = customer.groupJoinedAt.has_value();
        enrollmentOf.insert(enrollment.student, enrollment.id);
    }
    for (const auto& progress : records.all<LessonProgress>()) {
        Learner& learner = byEnrollment[progress.enrollment];
        learner.attended +=
            progress.attended == Attendance::Live || progress.attended == Attendance::Replay;
        learner.finished += progress.finished;
        learner.homework += progress.homeworkAt.has_value();
    }
    for (const auto& order : records.all<Order>()) {
        if (order.kind == OrderKind::Full)
            byEnrollment[enrollmentOf.value(order.student)].paid = true;
    }
    return {byEnrollment.cbegin(), byEnrollment.cend()};
}

struct Rate {
    int part = 0;
    int whole = 0;
    double share() const { return double(part) / whole; }
};

} // namespace

class DemoBehaviourTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFunnelNarrows();
    void homeworkLeadsToConversion();
    void tutorsDiffer();
    void paidCardsAreThoseWithAnOrder();
    void aCohortIsAtItsThirdDayInTheOrganisationsZone_data();
    void aCohortIsAtItsThirdDayInTheOrganisationsZone();
    void theRunningCohortFillsTheEarlyStages();
    void aTutorsDayHasWorkTodayAndOverdue();
};

void DemoBehaviourTest::theFunnelNarrows()
{
    int enrolled = 0;
    int friended = 0;
    int grouped = 0;
    int attended = 0;
    int finished = 0;
    int paid = 0;
    for (const Learner& learner : learners(usual())) {
        ++enrolled;
        friended += learner.friended;
        grouped += learner.grouped;
        attended += learner.attended > 0;
        finished += learner.finished > 0;
        paid += learner.paid;
        QVERIFY(learner.finished <= learner.attended);
        QVERIFY(!learner.paid || learner.finished > 0);
    }
    QVERIFY(enrolled > friended && friended > grouped && grouped > attended);
    QVERIFY(attended > finished && finished > paid && paid > 0);
}

void DemoBehaviourTest::homeworkLeadsToConversion()
{
    Rate diligent;
    Rate idle;
    Rate all;
    for (const Learner& learner : learners(usual())) {
        if (learner.cohortState != CohortState::Frozen)
            continue;
        // Of those who finished a lesson, so that this is not about absence.
        if (learner.finished > 0 && (learner.homework >= 5 || learner.homework <= 1)) {
            Rate& rate = learner.homework >= 5 ? diligent : idle;
            ++rate.whole;
            rate.part += learner.paid;
        }
        ++all.whole;
        all.part += learner.paid;
    }
    QVERIFY(diligent.whole > 50 && idle.whole > 50);
    QVERIFY(diligent.share() > 8 * idle.share());
    QVERIFY(all.share() > 0.04 && all.share() < 0.25);
}

void DemoBehaviourTest::tutorsDiffer()
{
    QHash<RecordId, int> paid;
    for (const auto& order : usual().all<Order>()) {
        if (order.kind == OrderKind::Full)
            ++paid[order.creditedOwner];
    }
    const auto counts = paid.values();
    const auto [weakest, strongest] = std::minmax_element(counts.begin(), counts.end());
    QVERIFY(*strongest > 2 * *weakest);
}

void DemoBehaviourTest::paidCardsAreThoseWithAnOrder()
{
    QSet<RecordId> bought;
    for (const auto& order : usual().all<Order>()) {
        if (order.kind != OrderKind::Trial && order.kind != OrderKind::Deposit)
            bought.insert(order.opportunity);
    }
    int paid = 0;
    for (const auto& card : usual().all<Opportunity>()) {
        const Stage stage = usual().get(card.stage);
        QCOMPARE(stage.pipeline, card.pipeline);
        QCOMPARE(stage.role == StageRole::Paid, bought.contains(card.id));
        QCOMPARE(stage.role == StageRole::Lost, !card.lostReason.isEmpty());
        paid += stage.role == StageRole::Paid;
    }
    QVERIFY(paid > 100);
}

void DemoBehaviourTest::aCohortIsAtItsThirdDayInTheOrganisationsZone_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("opensOn");
    QTest::newRow("ahead of UTC") << QByteArray("Asia/Shanghai") << u"2026-03-16"_s;
    QTest::newRow("behind UTC") << QByteArray("America/New_York") << u"2026-03-15"_s;
}

void DemoBehaviourTest::aCohortIsAtItsThirdDayInTheOrganisationsZone()
{
    QFETCH(QByteArray, zone);
    QFETCH(QString, opensOn);
    DemoOptions options = demoOptions(200);
    options.now = lateInUtc;
    options.zone = QTimeZone(zone);
    QStringList running;
    for (const auto& cohort : DemoRecords(options).all<Cohort>()) {
        if (cohort.state == CohortState::Running)
            running.append(cohort.opensOn);
    }
    QCOMPARE(running, QStringList{opensOn});
}

void DemoBehaviourTest::theRunningCohortFillsTheEarlyStages()
{
    QHash<StageRole, int> cards;
    for (const auto& card : usual().all<Opportunity>()) {
        if (!card.cohort.isNull() && usual().get(card.cohort).state == CohortState::Running)
            ++cards[usual().get(card.stage).role];
    }
    for (const StageRole role : {StageRole::Open, StageRole::Friend, StageRole::Group,
             StageRole::Learning, StageRole::Intent, StageRole::Deposit})
        QVERIFY2(cards.value(role) >= 8, Words<StageRole>::words[size_t(role)].data());
    int missedSecond = 0;
    for (const auto& progress : usual().all<LessonProgress>()) {
        const Lesson lesson = usual().get(progress.lesson);
        missedSecond += lesson.cohortDay == 2 && progress.attended == Attendance::Missed
            && usual().get(lesson.cohort).state == CohortState::Running;
    }
    QVERIFY(missedSecond > 50);
}

void DemoBehaviourTest::aTutorsDayHasWorkTodayAndOverdue()
{
    const DemoOptions options = demoOptions(3000);
    const QDate today = QDateTime::fromMSecsSinceEpoch(options.now, options.zone).date();
    QHash<RecordId, int> due;
    QHash<RecordId, int> overdue;
    for (const auto& customer : usual().all<Customer>()) {
        if (!customer.nextStepAt)
            continue;
        QVERIFY(!customer.nextStep.isEmpty());
        due[customer.owner] +=
            QDateTime::fromMSecsSinceEpoch(*customer.nextStepAt, options.zone).date() == today;
        overdue[customer.owner] += *customer.nextStepAt < options.now;
    }
    for (const DemoUser& user : usual().organisation.users) {
        if (user.role != UserRole::Tutor)
            continue;
        QVERIFY(due.value(user.id) >= 5);
        QVERIFY(overdue.value(user.id) >= 1);
    }
}

HOMEROOM_TEST_MAIN(DemoBehaviourTest)
#include "demobehaviourtest.moc"
