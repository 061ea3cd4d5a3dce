// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/services.h"

#include "sync/protocol/codec.h"

namespace homeroom {

using namespace Qt::StringLiterals;

Router::Deferred waiting(Services& services)
{
    Router::Deferred deferred;
    deferred.start = [&services](const HttpRequest& request, const Parked& parked) {
        const Result<Caller> caller = callerOf(services, request);
        if (caller.ok())
            services.waitBoard().wait(*caller, request.query.value(u"mark"_s), parked);
        else
            parked.answer(HttpResponse::failure(caller.error()));
    };
    deferred.timedOut = [](const HttpRequest& request) {
        return HttpResponse::json(encode(WaitResponse{request.query.value(u"mark"_s)}));
    };
    return deferred;
}

} // namespace homeroom
