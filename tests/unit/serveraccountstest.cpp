// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/serverfixture.h"
#include "tests/support/testmain.h"

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

const QString password = u"correct horse"_s;

class Accounts {
public:
    Accounts()
    {
        const Commands commands(server.parts());
        const auto set =
            commands.setPassword(server.callerOf(u"admin"_s), {server.idOf(u"a1"_s), password});
        if (!set.ok())
            qFatal("%s", qPrintable(set.error().detail));
        device = server.newId();
    }

    Result<SessionResponse> signIn()
    {
        return authentication().signIn({u"a1"_s, password, device});
    }
    Result<SessionResponse> refresh(const QString& token)
    {
        return authentication().refresh({token, device});
    }
    Authentication authentication() { return Authentication(server.parts()); }

    ServerFixture server;
    RecordId device{};
};

} // namespace

class ServerAccountsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aWrongPasswordAnUnknownAndADeactivatedUserAreAnsweredAlike();
    void anAccessTokenLastsAQuarterOfAnHour();
    void aRefreshWhoseAnswerWasLostSucceedsAgain();
    void aReusedRefreshTokenRevokesTheSession();
    void anUnusedSiblingIsDead();
    void signingOutEndsTheSession();
    void aNewPasswordEndsTheSessions();
    void aDeactivatedUserIsHeardForTwoWeeks();
    void onlyAdministratorsMakeUsers();
    void aRepeatedCommandIsAnsweredAlike();
    void leadsAssignWithinTheirTeam();
    void assigningIsAllOrNothing();
    void fiveHundredFamiliesMoveInOneCommit();
};

void ServerAccountsTest::aWrongPasswordAnUnknownAndADeactivatedUserAreAnsweredAlike()
{
    Accounts accounts;
    const auto session = accounts.signIn();
    QVERIFY(session.ok());
    QCOMPARE(session->viewer.user, accounts.server.idOf(u"a1"_s));
    QCOMPARE(session->timeZone, u"Asia/Shanghai"_s);
    const Authentication authentication = accounts.authentication();
    const auto wrong = authentication.signIn({u"a1"_s, u"wrong horse"_s, accounts.device});
    const auto unknown = authentication.signIn({u"nobody"_s, password, accounts.device});
    QVERIFY(Commands(accounts.server.parts())
                .deactivate(accounts.server.callerOf(u"admin"_s), session->viewer.user)
                .ok());
    const auto gone = accounts.signIn();
    QVERIFY(!wrong.ok() && !unknown.ok() && !gone.ok());
    QCOMPARE(wrong.error().code, ErrorCode::Unauthorized);
    QVERIFY(wrong.error() == unknown.error() && wrong.error() == gone.error());
}

void ServerAccountsTest::anAccessTokenLastsAQuarterOfAnHour()
{
    Accounts accounts;
    const auto session = accounts.signIn();
    accounts.server.clock.advance(15 * minuteMs - 1);
    const auto caller = accounts.authentication().authenticate(session->accessToken);
    QVERIFY(caller.ok());
    QVERIFY(caller->viewer == session->viewer);
    QCOMPARE(caller->device, accounts.device);
    accounts.server.clock.advance(1);
    QVERIFY(!accounts.authentication().authenticate(session->accessToken).ok());
    QVERIFY(!accounts.authentication().authenticate(u"made up"_s).ok());
}

void ServerAccountsTest::aRefreshWhoseAnswerWasLostSucceedsAgain()
{
    Accounts accounts;
    const auto session = accounts.signIn();
    const auto lost = accounts.refresh(session->refreshToken);
    const auto again = accounts.refresh(session->refreshToken);
    QVERIFY(lost.ok() && again.ok());
    QVERIFY(again->refreshToken != lost->refreshToken);
    QVERIFY(accounts.authentication().authenticate(again->accessToken).ok());
    QVERIFY(accounts.refresh(again->refreshToken).ok());
}

void ServerAccountsTest::aReusedRefreshTokenRevokesTheSession()
{
    Accounts accounts;
    const auto first = accounts.signIn();
    const auto second = accounts.refresh(first->refreshToken);
    QVERIFY(accounts.authentication().authenticate(second->accessToken).ok());
    const auto stolen = accounts.refresh(first->refreshToken);
    QVERIFY(!stolen.ok());
    QCOMPARE(stolen.error().code, ErrorCode::Unauthorized);
    QVERIFY(!accounts.authentication().authenticate(second->accessToken).ok());
    QVERIFY(!accounts.refresh(second->refreshToken).ok());
}

