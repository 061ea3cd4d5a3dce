// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/outboxquery.h"

namespace homeroom {

std::vector<OutboxLine> readOutbox(Database& database)
{
    std::vector<OutboxLine> lines;
    Statement query = database.statement(
        "SELECT n, mid, grp, state, type, id, root, mutation, outcome FROM outbox ORDER BY n");
    while (query.step())
        lines.push_back({query.integer(0), query.integer(1), query.integer(2), query.text(3),
            query.text(4), query.id(5), query.id(6), query.object(7),
            query.isNull(8) ? QJsonObject() : query.object(8)});
    return lines;
}

} // namespace homeroom
