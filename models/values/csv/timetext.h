// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/clock.h"
#include "models/values/result.h"

#include <QString>
#include <QTimeZone>

namespace homeroom {

/// UTC milliseconds of a time as sheets write it: `2026-11-21`, `2026/11/21 14:00`,
/// `2026年11月21日`, `2026-11-21T14:00:00.123+08:00`. Without an offset it is meant in `zone`; a
/// date alone is the start of its day there. Bare numbers are refused, as are days and local times
/// that do not exist (Invalid). Digits beyond the millisecond are dropped.
Result<Milliseconds> timeFromText(QStringView text, const QTimeZone& zone);

/// `yyyy-MM-dd HH:mm:ss.zzz` in `zone`, with an offset only where the local time alone would read
/// back as another instant.
QString timeText(Milliseconds time, const QTimeZone& zone);

/// `yyyy-MM-dd` of a date in one of the forms above, without a time of day.
Result<QString> dayFromText(QStringView text);
/// `yyyy-MM` of `2026-11`, `2026/11` or `2026年11月`.
Result<QString> monthFromText(QStringView text);

} // namespace homeroom
