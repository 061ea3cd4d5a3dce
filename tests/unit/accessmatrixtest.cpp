// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/openapidocument.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/commandrights.h"
#include "tests/support/accessworld.h"
#include "tests/support/testmain.h"

#include <QJsonDocument>

using namespace homeroom;
using namespace homeroom::test;
using namespace Qt::StringLiterals;

namespace {

/// A question and what the table of roles says of its answer.
struct Question {
    QByteArray body{};
    int status = 0;
    /// What the body of a 200 has to say, too: nothing where it is right.
    std::function<QString(const QByteArray&)> check{};
    RecordId shown{}; ///< the family whose contacts the answer may hold
};

using Ask = std::function<Question(AccessWorld&, const Actor&, Target)>;

/// What a command on a family answers where only the role, sight and one right count.
int familyStatus(AccessWorld& world, const Actor& actor, Right right, const RecordId& family)
{
    const Caller caller = world.callerOf(actor);
    if (!caller.active || reachOf(caller.viewer.role, right) == Reach::None)
        return 403;
    if (!world.sees(actor, family))
        return 404;
    return world.covers(actor, right, family) ? 200 : 403;
}

/// What a command of administrators answers about something that may be there.
int adminStatus(AccessWorld& world, const Actor& actor, Target target)
{
    const Caller caller = world.callerOf(actor);
    if (!caller.active || reachOf(caller.viewer.role, Right::EditUsers) != Reach::All)
        return 403;
    return target == Target::Unknown ? 404 : 200;
}

QString says(bool right, const QString& what)
{
    return right ? QString() : what;
}

Question assigns(AccessWorld& world, const Actor& actor, Target target)
{
    const RecordId family = world.family(target);
    const bool inB = world.callerOf(actor).viewer.team == world.team(Target::TeamB);
    const AssignRequest request{
        {{family, world.ownerOf(family)}}, world.server.idOf(inB ? u"leadB"_s : u"leadA"_s)};
    return {encode(request), familyStatus(world, actor, Right::Assign, family)};
}

Question returns(AccessWorld& world, const Actor& actor, Target target)
{
    const RecordId family = world.family(target);
    const bool unknown = target == Target::Unknown;
    const ReturnRequest request{
        {{family, unknown ? world.server.idOf(u"b1"_s) : world.ownerOf(family)}}};
    return {encode(request), familyStatus(world, actor, Right::EditFamily, family)};
}

Question claims(AccessWorld& world, const Actor& actor, Target target)
{
    const RecordId family = world.poolFamily(target);
    const Caller caller = world.callerOf(actor);
    const bool there = target != Target::Unknown && mayClaim(caller.viewer, world.team(target));
    return {encode(ClaimRequest{{family}}), !caller.active ? 403 : there ? 200 : 404};
}

Question merges(AccessWorld& world, const Actor& actor, Target target)
{
    const RecordId winner = world.family(Target::TeamA);
    const RecordId loser = world.family(target);
    const MergeRequest request{winner, loser, world.ownerOf(winner), world.ownerOf(loser)};
    const int first = familyStatus(world, actor, Right::Merge, winner);
    return {
        encode(request), first == 200 ? familyStatus(world, actor, Right::Merge, loser) : first};
}

Question unmerges(AccessWorld& world, const Actor& actor, Target target)
{
    const auto [winner, loser] = world.mergedFamilies(target);
    return {
        encode(UnmergeRequest{winner, loser}), familyStatus(world, actor, Right::Merge, winner)};
}

Question unmasks(AccessWorld& world, const Actor& actor, Target target)
{
    const RecordId family = world.family(target);
    const int status = familyStatus(world, actor, Right::Unmask, family);
    return {encode(UnmaskRequest{family, u"asked for it"_s}), status, {},
        status == 200 ? family : RecordId()};
}

/// One edit; every operation is in accesspushtest.cpp.
Question pushes(AccessWorld& world, const Actor& actor, Target target)
{
    const RecordId family = world.family(target);
    TestDevice device{world.callerOf(actor)};
    device.caller.device = world.server.newId();
    Mutation edit = Change<Customer>(Id<Customer>(family), family)
                        .set(&Customer::city, u"Beijing"_s)
                        .mutation();
    edit.base = world.server.stamp();
    return {encode(world.server.requestFor(device, {edit})), 200};
}

Question pulls(AccessWorld& world, const Actor& actor, Target target)
{
    const RecordId family = world.family(target);
    const bool expected = world.sees(actor, family);
    return {encode(PullRequest{world.server.newId(), {}}), 200,
        [family, expected](const QByteArray& body) {
            const auto page = decodePullPage(body);
            if (!page.ok())
                return u"no page"_s;
            bool found = false;
            for (const RootUpdate& update : page->roots)
                found = found || update.root == family;
            return says(found == expected, u"another sight"_s);
        }};
}

Question lists(AccessWorld& world, const Actor& actor, Target target)
{
    const RecordId family = world.poolFamily(target);
    const Caller caller = world.callerOf(actor);
    const bool expected = target != Target::Unknown && mayClaim(caller.viewer, world.team(target));
    return {encode(PoolListRequest{}), caller.active ? 200 : 403,
        [family, expected](const QByteArray& body) {
            return says(body.contains(family.toString().toLatin1()) == expected, u"pool"_s);
        }};
}

Question exports(AccessWorld& world, const Actor& actor, Target)
{
    const Caller caller = world.callerOf(actor);
    const bool allowed = caller.active && mayExport(caller.viewer, 501);
    return {encode(ExportNotice{RecordKind::Customer, {}, 501}), allowed ? 200 : 403};
}

Question waits(AccessWorld&, const Actor&, Target)
{
    return {{}, 200};
}

Question createsUser(AccessWorld& world, const Actor& actor, Target target)
{
    static int made = 0;
    const CreateUserRequest request{
        u"made%1"_s.arg(++made), {}, u"long enough"_s, UserRole::Tutor, world.team(target)};
    return {encode(request), adminStatus(world, actor, target)};
}

Question setsPassword(AccessWorld& world, const Actor& actor, Target target)
{
    return {encode(SetPasswordRequest{world.user(target), u"long enough"_s}),
        adminStatus(world, actor, target)};
}

Question deactivates(AccessWorld& world, const Actor& actor, Target target)
{
    const QJsonObject body{{u"user"_s, world.user(target).toString()}};
    return {QJsonDocument(body).toJson(), adminStatus(world, actor, target)};
}

Question movesUser(AccessWorld& world, const Actor& actor, Target target)
{
    const RecordId user = world.user(target);
    const RecordId team = world.server.find(Id<User>(user)).team;
    const MoveUserRequest request{user, world.team(Target::TeamA), team};
    return {encode(request), adminStatus(world, actor, target)};
}

/// Routes that ask for a session, with their rule. A route of the description that is neither
/// here nor open fails the test.
const QHash<QString, Ask>& questions()
{
    static const QHash<QString, Ask> all{{route::assign, assigns}, {route::claim, claims},
        {route::returnToPool, returns}, {route::merge, merges}, {route::unmerge, unmerges},
        {route::unmask, unmasks}, {route::push, pushes}, {route::pull, pulls},
        {route::poolList, lists}, {route::exportNotice, exports}, {route::wait, waits},
        {route::createUser, createsUser}, {route::setPassword, setsPassword},
        {route::deactivate, deactivates}, {route::moveUser, movesUser}};
    return all;
}

/// What the open ones answer to whoever comes without the right words.
const QHash<QString, std::pair<QByteArray, int>>& openRoutes()
{
    static const QHash<QString, std::pair<QByteArray, int>> all{
        {route::signIn,
            {R"({"user":"a1","password":"wrong","device":"0190a0b0-0000-7000-8000-000000000001"})",
                401}},
        {route::refresh,
            {R"({"refreshToken":"x","device":"0190a0b0-0000-7000-8000-000000000001"})", 401}},
        {route::health, {{}, 200}}, {route::openapi, {{}, 200}}};
    return all;
}

} // namespace

