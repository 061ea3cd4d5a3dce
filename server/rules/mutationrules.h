// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/mutation.h"
#include "server/rules/writecontext.h"

namespace homeroom {

/// What can be said of a mutation without looking at the database: no server-only field, no masked
/// value, add and remove on sets only, each field once, nothing that clients do not write.
Result<void> checkShape(const Mutation& mutation);

/// Every reference that the mutation sets names a live record that the author sees, or one of the
/// same root; within families only one of the same root. NotFound with the field otherwise.
Result<void> checkReferences(WriteContext& context, const Mutation& mutation, const RecordId& root);

/// Whether the caller may write a record outside families as it is (before and after a change):
/// the role allows it, and a private record is the caller's own.
Result<void> checkOrgRight(WriteContext& context, const RecordRow& row);

/// Rules of user records: sign-in names are unique, one active administrator is left.
Result<void> checkUser(WriteContext& context, const RecordRow& after, const RecordRow* before);

/// Fields that the server fills when a record is made: owner and team of a family, the author of a
/// follow-up, the holder of a private record.
void fillServerFields(const Viewer& viewer, RecordRow& row);

} // namespace homeroom
