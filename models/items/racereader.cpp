// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/racereader.h"

#include <algorithm>

namespace homeroom {

using namespace std::chrono_literals;

namespace {

constexpr auto patience = 3s; // numbers of a day: nobody waits for the next one

bool isCounted(const ChangedRecord& record)
{
    switch (record.kind) {
    case RecordKind::Customer:
    case RecordKind::Enrollment:
    case RecordKind::LessonProgress:
    case RecordKind::Order:
    case RecordKind::Lesson:
    case RecordKind::Cohort:
    case RecordKind::CohortDay:
        return true;
    default:
        return false;
    }
}

} // namespace

RaceReader::RaceReader(
    Workspace& workspace, FamilyChips& chips, const Viewer& viewer, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_chips(chips), m_viewer(viewer)
{
    m_wait.setSingleShot(true);
    m_wait.setInterval(patience);
    connect(&m_wait, &QTimer::timeout, this, &RaceReader::read);
}

void RaceReader::start()
{
    if (std::exchange(m_started, true))
        return;
    connect(&m_workspace.store(), &RecordStore::changed, this, &RaceReader::follow);
    read();
}

void RaceReader::follow(const ChangeSet& changes)
{
    if (!m_wait.isActive() && std::ranges::any_of(changes.records, isCounted))
        m_wait.start();
}

void RaceReader::read()
{
    if (std::exchange(m_reading, true)) {
        m_wait.start();
        return;
    }
    m_workspace
        .query([viewer = m_viewer, moment = m_chips.moment()](Database& database) {
            return readCohortRace(database, viewer, moment.now, moment.zone);
        })
        .then(this, [this](Result<std::optional<CohortRace>> race) {
            m_reading = false;
            if (!race.ok())
                return;
            m_race = std::move(*race);
            Q_EMIT changed();
        });
}

} // namespace homeroom
