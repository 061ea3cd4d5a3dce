// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/coalesce.h"

#include <algorithm>

namespace homeroom {

namespace {

bool isPatch(const Mutation& mutation, int field)
{
    return recordType(mutation.kind).fields[size_t(field)].kind == FieldKind::Object;
}

/// Whether the later edit leaves nothing of the earlier one: what is left would seem to be as new
/// as the later one, and win over what others wrote between the two.
bool covers(const Mutation& later, const Mutation& earlier)
{
    return std::ranges::all_of(earlier.changes, [&](const auto& change) {
        const auto same = std::ranges::find_if(
            later.changes, [&](const auto& other) { return other.first == change.first; });
        if (same == later.changes.end())
            return false;
        const auto* before = std::get_if<QJsonObject>(&change.second);
        const auto* after = std::get_if<QJsonObject>(&same->second);
        if (!before || !after)
            return true;
        const QStringList keys = before->keys();
        return std::ranges::all_of(keys, [&](const QString& key) { return after->contains(key); });
    });
}

bool mayJoin(const Mutation& earlier, const Mutation& later)
{
    const auto settable = [](const Mutation& mutation) {
        // A value of nothing clears an object where a patch changes it: the two do not add up.
        return mutation.operation == Operation::Set && mutation.batch.isNull()
            && std::none_of(
                mutation.changes.begin(), mutation.changes.end(), [&](const auto& change) {
                    return isPatch(mutation, change.first) && isNothing(change.second);
                });
    };
    return settable(earlier) && settable(later) && earlier.kind == later.kind
        && earlier.id == later.id && earlier.root == later.root && earlier.base == later.base
        && earlier.clockGood == later.clockGood && earlier.undo == later.undo
        && covers(later, earlier);
}

} // namespace

bool coalesce(Mutation& earlier, const Mutation& later)
{
    if (!mayJoin(earlier, later))
        return false;
    earlier.changes = later.changes;
    earlier.at = later.at;
    return true;
}

} // namespace homeroom
