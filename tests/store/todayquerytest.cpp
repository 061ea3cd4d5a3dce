// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/todayquery.h"
#include "models/store/taskedits.h"
#include "tests/support/camp.h"
#include "tests/support/testmain.h"

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

class TodayQueryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyReasonSaysSinceWhen();
    void lessonsNameTheirDay();
    void aPromiseComesFirst();
    void promisesComeByTheirTime();
    void amongEqualsTierAndIntentionDecide();
    void whatWasSkippedIsNotToday();
    void anOldPromiseYieldsToWhatIsFresh();
    void aLaterPlanIsAReasonToWait();
    void whoWantsNoContactIsOnlyPromised();
    void silenceIsToldOnce();
    void atMostTwentyOfAll();
    void aBirthdayNamesItsChild();

private:
    static TodayBrief read(Camp& camp, const TodayWish& wish = {}, Milliseconds moment = now);
    static QStringList names(const TodayBrief& brief);
    static Id<Customer> named(
        Camp& camp, const QString& name, const std::function<void(Customer&)>& with);
};

TodayBrief TodayQueryTest::read(Camp& camp, const TodayWish& wish, Milliseconds moment)
{
    const ChipMoment at{moment, shanghai};
    const Result<TodayBrief> brief = camp.store.reader().read(
        [&](Database& database) { return readToday(database, chipMasks(database, at), at, wish); });
    return brief.ok() ? *brief : TodayBrief{};
}

QStringList TodayQueryTest::names(const TodayBrief& brief)
{
    QStringList names;
    for (const TodayFamily& family : brief.families)
        names.append(family.name);
    return names;
}

Id<Customer> TodayQueryTest::named(
    Camp& camp, const QString& name, const std::function<void(Customer&)>& with)
{
    return camp.settled([&](Customer& customer) {
        customer.name = name;
        with(customer);
    });
}

void TodayQueryTest::everyReasonSaysSinceWhen()
{
    Camp camp;
    const Milliseconds promised = at("2025-11-25 20:00");
    const Id<Customer> family = camp.settled([&](Customer& customer) {
        customer.nextStepAt = promised;
        customer.nextStep = u"发课时对比"_s;
        customer.lastContactAt = now - 4 * dayMs;
        customer.friendAddedAt = now - 3 * dayMs;
        customer.groupState = GroupState::NotIn;
    });
    Order deposit;
    deposit.customer = family;
    deposit.kind = OrderKind::Deposit;
    deposit.paidAt = now - 2 * dayMs;
    camp.families.put(deposit);
    const TodayBrief brief = read(camp);
    QCOMPARE(brief.families.size(), size_t(1));
    const TodayFamily& line = brief.families.front();
    QCOMPARE(line.customer, RecordId(family));
    QCOMPARE(line.nextStep, u"发课时对比"_s);
    const std::vector<TodayWhy> expected{{TodayReason::Promised, promised, 0},
        {TodayReason::DepositOpen, now - 2 * dayMs, 0}, {TodayReason::ToGreet, now - 3 * dayMs, 0},
        {TodayReason::Silent, now - 4 * dayMs, 4}, {TodayReason::ToGroup, now - 3 * dayMs, 0}};
    QCOMPARE(line.reasons.size(), expected.size());
    for (size_t i = 0; i < expected.size(); ++i)
        QVERIFY2(line.reasons[i] == expected[i], qPrintable(QString::number(i)));
}

