// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/serverhistory.h"
#include "tests/support/testmain.h"
#include "tests/support/wholefamily.h"

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

/// One way for a family to change hands, and between whom.
struct HandOver {
    QString loses{}; ///< who saw it before and not after
    QString gains{}; ///< who sees it after and not before
    bool fromPool = false;
    std::function<bool(ServerFixture&, const WholeFamily&)> run{};
};

AssignRequest::Item item(ServerFixture& server, const WholeFamily& family, const QString& owner)
{
    return {family.customer, owner.isEmpty() ? RecordId() : server.idOf(owner)};
}

HandOver assigned()
{
    return {
        u"a1"_s, u"a2"_s, false, [](ServerFixture& server, const WholeFamily& family) {
            const AssignRequest request{{item(server, family, u"a1"_s)}, server.idOf(u"a2"_s)};
            return Commands(server.parts()).assign(server.callerOf(u"leadA"_s), request, {}).ok();
        }};
}

HandOver assignedElsewhere()
{
    return {u"leadA"_s, u"leadB"_s, false, [](ServerFixture& server, const WholeFamily& family) {
                const AssignRequest request{{item(server, family, u"a1"_s)}, server.idOf(u"b1"_s)};
                return Commands(server.parts()).assign(server.callerOf(u"ops"_s), request, {}).ok();
            }};
}

HandOver claimed()
{
    return {{}, u"a2"_s, true, [](ServerFixture& server, const WholeFamily& family) {
                return Commands(server.parts())
                    .claim(server.callerOf(u"a2"_s), {{family.customer}}, {})
                    .ok();
            }};
}

HandOver returned()
{
    return {u"a1"_s, {}, false, [](ServerFixture& server, const WholeFamily& family) {
                return Commands(server.parts())
                    .returnToPool(server.callerOf(u"a1"_s), {{item(server, family, u"a1"_s)}}, {})
                    .ok();
            }};
}

HandOver moved()
{
    return {u"leadA"_s, u"leadB"_s, false, [](ServerFixture& server, const WholeFamily&) {
                return Commands(server.parts())
                    .moveUser(server.callerOf(u"admin"_s),
                        {server.idOf(u"a1"_s), server.teamOf(u"b1"_s), server.teamOf(u"a1"_s)}, {})
                    .ok();
            }};
}

/// The row as far as a hand-over must not change it.
RecordRow kept(RecordRow row)
{
    row.stamp = {};
    if (row.kind == RecordKind::Customer) {
        row.values[size_t(fieldIndexOf(&Customer::owner))] = FieldValue();
        row.values[size_t(fieldIndexOf(&Customer::team))] = FieldValue();
    }
    return row;
}

void pullAll(FeedClient& client)
{
    while (!client.pull(4)) { }
}

QSet<RecordId> idsIn(const FeedClient& client, const RecordId& root)
{
    QSet<RecordId> ids;
    for (const auto& [id, row] : client.rows()) {
        if (row.root == root)
            ids.insert(id);
    }
    return ids;
}

/// What one page says of a root, for a client that had pulled everything before.
std::optional<RootOperation> operationFor(
    ServerFixture& server, const QString& user, const QString& cursor, const RecordId& root)
{
    const auto page =
        Pull(server.parts()).run(callerNow(server, user), {server.newId(), cursor, 20000});
    if (!page.ok())
        return std::nullopt;
    for (const RootUpdate& update : page->roots) {
        if (update.root == root)
            return update.operation;
    }
    return std::nullopt;
}

QString cursorOf(ServerFixture& server, const QString& user)
{
    return Pull(server.parts()).run(callerNow(server, user), {server.newId(), {}, 20000})->cursor;
}

} // namespace

Q_DECLARE_METATYPE(HandOver)

/// A transfer elsewhere resets the stage and cuts off the follow-ups; here it cannot.
class HandOverTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingButOwnerAndTeamChanges_data();
    void nothingButOwnerAndTeamChanges();
    void theFeedsHandItOverWhole_data() { nothingButOwnerAndTeamChanges_data(); }
    void theFeedsHandItOverWhole();
    void historyStaysWithItsAuthors();
    void aDeactivatedTutorsFamiliesWaitForTheLead();
};

void HandOverTest::nothingButOwnerAndTeamChanges_data()
{
    QTest::addColumn<HandOver>("handOver");
    QTest::newRow("assign") << assigned();
    QTest::newRow("assign to another team") << assignedElsewhere();
    QTest::newRow("claim") << claimed();
    QTest::newRow("return") << returned();
    QTest::newRow("move-user") << moved();
}

