// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/recordstore.h"
#include "models/store/synccentrequery.h"

namespace homeroom {

/// A follow-up that the server refused, on its way back into the box it was typed in. It stays in
/// the sync centre until what became of it is saved.
struct RefusedFollowUp {
    FollowUp followUp{};
    std::vector<qint64> numbers{}; ///< of the refused edits, see dismissRefused
};

/// The refused follow-up among the edits of the item, if there is one.
std::optional<RefusedFollowUp> refusedFollowUpOf(const CentreItem& item);

/// A person has dealt with these refused edits: they are shown no more. Numbers that are gone
/// already are passed over.
void dismissRefused(RecordStore& store, const std::vector<qint64>& numbers);

} // namespace homeroom
