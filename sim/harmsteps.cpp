// SPDX-License-Identifier: GPL-3.0-or-later
// What goes wrong, and what people do with their machines.
#include "sim/steps.h"
#include "sim/world.h"

namespace homeroom::sim {

using namespace Qt::StringLiterals;

namespace {

void syncNow(World& world, SimRandom& random)
{
    if (SimClient* client = world.openClient(random)) {
        world.note(*client, "sync now");
        client->engine().syncNow();
    }
}

void toggleNetwork(World& world, SimRandom& random)
{
    if (SimClient* client = world.openClient(random)) {
        world.note(*client, "network");
        client->network().setOnline(!client->network().isOnline());
    }
}

void restartClient(World& world, SimRandom& random)
{
    if (SimClient* client = world.openClient(random)) {
        world.note(*client, "restart");
        client->close();
        world.startClient(*client);
    }
}

void killNow(World& world, SimRandom& random)
{
    if (SimClient* client = world.openClient(random)) {
        world.killClient(*client);
    }
}

void killAtWrite(World& world, SimRandom& random)
{
    if (SimClient* client = world.openClient(random)) {
        client->disk().arm(SimDisk::Harm::Kill, random.below(random.chance(0.5) ? 8 : 60));
    }
}

void clientDisk(World& world, SimRandom& random)
{
    if (SimClient* client = world.openClient(random)) {
        const auto harm = random.chance(0.5) ? SimDisk::Harm::Full : SimDisk::Harm::InputOutput;
        if (random.chance(0.3))
            client->disk().armCommit(harm);
        else
            client->disk().arm(harm, random.below(40));
    }
}

void serverKill(World& world, SimRandom& random)
{
    if (random.chance(0.3)) {
        world.noteAll("server kill");
        world.server().kill();
        return;
    }
    world.server().disk().arm(SimDisk::Harm::Kill, random.below(30));
}

void serverDisk(World& world, SimRandom& random)
{
    const auto harm = random.chance(0.5) ? SimDisk::Harm::Full : SimDisk::Harm::InputOutput;
    if (random.chance(0.5))
        world.server().disk().armCommit(harm);
    else
        world.server().disk().arm(harm, random.below(30));
}

void stepClock(World& world, SimRandom& random)
{
    if (SimClient* client = world.openClient(random)) {
        world.note(*client, "clock");
        const Milliseconds far = random.chance(0.3) ? 30 * dayMs : 20 * minuteMs;
        client->clock().advance(random.between(-far, far));
    }
}

void signOutAndIn(World& world, SimRandom& random)
{
    SimClient* client = world.openClient(random);
    if (!client)
        return;
    world.note(*client, "sign out or in");
    if (client->wantsPassword()) {
        client->signIn(everyPassword);
        return;
    }
    world.oracle().allowSignIn(client->person().name);
    client->signOut();
    client->engine().syncNow();
}

/// Everybody goes home; nothing runs meanwhile.
void night(World& world, SimRandom& random)
{
    for (const auto& client : world.clients()) {
        if (client->isOpen()) {
            world.note(*client, "night");
            world.guarded([&] { client->engine().stop(); });
            world.desks().excuse(*client);
        }
    }
    const Milliseconds length =
        random.chance(0.15) ? random.between(15, 40) * dayMs : random.between(1, 60) * hourMs;
    world.time().leap(length);
    for (const auto& client : world.clients()) {
        if (client->isOpen())
            world.guarded([&] { client->engine().start(); });
    }
}

void backUpServer(World& world, SimRandom&)
{
    if (world.backup())
        return;
    world.noteAll("server backup");
    world.backup() = World::Backup{world.server().backup(), world.oracle().copy()};
}

/// Whatever happened since the backup has not happened on the server.
void restoreServer(World& world, SimRandom&)
{
    if (!world.backup())
        return;
    const World::Backup backup = *std::exchange(world.backup(), std::nullopt);
    world.noteAll("server restore");
    for (const auto& client : world.clients())
        world.oracle().allowSignIn(client->person().name);
    world.server().restore(backup.files);
    world.oracle().serverRestored(backup.known, world.clients());
}

void cloneProfile(World& world, SimRandom& random)
{
    SimClient* client = world.openClient(random);
    if (!client || world.clients().size() > 7)
        return;
    world.note(*client, "clone");
    takeFamilyIn(world, random, *client);
    const QString path = world.newPath();
    DatabaseFiles::read(client->path()).write(path);
    // Two holders of one refresh token are told apart by ending both sessions.
    world.oracle().allowSignIn(client->person().name);
    auto clone = world.makeClient(client->person(), path);
    world.oracle().profileReplaced(*clone, *client);
    world.addClient(std::move(clone));
    // The two go different ways before they have sent what they have in common: whoever is heard
    // second sends that once more under a new device.
    takeFamilyIn(world, random, *world.clients().back());
    takeFamilyIn(world, random, *client);
}

void restoreProfile(World& world, SimRandom& random)
{
    SimClient* client = world.openClient(random);
    if (!client)
        return;
    world.note(*client, "profile restore");
    takeFamilyIn(world, random, *client);
    const DatabaseFiles files = DatabaseFiles::read(client->path());
    const size_t edits = world.oracle().editCount(*client);
    world.pass(random.between(secondMs, 20 * secondMs));
    if (world.oracle().failure())
        return;
    // What is written now is forgotten; the server may have heard it.
    if (random.chance(0.5))
        takeFamilyIn(world, random, *client);
    world.pass(random.between(0, 5 * secondMs));
    if (world.oracle().failure())
        return;
    world.oracle().allowSignIn(client->person().name);
    client->close();
    files.write(client->path());
    world.oracle().wordsLost(*client, edits);
    world.startClient(*client);
    takeFamilyIn(world, random, *client);
}

void changeSchema(World& world, SimRandom& random)
{
    if (SimClient* client = world.openClient(random)) {
        world.note(*client, "schema");
        // 0 is the schema before, which the server still serves; 2 is newer than the server.
        client->network().setSchema(random.between(0, 2));
    }
}

} // namespace

const std::vector<Step>& harmSteps()
{
    static const std::vector<Step> steps{
        {"sync now", 10, {}, syncNow},
        {"restart client", 4, {}, restartClient},
        {"sign out or in", 3, {}, signOutAndIn},
        {"night", 2, {}, night},
        {"network", 14, Fault::Offline, toggleNetwork},
        {"kill client", 5, Fault::ClientKill, killNow},
        {"kill at write", 12, Fault::ClientKill, killAtWrite},
        {"client disk", 8, Fault::ClientDisk, clientDisk},
        {"kill server", 8, Fault::ServerKill, serverKill},
        {"server disk", 10, Fault::ServerDisk, serverDisk},
        {"clock", 6, Fault::ClockSteps, stepClock},
        {"back up server", 8, Fault::ServerRestore, backUpServer},
        {"restore server", 8, Fault::ServerRestore, restoreServer},
        {"clone profile", 3, Fault::ProfileClone, cloneProfile},
        {"restore profile", 4, Fault::ProfileRestore, restoreProfile},
        {"schema", 4, Fault::Schema, changeSchema},
    };
    return steps;
}

} // namespace homeroom::sim
