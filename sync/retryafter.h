// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/clock.h"

#include <QByteArray>

namespace homeroom {

/// How long a server asks to be left alone: `Retry-After` in seconds, or as an HTTP date, which is
/// compared with the answer's own `Date` since the clock of this computer may be wrong. 0 where it
/// says nothing that can be read; an hour at most, so that a slip of a proxy parks nobody.
Milliseconds retryAfterOf(const QByteArray& retryAfter, const QByteArray& date);

} // namespace homeroom
