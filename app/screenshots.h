// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QApplication;

namespace homeroom {

/// Renders every page and dialog, in both themes and both languages, as PNG files into the folder,
/// from a profile that is made up for it. Returns the program's exit code.
int renderScreenshots(QApplication& application, const QString& folder);

} // namespace homeroom
