// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/mutation.h"

namespace homeroom {

/// Takes out of the mutation what would change nothing in the row, so that a no-op leaves no trace.
/// Creates and deletions stay as they are, and so do the companions of what does change: who reads
/// the mutation elsewhere does not know the row.
void dropUnchanged(Mutation& mutation, const RecordRow& before);

} // namespace homeroom
