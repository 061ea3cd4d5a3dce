// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/mutation.h"

#include <QJsonValue>

namespace homeroom {

/// One field as it stands on the wire and in the command line's output: ids and texts as strings,
/// sets as arrays, yes/no as true and false, nothing as null.
QJsonValue fieldToJson(const FieldDescription& field, const FieldValue& value);

/// Inverse of fieldToJson; refuses wrong types, fractions where integers are due, and whatever
/// validateField refuses (Malformed or Invalid, with the field's name).
Result<FieldValue> fieldFromJson(const FieldDescription& field, const QJsonValue& json);

/// {"id", "root", fields…} with the nothing-fields as null: a row as people's scripts read it.
QJsonObject rowToJson(const RecordRow& row);

/// {"field": value…} of the changed fields only.
QJsonObject changesToJson(const RecordType& type, const FieldChanges& changes);

/// Inverse of changesToJson; an unknown field is Malformed.
Result<FieldChanges> changesFromJson(const RecordType& type, const QJsonObject& json);

/// A mutation as push carries it and the outbox keeps it (sync.md section 5), and back.
QJsonObject mutationToJson(const Mutation& mutation);
Result<Mutation> mutationFromJson(const QJsonObject& json);

/// A row with all header columns, for the base copies of rows with pending edits.
QJsonObject wholeRowToJson(const RecordRow& row);

} // namespace homeroom
