// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rules/writecontext.h"

namespace homeroom {

std::vector<SightInterval> WriteContext::sight(const RecordId& root)
{
    if (!m_memberships)
        m_memberships = m_transaction.memberships(m_caller.viewer.user, 0);
    return sightOf(*m_memberships, m_transaction.intervals(root));
}

bool WriteContext::sees(const RecordId& root)
{
    if (const auto known = m_seen.constFind(root); known != m_seen.constEnd())
        return *known;
    const auto intervals = sight(root);
    const bool open =
        std::ranges::any_of(intervals, [](const SightInterval& pair) { return !pair.loss; });
    m_seen.insert(root, open);
    return open;
}

void WriteContext::forgetSight()
{
    m_memberships.reset();
    m_seen.clear();
}

RecordId WriteContext::teamOf(const RecordRow& customer)
{
    const RecordId owner = referenceOf(customer, u"owner");
    if (owner.isNull())
        return referenceOf(customer, u"team");
    if (owner == m_caller.viewer.user)
        return m_caller.viewer.team;
    const auto user = m_transaction.findRecord(RecordKind::User, owner);
    return user ? referenceOf(user->row, u"team") : referenceOf(customer, u"team");
}

bool WriteContext::covers(Right right, const RecordId& customer)
{
    const auto family = m_transaction.findRecord(RecordKind::Customer, customer);
    return family && covers(right, family->row);
}

bool WriteContext::covers(Right right, const RecordRow& family)
{
    return homeroom::covers(m_caller.viewer, right, referenceOf(family, u"owner"), teamOf(family));
}

Stamp WriteContext::clamped(Stamp base)
{
    if (base.generation > 0 && base.generation < m_stamp.generation)
        base.seq = std::min(base.seq, m_transaction.lastSeqOf(base.generation));
    return base;
}

} // namespace homeroom
