// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/catalogue.h"

#include "models/store/records.h"

#include <algorithm>

namespace homeroom {

Catalogue::Catalogue(Database& reader, RecordStore& store, QObject* parent)
    : QObject(parent), m_reader(reader)
{
    reload();
    connect(&store, &RecordStore::changed, this, &Catalogue::reloadIfTouched);
}

Catalogue::~Catalogue() = default;

std::vector<Stage> Catalogue::stagesOf(const Id<Pipeline>& pipeline) const
{
    std::vector<Stage> stages;
    std::copy_if(m_stages.begin(), m_stages.end(), std::back_inserter(stages),
        [&](const Stage& stage) { return stage.pipeline == pipeline; });
    return stages;
}

const Pipeline* Catalogue::defaultPipeline() const
{
    for (const Pipeline& pipeline : m_pipelines) {
        if (pipeline.isDefault)
            return &pipeline;
    }
    return m_pipelines.empty() ? nullptr : &m_pipelines.front();
}

void Catalogue::reload()
{
    const Result<void> read = m_reader.read([this](Database& database) {
        m_teams = listRecords<Team>(database, "1 ORDER BY name");
        m_users = listRecords<User>(database, "1 ORDER BY name");
        m_workAccounts = listRecords<WorkAccount>(database, "1 ORDER BY name");
        m_channels = listRecords<Channel>(database, "1 ORDER BY name");
        m_products = listRecords<Product>(database, "1 ORDER BY name");
        m_classes = listRecords<Class>(database, "1 ORDER BY name");
        m_cohorts = listRecords<Cohort>(database, "1 ORDER BY \"opensOn\" DESC");
        m_lessons = listRecords<Lesson>(database, "1 ORDER BY cohort, \"cohortDay\", id");
        m_pipelines = listRecords<Pipeline>(database, "1 ORDER BY rank, id");
        m_stages = listRecords<Stage>(database, "1 ORDER BY pipeline, rank, id");
        m_tags = listRecords<Tag>(database, "1 ORDER BY \"groupName\", name");
        m_customFields = listRecords<CustomField>(database, "1 ORDER BY rank, id");
        m_savedViews = listRecords<SavedView>(database, "1 ORDER BY rank, id");
        m_workCalendars = listRecords<WorkCalendar>(database, "1 ORDER BY name, id");
    });
    // A failed read keeps what was there: an old name is better than none.
    Q_UNUSED(read.ok());
}

void Catalogue::reloadIfTouched(const ChangeSet& changes)
{
    const bool touched = std::any_of(changes.records.begin(), changes.records.end(),
        [](const ChangedRecord& record) { return !recordType(record.kind).isFamily(); });
    if (!touched)
        return;
    reload();
    Q_EMIT changed();
}

WorkTime workTimeOf(const Catalogue& catalogue, const QTimeZone& zone)
{
    for (const WorkCalendar& calendar : catalogue.workCalendars()) {
        if (calendar.active)
            return {calendar, zone};
    }
    return WorkTime(zone);
}

} // namespace homeroom
