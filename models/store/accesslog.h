// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/recordstore.h"
#include "models/values/rights.h"

#include <QTimeZone>

namespace homeroom {

/// What the look of a user at a family on a day is called on every machine (sync.md section 5).
RecordId familyAccessId(const RecordId& user, const RecordId& family, const QDate& day);

/// Whose look at a family it is, and when; `zone` is the organisation's and decides the day.
struct FamilyLook {
    RecordId family{};
    Viewer viewer{};
    Milliseconds at = 0;
    QTimeZone zone{QTimeZone::utc()};
};

/// The record of the look, as long as there is one to make: the family is here, it is kept by
/// somebody else, and nothing tells of this day yet. Throws SQLite::Exception: call inside
/// Database::read or write.
std::vector<Mutation> findFamilyAccess(Database& database, const FamilyLook& look);

/// Writes it, without an undo step. Of a family of one's own or of nobody it writes nothing.
Pending<Result<EditReceipt>> logFamilyAccess(RecordStore& store, const FamilyLook& look);

} // namespace homeroom
