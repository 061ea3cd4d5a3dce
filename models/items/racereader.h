// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/familychips.h"
#include "models/store/cohortrace.h"

namespace homeroom {

/// The numbers of the viewer's cohort against the ones before, read on the worker when a page first
/// asks and again, at most every few seconds, after the families or their lessons have changed.
class RaceReader : public QObject {
    Q_OBJECT

public:
    /// All references must outlive it.
    RaceReader(
        Workspace& workspace, FamilyChips& chips, const Viewer& viewer, QObject* parent = nullptr);

    /// Begins to read, once.
    void start();
    /// How long it waits after a change; tests wait less.
    void setPatience(std::chrono::milliseconds patience) { m_wait.setInterval(patience); }
    /// Nothing before the first reading, and where the viewer works in no cohort.
    const std::optional<CohortRace>& race() const { return m_race; }

Q_SIGNALS:
    void changed();

private:
    void read();
    void follow(const ChangeSet& changes);

    Workspace& m_workspace;
    FamilyChips& m_chips;
    const Viewer m_viewer;
    QTimer m_wait;
    std::optional<CohortRace> m_race{};
    bool m_started = false;
    bool m_reading = false;
};

} // namespace homeroom
