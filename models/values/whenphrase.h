// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/clock.h"

#include <QStringView>
#include <QTimeZone>

#include <variant>

namespace homeroom {

/// Why a typed time is none.
enum class WhenProblem {
    NotUnderstood,
    NoSuchDate, ///< 2-30
    NoSuchTime ///< 25:00
};

/// Hour of a day that was named without a time: tutors' work begins after school.
constexpr int defaultHourOfDay = 14;

/// Reads what people type for «when», in Chinese or English: `14:00`, `明天 14:00`, `周六下午3点`,
/// `11-28 10:00`, `sat 14:00`, `3d`, `2小时后`. A time alone is its next occurrence, a weekday the
/// next one, a date without year the next one to come.
std::variant<Milliseconds, WhenProblem> parseWhen(
    QStringView typed, Milliseconds now, const QTimeZone& zone);

} // namespace homeroom
