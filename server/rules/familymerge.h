// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/rules/writecontext.h"
#include "sync/protocol/commandmessages.h"

namespace homeroom {

/// Makes one family of two inside a transaction (sync.md section 6): the loser's records move to
/// the winner under new stamps, its intervals close, a redirect stays. The winner takes over what
/// it lacks: empty fields, tags, custom values, the remark; a contact of the loser that differs
/// becomes a guardian. Nothing the winner has is overwritten. Errors: NotFound, Forbidden, Changed,
/// Invalid (one family with itself).
Result<MovedResponse> mergeFamilies(WriteContext& context, const MergeRequest& request);

/// The inverse: the loser is back with its records as they are now, those included that came for it
/// meanwhile, and the winner gives back what was not changed since. Errors: NotFound (no such
/// merge), Forbidden, Depends (records of both refer to each other, or the winner was merged on).
Result<MovedResponse> unmergeFamilies(WriteContext& context, const UnmergeRequest& request);

} // namespace homeroom
