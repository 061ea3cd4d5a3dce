// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rules/writecontext.h"

namespace homeroom {

const std::vector<SightInterval>& WriteContext::sight(const RecordId& root)
{
    if (const auto known = m_sights.constFind(root); known != m_sights.constEnd())
        return *known;
    if (!m_memberships)
        m_memberships = m_transaction.memberships(m_caller.viewer.user, 0);
    return *m_sights.insert(root, sightOf(*m_memberships, m_transaction.intervals(root)));
}

bool WriteContext::sees(const RecordId& root)
{
    return std::ranges::any_of(sight(root), [](const SightInterval& pair) { return !pair.loss; });
}

void WriteContext::touch(const RecordId& root)
{
    if (m_touchedRoots.contains(root))
        return;
    touchRoot(m_transaction, root, m_stamp.seq, m_touched);
    m_touchedRoots.insert(root);
}

void WriteContext::forget()
{
    m_memberships.reset();
    m_sights.clear();
    m_touchedRoots.clear();
}

void WriteContext::forget(const RecordId& root)
{
    m_sights.remove(root);
    m_touchedRoots.remove(root);
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
    // Of a time that this database has lost, and nobody has shown.
    if (base.generation > m_stamp.generation)
        return {};
    if (base.generation > 0 && base.generation < m_stamp.generation)
        base.seq = std::min(base.seq, m_transaction.trustedSeq(base.generation));
    return base;
}

} // namespace homeroom
