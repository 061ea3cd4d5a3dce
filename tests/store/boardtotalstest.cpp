// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/boardquery.h"
#include "tests/support/familyfixture.h"
#include "tests/support/testmain.h"

#include <QtTest/QtTest>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

/// The totals of a pipeline as a walk over its cards has them.
QHash<RecordId, BoardTotal> counted(Database& database, const RecordId& pipeline)
{
    QHash<RecordId, BoardTotal> totals;
    for (const BoardEntry& entry : boardEntries(database, pipeline)) {
        BoardTotal& total = totals[entry.stage];
        ++total.cards;
        total.amount += entry.amount;
    }
    return totals;
}

QHash<RecordId, BoardTotal> kept(Database& database, const RecordId& pipeline)
{
    QHash<RecordId, BoardTotal> totals = boardTotals(database, pipeline);
    totals.removeIf([](const auto& each) { return each.value() == BoardTotal(); });
    return totals;
}

} // namespace

/// Count and amount of each column, kept by triggers.
class BoardTotalsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void totalsFollowEveryWriteOfACard();
};

void BoardTotalsTest::totalsFollowEveryWriteOfACard()
{
    StoreFixture fixture;
    FamilyFixture families(fixture);
    QRandomGenerator random(11);
    const RecordId trial = families.trial().id;
    std::vector<FamilyFixture::Family> made;
    const std::array stages{"new", "friend", "paid"};
    for (int step = 0; step < 120; ++step) {
        const Stage stage = families.stage(stages[random.bounded(quint32(stages.size()))]);
        if (made.size() < 5 || random.bounded(3) == 0) {
            made.push_back(families.addFamily(stage));
        } else {
            FamilyFixture::Family& family = made[random.bounded(quint32(made.size()))];
            family.opportunity.stage = stage.id;
            family.opportunity.amount = qint64(random.bounded(5)) * 10000;
            if (random.bounded(4) == 0)
                families.withdraw(RecordKind::Opportunity, family.opportunity.id);
            else
                families.absorb(family.opportunity);
        }
        QVERIFY(counted(fixture.reader(), trial) == kept(fixture.reader(), trial));
    }
    QVERIFY(!counted(fixture.reader(), trial).isEmpty());
    const auto erased = fixture.store().write([](Database& database) -> Result<ChangeSet> {
        database.execute("DELETE FROM r_opportunity WHERE rowid % 2 = 0");
        return ChangeSet{};
    });
    QVERIFY(erased.result().ok());
    QVERIFY(counted(fixture.reader(), trial) == kept(fixture.reader(), trial));
}

HOMEROOM_TEST_MAIN(BoardTotalsTest)
#include "boardtotalstest.moc"
