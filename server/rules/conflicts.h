// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/mutation.h"
#include "server/rules/writecontext.h"

namespace homeroom {

/// A value that found no place: of one field, or of a whole mutation (field -1).
struct LostEdit {
    ConflictKind kind = ConflictKind::Conflict;
    int field = -1;
    FieldValue mine{}; ///< of one field
};

/// Writes a Conflict record with the root of `record` and returns its id. `values` holds `mine`,
/// and of one field `theirs` and `before` where they are known, and `along` what was typed beside
/// it of the fields that go with it.
RecordId writeConflict(WriteContext& context, const Mutation& mutation, const RecordId& root,
    const StoredRecord* record, const LostEdit& lost);

} // namespace homeroom
