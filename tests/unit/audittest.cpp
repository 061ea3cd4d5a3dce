// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/serverfixture.h"
#include "tests/support/testmain.h"

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

AuditChain chainOf(ServerFixture& server)
{
    return *server.storage->read([](ReadTransaction& transaction) -> Result<AuditChain> {
        return transaction.auditChain();
    });
}

/// Runs SQL past the server, as somebody with the key could.
bool runs(ServerFixture& server, const QByteArray& sql)
{
    auto database = Database::open({server.folder.filePath(u"server.db"_s), server.key});
    return database.ok()
        && (*database)
               ->write([&](Database& each) -> Result<void> {
                   each.execute(sql);
                   return {};
               })
               .ok();
}

} // namespace

class AuditTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theChainCoversEveryEntry();
    void entriesCannotBeChangedOrRemoved_data();
    void entriesCannotBeChangedOrRemoved();
    void tamperingIsFoundWhereItHappened_data();
    void tamperingIsFoundWhereItHappened();
};

void AuditTest::theChainCoversEveryEntry()
{
    ServerFixture server;
    const AuditChain before = chainOf(server);
    QVERIFY(before.entries > 0);
    QCOMPARE(before.firstBad, 0);
    QCOMPARE(before.head.size(), 32);
    TestDevice device = server.device(u"a1"_s);
    server.family(device, u"Li"_s);
    const AuditChain after = chainOf(server);
    QCOMPARE(after.entries, before.entries + 1);
    QVERIFY(after.head != before.head);
}

void AuditTest::entriesCannotBeChangedOrRemoved_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("update") << "UPDATE audit SET action = 'x' WHERE number = 3"_ba;
    QTest::newRow("delete") << "DELETE FROM audit WHERE number = 3"_ba;
    QTest::newRow("replace") << "INSERT OR REPLACE INTO audit SELECT number, at, user, device, "
                                "'x', subject, detail, hash FROM audit WHERE number = 3"_ba;
    QTest::newRow("upsert") << "INSERT INTO audit SELECT * FROM audit WHERE number = 3 "
                               "ON CONFLICT (number) DO UPDATE SET action = 'x'"_ba;
}

void AuditTest::entriesCannotBeChangedOrRemoved()
{
    QFETCH(const QByteArray, sql);
    ServerFixture server;
    const AuditChain before = chainOf(server);
    QVERIFY(!runs(server, sql));
    const AuditChain after = chainOf(server);
    QCOMPARE(after.entries, before.entries);
    QCOMPARE(after.head, before.head);
}

void AuditTest::tamperingIsFoundWhereItHappened_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<qint64>("firstBad");
    for (const char* column : {"at", "user", "device", "action", "subject", "detail", "hash"})
        QTest::newRow(column) << "UPDATE audit SET "_ba + column + " = x'01' WHERE number = 4"
                              << qint64(4);
    QTest::newRow("removed") << "DELETE FROM audit WHERE number = 4"_ba << qint64(5);
    QTest::newRow("first removed") << "DELETE FROM audit WHERE number = 1"_ba << qint64(2);
    QTest::newRow("last removed")
        << "DELETE FROM audit WHERE number = (SELECT max(number) FROM audit)"_ba << qint64(0);
    QTest::newRow("tail removed") << "DELETE FROM audit WHERE number > 3"_ba << qint64(4);
    QTest::newRow("swapped") << "UPDATE audit SET number = -4 WHERE number = 4;"
                                "UPDATE audit SET number = 4 WHERE number = 5;"
                                "UPDATE audit SET number = 5 WHERE number = -4"_ba
                             << qint64(4);
    QTest::newRow("slipped in") << "INSERT INTO audit SELECT number + 100, at, user, device, "
                                   "action, subject, detail, hash FROM audit WHERE number = 2"_ba
                                << qint64(102);
}

void AuditTest::tamperingIsFoundWhereItHappened()
{
    QFETCH(const QByteArray, sql);
    QFETCH(const qint64, firstBad);
    ServerFixture server;
    const qint64 last = chainOf(server).entries;
    QVERIFY(runs(server, "DROP TRIGGER t_audit_update; DROP TRIGGER t_audit_delete;" + sql));
    QCOMPARE(chainOf(server).firstBad, firstBad == 0 ? last : firstBad);
    const auto problems = server.storage->read(
        [](ReadTransaction& transaction) -> Result<QStringList> { return transaction.problems(); });
    QVERIFY(!problems->isEmpty());
}

HOMEROOM_TEST_MAIN(AuditTest)
#include "audittest.moc"
