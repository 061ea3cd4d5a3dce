// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/recordstore.h"

#include <QJsonObject>

namespace homeroom {

// What a person began to type and did not save yet, and how they like their tables: kept in the
// encrypted profile, never synced.

/// The kept follow-up of a family; empty when there is none. Reads on the caller's database.
QJsonObject followUpDraft(Database& reader, const RecordId& customer);
/// Keeps the draft; an empty one is forgotten, and so is one of a family that left this computer.
void keepFollowUpDraft(RecordStore& store, const RecordId& customer, const QJsonObject& draft);

/// Forgets it inside the caller's write transaction. Throws SQLite::Exception.
void forgetFollowUpDraft(Database& database, const RecordId& customer);

/// How a page was left: widths, order, sort. Empty when nothing was kept.
QJsonObject pageState(Database& reader, const QString& page);
void keepPageState(RecordStore& store, const QString& page, const QJsonObject& state);

} // namespace homeroom
