// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/rules/writecontext.h"

namespace homeroom {

/// A live family that the caller sees and that the right covers. NotFound for an unknown and a
/// foreign one alike, Forbidden where the role reaches less far than it sees; `field` is named.
Result<StoredRecord> familyFor(
    WriteContext& context, const RecordId& id, Right right, const QString& field);

/// Changed where the family has another owner by now.
Result<void> checkOwner(const RecordRow& family, const RecordId& expected, const QString& field);

/// Sets a reference of a family's row and notes who wrote it; null empties it.
void setReference(WriteContext& context, StoredRecord& record, int field, const RecordId& id);

} // namespace homeroom
