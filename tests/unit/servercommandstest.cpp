// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rules/pool.h"
#include "tests/support/testmain.h"
#include "tests/support/wholefamily.h"

#include <QJsonDocument>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

/// A server with families in the pools of both teams.
class PoolWorld {
public:
    PoolWorld()
    {
        ours = inPool(u"a1"_s, u"100001"_s);
        theirs = inPool(u"b1"_s, u"200001"_s);
    }

    Id<Customer> inPool(const QString& team, const QString& mark)
    {
        return wholeFamily(server, {}, team, mark).customer;
    }
    Commands commands() { return Commands(server.parts()); }
    QString claim(const QString& user, std::vector<RecordId> customers, const QString& key = {})
    {
        return codeOf(commands().claim(callerNow(server, user), {std::move(customers)}, key));
    }
    QString giveBack(const QString& user, const RecordId& customer, const QString& expected)
    {
        return codeOf(commands().returnToPool(
            callerNow(server, user), {{{customer, server.idOf(expected)}}}, {}));
    }
    PoolListResponse list(const QString& user, const PoolListRequest& request = {})
    {
        const auto page = Pool(server.parts()).list(callerNow(server, user), request);
        return page.ok() ? *page : PoolListResponse{};
    }
    QString ownerOf(const Id<Customer>& id) { return RecordId(server.find(id).owner).toString(); }
    qint64 audited(const QString& action)
    {
        qint64 found = 0;
        auto reader =
            Database::open({server.folder.filePath(u"server.db"_s), server.key, Access::ReadOnly});
        Statement query = (*reader)->statement("SELECT count(*) FROM audit WHERE action = ?1");
        query.bind(1, action);
        if (query.step())
            found = query.integer(0);
        return found;
    }
    void setCap(qint64 families)
    {
        const Result<void> set =
            server.storage->write([&](WriteTransaction& transaction) -> Result<void> {
                transaction.setClaimCap(families);
                return {};
            });
        Q_ASSERT(set.ok());
    }
    template <typename T> static QString codeOf(const Result<T>& result)
    {
        return result.ok() ? QString() : errorCodeName(result.error().code);
    }

    ServerFixture server{};
    Id<Customer> ours{};
    Id<Customer> theirs{};
};

} // namespace

/// Commands on families and users other than assign.
class ServerCommandsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTutorClaimsFromThePoolOfTheTeam();
    void ofTwoWhoClaimTheSecondIsTold();
    void claimingEndsAtTheCap();
    void removedFamiliesCountForNoCap();
    void aClaimIsAllOrNothingAndOncePerKey();
    void thePoolIsListedMaskedAndInPages();
    void theListIsSearchedButNotByNumber();
    void onlyWhoMayEditReturns();
    void aMovedTutorTakesTheFamiliesAlong();
    void movingAUserGoesByTheTeamTheCallerExpects();
    void unmaskingIsForThoseWhoReadMaskedAndLeavesATrace();
    void exportsAreNotedUpToTheRolesLimit();
    void commandsWakeWhomTheyConcern();
};

void ServerCommandsTest::aTutorClaimsFromThePoolOfTheTeam()
{
    PoolWorld world;
    QCOMPARE(world.claim(u"a1"_s, {world.theirs}), u"not-found"_s);
    QCOMPARE(world.claim(u"a1"_s, {world.server.newId()}), u"not-found"_s);
    QCOMPARE(world.claim(u"a1"_s, {world.ours}), QString());
    QCOMPARE(world.ownerOf(world.ours), world.server.idOf(u"a1"_s).toString());
    QCOMPARE(world.claim(u"leadB"_s, {world.theirs}), QString());
    QCOMPARE(world.audited(u"claim"_s), 2);
}

void ServerCommandsTest::ofTwoWhoClaimTheSecondIsTold()
{
    PoolWorld world;
    QCOMPARE(world.claim(u"a1"_s, {world.ours}), QString());
    QCOMPARE(world.claim(u"a2"_s, {world.ours}), u"changed"_s);
    QCOMPARE(world.claim(u"a1"_s, {world.ours}), u"changed"_s);
    QCOMPARE(world.claim(u"b1"_s, {world.ours}), u"not-found"_s);
    world.server.clock.advance(dayMs + 1);
    QCOMPARE(world.claim(u"a2"_s, {world.ours}), u"not-found"_s);
}

