// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/chipquery.h"
#include "models/values/rank.h"
#include "tests/support/camp.h"
#include "tests/support/statements.h"
#include "tests/support/testmain.h"

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

using enum FamilyChip;

} // namespace

class ChipQueryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSettledFamilyHasNoChip();
    void preparation_data();
    void preparation();
    void nextStepAndSilence_data();
    void nextStepAndSilence();
    void onlyCampsThatAreNotOverAskForSignInAndAddress();
    void lessonsOfYesterdayAndToday_data();
    void lessonsOfYesterdayAndToday();
    void aMissingRowIsAMissedLesson();
    void whoLeftTheCampIsNotAskedFor();
    void closedFamiliesAreNoWork();
    void depositIsOpenUntilTheRestIsPaid();
    void aNewFriendIsGreetedOnce();
    void theMonthOfBirthIsNear_data();
    void theMonthOfBirthIsNear();
    void aLostFamilyWaitsForNothing();
    void oneFamilyIsFoundByItself();
};

void ChipQueryTest::aSettledFamilyHasNoChip()
{
    Camp camp;
    QCOMPARE(camp.chipsOf(camp.settled()), ChipMask(0));
}

void ChipQueryTest::preparation_data()
{
    QTest::addColumn<int>("friendState");
    QTest::addColumn<int>("groupState");
    QTest::addColumn<int>("kit");
    QTest::addColumn<quint32>("expected");
    const auto row = [](const char* name, FriendState friendState, GroupState group, KitState kit,
                         ChipMask expected) {
        QTest::newRow(name) << int(friendState) << int(group) << int(kit) << expected;
    };
    row("not added", FriendState::NotAdded, GroupState::NotIn, KitState::None, chips({ToFriend}));
    row("requested", FriendState::Requested, GroupState::NotIn, KitState::None, chips({ToFriend}));
    row("added", FriendState::Added, GroupState::NotIn, KitState::None, chips({ToGroup}));
    row("invited", FriendState::Added, GroupState::Invited, KitState::None, chips({ToGroup}));
    row("left the group", FriendState::Added, GroupState::Left, KitState::None, 0);
    row("deleted me", FriendState::DeletedMe, GroupState::NotIn, KitState::None, 0);
    row("kit", FriendState::Added, GroupState::In, KitState::ToShip, chips({ToShip}));
    row("kit on its way", FriendState::Added, GroupState::In, KitState::Shipped, 0);
}

void ChipQueryTest::preparation()
{
    QFETCH(int, friendState);
    QFETCH(int, groupState);
    QFETCH(int, kit);
    QFETCH(quint32, expected);
    Camp camp;
    const Id<Customer> family = camp.settled([&](Customer& customer) {
        customer.friendState = FriendState(friendState);
        customer.groupState = GroupState(groupState);
        customer.kitState = KitState(kit);
    });
    QCOMPARE(camp.chipsOf(family), expected);
}

void ChipQueryTest::nextStepAndSilence_data()
{
    QTest::addColumn<qint64>("nextStepAt");
    QTest::addColumn<qint64>("lastContactAt");
    QTest::addColumn<quint32>("expected");
    const Milliseconds far = at("2025-12-20 12:00");
    QTest::newRow("this evening") << at("2025-11-25 20:00") << now - hourMs << chips({DueToday});
    QTest::newRow("this morning") << at("2025-11-25 00:00") << now - hourMs
                                  << chips({DueToday, Overdue});
    QTest::newRow("last night") << at("2025-11-24 23:59") << now - hourMs << chips({Overdue});
    QTest::newRow("tomorrow") << at("2025-11-26 00:00") << now - hourMs << chips({});
    QTest::newRow("just below 3 days") << far << now - 3 * dayMs + 1 << chips({});
    QTest::newRow("3 days") << far << now - 3 * dayMs << chips({Silent3});
    QTest::newRow("5 days") << far << now - 5 * dayMs << chips({Silent3, Silent5});
    QTest::newRow("7 days") << far << now - 7 * dayMs << chips({Silent3, Silent5, Silent7});
}

void ChipQueryTest::nextStepAndSilence()
{
    QFETCH(qint64, nextStepAt);
    QFETCH(qint64, lastContactAt);
    QFETCH(quint32, expected);
    Camp camp;
    const Id<Customer> family = camp.settled([&](Customer& customer) {
        customer.nextStepAt = nextStepAt;
        customer.lastContactAt = lastContactAt;
    });
    QCOMPARE(camp.chipsOf(family), expected);
}