/// Every route × every kind of caller × a family or user of the own team, of another, of nobody
/// (sync.md section 11). What is expected comes from the table of roles and the description.
class AccessMatrixTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyRouteHasARule();
    void everyCellAnswersAsTheTableSays_data();
    void everyCellAnswersAsTheTableSays();
    void openRoutesTellNothing();
    void aForbiddenFieldChangesNothing();
    void anUnknownFieldChangesNothing();
};

void AccessMatrixTest::everyRouteHasARule()
{
    const QJsonObject paths = openapiDocument().value(u"paths"_s).toObject();
    QVERIFY(paths.size() >= 20);
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        for (const QJsonValue& value : path.value().toObject()) {
            const QJsonObject operation = value.toObject();
            const bool open = operation.contains("security"_L1)
                && operation.value("security"_L1).toArray().isEmpty();
            const bool known =
                open ? openRoutes().contains(path.key()) : questions().contains(path.key());
            // Signing out answers alike with a session and without.
            QVERIFY2(known || path.key() == route::signOut, qPrintable(path.key()));
        }
    }
}

void AccessMatrixTest::everyCellAnswersAsTheTableSays_data()
{
    QTest::addColumn<QString>("path");
    const QJsonObject paths = openapiDocument().value(u"paths"_s).toObject();
    for (const QString& path : paths.keys()) {
        if (questions().contains(path))
            QTest::newRow(qPrintable(path)) << path;
    }
}