void TodayQueryTest::lessonsNameTheirDay()
{
    Camp camp;
    Change<Lesson> first(camp.yesterday, camp.yesterday);
    first.set(&Lesson::cohortDay, qint64(1));
    Change<Lesson> second(camp.today, camp.today);
    second.set(&Lesson::cohortDay, qint64(2));
    QVERIFY(camp.store.apply({first.mutation()}).ok());
    QVERIFY(camp.store.apply({second.mutation()}).ok());
    const Id<Customer> family = camp.settled();
    const Id<Enrollment> enrollment = camp.enroll(family);
    camp.learn(family, enrollment, camp.yesterday, Attendance::Missed, false, true);
    camp.learn(family, enrollment, camp.today, Attendance::Live, false, false);
    const TodayBrief brief = read(camp);
    QCOMPARE(brief.families.size(), size_t(1));
    const std::vector<TodayWhy> expected{{TodayReason::MissedLesson, at("2025-11-24 19:00"), 1},
        {TodayReason::Unfinished, at("2025-11-25 12:00"), 2},
        {TodayReason::Homework, at("2025-11-25 12:00"), 2}};
    QVERIFY(brief.families.front().reasons == expected);
}

void TodayQueryTest::aPromiseComesFirst()
{
    Camp camp;
    named(camp, u"沉默"_s, [](Customer& it) { it.lastContactAt = now - 8 * dayMs; });
    named(camp, u"迟了"_s, [](Customer& it) { it.nextStepAt = now - dayMs; });
    named(camp, u"今晚"_s, [](Customer& it) { it.nextStepAt = now + hourMs; });
    const Id<Customer> paid = named(camp, u"定金"_s, [](Customer&) {});
    Order deposit;
    deposit.customer = paid;
    deposit.kind = OrderKind::Deposit;
    deposit.paidAt = now - dayMs;
    camp.families.put(deposit);
    QCOMPARE(names(read(camp)), (QStringList{u"今晚"_s, u"迟了"_s, u"定金"_s, u"沉默"_s}));
}

void TodayQueryTest::promisesComeByTheirTime()
{
    Camp camp;
    const auto promised = [&](const QString& name, Tier tier, Milliseconds at) {
        named(camp, name, [=](Customer& it) {
            it.tier = tier;
            it.nextStepAt = at;
        });
    };
    promised(u"晚上"_s, Tier::A, at("2025-11-25 20:00"));
    promised(u"下午"_s, Tier::D, at("2025-11-25 16:00"));
    promised(u"中午"_s, Tier::B, at("2025-11-25 12:00"));
    QCOMPARE(names(read(camp)), (QStringList{u"中午"_s, u"下午"_s, u"晚上"_s}));
    // Which of them are today's is not the clock's to say.
    QCOMPARE(names(read(camp, {1, false})), QStringList{u"晚上"_s});
}

void TodayQueryTest::whatWasSkippedIsNotToday()
{
    Camp camp;
    const Id<Customer> family =
        camp.settled([](Customer& it) { it.lastContactAt = now - 3 * dayMs; });
    const TaskMoment moment{now, shanghai, WorkTime(shanghai)};
    camp.families.put(skippedToday(family, u"No contact"_s, u"on holiday"_s, moment));
    QVERIFY(read(camp).families.empty());
    QCOMPARE(read(camp, {20, true}).families.size(), size_t(1));
    // Tomorrow is another day.
    QCOMPARE(read(camp, {}, now + dayMs).families.size(), size_t(1));
}

void TodayQueryTest::amongEqualsTierAndIntentionDecide()
{
    Camp camp;
    const auto silent = [&](const QString& name, Tier tier, Intention intention, int days) {
        named(camp, name, [=](Customer& it) {
            it.lastContactAt = now - days * dayMs;
            it.tier = tier;
            it.intention = intention;
        });
    };
    silent(u"无"_s, Tier::None, Intention::Unknown, 3);
    silent(u"更久"_s, Tier::None, Intention::Unknown, 4);
    silent(u"A"_s, Tier::A, Intention::Unknown, 3);
    silent(u"A高"_s, Tier::A, Intention::High, 3);
    silent(u"C"_s, Tier::C, Intention::Unknown, 3);
    QCOMPARE(names(read(camp)), (QStringList{u"A高"_s, u"A"_s, u"C"_s, u"更久"_s, u"无"_s}));
}

