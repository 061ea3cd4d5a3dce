// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/matchingfamilies.h"

namespace homeroom {

namespace {

constexpr int everyMinuteMs = 60'000;
constexpr size_t mostSingleFamilies = 2000; // more of them cost more than reading all again

} // namespace

MatchingFamilies::MatchingFamilies(Workspace& workspace, const Catalogue& catalogue,
    const Clock& clock, const QTimeZone& zone, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_catalogue(catalogue), m_clock(clock), m_zone(zone),
      m_fields(conditionFields(catalogue.customFields())),
      m_columns(std::make_shared<FamilyColumns>())
{
    m_minute.setInterval(everyMinuteMs);
    connect(&m_minute, &QTimer::timeout, this, &MatchingFamilies::reload);
    connect(&workspace.store(), &RecordStore::changed, this, &MatchingFamilies::follow);
    connect(&catalogue, &Catalogue::changed, this, &MatchingFamilies::followCatalogue);
}

MatchingFamilies::MatchingFamilies(const MatchingFamilies& other, QObject* parent)
    : MatchingFamilies(other.m_workspace, other.m_catalogue, other.m_clock, other.m_zone, parent)
{
    m_columns = other.m_columns;
    m_touched = other.m_touched;
}

void MatchingFamilies::setConditions(ConditionGroup conditions)
{
    if (conditions == m_conditions)
        return;
    m_conditions = std::move(conditions);
    judge();
}

void MatchingFamilies::prepare(const ConditionGroup& conditions)
{
    if (conditions.isEmpty() || firstFault(conditions, m_fields))
        return;
    m_workspace
        .query([columns = m_columns,
                   judge = ConditionJudge(conditions, m_fields, m_clock.now(), m_zone)](
                   Database& database) { columns->prepare(database, judge); })
        .then(this, [this](const Result<void>& read) {
            if (!read.ok())
                m_columns = std::make_shared<FamilyColumns>(); // half a reading is none
        });
}

void MatchingFamilies::followCatalogue()
{
    m_fields = conditionFields(m_catalogue.customFields());
    judge();
}

void MatchingFamilies::judge()
{
    m_fault = firstFault(m_conditions, m_fields);
    m_ready = false;
    ++m_generation;
    if (m_conditions.isEmpty() || m_fault) {
        m_ready = true;
        m_minute.stop();
        m_families = m_fault ? std::optional(QSet<RecordId>()) : std::nullopt;
        Q_EMIT changed();
        return;
    }
    if (dependsOnTime(m_conditions))
        m_minute.start();
    else
        m_minute.stop();
    reload();
}

void MatchingFamilies::reload()
{
    m_reloadWanted = m_reading;
    if (m_reading)
        return;
    const quint64 generation = m_generation;
    m_reading = true;
    const std::vector<RecordId> touched(m_touched.cbegin(), m_touched.cend());
    m_touched.clear();
    m_workspace
        .query([columns = m_columns, touched,
                   judge = ConditionJudge(m_conditions, m_fields, m_clock.now(), m_zone)](
                   Database& database) {
            if (touched.size() > mostSingleFamilies)
                columns->clear();
            else
                columns->refresh(database, touched);
            const std::vector<RecordId> found = columns->matching(database, judge);
            return Result<QSet<RecordId>>(QSet<RecordId>(found.begin(), found.end()));
        })
        .then(this, [this, generation](const Result<QSet<RecordId>>& families) {
            m_reading = false;
            if (!families.ok())
                m_columns = std::make_shared<FamilyColumns>(); // half a reading is none
            else if (generation == m_generation)
                take(*families);
            if (m_reloadWanted)
                reload();
        });
}

void MatchingFamilies::follow(const ChangeSet& changes)
{
    for (const RecordId& family : changes.families())
        m_touched.insert(family);
    const bool asks = !m_conditions.isEmpty() && !m_fault;
    if (asks && !m_touched.isEmpty())
        reload();
}

void MatchingFamilies::take(QSet<RecordId> families)
{
    const bool same = m_ready && m_families == families;
    m_ready = true;
    m_families = std::move(families);
    if (!same)
        Q_EMIT changed();
}

} // namespace homeroom
