// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/rules/writecontext.h"

namespace homeroom {

/// What an audit entry says of one write.
struct WriteNote {
    QString action{}; ///< the operation, or the command's name; empty where the caller notes the
                      ///< write itself
    QJsonObject detail{};
    QJsonObject lost{}; ///< field → typed value that gave way, for the history
    Milliseconds at = 0; ///< corrected time of the edit; 0 for now
};

/// Writes a record at the context's stamp and everything that follows from it in the same
/// transaction: root scopes, memberships, accounts, phone hashes and duplicate tasks, history,
/// audit. `before` is null for a new record.
void writeRecord(
    WriteContext& context, StoredRecord record, const RecordRow* before, const WriteNote& note);

/// `type/id`, as audit and Conflict.record name a record.
QString subjectOf(const RecordRow& row);

} // namespace homeroom
