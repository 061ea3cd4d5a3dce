// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/simnetwork.h"

#include "sync/protocol/codec.h"

namespace homeroom::sim {

using namespace Qt::StringLiterals;

namespace {

constexpr double often = 0.12;
constexpr double seldom = 0.06;
constexpr double eager = 0.25; ///< for requests of which a run has few
constexpr double veryLate = 0.25; ///< of what is delayed
/// Longer than the limit of a push, a command or a wait, and the watchdog behind it.
constexpr Milliseconds patience = 71 * secondMs;

bool isWait(const TransportRequest& request)
{
    return request.path.startsWith(route::wait);
}

/// An old token that comes again, or is refused, ends a session: no fault may do that.
bool isRefresh(const TransportRequest& request)
{
    return request.path == QString(route::refresh);
}

double rateOf(const TransportRequest& request, double usual)
{
    const bool isRare =
        request.path.startsWith(u"/v1/auth/") || request.path.startsWith(u"/v1/commands/");
    return isRare ? eager : usual;
}

TransportResponse broken()
{
    return TransportResponse::failed(ErrorCode::Unavailable, u"no network"_s);
}

} // namespace

Milliseconds SimNetwork::latency()
{
    const Milliseconds usual = m_random.between(2, 40);
    if (!meets(Fault::Delay, seldom))
        return usual;
    // Whoever asked has given up by then, and may have asked again.
    if (m_random.chance(veryLate))
        return usual + m_random.between(patience / 2, 2 * patience);
    return usual + m_random.between(500, 20 * secondMs);
}

bool SimNetwork::meets(Fault fault, double probability)
{
    if (m_weather.calm || !m_weather.faults.contains(fault) || !m_random.chance(probability))
        return false;
    m_met.push_back(fault);
    return true;
}

quint64 SimNetwork::send(const TransportRequest& request, Done done)
{
    const quint64 number = ++m_last;
    ++m_requests;
    m_open.emplace(number, request.path);
    // A program that goes away cannot take back what it has sent.
    m_time.after(wire(), latency(),
        [this, number, request, done = std::move(done)] { arrive(number, request, done); });
    return number;
}

bool SimNetwork::isBusyWith(QLatin1StringView path) const
{
    return std::ranges::any_of(m_open, [path](const auto& open) { return open.second == path; });
}

void SimNetwork::forgetAll()
{
    m_open.clear();
    m_time.dropJobsOf(m_owner);
}

void SimNetwork::arrive(quint64 number, const TransportRequest& request, const Done& done)
{
    if (!m_online) {
        finish(number, broken(), done);
        return;
    }
    if (meets(Fault::RequestDropped, rateOf(request, seldom)))
        return;
    if (const auto refused = refusedOnTheWay(request)) {
        deliver(number, *refused, done);
        return;
    }
    meetServer(number, request, done);
}

std::optional<TransportResponse> SimNetwork::refusedOnTheWay(const TransportRequest& request)
{
    const double rate = rateOf(request, seldom);
    if (meets(Fault::ServerError, rate))
        return TransportResponse{m_random.chance(0.5) ? 503 : 502, {}, 2 * secondMs, {}};
    if (meets(Fault::TooMany, rate))
        return TransportResponse{429, {}, 3 * secondMs, {}};
    if (!isRefresh(request) && meets(Fault::Unauthorized, rate))
        return TransportResponse{401, {}, 0, {}};
    return std::nullopt;
}

TransportRequest SimNetwork::rewritten(const TransportRequest& request)
{
    if (request.path != QString(route::pull))
        return request;
    Result<PullRequest> pull = decodePullRequest(request.body);
    if (!pull.ok())
        return request;
    if (m_weather.faults.contains(Fault::TinyPages))
        pull->rows = m_random.between(1, 6);
    pull->schema = m_schema;
    TransportRequest other = request;
    other.body = encode(*pull);
    return other;
}

void SimNetwork::meetServer(quint64 number, const TransportRequest& request, const Done& done)
{
    if (isWait(request)) {
        m_server.wait(request, [this, number, done](TransportResponse response) {
            spoil(response, 1);
            deliver(number, response, done);
        });
        return;
    }
    if (isRefresh(request) && !m_open.contains(number))
        m_isRefreshLate = true;
    const TransportRequest sent = rewritten(request);
    TransportResponse response = m_server.serve(sent);
    if (!isRefresh(request) && meets(Fault::Duplicate, rateOf(request, seldom))) {
        m_time.after(
            serverOwner, m_random.between(1, 3 * secondMs), [this, sent] { m_server.serve(sent); });
    }
    spoil(response, rateOf(request, seldom) / seldom);
    deliver(number, response, done);
}

void SimNetwork::spoil(TransportResponse& response, double times)
{
    if (meets(Fault::ResponseDropped, std::max(often, seldom * times)))
        response = TransportResponse::failed(ErrorCode::Unavailable, u"connection lost"_s);
    else if (meets(Fault::BodyCut, seldom * times))
        response.body.truncate(m_random.below(int(response.body.size())));
    else if (meets(Fault::ProxyPage, seldom * times))
        response = {200, "<html><body>Welcome to the hotel</body></html>", 0, {}};
}

void SimNetwork::deliver(quint64 number, const TransportResponse& response, const Done& done)
{
    m_time.after(
        m_owner, latency(), [this, number, response, done] { finish(number, response, done); });
}

void SimNetwork::finish(quint64 number, const TransportResponse& response, const Done& done)
{
    const auto open = m_open.find(number);
    if (open == m_open.end())
        return;
    if (m_weather.trace)
        m_weather.trace->add(u"%1 client %2 %3 %4: %5 bytes"_s.arg(m_time.now())
                                 .arg(m_owner)
                                 .arg(open->second)
                                 .arg(m_online ? response.status : 0)
                                 .arg(response.body.size()));
    m_open.erase(open);
    done(m_online ? response : broken());
}

} // namespace homeroom::sim
