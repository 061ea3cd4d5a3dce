// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/mutation.h"

#include <vector>

namespace homeroom {

/// Whether a change came from this program or from the server.
enum class Origin { Local, Remote };

struct ChangedRecord {
    RecordKind kind = RecordKind::None;
    RecordId id{};
    RecordId root{};
    bool removed = false; ///< deleted or no longer ours

    bool operator==(const ChangedRecord&) const = default;
};

/// What one commit changed. After a first sync or a hand-over it can hold many records.
struct ChangeSet {
    Origin origin = Origin::Local;
    std::vector<ChangedRecord> records{};

    bool touches(RecordKind kind) const;
    /// The families that something was changed in, each once, in ascending order.
    std::vector<RecordId> families() const;
};

/// What a person did in one go: one undo step. Mutations of one root in a row form a group that the
/// server takes in whole or not at all (at most maximumEditGroup a group).
struct Edit {
    QString label{}; ///< one sentence for the undo list, as «Moved to High intention»
    std::vector<Mutation> mutations{}; ///< operation, kind, id, root and changes are filled in
    RecordId batch{}; ///< set by imports and bulk changes: edits of one batch are one undo step
};

constexpr int maximumEditGroup = 50;

struct EditReceipt {
    qint64 undoEntry = 0; ///< number of the undo step; 0 when nothing changed
    QString label{};
    ChangeSet changes{};
};

} // namespace homeroom
