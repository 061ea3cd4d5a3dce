// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/refusedfollowup.h"

#include "models/store/outbox.h"

#include <algorithm>

namespace homeroom {

std::optional<RefusedFollowUp> refusedFollowUpOf(const CentreItem& item)
{
    if (item.section != CentreSection::Refused)
        return std::nullopt;
    for (const Mutation& edit : item.edits) {
        if (edit.kind != RecordKind::FollowUp || edit.operation != Operation::Create)
            continue;
        RecordRow row = emptyRow(edit.kind, edit.id);
        applyMutation(row, edit);
        FollowUp followUp = fromRow<FollowUp>(row);
        followUp.customer = Id<Customer>(item.root);
        return RefusedFollowUp{std::move(followUp), item.numbers};
    }
    return std::nullopt;
}

void dismissRefused(RecordStore& store, const std::vector<qint64>& numbers)
{
    store.write([numbers](Database& database) -> Result<ChangeSet> {
        ChangeSet changes{Origin::Local, {}};
        Outbox outbox(database);
        for (const RefusedEdit& edit : outbox.refused()) {
            if (std::ranges::find(numbers, edit.number) != numbers.end())
                changes.records.push_back({edit.kind, edit.id, edit.root, false});
        }
        for (const qint64 number : numbers)
            outbox.dismiss(number);
        return changes;
    });
}

} // namespace homeroom
