// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/database/migrations.h"

namespace homeroom {

/// Opens the client's database file as its one writer, creating and migrating it as needed. Errors
/// as Database::open and migrate.
Result<std::unique_ptr<Database>> openClientDatabase(const DatabaseOptions& options);

/// One small fact of the profile (`client_state`), or an empty text. Throws SQLite::Exception.
QString clientState(Database& database, const QString& key);
void setClientState(Database& database, const QString& key, const QString& value);

} // namespace homeroom
