// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/csv/numbertext.h"
#include "models/values/csv/timetext.h"
#include "models/values/recordtype.h"

#include <QTimeZone>

namespace homeroom {

/// The text of a field's value in an exported cell: money in yuan with two decimals, times in
/// `zone`, yes and no, sets joined with `; `, objects as compact JSON, references as ids. Nothing
/// is an empty text. The value must be of the field's kind.
QString cellText(const FieldDescription& field, const FieldValue& value, const QTimeZone& zone);

/// The value that a cell's text means for the field, in cellText()'s form or as people write it. It
/// keeps the rules of validateField(); otherwise an Invalid error that names the field. An empty
/// cell is nothing, so every valid value that is not an empty text or set comes back exactly. Texts
/// are taken as they are, only their line ends become LF.
Result<FieldValue> cellValue(
    const FieldDescription& field, QStringView text, const QTimeZone& zone);

} // namespace homeroom
