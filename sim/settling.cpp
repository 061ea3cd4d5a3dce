// SPDX-License-Identifier: GPL-3.0-or-later
// The end of a run: the faults stop, and everybody must come to the same state.
#include "sim/steps.h"
#include "sim/world.h"

namespace homeroom::sim {

using namespace Qt::StringLiterals;

namespace {

constexpr Milliseconds restSlice = 15 * secondMs;
constexpr int restSlices = 80; // 20 minutes of virtual time
/// Until then the last of what was under way has arrived, and the watchdogs of lost answers ran
/// out.
constexpr int overdueSlices = 12;
/// In which a change reaches everybody who listens: far less than a wait lasts.
constexpr Milliseconds wakingTime = 10 * secondMs;
constexpr int wakings = 2;

} // namespace

bool World::isReachable(SimClient& client)
{
    m_oracle.mirror().refresh();
    return m_oracle.mirror().isActive(m_image.idOf(client.person().name));
}

bool World::isAtRest()
{
    for (const auto& client : m_clients) {
        const SyncStatus& status = client->engine().status();
        if (isReachable(*client)
            && (status.activity != SyncActivity::Idle || status.counts.waiting > 0))
            return false;
    }
    return true;
}

void World::spoilOneRow()
{
    for (const auto& client : m_clients) {
        bool done = false;
        client->store().write([&](Database& database) -> Result<ChangeSet> {
            Statement family = database.statement(
                "UPDATE r_customer SET name = 'canary' WHERE id = "
                "(SELECT id FROM r_customer WHERE deleted = 0 ORDER BY id LIMIT 1) RETURNING id");
            done = family.step();
            return ChangeSet{};
        });
        if (done)
            return;
    }
}

// The faults have stopped: everybody must come to the same state in bounded time (I13).
void World::settle()
{
    m_trace.add(u"%1 calm"_s.arg(m_time.now()));
    m_weather.calm = true;
    m_server.disk().disarm();
    for (const auto& client : m_clients) {
        client->disk().disarm();
        client->network().setOnline(true);
        client->network().setSchema(protocolSchema);
        if (!client->isOpen())
            guarded([&] { startClient(*client); });
    }
    comeToRest();
    checkWaking();
    comeToRest();
    m_desks.checkAllAnswered();
    if (m_plan.canary)
        spoilOneRow();
    for (const auto& client : m_clients) {
        if (!m_oracle.failure())
            m_oracle.checkAtRest(*client, isReachable(*client));
    }
    if (!m_oracle.failure())
        m_oracle.checkServerAtRest();
}

// Nobody presses a key for a client that listens: what it has not heard of it must find out.
void World::comeToRest()
{
    int rests = 0;
    for (int slice = 0; slice < restSlices && rests < 3 && !m_oracle.failure(); ++slice) {
        for (const auto& client : m_clients) {
            if (client->wantsPassword() && isReachable(*client))
                guarded([&] { client->signIn(everyPassword); });
        }
        pass(restSlice);
        if (slice < overdueSlices || !isAtRest())
            continue;
        ++rests;
        for (const auto& client : m_clients) {
            if (!client->listens())
                guarded([&] { client->engine().syncNow(); });
        }
    }
}

// I13: who hangs on the server is told of what others do, and need not wait for the end of a wait.
void World::checkWaking()
{
    SimRandom random = SimRandom(m_plan.seed).fork(6);
    for (int i = 0; i < wakings && !m_oracle.failure(); ++i) {
        SimClient* author = openClient(random);
        guarded([&] {
            if (i == 0)
                handOverOne(*this, random);
            else if (author && isReachable(*author))
                takeFamilyIn(*this, random, *author);
        });
        pass(wakingTime);
        std::vector<SimClient*> behind;
        for (const auto& client : m_clients) {
            if (client->listens() && isReachable(*client) && !m_oracle.isUpToDate(*client))
                behind.push_back(client.get());
        }
        // Whom looking does not help was told, and got the wrong rows: that is I1, found at rest.
        for (SimClient* client : behind)
            guarded([&] { client->engine().syncNow(); });
        if (!behind.empty())
            pass(wakingTime);
        for (SimClient* client : behind) {
            if (m_oracle.isUpToDate(*client))
                m_oracle.fail(u"I13"_s,
                    u"%1 listens and was not told of a change"_s.arg(client->person().profile));
        }
    }
}

} // namespace homeroom::sim
