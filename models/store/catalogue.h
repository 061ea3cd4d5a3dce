// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/recordstore.h"
#include "models/values/records/records.h"
#include "models/values/worktime.h"

namespace homeroom {

/// The organisation's small tables in memory: what nearly every view needs by id. Reads on the
/// thread that made it, again after every commit that touches one of them.
class Catalogue : public QObject {
    Q_OBJECT

public:
    /// `reader` belongs to this object's thread.
    Catalogue(Database& reader, RecordStore& store, QObject* parent = nullptr);
    ~Catalogue() override;

    const std::vector<Team>& teams() const { return m_teams; }
    const std::vector<User>& users() const { return m_users; }
    const std::vector<WorkAccount>& workAccounts() const { return m_workAccounts; }
    const std::vector<Channel>& channels() const { return m_channels; }
    const std::vector<Product>& products() const { return m_products; }
    const std::vector<Class>& classes() const { return m_classes; }
    const std::vector<Cohort>& cohorts() const { return m_cohorts; } ///< newest first
    const std::vector<Lesson>& lessons() const { return m_lessons; } ///< by cohort and day
    const std::vector<Pipeline>& pipelines() const { return m_pipelines; } ///< by rank
    const std::vector<Stage>& stages() const { return m_stages; } ///< by pipeline and rank
    const std::vector<Tag>& tags() const { return m_tags; }
    const std::vector<CustomField>& customFields() const { return m_customFields; } ///< by rank
    const std::vector<SavedView>& savedViews() const { return m_savedViews; } ///< by rank
    const std::vector<WorkCalendar>& workCalendars() const { return m_workCalendars; }

    /// The record of that id, or null.
    template <typename Record> const Record* find(const Id<Record>& id) const;
    /// Stages of one pipeline in their order.
    std::vector<Stage> stagesOf(const Id<Pipeline>& pipeline) const;
    /// The pipeline marked as default, else the first; null when there is none.
    const Pipeline* defaultPipeline() const;

Q_SIGNALS:
    void changed();

private:
    void reload();
    void reloadIfTouched(const ChangeSet& changes);
    template <typename Record> const std::vector<Record>& all() const;

    Database& m_reader;
    std::vector<Team> m_teams;
    std::vector<User> m_users;
    std::vector<WorkAccount> m_workAccounts;
    std::vector<Channel> m_channels;
    std::vector<Product> m_products;
    std::vector<Class> m_classes;
    std::vector<Cohort> m_cohorts;
    std::vector<Lesson> m_lessons;
    std::vector<Pipeline> m_pipelines;
    std::vector<Stage> m_stages;
    std::vector<Tag> m_tags;
    std::vector<CustomField> m_customFields;
    std::vector<SavedView> m_savedViews;
    std::vector<WorkCalendar> m_workCalendars;
};

template <typename Record> const std::vector<Record>& Catalogue::all() const
{
    if constexpr (std::is_same_v<Record, Team>)
        return m_teams;
    else if constexpr (std::is_same_v<Record, User>)
        return m_users;
    else if constexpr (std::is_same_v<Record, WorkAccount>)
        return m_workAccounts;
    else if constexpr (std::is_same_v<Record, Channel>)
        return m_channels;
    else if constexpr (std::is_same_v<Record, Product>)
        return m_products;
    else if constexpr (std::is_same_v<Record, Class>)
        return m_classes;
    else if constexpr (std::is_same_v<Record, Cohort>)
        return m_cohorts;
    else if constexpr (std::is_same_v<Record, Lesson>)
        return m_lessons;
    else if constexpr (std::is_same_v<Record, Pipeline>)
        return m_pipelines;
    else if constexpr (std::is_same_v<Record, Stage>)
        return m_stages;
    else if constexpr (std::is_same_v<Record, Tag>)
        return m_tags;
    else if constexpr (std::is_same_v<Record, CustomField>)
        return m_customFields;
    else if constexpr (std::is_same_v<Record, SavedView>)
        return m_savedViews;
    else
        return m_workCalendars;
}

template <typename Record> const Record* Catalogue::find(const Id<Record>& id) const
{
    for (const Record& record : all<Record>()) {
        if (record.id == id)
            return &record;
    }
    return nullptr;
}

/// The hours of the calendar in use; all hours where there is none.
WorkTime workTimeOf(const Catalogue& catalogue, const QTimeZone& zone);

} // namespace homeroom
