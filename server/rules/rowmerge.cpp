// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rules/rowmerge.h"

#include "models/values/companions.h"
#include "models/values/recordjson.h"
#include "server/rules/conflicts.h"

namespace homeroom {

RowMerge::RowMerge(WriteContext& context, const Mutation& mutation, const StoredRecord& server,
    const EditOrigin& origin, const QSet<QString>& yielding)
    : m_context(context), m_mutation(mutation), m_server(server), m_origin(origin),
      m_yielding(yielding),
      m_closed(server.row.kind == RecordKind::Conflict && fromRow<Conflict>(server.row).resolved),
      m_merged(server)
{
    // A create of an id that exists is a merge against nothing.
    if (mutation.operation == Operation::Create)
        m_origin.base = {};
    m_outcome.mid = mutation.mid;
    m_outcome.stamp = server.row.stamp;
    for (const auto& [index, value] : mutation.changes)
        meet(index, value);
    writeWinners();
    if (wins() || !m_lost.isEmpty() || !m_outcome.conflict.isNull())
        m_outcome.stamp = context.stamp();
}

FieldMerge RowMerge::metAlone(int index, const FieldValue& value) const
{
    const FieldDescription& field = m_server.row.type().fields[size_t(index)];
    FieldMerge met =
        mergeField(field, m_server.row.value(index), m_server.versions, value, m_origin);
    if ((m_closed || m_yielding.contains(field.name)) && met.verdict != MergeVerdict::Same)
        met.verdict = MergeVerdict::Keep;
    return met;
}

// A companion stands with the value that it was typed beside, or gives way with it.
MergeVerdict RowMerge::asLed(int index, MergeVerdict own) const
{
    const RecordType& type = m_server.row.type();
    const int leader = leaderOf(type, index);
    if (leader < 0 || own == MergeVerdict::Same)
        return own;
    const FieldDescription& field = type.fields[size_t(leader)];
    if (m_yielding.contains(field.name))
        return MergeVerdict::Keep;
    const FieldValue* beside = changeOf(m_mutation.changes, leader);
    if (!beside) {
        // Nobody knows what it was typed beside where that was lost with a restore.
        const bool other =
            m_origin.ofLostTime || isWrittenUnseen(m_server.versions, field, m_origin);
        return other ? MergeVerdict::Keep : own;
    }
    switch (metAlone(leader, *beside).verdict) {
    case MergeVerdict::Same:
        return own;
    case MergeVerdict::Write:
    case MergeVerdict::WriteMerged:
        // An undo asks of each field whether somebody wrote it since.
        return m_mutation.undo ? own : MergeVerdict::Write;
    case MergeVerdict::Keep:
    case MergeVerdict::Conflict:
        break;
    }
    return MergeVerdict::Keep;
}

void RowMerge::meet(int index, const FieldValue& value)
{
    const FieldDescription& field = m_server.row.type().fields[size_t(index)];
    FieldMerge met = metAlone(index, value);
    met.verdict = asLed(index, met.verdict);
    const bool gaveWay = met.verdict == MergeVerdict::Keep || met.verdict == MergeVerdict::Conflict;
    const bool overtaken = met.verdict != MergeVerdict::Same
        && (gaveWay || isOvertaken(m_server.versions, field, m_origin));
    if (m_mutation.undo && overtaken) {
        m_overtaken = field.name;
        return;
    }
    switch (met.verdict) {
    case MergeVerdict::Same:
        return;
    case MergeVerdict::WriteMerged:
        m_outcome.kind = std::max(m_outcome.kind, OutcomeKind::Merged);
        if (field.merge == MergeClass::Text)
            m_typed.emplace_back(index, value);
        [[fallthrough]];
    case MergeVerdict::Write:
        m_winning.emplace_back(index, met.value);
        if (met.lostKeys)
            keep(index, value);
        return;
    case MergeVerdict::Keep:
        return keep(index, value);
    case MergeVerdict::Conflict:
        return conflict(index, value);
    }
}

void RowMerge::keep(int index, const FieldValue& value)
{
    const FieldDescription& field = m_server.row.type().fields[size_t(index)];
    m_outcome.kept.append(field.name);
    // A companion that was empty is said by what it was empty beside.
    const int leader = leaderOf(m_server.row.type(), index);
    if (!isNothing(value) || leader < 0 || !changeOf(m_mutation.changes, leader))
        m_lost.insert(field.name, fieldToJson(field, value));
    m_outcome.kind = std::max(m_outcome.kind, OutcomeKind::Merged);
}

void RowMerge::conflict(int index, const FieldValue& value)
{
    m_outcome.kept.append(m_server.row.type().fields[size_t(index)].name);
    m_outcome.kind = OutcomeKind::Conflict;
    const RecordId id = writeConflict(m_context, m_mutation, m_server.row.root, &m_server,
        {ConflictKind::Conflict, index, value});
    if (m_outcome.conflict.isNull())
        m_outcome.conflict = id;
}

void RowMerge::writeWinners()
{
    for (const auto& [index, value] : m_winning) {
        const FieldDescription& field = m_server.row.type().fields[size_t(index)];
        noteWrite(m_merged.versions, field, m_server.row.value(index), value, m_origin,
            m_context.stamp());
    }
    for (const auto& [index, value] : m_typed)
        noteTyped(m_merged.versions, m_server.row.type().fields[size_t(index)], value);
    Mutation winner;
    winner.operation = Operation::Set;
    winner.changes = m_winning;
    applyMutation(m_merged.row, winner);
}

} // namespace homeroom
