// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/clientdatabase.h"

#include <array>

// Resources of a static library are linked in only when somebody names them, outside a namespace.
static void initialiseResources()
{
    Q_INIT_RESOURCE(migrations);
}

namespace homeroom {

namespace {

constexpr std::array clientMigrations{
    Migration{1, QLatin1StringView(":/migrations/client/0001_records.sql")},
    Migration{2, QLatin1StringView(":/migrations/client/0002_sync.sql")},
    Migration{3, QLatin1StringView(":/migrations/client/0003_history.sql")},
    Migration{4, QLatin1StringView(":/migrations/client/0004_board_totals.sql")},
    Migration{5, QLatin1StringView(":/migrations/client/0005_today.sql")},
    Migration{6, QLatin1StringView(":/migrations/client/0006_cohort.sql")},
    Migration{7, QLatin1StringView(":/migrations/client/0007_access.sql")},
};

} // namespace

Result<std::unique_ptr<Database>> openClientDatabase(const DatabaseOptions& options)
{
    initialiseResources();
    Result<std::unique_ptr<Database>> opened = Database::open(options);
    if (!opened.ok())
        return opened;
    if (const Result<void> migrated = migrate(**opened, clientMigrations); !migrated.ok())
        return migrated.error();
    return opened;
}

QString clientState(Database& database, const QString& key)
{
    Statement query = database.statement("SELECT value FROM client_state WHERE key = ?1");
    query.bind(1, key);
    return query.step() ? query.text(0) : QString();
}

void setClientState(Database& database, const QString& key, const QString& value)
{
    Statement put = database.statement("INSERT INTO client_state (key, value) VALUES (?1, ?2) "
                                       "ON CONFLICT (key) DO UPDATE SET value = excluded.value");
    put.bind(1, key).bind(2, value).execute();
}

} // namespace homeroom