void ServerCommandsTest::claimingEndsAtTheCap()
{
    PoolWorld world;
    world.setCap(2);
    const Id<Customer> second = world.inPool(u"a1"_s, u"100002"_s);
    const Id<Customer> third = world.inPool(u"a1"_s, u"100003"_s);
    QCOMPARE(world.claim(u"a1"_s, {world.ours, second, third}), u"too-many"_s);
    QVERIFY(RecordId(world.server.find(second).owner).isNull());
    QCOMPARE(world.claim(u"a1"_s, {world.ours, second}), QString());
    QCOMPARE(world.claim(u"a1"_s, {third}), u"too-many"_s);
    const PoolListResponse page = world.list(u"a1"_s);
    QCOMPARE(page.kept, 2);
    QCOMPARE(page.cap, 2);
    // A lead is not bounded.
    world.setCap(0);
    QCOMPARE(world.claim(u"leadA"_s, {third}), QString());
    QCOMPARE(world.list(u"leadA"_s).cap, -1);
}

void ServerCommandsTest::removedFamiliesCountForNoCap()
{
    PoolWorld world;
    world.setCap(1);
    TestDevice device = world.server.device(u"a1"_s);
    const Id<Customer> own = world.server.family(device, u"imported by mistake"_s);
    QCOMPARE(world.claim(u"a1"_s, {world.ours}), u"too-many"_s);
    Mutation remove;
    remove.operation = Operation::Delete;
    remove.kind = RecordKind::Customer;
    remove.id = own;
    remove.root = own;
    remove.base = world.server.stamp();
    QCOMPARE(world.server.push(device, remove).kind, OutcomeKind::Applied);
    QCOMPARE(world.list(u"a1"_s).kept, 0);
    QCOMPARE(world.claim(u"a1"_s, {world.ours}), QString());
}

void ServerCommandsTest::aClaimIsAllOrNothingAndOncePerKey()
{
    PoolWorld world;
    QCOMPARE(world.claim(u"a1"_s, {world.ours, world.theirs}), u"not-found"_s);
    QVERIFY(RecordId(world.server.find(world.ours).owner).isNull());
    QCOMPARE(world.claim(u"a1"_s, {world.ours, world.ours}), u"malformed"_s);
    const Caller caller = callerNow(world.server, u"a1"_s);
    const auto first = world.commands().claim(caller, {{world.ours}}, u"key"_s);
    const Stamp after = world.server.stamp();
    const auto again = world.commands().claim(caller, {{world.ours}}, u"key"_s);
    QVERIFY(first.ok() && again.ok());
    QCOMPARE(again->body, first->body);
    QVERIFY(world.server.stamp() == after);
    // The same members under another command are another request.
    const ReturnRequest other{{{world.ours, caller.viewer.user}}};
    QCOMPARE(
        PoolWorld::codeOf(world.commands().returnToPool(caller, other, u"key"_s)), u"conflict"_s);
}

void ServerCommandsTest::thePoolIsListedMaskedAndInPages()
{
    PoolWorld world;
    QSet<QString> expected{world.ours.toString()};
    for (int i = 2; i < 7; ++i)
        expected.insert(world.inPool(u"a1"_s, u"10000%1"_s.arg(i)).toString());
    PoolListRequest request;
    request.limit = 2;
    QSet<QString> seen;
    RecordId before;
    do {
        const PoolListResponse page = world.list(u"a1"_s, request);
        QVERIFY(qint64(page.families.size()) <= request.limit);
        for (const QJsonObject& family : page.families) {
            const QString id = family.value("id"_L1).toString();
            QVERIFY(!seen.contains(id));
            QVERIFY(before.isNull() || *RecordId::fromString(id) < before);
            before = *RecordId::fromString(id);
            seen.insert(id);
            QVERIFY(family.value("phone"_L1).toString().contains(u'*'));
            const QByteArray text = QJsonDocument(family).toJson();
            QVERIFY(!text.contains("+8613900") && !text.contains("wechat-"));
        }
        request.after = page.next;
    } while (!request.after.isNull());
    QCOMPARE(seen, expected);
    QCOMPARE(world.list(u"b1"_s).families.size(), size_t(1));
    QCOMPARE(world.list(u"ops"_s).families.size(), size_t(7));
}

