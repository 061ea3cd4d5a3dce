// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/rules/writecontext.h"

namespace homeroom {

/// Lets the winner's own row take over what it lacks of the loser's. Returns what was done, as
/// Redirect::made.
QJsonObject takeOverFields(WriteContext& context, StoredRecord& winner, const RecordRow& loser);

/// Takes that back where the winner's value is still the one that was taken over.
void giveBackFields(WriteContext& context, StoredRecord& winner, const QJsonObject& made);

} // namespace homeroom
