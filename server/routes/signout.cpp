// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/services.h"

namespace homeroom {

HttpResponse signOut(Services& services, const HttpRequest& request)
{
    const Result<void> done = services.authentication().signOut(bearerToken(request));
    return done.ok() ? HttpResponse::empty() : HttpResponse::failure(done.error());
}

} // namespace homeroom