void ServerCommandsTest::theListIsSearchedButNotByNumber()
{
    PoolWorld world;
    world.inPool(u"a1"_s, u"100002"_s);
    const auto found = [&](const QString& text) {
        PoolListRequest request;
        request.text = text;
        return world.list(u"a1"_s, request).families.size();
    };
    QCOMPARE(found(u"FAMILY 100001"_s), size_t(1));
    QCOMPARE(found(u"xi'an"_s), size_t(2));
    QCOMPARE(found(u"13900100001"_s), size_t(0));
    PoolListRequest tier;
    tier.tier = u"a"_s;
    QCOMPARE(world.list(u"a1"_s, tier).families.size(), size_t(0));
}

void ServerCommandsTest::onlyWhoMayEditReturns()
{
    PoolWorld world;
    const Id<Customer> id = wholeFamily(world.server, u"a1"_s, u"a1"_s, u"300001"_s).customer;
    QCOMPARE(world.giveBack(u"a2"_s, id, u"a1"_s), u"not-found"_s);
    QCOMPARE(world.giveBack(u"leadB"_s, id, u"a1"_s), u"not-found"_s);
    QCOMPARE(world.giveBack(u"a1"_s, id, u"a2"_s), u"changed"_s);
    QCOMPARE(world.giveBack(u"a1"_s, id, u"a1"_s), QString());
    const Customer pooled = world.server.find(id);
    QVERIFY(RecordId(pooled.owner).isNull());
    QCOMPARE(RecordId(pooled.team), world.server.teamOf(u"a1"_s));
    QCOMPARE(world.claim(u"a2"_s, {id}), QString());
    QCOMPARE(world.giveBack(u"leadA"_s, id, u"a2"_s), QString());
}

void ServerCommandsTest::aMovedTutorTakesTheFamiliesAlong()
{
    PoolWorld world;
    const WholeFamily family = wholeFamily(world.server, u"a1"_s, u"a1"_s, u"300001"_s);
    const auto before = rowsOf(world.server, family.customer);
    const MoveUserRequest request{world.server.idOf(u"a1"_s), world.server.teamOf(u"leadB"_s),
        world.server.teamOf(u"leadA"_s)};
    const auto moved =
        world.commands().moveUser(world.server.callerOf(u"admin"_s), request, u"key"_s);
    QVERIFY(moved.ok());
    // Not a row of the family is touched, whoever sees it now.
    QVERIFY(rowsOf(world.server, family.customer) == before);
    const auto returned = world.commands().returnToPool(
        callerNow(world.server, u"leadB"_s), {{{family.customer, world.server.idOf(u"a1"_s)}}}, {});
    QVERIFY(returned.ok());
    QCOMPARE(RecordId(world.server.find(family.customer).team), request.team);
}

void ServerCommandsTest::movingAUserGoesByTheTeamTheCallerExpects()
{
    PoolWorld world;
    ServerFixture& server = world.server;
    const auto move = [&](const QString& caller, const RecordId& user, const RecordId& team) {
        return PoolWorld::codeOf(world.commands().moveUser(
            callerNow(server, caller), {user, team, server.teamOf(u"a1"_s)}, {}));
    };
    const RecordId other = server.teamOf(u"b1"_s);
    QCOMPARE(move(u"ops"_s, server.idOf(u"a1"_s), other), u"forbidden"_s);
    QCOMPARE(move(u"leadA"_s, server.idOf(u"a1"_s), other), u"forbidden"_s);
    QCOMPARE(move(u"admin"_s, server.newId(), other), u"not-found"_s);
    QCOMPARE(move(u"admin"_s, server.idOf(u"a1"_s), server.newId()), u"not-found"_s);
    QCOMPARE(move(u"admin"_s, server.idOf(u"a1"_s), {}), u"invalid"_s);
    QCOMPARE(move(u"admin"_s, server.idOf(u"b1"_s), other), u"changed"_s);
    QCOMPARE(move(u"admin"_s, server.idOf(u"a1"_s), other), QString());
    QCOMPARE(RecordId(server.find(Id<User>(server.idOf(u"a1"_s))).team), other);
}

