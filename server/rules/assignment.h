// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/rules/writecontext.h"
#include "sync/protocol/messages.h"

namespace homeroom {

/// Hands families over inside a transaction; every check comes before the first write. A null
/// receiver returns them to the pools of their teams.
Result<AssignResponse> assignFamilies(WriteContext& context, const AssignRequest& request);

} // namespace homeroom
