// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/import/importcatalogue.h"

#include "models/store/records.h"
#include "models/values/csv/numbertext.h"

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

/// A name that two records share names neither.
void addName(QHash<QString, RecordId>& names, const QString& name, const RecordId& id)
{
    const QString key = lookupName(name);
    if (key.isEmpty())
        return;
    const auto it = names.find(key);
    if (it == names.end())
        names.insert(key, id);
    else if (*it != id)
        *it = RecordId();
}

template <typename Record> QHash<QString, RecordId> namesOf(const std::vector<Record>& records)
{
    QHash<QString, RecordId> names;
    for (const Record& record : records) {
        addName(names, record.name, record.id);
        addName(names, record.id.toString(), record.id);
    }
    return names;
}

void loadStages(ImportCatalogue& catalogue, Database& database)
{
    const auto pipelines =
        listRecords<Pipeline>(database, "1 ORDER BY coalesce(\"isDefault\", 0) DESC, rank, id");
    if (pipelines.empty())
        return;
    catalogue.pipeline = pipelines.front().id;
    catalogue.stages = listRecords<Stage>(database, "pipeline = ?1 ORDER BY rank, id",
        [&](Statement& query) { query.bind(1, catalogue.pipeline); });
    catalogue.stageNames = namesOf(catalogue.stages);
    // A key is meant before a name that happens to read alike.
    for (const Stage& stage : catalogue.stages) {
        if (!stage.key.isEmpty())
            catalogue.stageNames.insert(lookupName(stage.key), stage.id);
    }
}

} // namespace

QString lookupName(QStringView text)
{
    return halfWidthText(text).toCaseFolded();
}

const CustomField* ImportCatalogue::customField(const QString& key) const
{
    const auto found = std::find_if(customFields.begin(), customFields.end(),
        [&](const CustomField& field) { return field.key == key; });
    return found == customFields.end() ? nullptr : &*found;
}

const Stage* ImportCatalogue::stage(const RecordId& id) const
{
    const auto found = std::find_if(
        stages.begin(), stages.end(), [&](const Stage& stage) { return stage.id == id; });
    return found == stages.end() ? nullptr : &*found;
}

ImportCatalogue loadImportCatalogue(Database& database)
{
    ImportCatalogue catalogue;
    loadStages(catalogue, database);
    catalogue.customFields = listRecords<CustomField>(database, "1 ORDER BY rank, id");
    const auto channels = listRecords<Channel>(database);
    catalogue.channels = namesOf(channels);
    for (const Channel& channel : channels) {
        for (const QString& alias : channel.aliases)
            addName(catalogue.channels, alias, channel.id);
    }
    catalogue.tags = namesOf(listRecords<Tag>(database));
    catalogue.cohorts = namesOf(listRecords<Cohort>(database));
    catalogue.accounts = namesOf(listRecords<WorkAccount>(database));
    return catalogue;
}

} // namespace homeroom
