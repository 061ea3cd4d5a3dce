// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/familychips.h"
#include "models/store/taskrules.h"

#include <deque>

namespace homeroom {

/// Runs the rules that make tasks whenever the families' chips have changed, a while after the last
/// change: what a person is just doing may settle the matter. Writes in small pieces, so that no
/// edit of a person waits for them.
class TaskRunner : public QObject {
    Q_OBJECT

public:
    /// Reads the calendar of the organisation for each run.
    using Calendar = std::function<WorkTime()>;

    /// All references must outlive it.
    TaskRunner(Workspace& workspace, FamilyChips& chips, const Viewer& viewer, Calendar calendar,
        QObject* parent = nullptr);

    /// How long it waits after a change; tests wait less.
    void setPatience(std::chrono::milliseconds patience) { m_wait.setInterval(patience); }

Q_SIGNALS:
    /// A run has ended and everything of it is written.
    void finished();

private:
    void run();
    void writeNext();

    Workspace& m_workspace;
    FamilyChips& m_chips;
    const Viewer m_viewer;
    Calendar m_calendar;
    QTimer m_wait;
    std::deque<Mutation> m_waiting{}; ///< found, not yet written
    bool m_running = false;
    bool m_again = false;
};

} // namespace homeroom
