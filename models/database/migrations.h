// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/database/database.h"

#include <span>

namespace homeroom {

/// One step of a schema: a numbered SQL file in resources. Old ones are never edited; a new
/// database runs them all. They name tables and columns literally, so that they mean the same
/// later.
struct Migration {
    qint64 version; ///< 1, 2, 3 …
    QLatin1StringView resource; ///< `:/migrations/…`
};

/// Brings the database to the last migration's version, each step in one transaction together with
/// its user_version. Before the first step of a database that already holds something, a copy
/// `<file>.backup-<version>` is made. Errors: NewerDatabase when the file is from a newer program,
/// Io when the copy fails, Database when a step fails (nothing of that step stays).
Result<void> migrate(Database& database, std::span<const Migration> migrations);

/// Removes the copies that migrations made before they began. False where one stays; what they hold
/// has been erased from the database since.
bool removeCopies(const Database& database);

} // namespace homeroom