void ChipQueryTest::onlyCampsThatAreNotOverAskForSignInAndAddress()
{
    Camp camp;
    const auto nobody = [&] {
        return camp.settled([](Customer& customer) {
            customer.appSignedInAt.reset();
            customer.address.clear();
        });
    };
    const Id<Customer> outside = nobody();
    QCOMPARE(camp.chipsOf(outside), ChipMask(0));
    const Id<Customer> inside = nobody();
    const Id<Enrollment> enrollment = camp.enroll(inside);
    camp.learn(inside, enrollment, camp.yesterday, Attendance::Live, true, true);
    camp.learn(inside, enrollment, camp.today, Attendance::Live, true, true);
    QCOMPARE(camp.chipsOf(inside), chips({ToSignIn, ToAddress}));
    // The camp's seventh day is over: nobody needs a kit any more.
    Change<Cohort> earlier(camp.cohort, camp.cohort);
    earlier.set(&Cohort::opensOn, u"2025-11-18"_s);
    QVERIFY(camp.store.apply({earlier.mutation()}).ok());
    QCOMPARE(camp.chipsOf(inside), ChipMask(0));
}

void ChipQueryTest::lessonsOfYesterdayAndToday_data()
{
    QTest::addColumn<int>("attended");
    QTest::addColumn<bool>("finished");
    QTest::addColumn<bool>("homework");
    QTest::addColumn<quint32>("yesterday");
    QTest::addColumn<quint32>("today");
    const auto row = [](const char* name, Attendance attended, bool finished, bool homework,
                         ChipMask yesterday, ChipMask today) {
        QTest::newRow(name) << int(attended) << finished << homework << yesterday << today;
    };
    row("missed", Attendance::Missed, false, false, chips({MissedYesterday, HomeworkYesterday}),
        chips({MissedToday, HomeworkToday}));
    row("attended", Attendance::Live, false, true, chips({UnfinishedYesterday}),
        chips({UnfinishedToday}));
    row("replay", Attendance::Replay, true, false, chips({HomeworkYesterday}),
        chips({HomeworkToday}));
    row("on leave", Attendance::Leave, false, false, 0, 0);
    row("all done", Attendance::Live, true, true, 0, 0);
}

void ChipQueryTest::lessonsOfYesterdayAndToday()
{
    QFETCH(int, attended);
    QFETCH(bool, finished);
    QFETCH(bool, homework);
    QFETCH(quint32, yesterday);
    QFETCH(quint32, today);
    Camp camp;
    for (const bool first : {true, false}) {
        const Id<Customer> family = camp.settled();
        const Id<Enrollment> enrollment = camp.enroll(family);
        camp.learn(family, enrollment, first ? camp.yesterday : camp.today, Attendance(attended),
            finished, homework);
        camp.learn(
            family, enrollment, first ? camp.today : camp.yesterday, Attendance::Live, true, true);
        QCOMPARE(camp.chipsOf(family), first ? yesterday : today);
    }
}

void ChipQueryTest::aMissingRowIsAMissedLesson()
{
    Camp camp;
    const Id<Customer> family = camp.settled();
    camp.enroll(family);
    // The lesson of this evening is not there yet.
    QCOMPARE(camp.chipsOf(family),
        chips({MissedYesterday, MissedToday, HomeworkYesterday, HomeworkToday}));
}

void ChipQueryTest::whoLeftTheCampIsNotAskedFor()
{
    Camp camp;
    const Id<Customer> family = camp.settled();
    const Id<Enrollment> enrollment = camp.enroll(family);
    Change<Enrollment> left(enrollment, family);
    left.set(&Enrollment::status, EnrollmentStatus::Left);
    QVERIFY(camp.store.apply({left.mutation()}).ok());
    QCOMPARE(camp.chipsOf(family), ChipMask(0));
}

void ChipQueryTest::closedFamiliesAreNoWork()
{
    Camp camp;
    const Id<Customer> family = camp.settled([](Customer& customer) {
        customer.friendState = FriendState::NotAdded;
        customer.lastContactAt = now - 9 * dayMs;
    });
    QCOMPARE(camp.chipsOf(family), chips({ToFriend, Silent3, Silent5, Silent7}));
    Opportunity closed;
    closed.customer = family;
    closed.closedAt = now - dayMs;
    camp.families.put(closed);
    QCOMPARE(camp.chipsOf(family), ChipMask(0));
    Opportunity open;
    open.customer = family;
    camp.families.put(open);
    QCOMPARE(camp.chipsOf(family), chips({ToFriend, Silent3, Silent5, Silent7}));
}

