// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/database/database.h"
#include "models/store/edit.h"
#include "models/values/records/records.h"

#include <QSet>

namespace homeroom {

// One change of many families as one edit, that is one undo step.

Edit tagEdit(const std::vector<RecordId>& families, const RecordId& tag, Operation addOrRemove);
Edit tierEdit(const std::vector<RecordId>& families, Tier tier);
Edit nextStepTimeEdit(const std::vector<RecordId>& families, Milliseconds at);

/// What a tutor does with many families in the messenger before their camp begins.
enum class Preparation { Friend, Group };
/// Notes that they are friends, or in the class group, since `at`.
Edit preparationEdit(const std::vector<RecordId>& families, Preparation done, Milliseconds at);
/// Those of them for which this is not noted yet: others keep since when it is so. Throws
/// SQLite::Exception.
std::vector<RecordId> toPrepare(
    Database& database, const std::vector<RecordId>& families, Preparation done);

/// The families that one of these edits would really change. Throws SQLite::Exception.
std::vector<RecordId> changedFamilies(Database& database, const Edit& edit);
/// Tags that at least one of the families has, as ids. Throws SQLite::Exception.
QSet<QString> tagsOfFamilies(Database& database, const std::vector<RecordId>& families);

} // namespace homeroom
