// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/accessworld.h"

#include "sync/protocol/commandrights.h"

#include <QtTest/QtTest>

namespace homeroom::test {

using namespace Qt::StringLiterals;

AccessWorld::AccessWorld()
{
    server.addUser(u"exLead"_s, UserRole::Lead, u"A"_s);
    moveFormerLead(u"leadA"_s, u"leadB"_s);
    server.addUser(u"exOwner"_s, UserRole::Tutor, u"A"_s);
    server.addUser(u"gone"_s, UserRole::Tutor, u"A"_s);
    setActive(u"gone"_s, false);
    server.addUser(u"sales"_s, UserRole::Sales, u"A"_s);
    services = std::make_unique<Services>(server.parts(), inlined, inlined);
    entries = addRoutes(m_router, *services);
    giveTokens();
}

void AccessWorld::giveTokens()
{
    for (const Actor& actor : actors())
        m_tokens.insert(actor.user, actor.user.isEmpty() ? QString() : tokenFor(actor.user));
}

void AccessWorld::pass(Milliseconds time)
{
    server.clock.advance(time);
    giveTokens();
}

const std::vector<Actor>& AccessWorld::actors()
{
    static const std::vector<Actor> all{{u"owner"_s, u"a1"_s}, {u"other tutor"_s, u"a2"_s},
        {u"lead"_s, u"leadA"_s}, {u"other lead"_s, u"leadB"_s}, {u"former lead"_s, u"exLead"_s},
        {u"former owner"_s, u"exOwner"_s}, {u"deactivated"_s, u"gone"_s}, {u"sales"_s, u"sales"_s},
        {u"operations"_s, u"ops"_s}, {u"admin"_s, u"admin"_s}, {u"no token"_s, {}}};
    return all;
}

void AccessWorld::moveFormerLead(const QString& from, const QString& to)
{
    const MoveUserRequest request{server.idOf(u"exLead"_s), server.teamOf(to), server.teamOf(from)};
    const auto moved = Commands(server.parts()).moveUser(server.callerOf(u"admin"_s), request, {});
    if (!moved.ok())
        qFatal("%s", qPrintable(moved.error().detail));
}

void AccessWorld::setActive(const QString& user, bool active)
{
    User row = server.find(Id<User>(server.idOf(user)));
    row.active = true;
    server.write(toRow(row));
    if (active)
        return;
    const auto ended =
        Commands(server.parts()).deactivate(server.callerOf(u"admin"_s), server.idOf(user));
    if (!ended.ok())
        qFatal("%s", qPrintable(ended.error().detail));
}

// Signing in hashes a password, which takes longer than a hundred questions.
QString AccessWorld::tokenFor(const QString& user)
{
    const QString number = QString::number(++m_made);
    const QString access = u"access-"_s + user + number;
    const QByteArray refresh = tokenHash(u"refresh-"_s + user + number);
    const RecordId id = server.idOf(user);
    const RecordId device = server.newId();
    const Milliseconds later = server.clock.now() + dayMs;
    const Result<void> put = server.storage->write([&](WriteTransaction& transaction)
                                                       -> Result<void> {
        transaction.putRefreshToken({refresh, {}, server.newId(), id, device, later, true, false});
        transaction.putAccessToken({tokenHash(access), id, device, refresh, later});
        return {};
    });
    if (!put.ok())
        qFatal("%s", qPrintable(put.error().detail));
    return access;
}

HttpResponse AccessWorld::send(
    const QByteArray& method, const QString& path, const Actor& actor, const QByteArray& body)
{
    HttpRequest request;
    request.method = method;
    request.path = path;
    request.body = body;
    if (const QString token = m_tokens.value(actor.user); !token.isEmpty())
        request.headers.insert("authorization"_ba, "Bearer "_ba + token.toLatin1());
    return m_router.handle(request);
}

Caller AccessWorld::callerOf(const Actor& actor)
{
    return actor.user.isEmpty() ? Caller() : callerNow(server, actor.user);
}

WholeFamily AccessWorld::newFamily(const QString& owner, const QString& team)
{
    const int mark = firstMark + ++m_made;
    Q_ASSERT(mark <= lastMark);
    const WholeFamily made = wholeFamily(server, owner, team, QString::number(mark),
        [mark](RecordRow& row) { fillWithSentinels(row, mark); });
    m_marked.insert(mark, made.customer);
    writeHistory(made.customer);
    return made;
}

// The history quotes contacts, too.
void AccessWorld::writeHistory(const RecordId& family)
{
    const RecordRow full = server.stored(RecordKind::Customer, family)->row;
    RecordRow empty = full;
    for (size_t i = 0; i < full.values.size(); ++i) {
        if (full.type().fields[i].visibility == FieldVisibility::OwnerOnly)
            empty.values[i] = FieldValue();
    }
    server.write(empty);
    server.write(full);
}

WholeFamily AccessWorld::wholeFamilyOf(Target target)
{
    if (target == Target::Unknown)
        return {Id<Customer>(server.newId()), Id<Student>(server.newId()),
            Id<Opportunity>(server.newId()), Id<Task>(server.newId()),
            Id<FollowUp>(server.newId())};
    return target == Target::TeamA ? newFamily(u"a1"_s, u"a1"_s) : newFamily(u"b1"_s, u"b1"_s);
}

bool AccessWorld::heldSomething(const Actor& actor)
{
    return actor.user == u"exLead"_s || actor.user == u"exOwner"_s || actor.user == u"gone"_s;
}

std::pair<WholeFamily, Stamp> AccessWorld::heldBefore(const Actor& actor)
{
    if (actor.user == u"exLead"_s) {
        moveFormerLead(u"leadB"_s, u"leadA"_s);
        const WholeFamily family = newFamily(u"a1"_s, u"a1"_s);
        const Stamp known = server.stamp();
        moveFormerLead(u"leadA"_s, u"leadB"_s);
        return {family, known};
    }
    const bool closed = actor.user == u"gone"_s;
    if (closed)
        setActive(actor.user, true);
    const WholeFamily family = newFamily(actor.user, u"a1"_s);
    const Stamp known = server.stamp();
    const AssignRequest request{{{family.customer, server.idOf(actor.user)}}, server.idOf(u"a1"_s)};
    const auto moved = Commands(server.parts()).assign(server.callerOf(u"leadA"_s), request, {});
    if (!moved.ok())
        qFatal("%s", qPrintable(moved.error().detail));
    if (closed)
        setActive(actor.user, false);
    return {family, known};
}

RecordId AccessWorld::family(Target target)
{
    return wholeFamilyOf(target).customer;
}

RecordId AccessWorld::poolFamily(Target target)
{
    if (target == Target::Unknown)
        return server.newId();
    return newFamily({}, target == Target::TeamA ? u"a1"_s : u"b1"_s).customer;
}

std::pair<RecordId, RecordId> AccessWorld::mergedFamilies(Target target)
{
    const RecordId winner = family(target);
    const RecordId loser = family(target);
    if (target == Target::Unknown)
        return {winner, loser};
    const RecordId owner = ownerOf(winner);
    const auto merged = Commands(server.parts())
                            .merge(server.callerOf(u"admin"_s), {winner, loser, owner, owner}, {});
    if (!merged.ok())
        qFatal("%s", qPrintable(merged.error().detail));
    return {winner, loser};
}

RecordId AccessWorld::user(Target target)
{
    if (target == Target::Unknown)
        return server.newId();
    const QString name = u"user%1"_s.arg(++m_made);
    server.addUser(name, UserRole::Tutor, target == Target::TeamA ? u"A"_s : u"B"_s);
    return server.idOf(name);
}

RecordId AccessWorld::team(Target target)
{
    if (target == Target::Unknown)
        return server.newId();
    return server.teamOf(target == Target::TeamA ? u"a1"_s : u"b1"_s);
}

RecordId AccessWorld::ownerOf(const RecordId& family)
{
    return server.find(Id<Customer>(family)).owner;
}

bool AccessWorld::sees(const Actor& actor, const RecordId& family)
{
    return covers(actor, Right::SeeFamilies, family);
}

bool AccessWorld::covers(const Actor& actor, Right right, const RecordId& family)
{
    const auto record = server.stored(RecordKind::Customer, family);
    const Caller caller = callerOf(actor);
    if (!record || !caller.active || actor.user.isEmpty())
        return false;
    const Customer customer = fromRow<Customer>(record->row);
    const User owner = server.find(customer.owner);
    const RecordId team = owner.id.isNull() ? RecordId(customer.team) : RecordId(owner.team);
    return homeroom::covers(caller.viewer, right, customer.owner, team);
}

bool AccessWorld::mayRead(const Actor& actor, const RecordId& family, const Sentinel& found)
{
    if (actor.user.isEmpty())
        return false;
    const Caller caller = callerOf(actor);
    const Customer customer = server.find(Id<Customer>(family));
    if (found.contact)
        return caller.active && readsInFull(caller.viewer, customer.owner);
    const bool inPool =
        customer.owner.isNull() && caller.active && mayClaim(caller.viewer, customer.team);
    return sees(actor, family) || (found.listed && inPool);
}

QStringList AccessWorld::leaks(const Actor& actor, const QByteArray& body, const RecordId& allowed)
{
    QStringList found;
    std::map<std::tuple<int, bool, bool>, bool> known;
    for (const Sentinel& sentinel : sentinelsIn(body)) {
        const RecordId family = m_marked.value(sentinel.mark);
        if (sentinel.contact && family == allowed)
            continue;
        const std::tuple key{sentinel.mark, sentinel.contact, sentinel.listed};
        if (!known.contains(key))
            known[key] = mayRead(actor, family, sentinel);
        if (!known[key])
            found.append(QString::fromUtf8(sentinel.text));
    }
    return found;
}

QStringList AccessWorld::changed(
    const QMap<QString, QByteArray>& before, const QMap<QString, QByteArray>& after)
{
    static const QSet<QString> passedOver{u"org"_s, u"outcome"_s, u"device"_s, u"access_token"_s,
        u"refresh_token"_s, u"idempotent"_s};
    QStringList found;
    for (auto it = after.begin(); it != after.end(); ++it) {
        if (!passedOver.contains(it.key()) && before.value(it.key()) != it.value())
            found.append(it.key());
    }
    return found;
}

QMap<QString, QByteArray> AccessWorld::tables()
{
    auto reader =
        Database::open({server.folder.filePath(u"server.db"_s), server.key, Access::ReadOnly});
    if (!reader.ok())
        qFatal("%s", qPrintable(reader.error().detail));
    QMap<QString, QByteArray> all;
    Statement tables =
        (*reader)->statement("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name");
    while (tables.step()) {
        const QString table = tables.text(0);
        if (table.startsWith(u"sqlite_"_s))
            continue;
        QByteArrayList columns;
        Statement names = (*reader)->statement("SELECT name FROM pragma_table_info(?1)");
        names.bind(1, table);
        while (names.step())
            columns.append("quote(\"" + names.text(0).toUtf8() + "\")");
        Statement rows = (*reader)->statement(
            "SELECT " + columns.join(" || ',' || ") + " FROM " + table.toUtf8() + " ORDER BY 1");
        QByteArray& text = all[table];
        while (rows.step())
            text += rows.text(0).toUtf8() + '\n';
    }
    return all;
}

} // namespace homeroom::test
