// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/clock.h"

#include <QDateTime>

namespace homeroom {

Milliseconds SystemClock::now() const
{
    return QDateTime::currentMSecsSinceEpoch();
}

} // namespace homeroom
