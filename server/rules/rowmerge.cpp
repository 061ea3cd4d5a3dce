// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rules/rowmerge.h"

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

void RowMerge::meet(int index, const FieldValue& value)
{
    const FieldDescription& field = m_server.row.type().fields[size_t(index)];
    FieldMerge met =
        mergeField(field, m_server.row.value(index), m_server.versions, value, m_origin);
    if ((m_closed || m_yielding.contains(field.name)) && met.verdict != MergeVerdict::Same)
        met.verdict = MergeVerdict::Keep;
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
            keep(field, value);
        return;
    case MergeVerdict::Keep:
        return keep(field, value);
    case MergeVerdict::Conflict:
        return conflict(index, value);
    }
}

void RowMerge::keep(const FieldDescription& field, const FieldValue& value)
{
    m_outcome.kept.append(field.name);
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
