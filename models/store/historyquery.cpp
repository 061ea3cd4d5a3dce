// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/historyquery.h"

#include "models/store/records.h"

namespace homeroom {

QString recordKey(RecordKind kind, const RecordId& id)
{
    return recordType(kind).name + u'/' + id.toString();
}

std::pair<RecordKind, RecordId> recordOfKey(const QString& key)
{
    const RecordType* type = recordTypeByName(key.section(u'/', 0, 0));
    const auto id = RecordId::fromString(key.section(u'/', 1));
    if (!type || !id)
        return {RecordKind::None, {}};
    return {type->kind, *id};
}

std::vector<HistoryEntry> readHistory(Database& database, const RecordId& root, const QString& key)
{
    // By the server's order: clocks of people decide nothing.
    return listRecords<HistoryEntry>(database,
        "root = ?1 AND \"record\" = ?2 ORDER BY generation DESC, seq DESC, id DESC",
        [&](Statement& query) { query.bind(1, root).bind(2, key); });
}

std::optional<HistoryEntry> lastChangeOf(
    Database& database, const RecordId& root, const QString& key, const QString& field)
{
    for (HistoryEntry& entry : readHistory(database, root, key)) {
        if (entry.action == HistoryAction::Set && entry.changes.contains(field))
            return std::move(entry);
    }
    return std::nullopt;
}

QString shownName(Database& database, const RecordId& user)
{
    const std::optional<User> found = findRecord<User>(database, user);
    if (!found)
        return {};
    return found->displayName.isEmpty() ? found->name : found->displayName;
}

} // namespace homeroom
