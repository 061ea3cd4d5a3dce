// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/report.h"

namespace homeroom::bench {

/// Process start to the first painted board with 50,000 families, against the same for an empty
/// window of Qt Widgets; and the resident memory of the former (`rss`).
void benchGuiStart(Report& report);

/// Process start to the painted empty window: what a start costs that does nothing.
double emptyStartMilliseconds();

/// The measured processes themselves: `empty`, or `board` with what --profile says. Prints one JSON
/// line once the window is painted. Returns the exit code.
int runStartChild(const QString& what, const QStringList& arguments);

} // namespace homeroom::bench
