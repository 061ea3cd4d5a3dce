// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rules/redirection.h"

#include <algorithm>

namespace homeroom {

namespace {

// A chain of merges cannot be circular; the bound is for a database that says otherwise.
constexpr size_t longestChain = 64;

void follow(ReadTransaction& transaction, RedirectedEdit& edit)
{
    while (edit.losers.size() < longestChain) {
        const auto redirect = transaction.redirect(edit.mutation.root);
        if (!redirect)
            return;
        edit.losers.push_back(edit.mutation.root);
        edit.mutation.root = redirect->winner;
    }
}

} // namespace

RedirectedEdit redirected(ReadTransaction& transaction, const Mutation& mutation)
{
    RedirectedEdit edit{mutation, {}, false};
    follow(transaction, edit);
    if (!edit.isRedirected())
        return edit;
    const auto wasLoser = [&](const RecordId& id) {
        return std::ranges::find(edit.losers, id) != edit.losers.end();
    };
    edit.ofLoser = mutation.kind == RecordKind::Customer && wasLoser(mutation.id);
    if (edit.ofLoser)
        edit.mutation.id = edit.mutation.root;
    const RecordType& type = recordType(mutation.kind);
    for (auto& [index, value] : edit.mutation.changes) {
        const bool known = index >= 0 && size_t(index) < type.fields.size();
        auto* target = std::get_if<RecordId>(&value);
        if (known && target && type.fields[size_t(index)].target == RecordKind::Customer
            && wasLoser(*target))
            *target = edit.mutation.root;
    }
    return edit;
}

} // namespace homeroom
