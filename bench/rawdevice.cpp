// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/rawdevice.h"

#include "bench/report.h"
#include "models/values/records/records.h"
#include "sync/protocol/codec.h"

namespace homeroom::bench {

using namespace Qt::StringLiterals;

RawDevice::RawDevice(LiveServer& server, const DemoUser& user)
    : m_ids(m_clock, QRandomGenerator::securelySeeded()),
      m_families(server.image().familiesOf(user.name)), m_device(m_ids.next()),
      m_wire(server.port())
{
    const Result<SessionResponse> session = decodeSessionResponse(m_wire.ask(
        route::signIn.data(), encode(SignInRequest{user.name, user.password, m_device})));
    demand(session.ok(), u"cannot sign in"_s);
    m_token = session->accessToken.toLatin1();
    m_wire.setToken(m_token);
}

QByteArray RawDevice::nextPush(size_t mutations)
{
    std::vector<Mutation> steps;
    for (size_t i = 1; i <= mutations; ++i) {
        const auto number = size_t(m_mid) + i;
        const RecordId family = m_families.at(number % m_families.size());
        steps.push_back(Change<Customer>(Id<Customer>(family), family)
                            .set(&Customer::nextStep, u"步骤 %1"_s.arg(number))
                            .mutation());
    }
    return numbered(std::move(steps));
}

QByteArray RawDevice::nextPrivatePush()
{
    const Task task{.id = Id<Task>(m_ids.next()), .text = u"备忘"_s};
    return numbered({createMutation(task)});
}

QByteArray RawDevice::numbered(std::vector<Mutation> mutations)
{
    PushRequest request;
    request.device = m_device;
    request.sentAt = m_clock.now();
    request.chain = m_chain;
    for (Mutation& mutation : mutations) {
        mutation.mid = ++m_mid;
        mutation.base = {1, 1};
        mutation.at = m_clock.now();
        m_chain = chainAfter(m_chain, mutation);
    }
    request.mutations = std::move(mutations);
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