void AccessMatrixTest::everyCellAnswersAsTheTableSays()
{
    QFETCH(const QString, path);
    AccessWorld world;
    const Ask& ask = questions()[path];
    const QByteArray method = path == route::wait ? "GET"_ba : "POST"_ba;
    for (const Actor& actor : AccessWorld::actors()) {
        QHash<int, QByteArray> refusals;
        for (const Target target : {Target::TeamA, Target::TeamB, Target::Unknown}) {
            const Question question = ask(world, actor, target);
            const QByteArray cell =
                (path + u' ' + actor.name).toUtf8() + " target " + QByteArray::number(int(target));
            const bool refused = actor.user.isEmpty() || question.status != 200;
            const auto before = refused ? world.tables() : QMap<QString, QByteArray>();
            const HttpResponse answer = world.send(method, path, actor, question.body);
            const int expected = actor.user.isEmpty() ? 401 : question.status;
            QVERIFY2(answer.status == expected,
                (cell + " answers " + QByteArray::number(answer.status) + ' ' + answer.body)
                    .constData());
            if (answer.status == 200 && question.check)
                QVERIFY2(question.check(answer.body).isEmpty(), cell.constData());
            if (refused)
                QCOMPARE(AccessWorld::changed(before, world.tables()), QStringList());
            QCOMPARE(world.leaks(actor, answer.body, question.shown), QStringList());
            if (answer.status == 404) {
                QVERIFY2(refusals.value(404, answer.body) == answer.body, cell.constData());
                refusals.insert(404, answer.body);
            }
        }
    }
}

void AccessMatrixTest::openRoutesTellNothing()
{
    AccessWorld world;
    world.family(Target::TeamA);
    for (auto it = openRoutes().begin(); it != openRoutes().end(); ++it) {
        const bool reads = it.key() == route::health || it.key() == route::openapi;
        for (const Actor& actor : AccessWorld::actors()) {
            const HttpResponse answer =
                world.send(reads ? "GET"_ba : "POST"_ba, it.key(), actor, it->first);
            if (answer.status != 429)
                QCOMPARE(answer.status, it->second);
            QCOMPARE(world.leaks({}, answer.body, {}), QStringList());
        }
    }
    const Actor nobody = AccessWorld::actors().back();
    QCOMPARE(world.send("POST"_ba, route::signOut, nobody).status, 204);
}

void AccessMatrixTest::aForbiddenFieldChangesNothing()
{
    AccessWorld world;
    const RecordId family = world.family(Target::TeamA);
    int tried = 0;
    for (const Actor& actor : AccessWorld::actors()) {
        if (actor.user.isEmpty())
            continue;
        const RecordType& type = recordTypeOf<Customer>();
        for (int i = 0; i < int(type.fields.size()); ++i) {
            if (type.fields[size_t(i)].merge != MergeClass::ServerOnly)
                continue;
            TestDevice device{world.callerOf(actor)};
            device.caller.device = world.server.newId();
            Mutation edit;
            edit.kind = RecordKind::Customer;
            edit.id = edit.root = family;
            edit.changes = {{i, FieldValue(device.caller.viewer.user)}};
            const auto before = world.tables();
            const HttpResponse answer = world.send(
                "POST"_ba, route::push, actor, encode(world.server.requestFor(device, {edit})));
            const auto response = decodePushResponse(answer.body);
            QVERIFY(response.ok());
            const Outcome& outcome = response->outcomes.front();
            QCOMPARE(outcome.kind, OutcomeKind::Refused);
            QCOMPARE(outcome.code, ErrorCode::Forbidden);
            QCOMPARE(outcome.field, QString(type.fields[size_t(i)].name));
            const auto after = world.tables();
            QCOMPARE(AccessWorld::changed(before, after), QStringList());
            // The refusal itself is kept, and nothing beside it.
            QCOMPARE(after[u"outcome"_s].count('\n'), before[u"outcome"_s].count('\n') + 1);
            QCOMPARE(after[u"device"_s].count('\n'), before[u"device"_s].count('\n') + 1);
            ++tried;
        }
    }
    QVERIFY(tried >= 20);
}

void AccessMatrixTest::anUnknownFieldChangesNothing()
{
    AccessWorld world;
    const Actor owner = AccessWorld::actors().front();
    const RecordId family = world.family(Target::TeamA);
    for (const QString& field : {u"seq"_s, u"fver"_s, u"deleted"_s, u"nonsense"_s, u"root"_s}) {
        TestDevice device{world.callerOf(owner)};
        device.caller.device = world.server.newId();
        const Mutation edit = Change<Customer>(Id<Customer>(family), family)
                                  .set(&Customer::city, u"Beijing"_s)
                                  .mutation();
        const QByteArray body = encode(world.server.requestFor(device, {edit}))
                                    .replace("\"city\"", '"' + field.toLatin1() + '"');
        QVERIFY(body.contains(field.toLatin1()));
        const auto before = world.tables();
        const HttpResponse answer = world.send("POST"_ba, route::push, owner, body);
        QCOMPARE(answer.status, 400);
        QCOMPARE(world.leaks(owner, answer.body, {}), QStringList());
        QVERIFY2(world.tables() == before, qPrintable(field));
    }
}

HOMEROOM_TEST_MAIN(AccessMatrixTest)
#include "accessmatrixtest.moc"
