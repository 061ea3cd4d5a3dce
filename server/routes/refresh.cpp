// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/services.h"

#include "sync/protocol/codec.h"

namespace homeroom {

HttpResponse refresh(Services& services, const HttpRequest& request)
{
    const Result<RefreshRequest> wanted = decodeRefreshRequest(request.body);
    if (!wanted.ok())
        return HttpResponse::failure(wanted.error());
    const Result<SessionResponse> session = services.authentication().refresh(*wanted);
    return session.ok() ? HttpResponse::json(encode(*session))
                        : HttpResponse::failure(session.error());
}

} // namespace homeroom
