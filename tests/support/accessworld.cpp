// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/accessworld.h"

#include <QtTest/QtTest>

namespace homeroom::test {

using namespace Qt::StringLiterals;

AccessWorld::AccessWorld()
{
    makeFormerLead();
    makeDeactivated();
    server.addUser(u"sales"_s, UserRole::Sales, u"A"_s);
    services = std::make_unique<Services>(server.parts(), pushes);
    entries = addRoutes(m_router, *services);
    for (const Actor& actor : actors())
        m_tokens.insert(actor.user, actor.user.isEmpty() ? QString() : tokenFor(actor.user));
}

const std::vector<Actor>& AccessWorld::actors()
{
    static const std::vector<Actor> all{{u"owner"_s, u"a1"_s}, {u"other tutor"_s, u"a2"_s},
        {u"lead"_s, u"leadA"_s}, {u"other lead"_s, u"leadB"_s}, {u"former lead"_s, u"exLead"_s},
        {u"deactivated"_s, u"gone"_s}, {u"sales"_s, u"sales"_s}, {u"operations"_s, u"ops"_s},
        {u"admin"_s, u"admin"_s}, {u"no token"_s, {}}};
    return all;
}

void AccessWorld::makeFormerLead()
{
    server.addUser(u"exLead"_s, UserRole::Lead, u"A"_s);
    const MoveUserRequest request{
        server.idOf(u"exLead"_s), server.teamOf(u"leadB"_s), server.teamOf(u"leadA"_s)};
    const auto moved = Commands(server.parts()).moveUser(server.callerOf(u"admin"_s), request, {});
    if (!moved.ok())
        qFatal("%s", qPrintable(moved.error().detail));
}

void AccessWorld::makeDeactivated()
{
    server.addUser(u"gone"_s, UserRole::Tutor, u"A"_s);
    const auto ended =
        Commands(server.parts()).deactivate(server.callerOf(u"admin"_s), server.idOf(u"gone"_s));
    if (!ended.ok())
        qFatal("%s", qPrintable(ended.error().detail));
}

// Signing in hashes a password, which takes longer than a hundred questions.
QString AccessWorld::tokenFor(const QString& user)
{
    const QString access = u"access-"_s + user;
    const QByteArray refresh = tokenHash(u"refresh-"_s + user);
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

RecordId AccessWorld::newFamily(const QString& owner, const QString& team)
{
    const QString mark = QString::number(100'000 + ++m_made);
    const RecordId id = wholeFamily(server, owner, team, mark).customer;
    for (const QString& sentinel : {u"+8613900"_s, u"+8613911"_s, u"wechat-"_s, u"street "_s})
        m_contacts.insert(sentinel + mark, id);
    return id;
}

RecordId AccessWorld::family(Target target)
{
    if (target == Target::Unknown)
        return server.newId();
    return target == Target::TeamA ? newFamily(u"a1"_s, u"a1"_s) : newFamily(u"b1"_s, u"b1"_s);
}

RecordId AccessWorld::poolFamily(Target target)
{
    if (target == Target::Unknown)
        return server.newId();
    return newFamily({}, target == Target::TeamA ? u"a1"_s : u"b1"_s);
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

QStringList AccessWorld::leaks(const Actor& actor, const QByteArray& body, const RecordId& allowed)
{
    QStringList found;
    const Caller caller = callerOf(actor);
    for (auto it = m_contacts.begin(); it != m_contacts.end(); ++it) {
        if (it.value() == allowed || !body.contains(it.key().toUtf8()))
            continue;
        if (actor.user.isEmpty() || !readsInFull(caller.viewer, ownerOf(it.value())))
            found.append(it.key());
    }
    return found;
}

QByteArray AccessWorld::dump()
{
    static const QSet<QString> passedOver{u"org"_s, u"outcome"_s, u"device"_s, u"access_token"_s,
        u"refresh_token"_s, u"idempotent"_s};
    auto reader =
        Database::open({server.folder.filePath(u"server.db"_s), server.key, Access::ReadOnly});
    if (!reader.ok())
        qFatal("%s", qPrintable(reader.error().detail));
    QByteArray text;
    Statement tables =
        (*reader)->statement("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name");
    while (tables.step()) {
        const QString table = tables.text(0);
        if (passedOver.contains(table) || table.startsWith(u"sqlite_"_s))
            continue;
        QByteArrayList columns;
        Statement names = (*reader)->statement("SELECT name FROM pragma_table_info(?1)");
        names.bind(1, table);
        while (names.step())
            columns.append("quote(\"" + names.text(0).toUtf8() + "\")");
        Statement rows = (*reader)->statement(
            "SELECT " + columns.join(" || ',' || ") + " FROM " + table.toUtf8() + " ORDER BY 1");
        while (rows.step())
            text += table.toUtf8() + ' ' + rows.text(0).toUtf8() + '\n';
    }
    return text;
}

} // namespace homeroom::test
