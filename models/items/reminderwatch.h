// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/catalogue.h"
#include "models/store/reminderquery.h"
#include "models/store/workspace.h"

#include <QSet>
#include <QTimer>

namespace homeroom {

/// Waits for the time of tasks and promises. Each is told once for a time in a run of the program,
/// also one that comes in late; what was due before it began is summed up at the start.
class ReminderWatch : public QObject {
    Q_OBJECT

public:
    /// All references must outlive it.
    ReminderWatch(Workspace& workspace, const Catalogue& catalogue, const Clock& clock,
        const Viewer& viewer, const QTimeZone& zone, QObject* parent = nullptr);

    /// Begins to read, once.
    void start();
    /// Looks at the clock now; it does so by itself every half minute.
    void look();

Q_SIGNALS:
    /// After the first reading: how much was due before, and how much is still to come today.
    void begun(int overdue, int today);
    /// These are due now, by time.
    void due(const std::vector<homeroom::Reminder>& reminders);

private:
    void read();
    void begin();
    std::vector<Reminder> reached();
    void follow(const ChangeSet& changes);
    Milliseconds endOfDay() const;

    Workspace& m_workspace;
    const Catalogue& m_catalogue;
    const Clock& m_clock;
    const Viewer m_viewer;
    const QTimeZone m_zone;
    std::vector<Reminder> m_reminders{}; ///< of today, by time
    QSet<std::pair<RecordId, Milliseconds>> m_told{}; ///< task or family, and its time
    Milliseconds m_readUntil = 0;
    QTimer m_looking;
    QTimer m_reading; ///< a while after a change, once for many
    bool m_started = false;
    bool m_begun = false;
};

} // namespace homeroom