void HandOverTest::nothingButOwnerAndTeamChanges()
{
    QFETCH(const HandOver, handOver);
    ServerFixture server;
    const WholeFamily family =
        wholeFamily(server, handOver.fromPool ? QString() : u"a1"_s, u"a1"_s, u"100001"_s);
    const auto before = workOf(server, family.customer);
    QCOMPARE(before.size(), size_t(11));
    QVERIFY(handOver.run(server, family));
    const auto after = workOf(server, family.customer);
    QCOMPARE(after.size(), before.size());
    for (const auto& [id, row] : before)
        QVERIFY2(kept(after.at(id)) == kept(row), row.type().name.data());
    QCOMPARE(server.find(family.card).rank, u"m"_s);
    QCOMPARE(RecordId(server.find(family.card).stage), RecordId::fromName("stage intent"));
    QCOMPARE(server.find(family.openTask).state, TaskState::Open);
}

void HandOverTest::theFeedsHandItOverWhole()
{
    QFETCH(const HandOver, handOver);
    ServerFixture server;
    const WholeFamily family =
        wholeFamily(server, handOver.fromPool ? QString() : u"a1"_s, u"a1"_s, u"100001"_s);
    std::vector<FeedClient> clients;
    QHash<QString, QString> cursors;
    for (const QString& user : {u"a1"_s, u"a2"_s, u"b1"_s, u"leadA"_s, u"leadB"_s, u"ops"_s}) {
        pullAll(clients.emplace_back(server, user));
        cursors.insert(user, cursorOf(server, user));
    }
    QVERIFY(handOver.run(server, family));
    Oracle oracle(server);
    const qsizetype whole = qsizetype(rowsOf(server, family.customer).size());
    for (FeedClient& client : clients) {
        pullAll(client);
        QVERIFY2(client.rows() == oracle.visibleTo(client.user()), qPrintable(client.user()));
        const qsizetype rows = idsIn(client, family.customer).size();
        QVERIFY(rows == whole || rows == 0);
        if (client.user() == handOver.gains || client.user() == u"ops"_s)
            QCOMPARE(rows, whole);
        if (client.user() == handOver.loses)
            QCOMPARE(rows, 0);
    }
    const auto told = [&](const QString& user) {
        return operationFor(server, user, cursors.value(user), family.customer);
    };
    if (!handOver.loses.isEmpty())
        QVERIFY(told(handOver.loses) == RootOperation::Evict);
    if (!handOver.gains.isEmpty())
        QVERIFY(told(handOver.gains) == RootOperation::Full);
}

void HandOverTest::historyStaysWithItsAuthors()
{
    ServerFixture server;
    const WholeFamily family = wholeFamily(server, u"a1"_s, u"a1"_s, u"100001"_s);
    QVERIFY(assigned().run(server, family));
    QCOMPARE(RecordId(server.find(family.note).author), server.idOf(u"a1"_s));
    TestDevice former = server.device(u"a1"_s);
    FollowUp late{.id = Id<FollowUp>(server.newId()), .customer = family.customer};
    late.text = u"typed before the hand-over"_s;
    QCOMPARE(server.push(former, createMutation(late)).kind, OutcomeKind::Applied);
    FeedClient receiver(server, u"a2"_s);
    pullAll(receiver);
    QVERIFY(receiver.rows().contains(late.id));
}

void HandOverTest::aDeactivatedTutorsFamiliesWaitForTheLead()
{
    ServerFixture server;
    const WholeFamily family = wholeFamily(server, u"a1"_s, u"a1"_s, u"100001"_s);
    TestDevice device = server.device(u"a1"_s);
    const Commands commands(server.parts());
    QVERIFY(commands.deactivate(server.callerOf(u"admin"_s), server.idOf(u"a1"_s)).ok());
    QCOMPARE(RecordId(server.find(family.customer).owner), server.idOf(u"a1"_s));
    device.caller.active = false;
    FollowUp note{.id = Id<FollowUp>(server.newId()), .customer = family.customer};
    QCOMPARE(server.push(device, createMutation(note)).kind, OutcomeKind::Applied);
    Mutation edit = Change<Customer>(family.customer, family.customer)
                        .set(&Customer::city, u"Beijing"_s)
                        .mutation();
    QCOMPARE(server.push(device, edit).kind, OutcomeKind::Conflict);
    QCOMPARE(server.find(family.customer).city, u"Xi'an"_s);
    const AssignRequest request{{item(server, family, u"a1"_s)}, server.idOf(u"a2"_s)};
    QVERIFY(commands.assign(server.callerOf(u"leadA"_s), request, {}).ok());
    QCOMPARE(workOf(server, family.customer).size(), size_t(13)); // the suggestion, too
}

HOMEROOM_TEST_MAIN(HandOverTest)
#include "handovertest.moc"
