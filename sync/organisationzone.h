// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimeZone>

namespace homeroom {

/// The zone that days and displayed times are in. `id` is an account's, after the IANA database; an
/// unknown one counts as the zone of mainland China.
QTimeZone organisationZone(const QString& id);

} // namespace homeroom
