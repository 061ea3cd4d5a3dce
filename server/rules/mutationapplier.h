// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/syncvalues.h"
#include "server/rules/fieldmerge.h"
#include "server/rules/redirection.h"
#include "server/rules/writecontext.h"

namespace homeroom {

/// What applying one mutation came to.
struct Verdict {
    Outcome outcome{};
    /// The edit is refused, but it was typed while it was allowed: the lead gets it as an orphan.
    bool orphaned = false;
    RecordId orphanRoot{};
};

/// Applies one mutation at a time to the server's records (sync.md sections 5 and 6). A refusal
/// may leave writes behind: run it in a savepoint.
class MutationApplier {
public:
    /// `lastContact`: when the device's queue was last known to be drained.
    MutationApplier(WriteContext& context, const RecordId& device, Milliseconds lastContact)
        : m_context(context), m_device(device), m_lastContact(lastContact)
    {
    }

    Verdict apply(const Mutation& mutation);

private:
    Verdict applyHere(const Mutation& mutation);
    Standing standingIn(const RecordId& root, Seq base);
    EditOrigin originOf(const Mutation& mutation);
    Verdict create(const Mutation& mutation);
    Verdict createIn(const Mutation& mutation, RecordRow row);
    Verdict edit(const Mutation& mutation, StoredRecord record);
    Verdict editAs(Standing standing, const Mutation& mutation, StoredRecord record);
    Verdict remove(const Mutation& mutation, StoredRecord record);
    Verdict merge(const Mutation& mutation, const StoredRecord& record);
    Verdict changeSets(const Mutation& mutation, StoredRecord record);
    Verdict suggest(const Mutation& mutation, const StoredRecord& record);
    Verdict orphan(const Mutation& mutation, const RecordId& root);
    Result<void> checkRight(const RecordRow& row);
    Result<void> checkImmutable(const Mutation& mutation, const RecordRow& row);
    Verdict write(const Mutation& mutation, StoredRecord after, const RecordRow& before,
        Outcome outcome, const QJsonObject& lost);

    WriteContext& m_context;
    RecordId m_device;
    Milliseconds m_lastContact;
    RedirectedEdit m_edit{}; ///< the one being applied
};

} // namespace homeroom
