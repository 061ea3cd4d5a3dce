// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/services.h"

#include "sync/protocol/codec.h"

namespace homeroom {

HttpResponse assign(Services& services, const HttpRequest& request)
{
    return withCaller(services, request, [&](const Caller& caller) {
        const Result<AssignRequest> wanted = decodeAssignRequest(request.body);
        if (!wanted.ok())
            return HttpResponse::failure(wanted.error());
        const QString key = QString::fromLatin1(request.headers.value("idempotency-key"));
        return commandResponse(services, services.commands().assign(caller, *wanted, key));
    });
}

} // namespace homeroom
