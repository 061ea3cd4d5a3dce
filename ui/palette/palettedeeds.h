// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/palette/palette.h"

namespace homeroom {

class MainWindow;
class Shortcuts;

/// What the window can do from where its focus is: its pages, and every command that is bound
/// there. Each runs what its keys run.
std::vector<PaletteDeed> paletteDeeds(MainWindow& window, const Shortcuts& shortcuts);

} // namespace homeroom
