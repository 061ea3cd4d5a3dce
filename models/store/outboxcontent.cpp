// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/outboxcontent.h"

namespace homeroom {

void stripEntry(Database& database, qint64 number)
{
    Statement strip = database.statement(
        "UPDATE outbox SET mutation = json_remove(mutation, '$.set') WHERE n = ?1");
    strip.bind(1, number).execute();
}

void stripRefused(Database& database, const RecordId& root)
{
    Statement strip =
        database.statement("UPDATE outbox SET mutation = json_remove(mutation, '$.set') "
                           "WHERE root = ?1 AND +state = 'attention'");
    strip.bind(1, root).execute();
}

} // namespace homeroom
