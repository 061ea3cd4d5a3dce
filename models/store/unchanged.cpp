// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/unchanged.h"

#include "models/values/companions.h"

namespace homeroom {

namespace {

/// Members of a Set field that an Add really adds, or a Remove really removes.
FieldValue effectiveMembers(const FieldValue& current, const FieldValue& members, bool adding)
{
    const auto* set = std::get_if<QStringList>(&current);
    const auto* named = std::get_if<QStringList>(&members);
    QStringList effective;
    for (const QString& member : named ? *named : QStringList()) {
        if ((set && set->contains(member)) != adding)
            effective.append(member);
    }
    return effective.isEmpty() ? FieldValue() : FieldValue(effective);
}

bool changes(const Mutation& mutation, int index, const FieldValue& value, const RecordRow& before)
{
    RecordRow after = before;
    Mutation single = mutation;
    single.changes = {{index, value}};
    applyMutation(after, single);
    return after.value(index) != before.value(index);
}

bool goesWithAChange(const Mutation& mutation, int index, const RecordRow& before)
{
    const int leader = leaderOf(before.type(), index);
    const FieldValue* beside = leader < 0 ? nullptr : changeOf(mutation.changes, leader);
    return beside && changes(mutation, leader, *beside, before);
}

} // namespace

void dropUnchanged(Mutation& mutation, const RecordRow& before)
{
    if (mutation.operation == Operation::Create || mutation.operation == Operation::Delete)
        return;
    FieldChanges kept;
    for (auto& [index, value] : mutation.changes) {
        if (mutation.operation == Operation::Set) {
            if (changes(mutation, index, value, before) || goesWithAChange(mutation, index, before))
                kept.emplace_back(index, value);
            continue;
        }
        const FieldValue& current = before.value(index);
        const bool adding = mutation.operation == Operation::Add;
        if (FieldValue members = effectiveMembers(current, value, adding); !isNothing(members))
            kept.emplace_back(index, std::move(members));
    }
    mutation.changes = std::move(kept);
}

} // namespace homeroom
