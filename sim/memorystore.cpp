// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/memorystore.h"

#include "server/rules/caller.h"

#include <algorithm>

namespace homeroom::sim {

OrganisationState MemoryTransaction::organisation()
{
    return {{}, {}, {}, m_store.stamp};
}

QByteArray MemoryTransaction::secret(const QString&)
{
    return QByteArray(32, 'm');
}

std::optional<StoredRecord> MemoryTransaction::findRecord(RecordKind kind, const RecordId& id)
{
    const auto found = m_store.rows.find(id);
    if (found == m_store.rows.end() || found->second.kind != kind)
        return std::nullopt;
    return StoredRecord{found->second, {}};
}

std::vector<RecordRow> MemoryTransaction::recordsOfRoots(
    RecordKind, std::span<const RecordId> roots, Seq since)
{
    std::vector<RecordRow> found;
    for (const RecordId& root : roots) {
        for (const auto& [id, row] : m_store.rows) {
            if (row.root == root && row.stamp.seq > since)
                found.push_back(row);
        }
    }
    return found;
}

std::vector<RecordRow> MemoryTransaction::records(RecordKind kind)
{
    std::vector<RecordRow> found;
    for (const auto& [id, row] : m_store.rows) {
        if (row.kind == kind && !row.deleted)
            found.push_back(row);
    }
    return found;
}

std::vector<RecordRow> MemoryTransaction::recordsReferring(
    RecordKind kind, QStringView field, const RecordId& target)
{
    std::vector<RecordRow> found = records(kind);
    std::erase_if(found, [&](const RecordRow& row) { return referenceOf(row, field) != target; });
    return found;
}

std::vector<RecordRow> MemoryTransaction::recordsWithin(
    RecordKind kind, std::span<const RecordId> roots)
{
    std::vector<RecordRow> found = records(kind);
    std::erase_if(found,
        [&](const RecordRow& row) { return std::ranges::find(roots, row.root) == roots.end(); });
    return found;
}

std::vector<MemberInterval> MemoryTransaction::memberships(const RecordId& viewer, Seq since)
{
    std::vector<MemberInterval> found;
    for (const MemberInterval& member : m_store.members[viewer]) {
        if (!member.until || *member.until > since)
            found.push_back(member);
    }
    return found;
}

std::vector<RecordId> MemoryTransaction::rootsHeld(const ScopeName& scope, Seq since)
{
    std::vector<RecordId> found;
    for (const RootInterval& interval : m_store.intervals) {
        if (interval.scope == scope && (!interval.exit || *interval.exit > since))
            found.push_back(interval.root);
    }
    return found;
}

std::vector<RootInterval> MemoryTransaction::intervalsHeld(const ScopeName& scope, Seq since)
{
    std::vector<RootInterval> found;
    for (const RootInterval& interval : m_store.intervals) {
        if (interval.scope == scope && (!interval.exit || *interval.exit > since))
            found.push_back(interval);
    }
    return found;
}

std::vector<RecordId> MemoryTransaction::rootsChanged(const ScopeName& scope, Seq from)
{
    std::vector<RecordId> found;
    for (const RootInterval& interval : m_store.intervals) {
        if (interval.scope == scope
            && (interval.touch >= from || interval.exit.value_or(0) >= from))
            found.push_back(interval.root);
    }
    return found;
}

Seq MemoryTransaction::lastChange(const ScopeName& scope)
{
    Seq latest = 0;
    for (const RootInterval& interval : m_store.intervals) {
        if (interval.scope == scope)
            latest = std::max({latest, interval.touch, interval.exit.value_or(0)});
    }
    return latest;
}

std::vector<RootInterval> MemoryTransaction::intervals(const RecordId& root)
{
    std::vector<RootInterval> found;
    for (const RootInterval& interval : m_store.intervals) {
        if (interval.root == root)
            found.push_back(interval);
    }
    return found;
}

Incarnation MemoryTransaction::currentIncarnation()
{
    return {1, RecordId::fromName("memory"), 0, {}, {}, {}};
}

void MemoryTransaction::putRecord(const StoredRecord& record)
{
    m_store.rows[record.row.id] = record.row;
}

void MemoryTransaction::enterScope(
    const ScopeName& scope, const RecordId& root, RecordKind kind, Seq enter)
{
    m_store.intervals.push_back({scope, root, kind, enter, {}, enter, 0});
}

void MemoryTransaction::exitScope(
    const ScopeName& scope, const RecordId& root, Seq exit, Milliseconds at)
{
    for (RootInterval& interval : m_store.intervals) {
        if (interval.scope == scope && interval.root == root && !interval.exit) {
            interval.exit = exit;
            interval.exitedAt = at;
        }
    }
}

std::vector<ScopeName> MemoryTransaction::touchRoot(const RecordId& root, Seq seq)
{
    std::vector<ScopeName> scopes;
    for (RootInterval& interval : m_store.intervals) {
        if (interval.root != root || interval.exit)
            continue;
        interval.touch = seq;
        scopes.push_back(interval.scope);
    }
    return scopes;
}

void MemoryTransaction::openMembership(const RecordId& viewer, const ScopeName& scope, Seq since)
{
    m_store.members[viewer].push_back({scope, since, {}, 0});
}

void MemoryTransaction::closeMembership(
    const RecordId& viewer, const ScopeName& scope, Seq until, Milliseconds at)
{
    for (MemberInterval& member : m_store.members[viewer]) {
        if (member.scope == scope && !member.until) {
            member.until = until;
            member.endedAt = at;
        }
    }
}

} // namespace homeroom::sim
