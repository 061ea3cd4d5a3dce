// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/chipquery.h"
#include "models/values/rank.h"
#include "tests/support/families.h"
#include "tests/support/statements.h"
#include "tests/support/storefixture.h"
#include "tests/support/testmain.h"

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

const Milliseconds now = at("2025-11-25 15:00");

/// A store with a camp of which one lesson unlocked yesterday and one today, both with homework,
/// and one unlocks this evening.
struct Camp {
    Camp()
    {
        Cohort made;
        made.opensOn = u"2025-11-24"_s;
        made.days = 7;
        cohort = families.put(made);
        yesterday = addLesson(at("2025-11-24 19:00"));
        today = addLesson(at("2025-11-25 12:00"));
        addLesson(at("2025-11-25 20:00"));
    }
    Id<Lesson> addLesson(Milliseconds unlocksAt)
    {
        Lesson lesson;
        lesson.cohort = cohort;
        lesson.unlocksAt = unlocksAt;
        lesson.homework = true;
        return families.put(lesson);
    }
    /// A family spoken to an hour ago, a friend, in the group, signed in, with an address.
    Id<Customer> settled(const std::function<void(Customer&)>& with = {})
    {
        return families.add(u"王芳"_s, {}, [&](Customer& customer) {
            customer.friendState = FriendState::Added;
            customer.groupState = GroupState::In;
            customer.appSignedInAt = now - dayMs;
            customer.address = u"上海"_s;
            customer.lastContactAt = now - hourMs;
            if (with)
                with(customer);
        });
    }
    Id<Enrollment> enroll(const Id<Customer>& family)
    {
        Enrollment enrollment;
        enrollment.customer = family;
        enrollment.cohort = cohort;
        return families.put(enrollment);
    }
    void learn(const Id<Customer>& family, const Id<Enrollment>& enrollment,
        const Id<Lesson>& lesson, Attendance attended, bool finished, bool homework)
    {
        LessonProgress progress;
        progress.customer = family;
        progress.enrollment = enrollment;
        progress.lesson = lesson;
        progress.attended = attended;
        progress.finished = finished;
        if (homework)
            progress.homeworkAt = now - hourMs;
        families.put(progress);
    }
    /// The chips of the family, read both ways.
    ChipMask chipsOf(const Id<Customer>& family)
    {
        const ChipMoment moment{now, shanghai};
        const Result<ChipMasks> all =
            store.reader().read([&](Database& database) { return chipMasks(database, moment); });
        const std::vector<RecordId> one{family};
        const Result<ChipMasks> some = store.reader().read(
            [&](Database& database) { return chipMasksOf(database, moment, one); });
        if (!all.ok() || !some.ok() || all->value(family) != some->value(family)) {
            QTest::qFail("the two readings differ", __FILE__, __LINE__);
            return ~ChipMask(0);
        }
        return all->value(family);
    }

    StoreFixture store{};
    Families families{store};
    Id<Cohort> cohort{};
    Id<Lesson> yesterday{};
    Id<Lesson> today{};
};

ChipMask chips(std::initializer_list<FamilyChip> list)
{
    ChipMask mask = 0;
    for (const FamilyChip chip : list)
        mask |= maskOf(chip);
    return mask;
}

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
    QCOMPARE(checked, 4);
}

HOMEROOM_TEST_MAIN(ChipQueryTest)
#include "chipquerytest.moc"
