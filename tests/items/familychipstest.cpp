// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/familychips.h"
#include "tests/support/families.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

class FamilyChipsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsReadBeforeAPageAsks();
    void countsFollowCommits();
    void moreThanOneChipLeavesFamiliesWithAll();
    void changesThatAlterNoChipTellNobody();
    void manyChangesAtOnceAreReadTogether();
};

namespace {

struct World {
    Id<Customer> newLead(const QString& name, qint64 silentDays = 0)
    {
        return families.add(name, {}, [&](Customer& customer) {
            customer.lastContactAt = store.clock().now() - silentDays * dayMs;
        });
    }

    StoreFixture store{};
    Families families{store};
    FamilyChips chips{store.workspace(), store.clock(), QTimeZone("Asia/Shanghai")};
};

} // namespace

void FamilyChipsTest::nothingIsReadBeforeAPageAsks()
{
    World world;
    world.newLead(u"王芳"_s);
    QVERIFY(!world.chips.isReady());
    QCOMPARE(world.chips.count(FamilyChip::ToFriend), 0);
    world.chips.start();
    QTRY_VERIFY(world.chips.isReady());
    QCOMPARE(world.chips.count(FamilyChip::ToFriend), 1);
}

void FamilyChipsTest::countsFollowCommits()
{
    World world;
    world.chips.start();
    QTRY_VERIFY(world.chips.isReady());
    const Id<Customer> family = world.newLead(u"王芳"_s);
    QTRY_COMPARE(world.chips.count(FamilyChip::ToFriend), 1);
    world.families.set(family, &Customer::friendState, FriendState::Added);
    QTRY_COMPARE(world.chips.count(FamilyChip::ToFriend), 0);
    QCOMPARE(world.chips.count(FamilyChip::ToGroup), 1);
    world.families.set(family, &Customer::groupState, GroupState::In);
    QTRY_COMPARE(world.chips.count(FamilyChip::ToGroup), 0);
    QVERIFY(world.chips.families(maskOf(FamilyChip::ToGroup)).isEmpty());
}

void FamilyChipsTest::moreThanOneChipLeavesFamiliesWithAll()
{
    World world;
    const Id<Customer> silent = world.newLead(u"王芳"_s, 4);
    const Id<Customer> fresh = world.newLead(u"李娜"_s);
    world.chips.start();
    QTRY_VERIFY(world.chips.isReady());
    const ChipMask toFriend = maskOf(FamilyChip::ToFriend);
    QCOMPARE(world.chips.families(toFriend), (QSet<RecordId>{silent, fresh}));
    QCOMPARE(world.chips.families(toFriend | maskOf(FamilyChip::Silent3)), QSet<RecordId>{silent});
}

void FamilyChipsTest::changesThatAlterNoChipTellNobody()
{
    World world;
    const Id<Customer> family = world.newLead(u"王芳"_s);
    world.chips.start();
    QTRY_VERIFY(world.chips.isReady());
    QSignalSpy changed(&world.chips, &FamilyChips::changed);
    world.families.set(family, &Customer::city, u"上海"_s);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(changed.count(), 0);
    world.families.set(family, &Customer::friendState, FriendState::Added);
    QTRY_COMPARE(changed.count(), 1);
}

void FamilyChipsTest::manyChangesAtOnceAreReadTogether()
{
    World world;
    world.chips.start();
    QTRY_VERIFY(world.chips.isReady());
    QSignalSpy changed(&world.chips, &FamilyChips::changed);
    std::vector<Mutation> mutations;
    for (int i = 0; i < 600; ++i) {
        Customer customer;
        customer.id = world.store.newId<Customer>();
        customer.createdAt = world.store.clock().now();
        mutations.push_back(createMutation(customer));
    }
    QVERIFY(world.store.apply(std::move(mutations)).ok());
    QTRY_COMPARE(world.chips.count(FamilyChip::ToFriend), 600);
    QCOMPARE(changed.count(), 1);
}

HOMEROOM_TEST_MAIN(FamilyChipsTest)
#include "familychipstest.moc"
