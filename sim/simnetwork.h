// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/plan.h"
#include "sim/simserver.h"
#include "sim/trace.h"

#include <set>

namespace homeroom::sim {

/// What the network may do at this time of the run.
struct NetworkWeather {
    std::set<Fault> faults{};
    bool calm = false; ///< no faults any more, whatever the set says
    Trace* trace = nullptr;
};

/// The wire between one client and the server: latency, and the faults of the run.
class SimNetwork final : public Transport {
public:
    SimNetwork(SimTime& time, SimServer& server, int owner, const NetworkWeather& weather,
        const SimRandom& random)
        : m_time(time), m_server(server), m_owner(owner), m_weather(weather), m_random(random)
    {
    }

    ~SimNetwork() override { m_time.dropJobsOf(wire()); }
    Q_DISABLE_COPY_MOVE(SimNetwork)

    quint64 send(const TransportRequest& request, Done done) override;
    void cancel(quint64 number) override { m_open.erase(number); }
    /// Drops what is under way without a word: the program is gone.
    void forgetAll();

    void setOnline(bool online) { m_online = online; }
    bool isOnline() const { return m_online; }
    /// The schema that this client speaks; another than the product's is an older program.
    void setSchema(qint64 schema) { m_schema = schema; }
    qint64 schema() const { return m_schema; }
    /// Whether a request of that path is under way.
    bool isBusyWith(QLatin1StringView path) const;
    /// Whether a refresh arrived, since the last call, for which nobody waited any more: where the
    /// one behind it has been used, it counts as a theft and ends the session (sync.md section 11).
    bool takeLateRefresh() { return std::exchange(m_isRefreshLate, false); }
    qint64 requests() const { return m_requests; }
    /// Every fault that happened, by name, since the last call.
    std::vector<Fault> takeMet() { return std::exchange(m_met, {}); }

private:
    int wire() const { return firstWireOwner - m_owner; }
    void arrive(quint64 number, const TransportRequest& request, const Done& done);
    void meetServer(quint64 number, const TransportRequest& request, const Done& done);
    /// `times` as often as usual.
    void spoil(TransportResponse& response, double times);
    void deliver(quint64 number, const TransportResponse& response, const Done& done);
    void finish(quint64 number, const TransportResponse& response, const Done& done);
    std::optional<TransportResponse> refusedOnTheWay(const TransportRequest& request);
    TransportRequest rewritten(const TransportRequest& request);
    bool meets(Fault fault, double probability);
    Milliseconds latency();

    SimTime& m_time;
    SimServer& m_server;
    int m_owner;
    const NetworkWeather& m_weather;
    SimRandom m_random;
    std::map<quint64, QString> m_open{}; ///< number → path
    std::vector<Fault> m_met{};
    bool m_online = true;
    bool m_isRefreshLate = false;
    qint64 m_schema = protocolSchema;
    qint64 m_requests = 0;
    quint64 m_last = 0;
};

} // namespace homeroom::sim
