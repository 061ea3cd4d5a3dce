// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/companions.h"
#include "models/values/recordjson.h"
#include "server/rules/conflicts.h"
#include "server/rules/mutationapplier.h"

namespace homeroom {

using namespace Qt::StringLiterals;

// The first resolution wins: what a later one brings along for the field gives way with it. And who
// reads the contact masked can choose it, but not write it: that is done here.
Result<void> MutationApplier::followResolution(
    const Conflict& before, const Conflict& after, const Mutation& resolution)
{
    if (before.resolved) {
        m_settledElsewhere[before.record].insert(before.fieldName);
        return {};
    }
    const RecordType* type = recordTypeByName(before.record.section(u'/', 0, 0));
    const auto id = RecordId::fromString(before.record.section(u'/', 1));
    const int field = type ? type->indexOf(before.fieldName) : -1;
    const bool chosen = after.resolved && after.resolution == u"mine"_s;
    if (!chosen || field < 0 || !id
        || type->fields[size_t(field)].visibility != FieldVisibility::OwnerOnly)
        return {};
    // Who reads it in full writes it themselves, in the same group and against what they have seen.
    const auto family = m_context.transaction().findRecord(RecordKind::Customer, after.customer);
    if (family && readsInFull(m_context.viewer(), referenceOf(family->row, u"owner")))
        return {};
    const auto record = m_context.transaction().findRecord(type->kind, *id);
    Result<FieldValue> value =
        fieldFromJson(type->fields[size_t(field)], before.values.value(u"mine"_s));
    if (!record || record->row.deleted)
        return noSuchRecord(before.fieldName);
    if (!value.ok())
        return value.error();
    Mutation choice;
    choice.kind = type->kind;
    choice.id = *id;
    choice.root = record->row.root;
    // What came after the conflict that was read has not been decided about.
    choice.base = resolution.base;
    choice.changes = {{field, std::move(*value)}};
    choice.at = resolution.at;
    merge(choice, *record);
    return {};
}

// A decision by somebody who no longer holds the family: those who do decide themselves. It is told
// in the history, and the value that came with it is a suggestion like any other.
Verdict MutationApplier::leftOpen(const Mutation& mutation, const StoredRecord& conflict)
{
    const RecordRow& row = conflict.row;
    Outcome outcome = applied(mutation, row.stamp);
    QJsonObject lost;
    for (const auto& [index, value] : mutation.changes) {
        const FieldDescription& field = row.type().fields[size_t(index)];
        if (row.value(index) == value)
            continue;
        outcome.kept.append(field.name);
        lost.insert(field.name, fieldToJson(field, value));
    }
    if (lost.isEmpty())
        return {outcome};
    outcome.kind = OutcomeKind::Merged;
    outcome.stamp = m_context.stamp();
    return write(mutation, conflict, row, outcome, lost);
}

Verdict MutationApplier::suggest(const Mutation& mutation, const StoredRecord& record)
{
    Outcome outcome = applied(mutation, record.row.stamp);
    RecordRow meant = record.row;
    applyMutation(meant, mutation);
    for (const auto& [index, value] : mutation.changes) {
        if (record.row.value(index) == meant.value(index))
            continue;
        outcome.kept.append(record.row.type().fields[size_t(index)].name);
        const int leader = leaderOf(record.row.type(), index);
        const bool isLed = leader >= 0 && record.row.value(leader) != meant.value(leader);
        if (isLed)
            continue; // the suggestion about the leading field holds it
        const RecordId id = writeConflict(m_context, mutation, record.row.root, &record,
            {ConflictKind::Suggestion, index, value});
        outcome.kind = OutcomeKind::Conflict;
        outcome.stamp = m_context.stamp();
        if (outcome.conflict.isNull())
            outcome.conflict = id;
    }
    return {outcome};
}

Verdict MutationApplier::orphan(const Mutation& mutation, const RecordId& root)
{
    Outcome outcome = applied(mutation, m_context.stamp());
    outcome.kind = OutcomeKind::Conflict;
    outcome.conflict =
        writeConflict(m_context, mutation, root, nullptr, {ConflictKind::Orphan, -1, {}});
    return {outcome};
}

} // namespace homeroom
