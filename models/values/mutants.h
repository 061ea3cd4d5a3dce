// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace homeroom {

/// Rules of sync that the simulator can break on purpose, to show that its checks would notice
/// (sync.md section 9). In the product none of them exists: `mutated` is false at compile time.
enum class Mutant {
    None,
    BasePerPage, ///< the base moves with every page
    PosBySeq, ///< the position in a session forgets which root it stood at
    EvictDespiteGrant, ///< one lost way to a root hides another that is open
    DeltaOnEntry, ///< a root that is newly seen comes as a delta
    LostMembershipIgnored, ///< who leaves a team keeps what it held
    GainedMembershipNotBackdated, ///< who enters a team gets only what is written later
    FullMerges, ///< a full root is merged into what is there
    VisibilityOverwritten, ///< visibility is current state, not intervals
    SeqAtStart, ///< the number of a commit is taken when its work begins
    GenerationIgnored, ///< a restored server goes on as if nothing had happened
    OwnEditConflicts, ///< a person conflicts with himself
    AckBeforeCommit, ///< the answer does not wait for the commit
    EchoTooEarly, ///< an edit is forgotten when it is acknowledged
    CursorBeforeData, ///< the cursor is stored before its page
    RefusalBlocks, ///< a refused edit stays at the head of the queue
    GoneWipes, ///< 410 empties the profile
    RefreshLost, ///< a second refresh with one token is always a theft
    GroupSplit, ///< the members of a group stand alone
    CreateNotIdempotent, ///< a create of an id that exists is refused
    EvictKeepsIndex, ///< what was derived from a root stays when the root goes
    // Beyond the page's twenty: what is acknowledged and not there.
    DropRow, ///< follow-ups and tasks are acknowledged and not written
    DropConflict, ///< conflicts are announced and not written
    DropHistory, ///< the history is not written
    // Of waits and commands.
    WakeLost, ///< a commit wakes nobody
    KeyForgotten ///< a command whose Idempotency-Key is known runs again
};

#ifdef HOMEROOM_SIMULATION
/// The policy object: which rule is broken in this process.
inline Mutant brokenRule = Mutant::None;

inline bool mutated(Mutant mutant)
{
    return brokenRule == mutant;
}
#else
constexpr bool mutated(Mutant)
{
    return false;
}
#endif

} // namespace homeroom
