// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/adminclient.h"

#include "sync/protocol/codec.h"

namespace homeroom {

void AdminClient::createUser(const CreateUserRequest& request, Done done)
{
    send(route::createUser, encode(request), std::move(done));
}

void AdminClient::setPassword(const SetPasswordRequest& request, Done done)
{
    send(route::setPassword, encode(request), std::move(done));
}

void AdminClient::send(QLatin1StringView path, const QByteArray& body, Done done)
{
    TransportRequest http;
    http.path = path;
    http.body = body;
    http.idempotencyKey = m_ids.next().toString().toLatin1();
    m_session.send(http, [done = std::move(done)](const TransportResponse& response) {
        if (response.status == 200)
            done({});
        else
            done(response.status == 0 ? response.failure : decodeError(response.body));
    });
}

} // namespace homeroom
