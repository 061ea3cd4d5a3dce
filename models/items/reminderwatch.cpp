// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/reminderwatch.h"

#include "models/values/cohortday.h"

namespace homeroom {

using namespace std::chrono_literals;

namespace {

constexpr auto everyHalfMinute = 30s;
constexpr auto patience = 500ms;

} // namespace

ReminderWatch::ReminderWatch(Workspace& workspace, const Catalogue& catalogue, const Clock& clock,
    const Viewer& viewer, const QTimeZone& zone, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_catalogue(catalogue), m_clock(clock),
      m_viewer(viewer), m_zone(zone)
{
    m_looking.setInterval(everyHalfMinute);
    connect(&m_looking, &QTimer::timeout, this, &ReminderWatch::look);
    m_reading.setSingleShot(true);
    m_reading.setInterval(patience);
    connect(&m_reading, &QTimer::timeout, this, &ReminderWatch::read);
}

void ReminderWatch::start()
{
    if (std::exchange(m_started, true))
        return;
    connect(&m_workspace.store(), &RecordStore::changed, this, &ReminderWatch::follow);
    m_looking.start();
    read();
}

void ReminderWatch::follow(const ChangeSet& changes)
{
    if (changes.touches(RecordKind::Task) || changes.touches(RecordKind::Customer)
        || changes.touches(RecordKind::WorkCalendar))
        m_reading.start();
}

Milliseconds ReminderWatch::endOfDay() const
{
    const QDate tomorrow = dateAt(m_clock.now(), m_zone).addDays(1);
    return tomorrow.startOfDay(m_zone).toMSecsSinceEpoch();
}

void ReminderWatch::read()
{
    const Milliseconds until = endOfDay();
    const auto find = [viewer = m_viewer, until, work = workTimeOf(m_catalogue, m_zone)](
                          Database& database) {
        return readReminders(database, viewer, until, work);
    };
    m_workspace.query(find).then(this, [this, until](Result<std::vector<Reminder>> reminders) {
        if (!reminders.ok())
            return;
        m_reminders = std::move(*reminders);
        m_readUntil = until;
        if (!std::exchange(m_begun, true))
            begin();
        look();
    });
}

void ReminderWatch::begin()
{
    const int overdue = int(reached().size());
    Q_EMIT begun(overdue, int(m_reminders.size()) - overdue);
}

/// Those whose time has come since they were last asked for.
std::vector<Reminder> ReminderWatch::reached()
{
    const Milliseconds now = m_clock.now();
    std::vector<Reminder> reached;
    for (const Reminder& reminder : m_reminders) {
        const RecordId about = reminder.task ? RecordId(reminder.task->id) : reminder.customer;
        const std::pair key(about, reminder.at);
        if (reminder.at > now || m_told.contains(key))
            continue;
        m_told.insert(key);
        reached.push_back(reminder);
    }
    return reached;
}

void ReminderWatch::look()
{
    if (!m_begun)
        return;
    if (const std::vector<Reminder> now = reached(); !now.empty())
        Q_EMIT due(now);
    if (m_clock.now() >= m_readUntil)
        m_reading.start(); // another day
}

} // namespace homeroom
