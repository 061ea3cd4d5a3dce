// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/chipquery.h"
#include "models/store/workspace.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <array>
#include <optional>

namespace homeroom {

/// The families that both leave; nothing is no filter.
std::optional<QSet<RecordId>> bothOf(
    std::optional<QSet<RecordId>> one, const std::optional<QSet<RecordId>>& other);

/// Which families wait for what, with a live count a chip: one for all pages, so that a chip says
/// the same everywhere. Read on the worker when a page first asks, followed after every commit and
/// every minute, since chips depend on the time, too.
class FamilyChips : public QObject {
    Q_OBJECT

public:
    /// All arguments must outlive it.
    FamilyChips(
        Workspace& workspace, const Clock& clock, const QTimeZone& zone, QObject* parent = nullptr);

    /// Begins to read, once.
    void start();
    bool isReady() const { return m_ready; }
    int count(FamilyChip chip) const { return m_counts[size_t(chip)]; }
    /// Families for which every chip of the mask holds.
    QSet<RecordId> families(ChipMask mask) const;
    /// What was read last; empty until isReady().
    const ChipMasks& masks() const { return m_masks; }
    ChipMoment moment() const { return {m_clock.now(), m_zone}; }

Q_SIGNALS:
    void changed();

private:
    void reload();
    void follow(const ChangeSet& changes);
    void refresh();
    void take(const std::vector<RecordId>& families, const ChipMasks& masks);
    void countIn(ChipMask mask, int by);

    Workspace& m_workspace;
    const Clock& m_clock;
    const QTimeZone m_zone;
    ChipMasks m_masks{};
    std::array<int, familyChipCount> m_counts{};
    QSet<RecordId> m_touched{}; ///< changed since the last reading began
    QTimer m_minute;
    bool m_started = false;
    bool m_ready = false;
    bool m_reading = false;
    bool m_reloadWanted = false;
};

} // namespace homeroom
