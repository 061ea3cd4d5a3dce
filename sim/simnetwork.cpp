// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/simnetwork.h"

#include "sync/protocol/codec.h"

namespace homeroom::sim {

using namespace Qt::StringLiterals;

namespace {

constexpr double often = 0.12;
constexpr double seldom = 0.06;
constexpr double veryLate = 0.25; ///< of what is delayed
/// Longer than the limit of a push, a command or a wait, and the watchdog behind it.
constexpr Milliseconds patience = 71 * secondMs;

bool isWait(const TransportRequest& request)
{
    return request.path.startsWith(route::wait);
}

bool isSignIn(const TransportRequest& request)
{
    return request.path.startsWith(u"/v1/auth/");
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

bool SimNetwork::isPushing() const
{
    return std::ranges::any_of(
        m_open, [](const auto& open) { return open.second == QString(route::push); });
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
    if (meets(Fault::RequestDropped, seldom))
        return;
    if (const auto refused = refusedOnTheWay(request)) {
        deliver(number, *refused, done);
        return;
    }
    meetServer(number, request, done);
}

std::optional<TransportResponse> SimNetwork::refusedOnTheWay(const TransportRequest& request)
{
    if (meets(Fault::ServerError, seldom))
        return TransportResponse{m_random.chance(0.5) ? 503 : 502, {}, 2 * secondMs, {}};
    if (meets(Fault::TooMany, seldom))
        return TransportResponse{429, {}, 3 * secondMs, {}};
    if (!isSignIn(request) && meets(Fault::Unauthorized, seldom))
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
            spoil(response);
            deliver(number, response, done);
        });
        return;
    }
    if (request.path == QString(route::refresh) && !m_open.contains(number))
        m_isRefreshLate = true;
    const TransportRequest sent = rewritten(request);
    TransportResponse response = m_server.serve(sent);
    if (!isSignIn(request) && meets(Fault::Duplicate, seldom)) {
        m_time.after(
            serverOwner, m_random.between(1, 3 * secondMs), [this, sent] { m_server.serve(sent); });
    }
    spoil(response);
    deliver(number, response, done);
}

void SimNetwork::spoil(TransportResponse& response)
{
    if (meets(Fault::ResponseDropped, often))
        response = TransportResponse::failed(ErrorCode::Unavailable, u"connection lost"_s);
    else if (meets(Fault::BodyCut, seldom))
        response.body.truncate(m_random.below(int(response.body.size())));
    else if (meets(Fault::ProxyPage, seldom))
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
