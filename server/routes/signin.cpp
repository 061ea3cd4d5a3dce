// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/services.h"

#include "sync/protocol/codec.h"

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

HttpResponse signIn(Services& services, const HttpRequest& request)
{
    const Result<SignInRequest> wanted = decodeSignInRequest(request.body);
    if (!wanted.ok())
        return HttpResponse::failure(wanted.error());
    const Milliseconds wait = std::max(
        services.signInsByName().take(wanted->user), services.signInsByPeer().take(request.peer));
    if (wait > 0) {
        const std::chrono::milliseconds delay{wait};
        return HttpResponse::failure({ErrorCode::TooMany, u"too many attempts"_s},
            std::chrono::ceil<std::chrono::seconds>(delay));
    }
    const Result<SessionResponse> session = services.authentication().signIn(*wanted);
    if (!session.ok())
        return HttpResponse::failure(session.error());
    services.signInsByName().forget(wanted->user);
    return HttpResponse::json(encode(*session));
}

} // namespace homeroom
