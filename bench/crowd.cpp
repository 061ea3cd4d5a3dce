// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/crowd.h"

#include "bench/benchclient.h"
#include "bench/rawdevice.h"
#include "sync/protocol/codec.h"

namespace homeroom::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int clientsAnAddress = 500;

} // namespace

Crowd::Crowd(LiveServer& server, const QString& absent)
    : m_port(server.port()), m_worker(new QObject)
{
    const QString team = server.image().user(u"tutor01"_s).team;
    for (const DemoUser& user : server.image().users()) {
        const bool present = user.team == team || user.role == UserRole::Operations;
        if (present && user.name != absent)
            m_tokens.push_back(RawDevice(server, user).token());
    }
    m_worker->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
}

Crowd::~Crowd()
{
    m_thread.quit();
    m_thread.wait();
}

void Crowd::park(int clients)
{
    for (int i = 0; i < clients; ++i)
        QMetaObject::invokeMethod(
            m_worker, [this, i] { connectOne(i); }, Qt::QueuedConnection);
    waitUntil(u"parked clients"_s, [&] { return m_first >= clients || m_failures > 0; });
    // The second request, which parks, is on its way.
    QThread::msleep(200);
}

void Crowd::connectOne(int number)
{
    auto* wire = new Wire(m_port, m_worker);
    wire->comeFrom(u"127.0.0.%1"_s.arg(2 + number / clientsAnAddress));
    wire->setToken(m_tokens.at(size_t(number) % m_tokens.size()));
    hang(wire, {});
}

void Crowd::hang(Wire* wire, const QByteArray& mark)
{
    wire->get(QByteArray(route::wait.data()) + "?mark=" + mark,
        [this, wire, mark](const test::RawResponse& response) {
            const Result<WaitResponse> answer = decodeWaitResponse(response.body);
            if (response.status != 200 || !answer.ok()) {
                ++m_failures;
                return;
            }
            ++m_answers;
            if (mark.isEmpty())
                ++m_first;
            hang(wire, answer->mark.toLatin1());
        });
}

} // namespace homeroom::bench
