// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/boardentries.h"
#include "models/values/recordid.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>
#include <QtTest/QtTest>

using namespace homeroom;
using namespace Qt::StringLiterals;

/// The keys beside the entries must follow each change of them.
class BoardEntriesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsWhatAWalkFinds();
    void tellsIdsApartThatShareTheirRandomHalf();
    void knowsWhereAnEntryBelongsWithoutItself();
};

namespace {

RecordId idOf(quint8 time, quint8 random)
{
    QByteArray bytes(16, char(random));
    bytes[0] = char(time);
    return RecordId::fromBytes(bytes);
}

BoardEntry entryOf(quint8 number, quint8 customer, const QString& rank)
{
    return {idOf(1, number), idOf(2, customer), idOf(3, 1), rank, number};
}

/// What the class must answer, from the entries alone.
void compareWithAWalk(const BoardEntries& entries)
{
    const std::vector<BoardEntry>& all = entries.all();
    for (int number = 0; number < 256; ++number) {
        const auto at = std::ranges::find(all, idOf(1, quint8(number)), &BoardEntry::opportunity);
        QCOMPARE(
            entries.find(idOf(1, quint8(number))), at == all.end() ? -1 : int(at - all.begin()));
    }
    for (const int several : {1, 3, 40}) {
        QSet<RecordId> customers;
        for (int i = 0; i < several; ++i)
            customers.insert(idOf(2, quint8(i)));
        std::vector<int> wanted;
        for (size_t i = 0; i < all.size(); ++i) {
            if (customers.contains(all[i].customer))
                wanted.push_back(int(i));
        }
        QCOMPARE(entries.ofCustomers(customers), wanted);
    }
}

} // namespace

void BoardEntriesTest::findsWhatAWalkFinds()
{
    QRandomGenerator random(7);
    BoardEntries entries;
    std::vector<BoardEntry> first;
    for (int i = 0; i < 40; ++i)
        first.push_back(entryOf(quint8(i), quint8(random.bounded(50)), QString::number(i)));
    entries.replace(first);
    compareWithAWalk(entries);
    for (int step = 0; step < 100; ++step) {
        if (random.bounded(2) == 0 && entries.size() > 0)
            entries.erase(int(random.bounded(int(entries.size()))));
        else
            entries.insert(int(random.bounded(int(entries.size()) + 1)),
                entryOf(quint8(100 + step), quint8(random.bounded(50)), {}));
        compareWithAWalk(entries);
    }
    entries.replace({});
    QCOMPARE(entries.find(first.front().opportunity), -1);
}

void BoardEntriesTest::tellsIdsApartThatShareTheirRandomHalf()
{
    BoardEntries entries;
    BoardEntry one = entryOf(1, 1, u"a"_s);
    BoardEntry two = one;
    two.opportunity = idOf(9, 1);
    two.customer = idOf(8, 1);
    entries.replace({one, two});
    QCOMPARE(entries.find(two.opportunity), 1);
    QCOMPARE(entries.find(idOf(7, 1)), -1);
    QCOMPARE(entries.ofCustomers({two.customer}), std::vector<int>{1});
}

void BoardEntriesTest::knowsWhereAnEntryBelongsWithoutItself()
{
    BoardEntries entries;
    entries.replace({entryOf(1, 1, u"b"_s), entryOf(2, 2, u"d"_s), entryOf(3, 3, u"f"_s)});
    const auto placeOfSecond = [&](const QString& rank) {
        return entries.placeFor(entryOf(2, 2, rank), 1);
    };
    QCOMPARE(placeOfSecond(u"a"_s), 0);
    QCOMPARE(placeOfSecond(u"c"_s), 1);
    QCOMPARE(placeOfSecond(u"d"_s), 1);
    QCOMPARE(placeOfSecond(u"e"_s), 1);
    QCOMPARE(placeOfSecond(u"g"_s), 2);
    QCOMPARE(entries.placeFor(entryOf(4, 4, u"e"_s)), 2);
}

HOMEROOM_TEST_MAIN(BoardEntriesTest)
#include "boardentriestest.moc"
