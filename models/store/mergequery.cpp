// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/mergequery.h"

#include "models/store/historyquery.h"
#include "models/store/records.h"

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

MergedFamily mergedFamily(const HistoryEntry& entry)
{
    const QString id = entry.changes.value("customer"_L1).toString();
    return {RecordId::fromString(id).value_or(RecordId()),
        entry.changes.value("name"_L1).toString(), entry.at};
}

std::vector<MergedFamily> mergedFamilies(Database& database, const RecordId& winner)
{
    std::vector<HistoryEntry> entries = familyRecords<HistoryEntry>(database, winner);
    // Merges into a family that was merged itself came along with it: those are not this one's.
    std::erase_if(entries, [own = recordKey(RecordKind::Customer, winner)](const auto& entry) {
        const bool told =
            entry.action == HistoryAction::Merge || entry.action == HistoryAction::Unmerge;
        return !told || entry.record != own;
    });
    std::ranges::sort(entries, std::ranges::less(),
        [](const auto& entry) { return std::pair(entry.at, RecordId(entry.id)); });
    std::vector<MergedFamily> merged;
    for (const HistoryEntry& entry : entries) {
        const MergedFamily told = mergedFamily(entry);
        std::erase_if(merged, [&](const MergedFamily& known) { return known.id == told.id; });
        if (entry.action == HistoryAction::Merge)
            merged.push_back(told);
    }
    std::ranges::reverse(merged);
    return merged;
}

} // namespace homeroom
