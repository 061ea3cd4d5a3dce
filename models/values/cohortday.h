// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/clock.h"

#include <QDate>
#include <QTimeZone>

namespace homeroom {

/// Cohort day of a date (domain.md, «Cohort days»): 1 on the day of the first lesson, 0 on the last
/// preparation day, negative before.
qint64 cohortDayOn(const QDate& opensOn, const QDate& day);

/// The date at that moment in the organisation's zone.
QDate dateAt(Milliseconds moment, const QTimeZone& zone);

/// `D3`, `D0`, `D−1`.
QString cohortDayText(qint64 day);

} // namespace homeroom
