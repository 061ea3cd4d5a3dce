// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/services.h"

#include "sync/protocol/codec.h"

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr int upgradeRequired = 426;

} // namespace

HttpResponse pull(Services& services, const HttpRequest& request)
{
    return withCaller(services, request, [&](const Caller& caller) {
        const Result<PullRequest> wanted = decodePullRequest(request.body);
        if (!wanted.ok())
            return HttpResponse::failure(wanted.error());
        const Result<PullPage> page = services.pull().run(caller, *wanted);
        if (page.ok())
            return HttpResponse::json(encode(*page, wanted->columns));
        // The client itself is of another time, not only its cursor.
        if (page.error().code == ErrorCode::Schema && page.error().field == u"schema"_s)
            return HttpResponse::failure(page.error(), upgradeRequired);
        return HttpResponse::failure(page.error());
    });
}

} // namespace homeroom
