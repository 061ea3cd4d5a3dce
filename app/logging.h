// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace homeroom {

/// Sends Qt's messages to a file of at most 1 MiB (the one before is kept as `.1`) and, from
/// warnings on, to stderr. Long runs of digits are blotted out, so that no phone number gets into a
/// log whatever a library prints.
void startLogging(const QString& file);

/// The message as it is written: every run of seven or more digits as stars.
QString loggedText(const QString& message);

} // namespace homeroom