void ServerAccountsTest::anUnusedSiblingIsDead()
{
    Accounts accounts;
    const auto session = accounts.signIn();
    const auto lost = accounts.refresh(session->refreshToken);
    const auto again = accounts.refresh(session->refreshToken);
    QVERIFY(accounts.authentication().authenticate(again->accessToken).ok());
    QVERIFY(!accounts.authentication().authenticate(lost->accessToken).ok());
    QVERIFY(!accounts.refresh(lost->refreshToken).ok());
}

void ServerAccountsTest::signingOutEndsTheSession()
{
    Accounts accounts;
    const auto session = accounts.signIn();
    QVERIFY(accounts.authentication().signOut(session->accessToken).ok());
    QVERIFY(!accounts.authentication().authenticate(session->accessToken).ok());
    QVERIFY(!accounts.refresh(session->refreshToken).ok());
    QVERIFY(accounts.authentication().signOut(u"made up"_s).ok());
}

void ServerAccountsTest::aNewPasswordEndsTheSessions()
{
    Accounts accounts;
    const auto session = accounts.signIn();
    const Caller self = accounts.server.callerOf(u"a1"_s);
    const Commands commands(accounts.server.parts());
    QVERIFY(commands.setPassword(self, {self.viewer.user, u"battery staple"_s}).ok());
    QVERIFY(!accounts.refresh(session->refreshToken).ok());
    QVERIFY(!accounts.signIn().ok());
    const auto other =
        commands.setPassword(self, {accounts.server.idOf(u"a2"_s), u"battery staple"_s});
    QVERIFY(!other.ok());
    QCOMPARE(other.error().code, ErrorCode::Forbidden);
    const auto weak = commands.setPassword(self, {self.viewer.user, u"short"_s});
    QVERIFY(!weak.ok());
    QCOMPARE(weak.error().field, u"password"_s);
}

void ServerAccountsTest::aDeactivatedUserIsHeardForTwoWeeks()
{
    Accounts accounts;
    const auto session = accounts.signIn();
    QVERIFY(Commands(accounts.server.parts())
                .deactivate(accounts.server.callerOf(u"admin"_s), session->viewer.user)
                .ok());
    accounts.server.clock.advance(14 * dayMs);
    const auto late = accounts.refresh(session->refreshToken);
    QVERIFY(late.ok());
    const auto caller = accounts.authentication().authenticate(late->accessToken);
    QVERIFY(caller.ok());
    QVERIFY(!caller->active);
    const auto page = Pull(accounts.server.parts()).run(*caller, {accounts.device, QString()});
    QVERIFY(page.ok());
    for (const RootUpdate& update : page->roots)
        QCOMPARE(update.operation, RootOperation::Evict);
    accounts.server.clock.advance(1);
    // Who shows a good token is told why; who merely knows the name is not.
    const auto closed = accounts.authentication().authenticate(late->accessToken);
    QVERIFY(!closed.ok());
    QCOMPARE(closed.error().field, u"active"_s);
    for (int i = 0; i < 2; ++i) { // asking spends nothing
        const auto refused = accounts.refresh(late->refreshToken);
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code, ErrorCode::Unauthorized);
        QCOMPARE(refused.error().field, u"active"_s);
    }
    const auto unknown = accounts.refresh(u"made up"_s);
    QCOMPARE(unknown.error().field, QString());
}

void ServerAccountsTest::onlyAdministratorsMakeUsers()
{
    Accounts accounts;
    const Commands commands(accounts.server.parts());
    const CreateUserRequest request{
        u"new"_s, u"New"_s, password, UserRole::Tutor, accounts.server.teamOf(u"a1"_s)};
    const auto refused = commands.createUser(accounts.server.callerOf(u"leadA"_s), request, {});
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, ErrorCode::Forbidden);
    const Caller admin = accounts.server.callerOf(u"admin"_s);
    QVERIFY(commands.createUser(admin, request, {}).ok());
    const auto session = accounts.authentication().signIn({u"new"_s, password, accounts.device});
    QVERIFY(session.ok());
    const auto taken = commands.createUser(admin, request, {});
    QVERIFY(!taken.ok());
    QCOMPARE(taken.error().field, u"name"_s);
}

