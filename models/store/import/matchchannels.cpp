// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/import/matchchannels.h"

#include "models/store/familyteams.h"
#include "models/store/import/importcatalogue.h"
#include "models/store/records.h"

namespace homeroom {

Edit matchChannels(Database& database, const Viewer& viewer, const RecordId& batch)
{
    const ImportCatalogue catalogue = loadImportCatalogue(database);
    const FamilyTeams teams(database);
    Edit edit;
    edit.batch = batch;
    const auto waiting = listRecords<Customer>(
        database, "channel IS NULL AND \"sourceText\" IS NOT NULL ORDER BY id");
    for (const Customer& customer : waiting) {
        const RecordId channel = catalogue.channels.value(lookupName(customer.sourceText));
        if (channel.isNull()
            || !covers(viewer, Right::EditFamily, customer.owner, teams.of(customer)))
            continue;
        Change<Customer> change(customer.id, customer.id);
        change.set(&Customer::channel, Id<Channel>(channel));
        edit.mutations.push_back(change.mutation());
    }
    return edit;
}

std::vector<std::pair<QString, qint64>> sourcesWithoutChannel(Database& database)
{
    std::vector<std::pair<QString, qint64>> sources;
    Statement query = database.statement(
        "SELECT \"sourceText\", count(*) FROM r_customer WHERE deleted = 0 AND channel IS NULL AND "
        "\"sourceText\" IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1");
    while (query.step())
        sources.emplace_back(query.text(0), query.integer(1));
    return sources;
}

} // namespace homeroom
