// SPDX-License-Identifier: GPL-3.0-or-later
// What the organisation does: families and people change places.
#include "sim/steps.h"
#include "sim/world.h"

namespace homeroom::sim {

using namespace Qt::StringLiterals;

namespace {

/// Live families of the server, in order.
std::vector<RecordId> families(World& world)
{
    world.oracle().mirror().refresh();
    std::vector<RecordId> found;
    for (const auto& [id, row] : world.oracle().mirror().rows()) {
        if (row->kind == RecordKind::Customer && !row->deleted)
            found.push_back(id);
    }
    return found;
}

RecordId keeper(World& world, SimRandom& random)
{
    const std::vector<QString> names{u"a1"_s, u"a1"_s, u"a2"_s, u"b1"_s, u"s1"_s, u"leadA"_s};
    return world.image().idOf(random.pick(names));
}

void noteOwners(World& world, const std::vector<RecordId>& roots, const char* event)
{
    for (const auto& client : world.clients()) {
        const RecordId user = world.image().idOf(client->person().name);
        const bool concerned = std::ranges::any_of(
            roots, [&](const RecordId& root) { return world.oracle().mirror().sees(user, root); });
        if (concerned)
            world.note(*client, event);
    }
}

/// Half of all commands are given at the desk of somebody who may, the others by the
/// administrator at once; null for the administrator. Who sees nothing of it seldom tries.
SimClient* desk(World& world, SimRandom& random, const std::vector<RecordId>& roots)
{
    SimClient* client = random.chance(0.6) ? world.openClient(random) : nullptr;
    if (!client)
        return nullptr;
    const RecordId user = world.image().idOf(client->person().name);
    const bool sees = std::ranges::all_of(
        roots, [&](const RecordId& root) { return world.oracle().mirror().sees(user, root); });
    return sees || random.chance(0.1) ? client : nullptr;
}

/// As desk, for a command that only the user may give.
SimClient* deskOf(World& world, SimRandom& random, const RecordId& user)
{
    const std::vector<SimClient*> clients = world.clientsOf(user);
    return clients.empty() || random.chance(0.3) ? nullptr : random.pick(clients);
}

template <typename Request> void giveAt(World& world, SimClient& client, const Request& request)
{
    world.note(client, "command");
    world.desks().give(client, request);
}

/// At the desk, or by the administrator.
template <typename Request> void give(World& world, SimClient* client, const Request& request)
{
    if (client)
        giveAt(world, *client, request);
    else
        world.office().give(request);
}

void assignSome(World& world, SimRandom& random)
{
    const std::vector<RecordId> all = families(world);
    if (all.empty())
        return;
    std::vector<RecordId> chosen;
    const int count = random.chance(0.5) ? 1 : int(random.between(2, 6));
    for (int i = 0; i < count; ++i) {
        const RecordId& family = random.pick(all);
        if (std::ranges::find(chosen, family) == chosen.end())
            chosen.push_back(family);
    }
    const RecordId to = random.chance(0.15) ? RecordId() : keeper(world, random);
    noteOwners(world, chosen, "hand-over");
    SimClient* client = desk(world, random, chosen);
    give(world, client, world.office().assignRequest(chosen, to));
}

/// There and back before anybody has pulled.
void assignAndBack(World& world, SimRandom& random)
{
    const std::vector<RecordId> all = families(world);
    if (all.empty())
        return;
    const RecordId family = random.pick(all);
    const RowImage* row = world.oracle().mirror().find(family);
    const RecordId owner = row->reference("owner");
    noteOwners(world, {family}, "hand-over");
    Office& office = world.office();
    if (!office.give(office.assignRequest({family}, keeper(world, random))) || owner.isNull())
        return;
    if (random.chance(0.5)) {
        world.oracle().mirror().refresh();
        for (const auto& [id, child] : world.oracle().mirror().rows()) {
            if (child->root == family && child->kind == RecordKind::Guardian && !child->deleted) {
                world.office().remove(*child);
                break;
            }
        }
    }
    office.give(office.assignRequest({family}, owner));
}

void noteUser(World& world, const RecordId& user, const char* event)
{
    for (SimClient* client : world.clientsOf(user))
        world.note(*client, event);
}

void moveUser(World& world, SimRandom& random)
{
    const RecordId user = keeper(world, random);
    noteUser(world, user, "team change");
    world.office().setTeam(user, world.image().idOf(random.chance(0.5) ? u"A"_s : u"B"_s));
}

void moveLead(World& world, SimRandom& random)
{
    const RecordId user = world.image().idOf(random.chance(0.6) ? u"leadA"_s : u"leadB"_s);
    noteUser(world, user, "team change");
    world.office().setTeam(user, world.image().idOf(random.chance(0.5) ? u"A"_s : u"B"_s));
}

void changeRole(World& world, SimRandom& random)
{
    const RecordId user = world.image().idOf(random.chance(0.5) ? u"a2"_s : u"leadA"_s);
    noteUser(world, user, "role change");
    const std::vector<UserRole> roles{UserRole::Tutor, UserRole::Lead, UserRole::Lead};
    world.office().setRole(user, random.pick(roles));
}

void deactivate(World& world, SimRandom& random)
{
    const QString name = random.chance(0.5) ? u"a2"_s : u"b1"_s;
    const RecordId user = world.image().idOf(name);
    world.oracle().allowSignIn(name);
    noteUser(world, user, "deactivation");
    world.office().setActive(user, false);
}

void activate(World& world, SimRandom& random)
{
    const RecordId user = world.image().idOf(random.chance(0.5) ? u"a2"_s : u"b1"_s);
    noteUser(world, user, "activation");
    world.office().setActive(user, true);
}

void claimOne(World& world, SimRandom& random)
{
    const RecordId user = keeper(world, random);
    std::vector<RecordId> pool;
    for (const RecordId& family : families(world)) {
        if (world.oracle().mirror().find(family)->reference("owner").isNull())
            pool.push_back(family);
    }
    if (pool.empty())
        return;
    noteUser(world, user, "claim");
    const ClaimRequest request{{random.pick(pool)}};
    SimClient* client = deskOf(world, random, user);
    if (client)
        giveAt(world, *client, request);
    else
        world.office().claim(user, request);
}

void giveBack(World& world, SimRandom& random)
{
    const std::vector<RecordId> all = families(world);
    if (all.empty())
        return;
    const RecordId family = random.pick(all);
    noteOwners(world, {family}, "return");
    give(world, desk(world, random, {family}), world.office().returnRequest(family));
}

void mergeTwo(World& world, SimRandom& random)
{
    const std::vector<RecordId> all = families(world);
    if (all.size() < 2)
        return;
    const RecordId winner = random.pick(all);
    const RecordId loser = random.pick(all);
    noteOwners(world, {winner, loser}, "merge");
    if (winner == loser)
        return;
    SimClient* client = desk(world, random, {winner, loser});
    give(world, client, world.office().mergeRequest(winner, loser));
}

void unmergeTwo(World& world, SimRandom& random)
{
    std::vector<std::pair<RecordId, RecordId>> merged(
        world.oracle().mergedFamilies().begin(), world.oracle().mergedFamilies().end());
    if (merged.empty())
        return;
    const auto [loser, winner] = random.pick(merged);
    noteOwners(world, {winner}, "unmerge");
    give(world, desk(world, random, {winner}), UnmergeRequest{winner, loser});
}

void moveByCommand(World& world, SimRandom& random)
{
    const RecordId user = keeper(world, random);
    noteUser(world, user, "team change");
    const RecordId team = world.image().idOf(random.chance(0.5) ? u"A"_s : u"B"_s);
    SimClient* client = deskOf(world, random, world.image().idOf(u"admin"_s));
    give(world, client, world.office().moveRequest(user, team));
}

/// Somebody asks for a number, mostly of a family that they see.
void unmask(World& world, SimRandom& random)
{
    const std::vector<RecordId> all = families(world);
    SimClient* client = world.openClient(random);
    if (all.empty() || !client)
        return;
    RecordId family = random.pick(all);
    const RecordId user = world.image().idOf(client->person().name);
    for (int i = 0; i < 3 && !world.oracle().mirror().sees(user, family); ++i)
        family = random.pick(all);
    if (random.chance(0.1))
        family = client->ids().next();
    giveAt(world, *client, UnmaskRequest{family, u"call %1"_s.arg(world.newNumber())});
}

void exportRows(World& world, SimRandom& random)
{
    if (SimClient* client = world.openClient(random)) {
        const qint64 rows = random.chance(0.2) ? 501 : random.between(1, 500);
        giveAt(world, *client,
            ExportNotice{RecordKind::Customer, u"filter %1"_s.arg(world.newNumber()), rows});
    }
}

/// A command comes once more, long after its answer, or its key with something else.
void askAgain(World& world, SimRandom& random)
{
    QByteArray key;
    if (const KnownCommand* known = world.oracle().commandToRepeat(random, key))
        world.office().repeat(KnownCommand(*known), key, random.chance(0.6));
}

void tidyUp(World& world, SimRandom& random)
{
    const std::vector<RecordId> all = families(world);
    std::vector<const RowImage*> children;
    for (const auto& [id, row] : world.oracle().mirror().rows()) {
        if (row->kind == RecordKind::Guardian && !row->deleted)
            children.push_back(row.get());
    }
    if (!children.empty())
        world.office().remove(*random.pick(children));
}

} // namespace

void handOverOne(World& world, SimRandom& random)
{
    const std::vector<RecordId> all = families(world);
    if (!all.empty())
        world.office().give(
            world.office().assignRequest({random.pick(all)}, keeper(world, random)));
}

const std::vector<Step>& officeSteps()
{
    static const std::vector<Step> steps{
        {"assign", 14, {}, assignSome},
        {"assign and back", 4, {}, assignAndBack},
        {"unmask", 3, {}, unmask},
        {"export", 2, {}, exportRows},
        {"ask again", 5, {}, askAgain},
        {"move user", 4, {}, moveUser},
        {"move lead", 3, {}, moveLead},
        {"change role", 2, {}, changeRole},
        {"deactivate", 2, {}, deactivate},
        {"activate", 3, {}, activate},
        {"tidy up", 3, {}, tidyUp},
        {"claim", 4, {}, claimOne},
        {"return", 3, {}, giveBack},
        {"merge", 3, {}, mergeTwo},
        {"unmerge", 2, {}, unmergeTwo},
        {"move by command", 2, {}, moveByCommand},
    };
    return steps;
}

} // namespace homeroom::sim