void ServerAccountsTest::aRepeatedCommandIsAnsweredAlike()
{
    ServerFixture server;
    TestDevice tutor = server.device(u"a1"_s);
    const Id<Customer> id = server.family(tutor, u"Li"_s);
    const Commands commands(server.parts());
    const Caller lead = server.callerOf(u"leadA"_s);
    const AssignRequest request{{{id, server.idOf(u"a1"_s)}}, server.idOf(u"a2"_s)};
    const auto first = commands.assign(lead, request, u"key"_s);
    const auto again = commands.assign(lead, request, u"key"_s);
    QVERIFY(first.ok() && again.ok());
    QCOMPARE(again->body, first->body);
    AssignRequest other = request;
    other.to = server.idOf(u"a1"_s);
    const auto misused = commands.assign(lead, other, u"key"_s);
    QVERIFY(!misused.ok());
    QCOMPARE(misused.error().code, ErrorCode::Conflict);
    server.clock.advance(30 * dayMs + 1);
    const auto forgotten = commands.assign(lead, request, u"key"_s);
    QVERIFY(!forgotten.ok());
    QCOMPARE(forgotten.error().code, ErrorCode::Changed);
}

void ServerAccountsTest::leadsAssignWithinTheirTeam()
{
    ServerFixture server;
    TestDevice tutor = server.device(u"a1"_s);
    const Id<Customer> id = server.family(tutor, u"Li"_s);
    const Commands commands(server.parts());
    const AssignRequest within{{{id, server.idOf(u"a1"_s)}}, server.idOf(u"a2"_s)};
    const AssignRequest across{{{id, server.idOf(u"a1"_s)}}, server.idOf(u"b1"_s)};
    const auto codeFor = [&](const QString& user, const AssignRequest& request) {
        const auto answer = commands.assign(server.callerOf(user), request, {});
        return answer.ok() ? QString() : errorCodeName(answer.error().code);
    };
    QCOMPARE(codeFor(u"a1"_s, within), u"forbidden"_s);
    QCOMPARE(codeFor(u"leadA"_s, across), u"forbidden"_s);
    QCOMPARE(codeFor(u"leadB"_s, {within.items, server.idOf(u"b1"_s)}), u"not-found"_s);
    QCOMPARE(codeFor(u"leadA"_s, {within.items, server.idOf(u"admin"_s)}), u"invalid"_s);
    QCOMPARE(codeFor(u"leadA"_s, within), QString());
    QCOMPARE(codeFor(u"ops"_s, {{{id, server.idOf(u"a2"_s)}}, server.idOf(u"b1"_s)}), QString());
    const Customer family = server.find(id);
    QCOMPARE(RecordId(family.owner), server.idOf(u"b1"_s));
    QCOMPARE(RecordId(family.team), server.teamOf(u"b1"_s));
}

void ServerAccountsTest::assigningIsAllOrNothing()
{
    ServerFixture server;
    TestDevice tutor = server.device(u"a1"_s);
    const Id<Customer> first = server.family(tutor, u"Li"_s);
    const Id<Customer> second = server.family(tutor, u"Wu"_s);
    const AssignRequest request{
        {{first, server.idOf(u"a1"_s)}, {second, server.idOf(u"a2"_s)}}, server.idOf(u"a2"_s)};
    const auto answer =
        Commands(server.parts()).assign(server.callerOf(u"leadA"_s), request, u"key"_s);
    QVERIFY(!answer.ok());
    QCOMPARE(answer.error().code, ErrorCode::Changed);
    QCOMPARE(RecordId(server.find(first).owner), server.idOf(u"a1"_s));
}

void ServerAccountsTest::fiveHundredFamiliesMoveInOneCommit()
{
    ServerFixture server;
    TestDevice tutor = server.device(u"a1"_s);
    AssignRequest request{{}, server.idOf(u"a2"_s)};
    for (int i = 0; i < 500; ++i)
        request.items.push_back({server.family(tutor, u"Li"_s), server.idOf(u"a1"_s)});
    const Stamp before = server.stamp();
    const auto answer = Commands(server.parts()).assign(server.callerOf(u"leadA"_s), request, {});
    QVERIFY(answer.ok());
    QCOMPARE(server.stamp().seq, before.seq + 1);
    const auto page = Pull(server.parts()).run(server.callerOf(u"a2"_s), {server.newId(), {}});
    qsizetype families = 0;
    for (const RootUpdate& update : page->roots)
        families += !update.rows.empty() && update.rows[0].kind == RecordKind::Customer ? 1 : 0;
    QCOMPARE(families, 500);
}

HOMEROOM_TEST_MAIN(ServerAccountsTest)
#include "serveraccountstest.moc"