void TodayQueryTest::anOldPromiseYieldsToWhatIsFresh()
{
    Camp camp;
    named(camp, u"两周前"_s, [](Customer& it) { it.nextStepAt = now - 14 * dayMs; });
    named(camp, u"昨天"_s, [](Customer& it) { it.nextStepAt = now - dayMs; });
    named(camp, u"七天没联系"_s, [](Customer& it) { it.lastContactAt = now - 7 * dayMs; });
    QCOMPARE(names(read(camp)), (QStringList{u"昨天"_s, u"七天没联系"_s, u"两周前"_s}));
}

void TodayQueryTest::aLaterPlanIsAReasonToWait()
{
    Camp camp;
    const Id<Customer> family = named(camp, u"周五再说"_s, [](Customer& it) {
        it.lastContactAt = now - 5 * dayMs;
        it.nextStepAt = now + 3 * dayMs;
    });
    const TodayBrief plan = read(camp);
    QVERIFY(plan.families.empty());
    QCOMPARE(plan.candidates, 1);
    // Who looks for the chip finds it.
    QCOMPARE(names(read(camp, {20, true})), QStringList{u"周五再说"_s});
    QVERIFY(
        camp.families.set(family, &Customer::nextStepAt, std::optional(at("2025-11-25 23:59"))));
    QCOMPARE(names(read(camp)), QStringList{u"周五再说"_s});
}

void TodayQueryTest::whoWantsNoContactIsOnlyPromised()
{
    Camp camp;
    const Id<Customer> family = named(camp, u"勿扰"_s, [](Customer& it) {
        it.lastContactAt = now - 9 * dayMs;
        it.doNotDisturb = true;
    });
    QVERIFY(read(camp).families.empty());
    QVERIFY(camp.families.set(family, &Customer::nextStepAt, std::optional(now + hourMs)));
    const TodayBrief brief = read(camp);
    QCOMPARE(brief.families.size(), size_t(1));
    QCOMPARE(brief.families.front().reasons.size(), size_t(1));
}

void TodayQueryTest::silenceIsToldOnce()
{
    Camp camp;
    camp.settled([](Customer& it) { it.lastContactAt = now - 9 * dayMs - hourMs; });
    const TodayBrief brief = read(camp);
    const std::vector<TodayWhy> expected{{TodayReason::Silent, now - 9 * dayMs - hourMs, 9}};
    QVERIFY(brief.families.front().reasons == expected);
}

void TodayQueryTest::atMostTwentyOfAll()
{
    Camp camp;
    for (int i = 0; i < 25; ++i)
        camp.settled([](Customer& it) { it.nextStepAt = now - hourMs; });
    const TodayBrief brief = read(camp);
    QCOMPARE(brief.families.size(), size_t(familiesOfToday));
    QCOMPARE(brief.candidates, 25);
}

void TodayQueryTest::aBirthdayNamesItsChild()
{
    Camp camp;
    const Milliseconds moment = at("2025-11-29 15:00");
    const Id<Customer> family =
        camp.settled([&](Customer& it) { it.lastContactAt = moment - hourMs; });
    for (const auto& [name, born] :
        {std::pair(u"大宝"_s, u"2014-03"_s), std::pair(u"小宝"_s, u"2017-12"_s)}) {
        Student child;
        child.customer = family;
        child.name = name;
        child.birthMonth = born;
        camp.families.put(child);
    }
    const TodayBrief brief = read(camp, {}, moment);
    QCOMPARE(brief.families.size(), size_t(1));
    QCOMPARE(brief.families.front().childName, u"小宝"_s);
    const std::vector<TodayWhy> expected{{TodayReason::Birthday, at("2025-12-01 00:00"), 8}};
    QVERIFY(brief.families.front().reasons == expected);
}

HOMEROOM_TEST_MAIN(TodayQueryTest)
#include "todayquerytest.moc"
