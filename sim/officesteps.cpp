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
    world.office().assign(chosen, to);
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
    if (!world.office().assign({family}, keeper(world, random)) || owner.isNull())
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
    world.office().assign({family}, owner);
}

void assignByClient(World& world, SimRandom& random)
{
    SimClient* client = world.openClient(random);
    const std::vector<RecordId> all = families(world);
    if (!client || all.empty())
        return;
    world.note(*client, "command");
    const RecordId family = random.pick(all);
    const RowImage* row = world.oracle().mirror().find(family);
    client->engine().assign(
        {{{family, row->reference("owner")}}, keeper(world, random)}, [](const auto&) {});
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
    world.office().claim(user, random.pick(pool));
}

void giveBack(World& world, SimRandom& random)
{
    const std::vector<RecordId> all = families(world);
    if (all.empty())
        return;
    const RecordId family = random.pick(all);
    noteOwners(world, {family}, "return");
    world.office().giveBack(family);
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
    // A server that is killed right behind the commit has merged them, too.
    world.office().merge(winner, loser);
    world.oracle().mirror().refresh();
    if (world.oracle().mirror().find(loser)->deleted)
        world.oracle().mergedFamily(loser, winner);
}

void unmergeTwo(World& world, SimRandom& random)
{
    std::vector<std::pair<RecordId, RecordId>> merged(
        world.oracle().mergedFamilies().begin(), world.oracle().mergedFamilies().end());
    if (merged.empty())
        return;
    const auto [loser, winner] = random.pick(merged);
    noteOwners(world, {winner}, "unmerge");
    world.office().unmerge(winner, loser);
    world.oracle().mirror().refresh();
    if (!world.oracle().mirror().find(loser)->deleted)
        world.oracle().separatedFamily(loser);
}

void moveByCommand(World& world, SimRandom& random)
{
    const RecordId user = keeper(world, random);
    noteUser(world, user, "team change");
    world.office().moveUser(user, world.image().idOf(random.chance(0.5) ? u"A"_s : u"B"_s));
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

const std::vector<Step>& officeSteps()
{
    static const std::vector<Step> steps{
        {"assign", 14, {}, assignSome},
        {"assign and back", 4, {}, assignAndBack},
        {"assign by client", 4, {}, assignByClient},
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
