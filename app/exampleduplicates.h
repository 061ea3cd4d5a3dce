// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/workspace.h"
#include "models/values/rights.h"

namespace homeroom {

/// Writes into a profile what a picture of the duplicates needs: families that came a second time,
/// as if the server had told of them. For profiles that are thrown away.
void addExampleDuplicates(
    Workspace& workspace, const Viewer& viewer, IdFactory& ids, const Clock& clock);

} // namespace homeroom
