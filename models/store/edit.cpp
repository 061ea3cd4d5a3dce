// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/edit.h"

#include <algorithm>

namespace homeroom {

bool ChangeSet::touches(RecordKind kind) const
{
    return std::any_of(records.begin(), records.end(),
        [kind](const ChangedRecord& record) { return record.kind == kind; });
}

std::vector<RecordId> ChangeSet::families() const
{
    std::vector<RecordId> roots;
    for (const ChangedRecord& record : records) {
        // Those of one family mostly stand together: a page from the server has dozens of each.
        if (roots.empty() || roots.back() != record.root) {
            if (recordType(record.kind).isFamily() && !record.root.isNull())
                roots.push_back(record.root);
        }
    }
    std::sort(roots.begin(), roots.end());
    roots.erase(std::unique(roots.begin(), roots.end()), roots.end());
    return roots;
}

} // namespace homeroom
