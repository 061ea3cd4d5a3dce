// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/rules/writecontext.h"
#include "sync/protocol/commandmessages.h"

namespace homeroom {

// Families change hands inside a transaction: the family's owner and team are written, nothing
// else, so stage, rank, tasks, follow-ups and history go along untouched. Every check comes before
// the first write.

/// Hands families over. A null receiver returns them to the pools of their teams.
Result<AssignResponse> assignFamilies(WriteContext& context, const AssignRequest& request);

/// Takes families out of the pool for the caller. Changed where somebody was faster, TooMany above
/// the organisation's cap.
Result<MovedResponse> claimFamilies(WriteContext& context, const ClaimRequest& request);

/// Puts families into the pools of the teams that kept them.
Result<MovedResponse> returnFamilies(WriteContext& context, const ReturnRequest& request);

} // namespace homeroom
