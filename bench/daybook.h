// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/workspace.h"
#include "models/values/records/records.h"

#include <QTemporaryDir>
#include <QTimeZone>

#include <array>

namespace homeroom::bench {

/// The profile of one tutor with 50,000 families and 1,000,000 follow-ups and progress rows: camps,
/// cards, tags, tasks and deposits, so that every reason of the day and every condition of a view
/// is somebody's. Ends the program where it cannot be written.
class DayBook {
public:
    static constexpr int families = 50'000;
    struct Names {
        Id<Pipeline> pipeline{};
        std::array<Id<Stage>, 6> stages{};
        std::array<RecordId, 8> tags{};
    };

    DayBook();

    Workspace& workspace() { return *m_workspace; }
    const Clock& clock() const { return m_clock; }
    IdFactory& ids() { return m_ids; }
    const RecordId& user() const { return m_user; }
    const Names& names() const { return m_names; }

private:
    const QTemporaryDir m_folder{};
    const SystemClock m_clock{};
    IdFactory m_ids;
    const RecordId m_user;
    Names m_names{};
    std::unique_ptr<Workspace> m_workspace{};
};

/// The organisation's.
QTimeZone dayBookZone();

} // namespace homeroom::bench
