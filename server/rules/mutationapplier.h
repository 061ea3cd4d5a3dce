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
    /// Of a refused edit by somebody who held this family before: it was typed while it was
    /// allowed, and the lead gets it as an orphan. Null otherwise.
    RecordId orphanRoot{};
};

/// Applies the mutations of one group to the server's records (sync.md sections 5 and 6), one at a
/// time. A refusal may leave writes behind: run it in a savepoint.
class MutationApplier {
public:
    /// `lastContact`: when the device's queue was last known to be drained. `sentAt`: what the
    /// device took for the server's time when it sent the request.
    MutationApplier(WriteContext& context, const RecordId& device, Milliseconds lastContact,
        Milliseconds sentAt)
        : m_context(context), m_device(device), m_lastContact(lastContact), m_sentAt(sentAt)
    {
    }

    Verdict apply(const Mutation& mutation);

private:
    Verdict applyHere(const Mutation& mutation);
    Standing standingIn(const RecordId& root, Seq base);
    static Outcome applied(const Mutation& mutation, const Stamp& stamp);
    EditOrigin originOf(const Mutation& mutation);
    Verdict create(const Mutation& mutation);
    Verdict createIn(const Mutation& mutation, RecordRow row);
    Verdict edit(const Mutation& mutation, StoredRecord record);
    Verdict editAs(Standing standing, const Mutation& mutation, StoredRecord record);
    Verdict editDeleted(Standing standing, const Mutation& mutation, StoredRecord record);
    Verdict remove(const Mutation& mutation, StoredRecord record);
    Verdict merge(const Mutation& mutation, const StoredRecord& record);
    Verdict changeSets(const Mutation& mutation, StoredRecord record);
    Verdict leftOpen(const Mutation& mutation, const StoredRecord& conflict);
    Verdict suggest(const Mutation& mutation, const StoredRecord& record);
    Verdict orphan(const Mutation& mutation, const RecordId& root);
    Result<void> followResolution(
        const Conflict& before, const Conflict& after, const Mutation& resolution);
    /// The rights that depend on what the row will say.
    Result<void> checkResult(const RecordRow& after, const RecordRow* before);
    Result<void> checkRight(const RecordRow& row);
    Result<void> checkImmutable(const Mutation& mutation, const RecordRow& row);
    Verdict write(const Mutation& mutation, StoredRecord after, const RecordRow& before,
        Outcome outcome, const QJsonObject& lost);

    WriteContext& m_context;
    RecordId m_device;
    Milliseconds m_lastContact;
    Milliseconds m_sentAt;
    /// `type/id` → fields that a resolution in the same group came too late for.
    QHash<QString, QSet<QString>> m_settledElsewhere{};
    RedirectedEdit m_edit{}; ///< the one being applied
    RecordId m_heldBefore{}; ///< a root that its author has lost since; of the one being applied
};

} // namespace homeroom
