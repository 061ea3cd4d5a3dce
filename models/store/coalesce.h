// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/mutation.h"

namespace homeroom {

/// Puts `later` into `earlier` where both set fields of the same record from the same state, belong
/// to no batch, and one mutation says what the two said; false, and nothing changes, otherwise.
bool coalesce(Mutation& earlier, const Mutation& later);

} // namespace homeroom
