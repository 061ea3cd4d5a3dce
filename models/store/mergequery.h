// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/database/database.h"
#include "models/values/records/records.h"

namespace homeroom {

/// A family that became part of another one, as the history of that one tells.
struct MergedFamily {
    RecordId id{};
    QString name{};
    Milliseconds at = 0; ///< of the merge

    bool operator==(const MergedFamily&) const = default;
};

/// The families that were merged into this one and were not taken out since, the last one first.
/// Call inside Database::read; SQL errors throw.
std::vector<MergedFamily> mergedFamilies(Database& database, const RecordId& winner);

/// The other family of a merge or its undoing.
MergedFamily mergedFamily(const HistoryEntry& entry);

} // namespace homeroom
