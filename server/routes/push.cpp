// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/services.h"

#include "sync/protocol/codec.h"

namespace homeroom {

using namespace Qt::StringLiterals;

Router::Deferred pushing(Services& services)
{
    Router::Deferred deferred;
    deferred.start = [&services](const HttpRequest& request, const Parked& parked) {
        const Result<Caller> caller = callerOf(services, request);
        if (!caller.ok()) {
            parked.answer(HttpResponse::failure(caller.error()));
            return;
        }
        Result<PushRequest> wanted = decodePushRequest(request.body);
        if (wanted.ok())
            services.pushQueue().add({*caller, std::move(*wanted)}, parked);
        else
            parked.answer(HttpResponse::failure(wanted.error()));
    };
    // It may still be committed; the client sends it again and gets the stored outcomes.
    deferred.timedOut = [](const HttpRequest&) {
        return HttpResponse::failure({ErrorCode::Unavailable, u"the server is busy"_s});
    };
    return deferred;
}

} // namespace homeroom
