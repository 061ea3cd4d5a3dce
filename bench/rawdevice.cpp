// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/rawdevice.h"

#include "bench/report.h"
#include "models/values/records/records.h"
#include "sync/protocol/codec.h"

namespace homeroom::bench {

using namespace Qt::StringLiterals;

namespace {

RecordId newDevice(const Clock& clock)
{
    return IdFactory(clock, QRandomGenerator::securelySeeded()).next();
}

} // namespace

RawDevice::RawDevice(LiveServer& server, const DemoUser& user)
    : m_families(server.image().familiesOf(user.name)), m_device(newDevice(m_clock)),
      m_wire(server.port())
{
    const Result<SessionResponse> session = decodeSessionResponse(m_wire.ask(
        route::signIn.data(), encode(SignInRequest{user.name, user.password, m_device})));
    demand(session.ok(), u"cannot sign in"_s);
    m_token = session->accessToken.toLatin1();
    m_wire.setToken(m_token);
}

Mutation RawDevice::nextMutation()
{
    const RecordId family = m_families.at(size_t(++m_mid) % m_families.size());
    Mutation mutation = Change<Customer>(Id<Customer>(family), family)
                            .set(&Customer::nextStep, u"步骤 %1"_s.arg(m_mid))
                            .mutation();
    mutation.mid = m_mid;
    mutation.base = {1, 1};
    mutation.at = m_clock.now();
    return mutation;
}

QByteArray RawDevice::nextPush(size_t mutations)
{
    PushRequest request;
    request.device = m_device;
    request.sentAt = m_clock.now();
    request.chain = m_chain;
    for (size_t i = 0; i < mutations; ++i) {
        request.mutations.push_back(nextMutation());
        m_chain = chainAfter(m_chain, request.mutations.back());
    }
    return encode(request);
}

qint64 RawDevice::applied(const QByteArray& answer)
{
    const Result<PushResponse> response = decodePushResponse(answer);
    if (!response.ok())
        return 0;
    return std::ranges::count(response->outcomes, OutcomeKind::Applied, &Outcome::kind);
}

} // namespace homeroom::bench