void ServerCommandsTest::unmaskingIsForThoseWhoReadMaskedAndLeavesATrace()
{
    PoolWorld world;
    const Id<Customer> id = wholeFamily(world.server, u"a1"_s, u"a1"_s, u"300001"_s).customer;
    const auto unmask = [&](const QString& user, const RecordId& customer, const QString& key) {
        return world.commands().unmask(
            callerNow(world.server, user), {customer, u"asked to be rung"_s}, key);
    };
    QCOMPARE(PoolWorld::codeOf(unmask(u"a1"_s, id, {})), u"forbidden"_s);
    QCOMPARE(PoolWorld::codeOf(unmask(u"leadB"_s, id, {})), u"not-found"_s);
    QCOMPARE(PoolWorld::codeOf(unmask(u"leadA"_s, world.server.newId(), {})), u"not-found"_s);
    QCOMPARE(world.audited(u"unmask"_s), 0);
    const auto first = unmask(u"leadA"_s, id, u"key"_s);
    QVERIFY(first.ok());
    const auto contacts = decodeUnmaskResponse(first->body);
    QVERIFY(contacts.ok());
    QCOMPARE(contacts->phone, u"+8613900300001"_s);
    QCOMPARE(contacts->wechatId, u"wechat-300001"_s);
    QCOMPARE(contacts->guardians.size(), size_t(1));
    QCOMPARE(contacts->guardians[0].phone, u"+8613911300001"_s);
    QVERIFY(unmask(u"leadA"_s, id, u"key"_s).ok());
    QCOMPARE(world.audited(u"unmask"_s), 1);
    QVERIFY(unmask(u"admin"_s, id, u"key"_s).ok());
    QCOMPARE(world.audited(u"unmask"_s), 2);
    QVERIFY(!decodeUnmaskRequest(
        "{\"customer\":\"" + id.toString().toLatin1() + "\",\"reason\":\"  \"}")
                 .ok());
}

void ServerCommandsTest::exportsAreNotedUpToTheRolesLimit()
{
    PoolWorld world;
    const auto note = [&](const QString& user, qint64 rows) {
        return PoolWorld::codeOf(world.commands().noteExport(
            callerNow(world.server, user), {RecordKind::Customer, u"city"_s, rows}, {}));
    };
    QCOMPARE(note(u"a1"_s, 501), u"forbidden"_s);
    QCOMPARE(note(u"a1"_s, 500), QString());
    QCOMPARE(note(u"leadA"_s, 100'000), QString());
    QCOMPARE(world.audited(u"export"_s), 2);
}

void ServerCommandsTest::commandsWakeWhomTheyConcern()
{
    PoolWorld world;
    const auto claimed =
        world.commands().claim(callerNow(world.server, u"a1"_s), {{world.ours}}, {});
    QVERIFY(claimed.ok());
    const auto woken = Pull(world.server.parts()).affected(claimed->touched);
    for (const QString& user : {u"a1"_s, u"leadA"_s, u"ops"_s, u"admin"_s})
        QVERIFY2(woken->contains(world.server.idOf(user)), qPrintable(user));
    QVERIFY(!woken->contains(world.server.idOf(u"b1"_s)));
    const MoveUserRequest move{world.server.idOf(u"a1"_s), world.server.teamOf(u"leadB"_s),
        world.server.teamOf(u"leadA"_s)};
    const auto moved = world.commands().moveUser(world.server.callerOf(u"admin"_s), move, {});
    const auto after = Pull(world.server.parts()).affected(moved->touched);
    for (const QString& user : {u"a1"_s, u"leadA"_s, u"leadB"_s})
        QVERIFY2(after->contains(world.server.idOf(user)), qPrintable(user));
}

HOMEROOM_TEST_MAIN(ServerCommandsTest)
#include "servercommandstest.moc"
