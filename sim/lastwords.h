// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace homeroom::sim {

/// What the program still says when it is ended by a signal: the replay line of the run under way.
void setLastWords(const QByteArray& words);

} // namespace homeroom::sim
