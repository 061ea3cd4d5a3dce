// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/coalesce.h"

#include <algorithm>

namespace homeroom {

namespace {

bool isPatch(const Mutation& mutation, int field)
{
    return recordType(mutation.kind).fields[size_t(field)].kind == FieldKind::Object;
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
        && earlier.clockGood == later.clockGood && earlier.undo == later.undo;
}

FieldValue joined(const FieldValue& earlier, const FieldValue& later)
{
    const auto* before = std::get_if<QJsonObject>(&earlier);
    const auto* after = std::get_if<QJsonObject>(&later);
    if (!before || !after)
        return later;
    // Not patchedObject: a null must stay, it removes the key on the server.
    QJsonObject patch = *before;
    for (auto it = after->begin(); it != after->end(); ++it)
        patch.insert(it.key(), it.value());
    return patch;
}

} // namespace

bool coalesce(Mutation& earlier, const Mutation& later)
{
    if (!mayJoin(earlier, later))
        return false;
    for (const auto& [field, value] : later.changes) {
        const auto same = std::find_if(earlier.changes.begin(), earlier.changes.end(),
            [field = field](const auto& change) { return change.first == field; });
        if (same == earlier.changes.end())
            earlier.changes.emplace_back(field, value);
        else
            same->second = joined(same->second, value);
    }
    earlier.at = later.at;
    return true;
}

} // namespace homeroom
