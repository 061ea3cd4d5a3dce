// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/mutation.h"

#include <QStringList>

namespace homeroom::ctl {

/// FIELD=VALUE words as changes of the type: values as rows are printed (amounts in fen, times in
/// milliseconds, true and false), sets as a JSON list or with commas, objects as JSON; an empty
/// value is nothing. Errors: Invalid or Malformed with the field.
Result<FieldChanges> changesFromWords(const RecordType& type, const QStringList& words);

/// A record as the program itself would make it, before a person says anything: the first word of
/// every list, and now where a time must be set.
RecordRow defaultRow(RecordKind kind, const RecordId& id, Milliseconds now);

} // namespace homeroom::ctl
