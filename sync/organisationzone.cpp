// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/organisationzone.h"

namespace homeroom {

QTimeZone organisationZone(const QString& id)
{
    const QTimeZone zone(id.toUtf8());
    return zone.isValid() ? zone : QTimeZone("Asia/Shanghai");
}

} // namespace homeroom
