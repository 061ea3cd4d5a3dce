// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/clock.h"

#include <QString>
#include <QTimeZone>

#include <optional>

namespace homeroom {

/// «Grade 3»; kindergarten for 0, empty for none.
QString gradeText(std::optional<qint64> grade);

/// Fen as people read them: `¥ 2,990` or `¥ 9.90`.
QString yuanText(qint64 fen);

/// Fen of what a person typed in yuan: `2990`, `¥ 2,990.50`, full-width digits. Nothing for
/// anything else, for more than two decimals, and above 10 million yuan.
std::optional<qint64> fenFromYuan(const QString& text);

/// When something is due, as short as it is clear: «16:00» with today, tomorrow, yesterday, the
/// weekday within six days, else the date.
QString dueText(Milliseconds due, Milliseconds now, const QTimeZone& zone);

/// Midnights between the two times in the zone, at least 0.
qint64 daysBetween(Milliseconds from, Milliseconds to, const QTimeZone& zone);

} // namespace homeroom
