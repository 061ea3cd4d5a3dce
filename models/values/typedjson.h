// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/recordrow.h"

#include <QJsonValue>

namespace homeroom {

// What came from the server or was kept from it: its types are checked, its values are not. The
// server has judged them, and a word that came with a newer schema must survive here.

/// Whether the value is a number without a fraction, in the range that JSON numbers keep exactly.
bool isExactInteger(const QJsonValue& value);

/// As fieldFromJson without its rules; nothing where the JSON is of another type.
std::optional<FieldValue> typedFieldFromJson(const FieldDescription& field, const QJsonValue& json);

/// Inverse of wholeRowToJson without the rules of fields.
Result<RecordRow> typedRowFromJson(const RecordType& type, const QJsonObject& json);

} // namespace homeroom
