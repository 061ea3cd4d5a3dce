// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/services.h"

#include "sync/protocol/codec.h"

namespace homeroom {

HttpResponse push(Services& services, const HttpRequest& request)
{
    return withCaller(services, request, [&](const Caller& caller) {
        const Result<PushRequest> wanted = decodePushRequest(request.body);
        if (!wanted.ok())
            return HttpResponse::failure(wanted.error());
        const Result<PushAnswer> answer = services.push().run(caller, *wanted);
        if (!answer.ok())
            return HttpResponse::failure(answer.error());
        services.waitBoard().committed(answer->touched);
        return HttpResponse::json(encode(answer->response));
    });
}

} // namespace homeroom