void ChipQueryTest::depositIsOpenUntilTheRestIsPaid()
{
    Camp camp;
    const Id<Customer> family = camp.settled();
    const auto pay = [&](OrderKind kind) {
        Order order;
        order.customer = family;
        order.kind = kind;
        order.paidAt = now - hourMs;
        return camp.families.put(order);
    };
    const auto refund = [&](const Id<Order>& order) {
        Change<Order> back(order, family);
        back.set(&Order::refundedAt, std::optional<Milliseconds>(now));
        QVERIFY(camp.store.apply({back.mutation()}).ok());
    };
    const Id<Order> deposit = pay(OrderKind::Deposit);
    QCOMPARE(camp.chipsOf(family), chips({DepositOpen}));
    const Id<Order> full = pay(OrderKind::Full);
    QCOMPARE(camp.chipsOf(family), ChipMask(0));
    refund(full);
    QCOMPARE(camp.chipsOf(family), chips({DepositOpen}));
    refund(deposit);
    QCOMPARE(camp.chipsOf(family), ChipMask(0));
}

void ChipQueryTest::aNewFriendIsGreetedOnce()
{
    Camp camp;
    const Id<Customer> family = camp.settled([](Customer& customer) {
        customer.friendAddedAt = now - hourMs;
        customer.lastContactAt = now - 2 * hourMs; // the telephone, before they were friends
    });
    QCOMPARE(camp.chipsOf(family), chips({ToGreet}));
    QVERIFY(camp.families.set(family, &Customer::lastContactAt, std::optional(now - hourMs)));
    QCOMPARE(camp.chipsOf(family), ChipMask(0));
}

void ChipQueryTest::theMonthOfBirthIsNear_data()
{
    QTest::addColumn<QString>("today");
    QTest::addColumn<bool>("near");
    QTest::newRow("four days ahead") << u"2025-11-27 12:00"_s << false;
    QTest::newRow("three days ahead") << u"2025-11-28 12:00"_s << true;
    QTest::newRow("the first day") << u"2025-12-01 00:00"_s << true;
    QTest::newRow("the seventh day") << u"2025-12-07 23:59"_s << true;
    QTest::newRow("the eighth day") << u"2025-12-08 00:00"_s << false;
}

void ChipQueryTest::theMonthOfBirthIsNear()
{
    QFETCH(QString, today);
    QFETCH(bool, near);
    Camp camp;
    const Milliseconds moment = at(today.toLatin1().constData());
    const Id<Customer> family =
        camp.settled([&](Customer& customer) { customer.lastContactAt = moment; });
    Student child;
    child.customer = family;
    child.birthMonth = u"2017-12"_s;
    camp.families.put(child);
    const std::vector<RecordId> one{family};
    const Result<ChipMasks> read = camp.store.reader().read([&](Database& database) {
        return chipMasksOf(database, {moment, shanghai}, one);
    });
    QVERIFY(read.ok());
    QCOMPARE(read->value(family), near ? chips({Birthday}) : ChipMask(0));
}

void ChipQueryTest::aLostFamilyWaitsForNothing()
{
    Camp camp;
    const Id<Customer> family = camp.settled([](Customer& customer) {
        customer.friendState = FriendState::NotAdded;
        customer.nextStepAt = now - dayMs;
        customer.lifecycle = Lifecycle::Lost;
    });
    QCOMPARE(camp.chipsOf(family), ChipMask(0));
}

void ChipQueryTest::oneFamilyIsFoundByItself()
{
    Statements statements;
    StoreFixture fixture(&statements);
    const std::array<RecordId, 1> one{fixture.newId<Customer>()};
    statements.seen.clear();
    chipMasksOf(fixture.reader(), {fixture.clock().now(), QTimeZone::utc()}, one);
    const QSet<QByteArray> seen(statements.seen.begin(), statements.seen.end());
    int checked = 0;
    for (const QByteArray& sql : seen) {
        ++checked;
        Statement plan = fixture.reader().statement("EXPLAIN QUERY PLAN " + sql);
        QVERIFY(plan.step());
        // The first table is the widest loop: it must be entered by the family's id or root.
        const QString first = plan.text(3);
        QVERIFY2(first.startsWith(u"SEARCH"_s)
                && (first.contains(u"(id=?)"_s) || first.contains(u"(root=?"_s)),
            qPrintable(first + u" in "_s + QString::fromUtf8(sql)));
    }
    QCOMPARE(checked, 5);
}

HOMEROOM_TEST_MAIN(ChipQueryTest)
#include "chipquerytest.moc"
