// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/clock.h"
#include "models/values/whenphrase.h"

#include <QString>
#include <QTimeZone>

namespace homeroom {

/// When something happened: «12:10» today, «yesterday 21:08», the date before that.
QString momentText(Milliseconds at, Milliseconds now, const QTimeZone& zone);

/// A point in time in full, as parseWhen() reads it back: `2025-11-28 10:00`.
QString fullTimeText(Milliseconds at, const QTimeZone& zone);

/// What is wrong with a typed time and how it may be written.
QString sentenceFor(WhenProblem problem);

} // namespace homeroom
