// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/rules/writecontext.h"

namespace homeroom {

/// The keyed hash of a customer's phone; empty without one and for a deleted customer.
QByteArray phoneHash(ReadTransaction& transaction, const RecordRow& customer);

/// Keeps the keyed hash of a customer's phone. Where other families have the same phone, the lead
/// of the family's team gets a private task that names their ids (samePhoneRule); no author learns
/// anything (sync.md section 6). Without a lead operations get it.
void notePhone(WriteContext& context, const RecordRow& customer);

/// The two became one: whoever was asked about just these two has nothing left to do.
void endDuplicateTasks(WriteContext& context, const RecordId& one, const RecordId& other);

} // namespace homeroom
