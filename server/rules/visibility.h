// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/rules/caller.h"
#include "server/rules/policy.h"
#include "server/storage/storage.h"

namespace homeroom {

/// How a viewer stands to a root.
enum class Standing {
    Sees,
    Former, ///< saw it when the edit was made and lost it lately
    FormerLate, ///< saw it when the edit was made and lost it too long ago
    Stranger
};

/// What a viewer sees of one root over time: member × root interval.
struct SightInterval {
    ScopeName scope{};
    Seq gain = 0;
    std::optional<Seq> loss{};
    Seq touch = 0;
    Milliseconds endedAt = 0; ///< when it was lost
};

/// The pairs of sync.md section 4 for one root; empty pairs are dropped.
std::vector<SightInterval> sightOf(
    const std::vector<MemberInterval>& memberships, const std::vector<RootInterval>& intervals);

/// How a viewer with that sight of a root stands to it, for an edit made on `base` (zero: unknown,
/// taken as made while the root was visible).
Standing standing(
    const std::vector<SightInterval>& sight, Seq base, Milliseconds now, const RulePolicy& policy);

/// Keeps root_scope in step with the root's own record. Raises touch in the scopes that hold it.
void updateRootScopes(WriteTransaction& transaction, const RecordRow& root, Seq seq,
    Milliseconds now, Touched& touched);

/// Raises touch of a root in which a row was written.
void touchRoot(WriteTransaction& transaction, const RecordId& root, Seq seq, Touched& touched);

/// Closes every interval of a root: nobody sees it any more.
void closeRoot(WriteTransaction& transaction, const RecordId& root, Seq seq, Milliseconds now,
    Touched& touched);

/// Closes and reopens every open interval of a root: it comes again as a whole.
void reopenRoot(WriteTransaction& transaction, const RecordId& root, Seq seq, Milliseconds now,
    Touched& touched);

/// Keeps member rows in step after a user or a team was written. Users are few, so all are derived
/// anew and only differences are written.
void updateMembers(WriteTransaction& transaction, Seq seq, Milliseconds now, Touched& touched);

} // namespace homeroom
