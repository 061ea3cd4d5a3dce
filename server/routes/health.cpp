// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/services.h"

namespace homeroom {

using namespace Qt::StringLiterals;

HttpResponse health(Services& services, const HttpRequest& request)
{
    Q_UNUSED(request)
    return HttpResponse::json(
        QJsonObject{{u"status"_s, u"ok"_s}, {u"version"_s, QString::fromLatin1(HOMEROOM_VERSION)},
            {u"schema"_s, protocolSchema}, {u"serverTime"_s, services.clock().now()}});
}

} // namespace homeroom
