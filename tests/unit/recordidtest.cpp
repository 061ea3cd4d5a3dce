// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/recordid.h"
#include "tests/support/testmain.h"

#include <set>

using namespace homeroom;
using namespace Qt::StringLiterals;

class RecordIdTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textAndBytesComeBack();
    void wrongTextsAreRefused_data();
    void wrongTextsAreRefused();
    void idsOfOneMillisecondStayInOrder();
    void orderHoldsWhenTheClockGoesBack();
    void versionAndVariantAreSet();
    void namesGiveTheSameIdEverywhere();
};

void RecordIdTest::textAndBytesComeBack()
{
    const QString text = u"0192f0c1-2a3b-7c4d-8e5f-60718293a4b5"_s;
    const auto id = RecordId::fromString(text);
    QVERIFY(id);
    QCOMPARE(id->toString(), text);
    QCOMPARE(*RecordId::fromString(text.toUpper()), *id);
    QCOMPARE(RecordId::fromBytes(id->toBytes()), *id);
    QVERIFY(RecordId::fromBytes("short").isNull());
}

void RecordIdTest::wrongTextsAreRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("no dashes") << u"0192f0c12a3b7c4d8e5f60718293a4b5"_s;
    QTest::newRow("braces") << u"{0192f0c1-2a3b-7c4d-8e5f-60718293a4b5}"_s;
    QTest::newRow("letter") << u"0192f0c1-2a3b-7c4d-8e5f-60718293a4bg"_s;
    QTest::newRow("dash moved") << u"0192f0c-12a3b-7c4d-8e5f-60718293a4b5"_s;
    QTest::newRow("full width") << u"０192f0c1-2a3b-7c4d-8e5f-60718293a4b5"_s;
}

void RecordIdTest::wrongTextsAreRefused()
{
    QFETCH(const QString, text);
    QVERIFY(!RecordId::fromString(text));
}

void RecordIdTest::idsOfOneMillisecondStayInOrder()
{
    const ManualClock clock(1764000000000);
    IdFactory factory(clock, QRandomGenerator(3));
    RecordId last;
    std::set<RecordId> seen;
    for (int i = 0; i < 20000; ++i) {
        const RecordId next = factory.next();
        QVERIFY(last < next);
        QVERIFY(seen.insert(next).second);
        last = next;
    }
}

void RecordIdTest::orderHoldsWhenTheClockGoesBack()
{
    ManualClock clock(1764000000000);
    IdFactory factory(clock, QRandomGenerator(3));
    const RecordId before = factory.next();
    clock.advance(-dayMs);
    QVERIFY(before < factory.next());
}

void RecordIdTest::versionAndVariantAreSet()
{
    const ManualClock clock(1764000000000);
    const RecordId id = IdFactory(clock, QRandomGenerator(3)).next();
    QCOMPARE(id.data()[6] >> 4, 7);
    QCOMPARE(id.data()[8] >> 6, 2);
    QCOMPARE(RecordId::fromName("rule").data()[6] >> 4, 8);
}

void RecordIdTest::namesGiveTheSameIdEverywhere()
{
    QCOMPARE(RecordId::fromName("silent/3/2026-11-21"), RecordId::fromName("silent/3/2026-11-21"));
    QVERIFY(RecordId::fromName("silent/3/2026-11-21") != RecordId::fromName("silent/3/2026-11-22"));
    // Pinned: devices of different versions must agree.
    QCOMPARE(RecordId::fromName("a").toString(), u"ca978112-ca1b-8dca-bac2-31b39a23dc4d"_s);
}

HOMEROOM_TEST_MAIN(RecordIdTest)
#include "recordidtest.moc"
