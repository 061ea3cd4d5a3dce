// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/workspace.h"
#include "models/values/rights.h"

namespace homeroom {

/// Writes into a profile what a picture of the sync centre needs and a quiet demo organisation has
/// not: a refused and a waiting edit, a conflict, a suggestion and an orphan, with their history,
/// as if the server had told of them. For profiles that are thrown away. The family it is about;
/// null where there is none to take.
RecordId addExampleConflicts(
    Workspace& workspace, const Viewer& viewer, IdFactory& ids, const Clock& clock);

} // namespace homeroom
