// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/recordid.h"
#include "server/rules/caller.h"
#include "server/rules/policy.h"
#include "server/rules/visibility.h"
#include "server/storage/storage.h"

#include <QHash>

namespace homeroom {

/// One write transaction of one caller: what every rule in it needs, and what it has looked up.
class WriteContext {
public:
    WriteContext(WriteTransaction& transaction, const Caller& caller, Milliseconds now,
        const RulePolicy& policy, IdFactory& ids)
        : m_transaction(transaction), m_caller(caller), m_now(now), m_policy(policy), m_ids(ids)
    {
    }

    WriteTransaction& transaction() { return m_transaction; }
    const Caller& caller() const { return m_caller; }
    const Viewer& viewer() const { return m_caller.viewer; }
    Milliseconds now() const { return m_now; }
    const RulePolicy& policy() const { return m_policy; }
    RecordId newId() { return m_ids.next(); }
    Touched& touched() { return m_touched; }

    /// Takes the transaction's seq. Before any savepoint: a rollback would take it back.
    void takeStamp() { m_stamp = m_transaction.takeSeq(); }
    const Stamp& stamp() const { return m_stamp; }

    /// What the caller sees of a root, kept until forget.
    const std::vector<SightInterval>& sight(const RecordId& root);
    bool sees(const RecordId& root);
    /// Notes that the root has been written under this stamp; the storage is told once.
    void touch(const RecordId& root);
    /// After a rollback, or a change of members: everything is looked up again.
    void forget();
    /// As forget, of one root that changed hands.
    void forget(const RecordId& root);

    /// The team that rights on a family go by: the owner's, where there is one.
    RecordId teamOf(const RecordRow& customer);
    /// Whether the caller's right covers the family; false for an unknown one.
    bool covers(Right right, const RecordId& customer);
    bool covers(Right right, const RecordRow& family);

    /// A base of an older generation is clamped to what of that generation can be trusted.
    Stamp clamped(Stamp base);

private:
    WriteTransaction& m_transaction;
    const Caller& m_caller;
    Milliseconds m_now;
    const RulePolicy& m_policy;
    IdFactory& m_ids;
    Touched m_touched{};
    Stamp m_stamp{};
    std::optional<std::vector<MemberInterval>> m_memberships{};
    QHash<RecordId, std::vector<SightInterval>> m_sights{};
    QSet<RecordId> m_touchedRoots{};
};

} // namespace homeroom
