// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/stagequery.h"

#include "models/store/records.h"

namespace homeroom {

std::vector<Opportunity> cardsOfStage(Database& database, const Stage& stage)
{
    return listRecords<Opportunity>(database, "pipeline = ?1 AND stage = ?2 ORDER BY rank, id",
        [&](Statement& query) { query.bind(1, stage.pipeline).bind(2, stage.id); });
}

qint64 countCardsOfStage(Database& database, const Stage& stage)
{
    Statement query = database.statement("SELECT count(*) FROM r_opportunity "
                                         "WHERE pipeline = ?1 AND stage = ?2 AND deleted = 0");
    query.bind(1, stage.pipeline).bind(2, stage.id);
    query.step();
    return query.integer(0);
}

} // namespace homeroom
