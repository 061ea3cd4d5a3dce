// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/mutation.h"
#include "server/rules/writecontext.h"

namespace homeroom {

/// An edit as it meets the families of today: what was meant for a merged one goes to the family it
/// was merged into (sync.md section 6).
struct RedirectedEdit {
    Mutation mutation{};
    std::vector<RecordId> losers{}; ///< on the way, first the one that was meant; none as a rule
    bool ofLoser = false; ///< the record itself is the loser's own

    bool isRedirected() const { return !losers.empty(); }
};

RedirectedEdit redirected(ReadTransaction& transaction, const Mutation& mutation);

} // namespace homeroom
