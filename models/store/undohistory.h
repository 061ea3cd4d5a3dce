// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/undolog.h"

namespace homeroom {

// What this device did, for people to read. Call inside Database::read; SQL errors throw.

/// One value that a step set, or a record that it made or removed.
struct HistoryChange {
    RecordId family{}; ///< or the record itself, of the catalogue
    QString familyName{};
    RecordKind kind = RecordKind::None;
    Operation operation = Operation::Set;
    int field = -1; ///< -1 where a record was made or removed
    FieldValue before{};
    FieldValue after{};
};

/// One step and whom it is about.
struct HistoryStep {
    UndoStep step{};
    std::vector<RecordId> families{}; ///< three of them at most
    qint64 familyCount = 0;
    QString familyName{}; ///< of the first, as it is stored now; empty where none is here
    std::optional<HistoryChange> first{}; ///< of a step without a label, which names it
};

/// The newest steps first, undone ones as well.
std::vector<HistoryStep> readHistorySteps(Database& database, int limit);

/// What the step changed, in its order; `limit` values at most.
std::vector<HistoryChange> readHistoryChanges(Database& database, qint64 entry, int limit);

} // namespace homeroom
