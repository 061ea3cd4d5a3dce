// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rules/visibility.h"

#include "models/values/mutants.h"
#include "server/rules/scopes.h"

namespace homeroom {

namespace {

std::optional<Seq> earlier(const std::optional<Seq>& left, const std::optional<Seq>& right)
{
    if (left && right)
        return std::min(*left, *right);
    return left ? left : right;
}

SightInterval pairOf(const MemberInterval& member, const RootInterval& root)
{
    SightInterval pair;
    pair.scope = root.scope;
    pair.gain = mutated(Mutant::GainedMembershipNotBackdated) ? root.enter
                                                              : std::max(root.enter, member.since);
    pair.loss = earlier(root.exit, member.until);
    pair.touch = root.touch;
    if (pair.loss)
        pair.endedAt = root.exit == pair.loss ? root.exitedAt : member.endedAt;
    return pair;
}

} // namespace

std::vector<SightInterval> sightOf(
    const std::vector<MemberInterval>& memberships, const std::vector<RootInterval>& intervals)
{
    std::vector<SightInterval> sight;
    for (const RootInterval& root : intervals) {
        for (const MemberInterval& member : memberships) {
            if (member.scope != root.scope)
                continue;
            const SightInterval pair = pairOf(member, root);
            if (!pair.loss || pair.gain < *pair.loss)
                sight.push_back(pair);
        }
    }
    return sight;
}

Standing standing(
    const std::vector<SightInterval>& sight, Seq base, Milliseconds now, const RulePolicy& policy)
{
    Standing best = Standing::Stranger;
    for (const SightInterval& pair : sight) {
        if (!pair.loss)
            return Standing::Sees;
        // A base says what its author knew of one record, and most of a family is older than the
        // hand-over that brought it. Only one from after the loss was not made inside.
        if (base >= *pair.loss)
            continue;
        if (now - pair.endedAt <= policy.formerOwnerGrace)
            best = Standing::Former;
        else if (best == Standing::Stranger)
            best = Standing::FormerLate;
    }
    return best;
}

void updateRootScopes(WriteTransaction& transaction, const RecordRow& root, Seq seq,
    Milliseconds now, Touched& touched)
{
    const QSet<ScopeName> wanted = scopesOfRoot(root);
    QSet<ScopeName> open;
    for (const RootInterval& interval : transaction.intervals(root.id)) {
        if (!interval.exit)
            open.insert(interval.scope);
    }
    for (const ScopeName& name : open - wanted) {
        transaction.exitScope(name, root.id, seq, now);
        touched.scopes.insert(name);
    }
    for (const ScopeName& name : wanted - open)
        transaction.enterScope(name, root.id, root.kind, seq);
    touchRoot(transaction, root.id, seq, touched);
}

void touchRoot(WriteTransaction& transaction, const RecordId& root, Seq seq, Touched& touched)
{
    for (const ScopeName& name : transaction.touchRoot(root, seq))
        touched.scopes.insert(name);
}

void closeRoot(WriteTransaction& transaction, const RecordId& root, Seq seq, Milliseconds now,
    Touched& touched)
{
    for (const RootInterval& interval : transaction.intervals(root)) {
        if (interval.exit)
            continue;
        transaction.exitScope(interval.scope, root, seq, now);
        touched.scopes.insert(interval.scope);
    }
}

void reopenRoot(WriteTransaction& transaction, const RecordId& root, Seq seq, Milliseconds now,
    Touched& touched)
{
    for (const RootInterval& interval : transaction.intervals(root)) {
        if (interval.exit || interval.enter == seq)
            continue;
        transaction.exitScope(interval.scope, root, seq, now);
        transaction.enterScope(interval.scope, root, interval.kind, seq);
        touched.scopes.insert(interval.scope);
    }
}

void updateMembers(WriteTransaction& transaction, Seq seq, Milliseconds now, Touched& touched)
{
    std::vector<User> users;
    for (const RecordRow& row : transaction.records(RecordKind::User))
        users.push_back(fromRow<User>(row));
    std::vector<RecordId> teams;
    for (const RecordRow& row : transaction.records(RecordKind::Team))
        teams.push_back(row.id);
    for (const User& user : users) {
        const QSet<ScopeName> wanted = scopesOfMember(user, users, teams);
        QSet<ScopeName> open;
        for (const MemberInterval& member : transaction.memberships(user.id, seq))
            open.insert(member.scope);
        if (wanted == open)
            continue;
        for (const ScopeName& name : open - wanted)
            transaction.closeMembership(user.id, name, seq, now);
        for (const ScopeName& name : wanted - open)
            transaction.openMembership(user.id, name, seq);
        touched.viewers.insert(user.id);
    }
}

} // namespace homeroom
