// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/database/database.h"
#include "models/values/records/records.h"

namespace homeroom {

// What the server told of changes. Call inside Database::read or Database::write; SQL errors throw.

/// `type/id`, as HistoryEntry.record and Conflict.record name a record.
QString recordKey(RecordKind kind, const RecordId& id);
/// The kind and id that such a key names; kind None where it names none.
std::pair<RecordKind, RecordId> recordOfKey(const QString& key);

/// What the profile knows of one record's changes, newest first.
std::vector<HistoryEntry> readHistory(Database& database, const RecordId& root, const QString& key);

/// The last change of the field in the record, if the server told of any.
std::optional<HistoryEntry> lastChangeOf(
    Database& database, const RecordId& root, const QString& key, const QString& field);

/// The name people read for a user; empty where it is not known here.
QString shownName(Database& database, const RecordId& user);

} // namespace homeroom
