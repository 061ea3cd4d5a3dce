// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/records/records.h"
#include "models/values/result.h"

#include <QJsonValue>
#include <QTimeZone>

namespace homeroom {

/// The value in `custom` that a cell means for a field of this kind: numbers as numbers, amounts
/// as integer fen, yes/no as true and false, days and everything else as text. Errors: Invalid.
Result<QJsonValue> customValue(CustomFieldKind kind, const QString& text);

/// The inverse: the text of an exported cell. Values of another type than the kind's are written
/// as what they are.
QString customText(CustomFieldKind kind, const QJsonValue& value);

/// Whether the text is a number that customText() writes back letter for letter.
bool isPlainNumber(const QString& text);

} // namespace homeroom
