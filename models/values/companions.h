// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/recordrow.h"

namespace homeroom {

/// Some fields say something about the value of another one, and are false beside any other value:
/// when the stage was entered, when the card was closed in it and why it was lost. A change of the
/// leading field is sent with all of its companions, and whatever is decided about it is decided
/// about them.
///
/// The index of the field that this one goes with, or -1.
int leaderOf(const RecordType& type, int field);

/// The indices of the fields that go with this one; of most fields none.
std::vector<int> companionsOf(const RecordType& type, int field);

/// What the changes say of the field; null where they do not name it.
const FieldValue* changeOf(const FieldChanges& changes, int field);

} // namespace homeroom
