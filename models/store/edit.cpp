// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/edit.h"

#include <algorithm>

namespace homeroom {

bool ChangeSet::touches(RecordKind kind) const
{
    return std::any_of(records.begin(), records.end(),
        [kind](const ChangedRecord& record) { return record.kind == kind; });
}

} // namespace homeroom
