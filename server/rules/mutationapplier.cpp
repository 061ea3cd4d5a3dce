// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rules/mutationapplier.h"

#include "models/values/mutants.h"
#include "server/rules/mutationrules.h"
#include "server/rules/recordwriter.h"
#include "server/rules/rowmerge.h"

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

Verdict refused(const Mutation& mutation, const Error& error)
{
    Verdict verdict;
    verdict.outcome.mid = mutation.mid;
    verdict.outcome.kind = OutcomeKind::Refused;
    verdict.outcome.code = error.code;
    verdict.outcome.message = error.detail;
    verdict.outcome.field = error.field;
    return verdict;
}

Error closedAccount()
{
    return {ErrorCode::Forbidden, u"the user is deactivated"_s, u"active"_s};
}

QJsonObject noteDetail(const Mutation& mutation, const QJsonObject& lost)
{
    QJsonObject detail;
    QStringList fields;
    if (mutation.operation != Operation::Create) {
        for (const auto& [index, value] : mutation.changes)
            fields.append(recordType(mutation.kind).fields[size_t(index)].name);
        detail.insert(u"fields"_s, QJsonArray::fromStringList(fields));
    }
    if (!mutation.batch.isNull())
        detail.insert(u"batch"_s, mutation.batch.toString());
    if (!lost.isEmpty())
        detail.insert(u"lost"_s, lost);
    return detail;
}

bool isFamilyRow(const RecordRow& row)
{
    return row.kind == RecordKind::Customer || row.id != row.root;
}

} // namespace

Outcome MutationApplier::applied(const Mutation& mutation, const Stamp& stamp)
{
    Outcome outcome;
    outcome.mid = mutation.mid;
    outcome.stamp = stamp;
    return outcome;
}

EditOrigin MutationApplier::originOf(const Mutation& mutation)
{
    const Milliseconds latest = m_context.now();
    const Milliseconds earliest = std::min(m_lastContact, latest);
    const Milliseconds tolerance = m_context.policy().clockTolerance;
    // A clock that is wrong now, or was ahead then, was not noticed by the device itself.
    const bool wrongNow = m_sentAt < latest - tolerance || m_sentAt > latest + tolerance;
    const bool ahead = mutation.at > latest + tolerance;
    const Stamp base = m_context.clamped(mutation.base);
    return {base, m_context.viewer().user, m_device, std::clamp(mutation.at, earliest, latest),
        mutation.clockGood && !wrongNow && !ahead, base != mutation.base};
}

// Who typed into a family that was merged meanwhile stands to the winner as to the loser at least.
Standing MutationApplier::standingIn(const RecordId& root, Seq base)
{
    const Milliseconds now = m_context.now();
    Standing best = standing(m_context.sight(root), base, now, m_context.policy());
    for (const RecordId& loser : m_edit.losers)
        best = std::min(best, standing(m_context.sight(loser), base, now, m_context.policy()));
    // A closed account changes nothing any more; what was typed in it is for others to decide.
    if (best == Standing::Sees && !m_context.caller().active)
        best = Standing::Former;
    if (best == Standing::Former || best == Standing::FormerLate)
        m_heldBefore = root;
    return best;
}

Verdict MutationApplier::apply(const Mutation& mutation)
{
    m_edit = redirected(m_context.transaction(), mutation);
    m_heldBefore = RecordId();
    Verdict verdict = applyHere(m_edit.mutation);
    verdict.outcome.mid = mutation.mid;
    // The family is no longer on the author's computer: what is refused is read by nobody else.
    if (verdict.outcome.kind == OutcomeKind::Refused)
        verdict.orphanRoot = m_heldBefore;
    const bool made = mutation.operation == Operation::Create && !m_edit.ofLoser
        && verdict.outcome.kind != OutcomeKind::Refused;
    if (made) {
        // An unmerge takes it back along with what was meant.
        for (const RecordId& loser : m_edit.losers)
            m_context.transaction().addRedirectChild(loser, {mutation.kind, mutation.id});
    }
    return verdict;
}

Verdict MutationApplier::applyHere(const Mutation& mutation)
{
    if (const Result<void> shape = checkShape(mutation); !shape.ok())
        return refused(mutation, shape.error());
    if (!m_context.caller().active && !recordType(mutation.kind).isFamily())
        return refused(mutation, closedAccount());
    std::optional<StoredRecord> record =
        m_context.transaction().findRecord(mutation.kind, mutation.id);
    if (!record && mutation.operation == Operation::Create)
        return create(mutation);
    if (!record
        || (mutation.operation == Operation::Create && mutated(Mutant::CreateNotIdempotent)))
        return refused(mutation, noSuchRecord());
    return edit(mutation, std::move(*record));
}

Verdict MutationApplier::create(const Mutation& mutation)
{
    RecordRow row = emptyRow(mutation.kind, mutation.id);
    applyMutation(row, mutation);
    row.root = rootOf(row);
    if (mutation.id.isNull() || row.root.isNull() || row.root != mutation.root)
        return refused(mutation, {ErrorCode::Invalid, u"the root does not fit"_s, u"root"_s});
    fillServerFields(m_context.viewer(), row);
    if (row.id != row.root)
        return createIn(mutation, std::move(row));
    if (!m_context.caller().active)
        return refused(mutation, closedAccount());
    const bool keepsNone = row.kind == RecordKind::Customer
        && reachOf(m_context.viewer().role, Right::EditFamily) == Reach::None;
    if (keepsNone)
        return refused(mutation, {ErrorCode::Forbidden, u"the role keeps no families"_s});
    Result<void> allowed = checkReferences(m_context, mutation, row.root);
    if (allowed.ok())
        allowed = checkResult(row, nullptr);
    if (!allowed.ok())
        return refused(mutation, allowed.error());
    return write(mutation, {row, {}}, row, applied(mutation, m_context.stamp()), {});
}

Verdict MutationApplier::createIn(const Mutation& mutation, RecordRow row)
{
    const EditOrigin origin = originOf(mutation);
    const Standing stand = standingIn(row.root, origin.base.seq);
    if (stand == Standing::Stranger || stand == Standing::FormerLate)
        return refused(mutation, noSuchRecord());
    if (stand == Standing::Sees) {
        if (const Result<void> right = checkRight(row); !right.ok())
            return refused(mutation, right.error());
    }
    const auto family = m_context.transaction().findRecord(RecordKind::Customer, row.root);
    if (!family)
        return refused(mutation, noSuchRecord());
    // Who is deactivated is heard, and makes nothing any more.
    const bool unheard = !m_context.caller().active && row.type().lifetime != Lifetime::AppendOnly;
    if (family->row.deleted || unheard)
        return orphan(mutation, row.root);
    if (const Result<void> known = checkReferences(m_context, mutation, row.root); !known.ok())
        return refused(mutation, known.error());
    return write(mutation, {row, {}}, row, applied(mutation, m_context.stamp()), {});
}

Result<void> MutationApplier::checkRight(const RecordRow& row)
{
    if (!isFamilyRow(row))
        return checkOrgRight(m_context, row);
    const bool conflictOutside =
        row.kind == RecordKind::Conflict && referenceOf(row, u"customer").isNull();
    // Whoever sees a conflict in the catalogue may close it; the values themselves stay guarded.
    const bool covered = row.kind == RecordKind::Customer
        ? m_context.covers(Right::EditFamily, row)
        : m_context.covers(Right::EditFamily, row.root);
    if (conflictOutside || covered)
        return {};
    return Error{ErrorCode::Forbidden, u"the role may not edit this family"_s};
}

Result<void> MutationApplier::checkResult(const RecordRow& after, const RecordRow* before)
{
    if (!isFamilyRow(after)) {
        if (Result<void> right = checkOrgRight(m_context, after); !right.ok())
            return right;
    }
    return checkUser(m_context, after, before);
}

Verdict MutationApplier::edit(const Mutation& mutation, StoredRecord record)
{
    const Stamp base =
        mutation.operation == Operation::Create ? Stamp() : m_context.clamped(mutation.base);
    const Standing stand = standingIn(record.row.root, base.seq);
    if (stand == Standing::Stranger || stand == Standing::FormerLate)
        return refused(mutation, noSuchRecord());
    // An unmerge moves children of which a client still knows the old place.
    const bool moved = stand == Standing::Sees && record.row.id != record.row.root;
    if (mutation.root != record.row.root && !moved)
        return refused(mutation, {ErrorCode::Invalid, u"the root does not fit"_s, u"root"_s});
    return editAs(stand, mutation, std::move(record));
}

Verdict MutationApplier::editAs(Standing stand, const Mutation& mutation, StoredRecord record)
{
    const RecordRow& row = record.row;
    if (stand == Standing::Sees) {
        if (const Result<void> right = checkRight(row); !right.ok())
            return refused(mutation, right.error());
    }
    if (const Result<void> fixed = checkImmutable(mutation, row); !fixed.ok())
        return refused(mutation, fixed.error());
    if (row.deleted)
        return editDeleted(stand, mutation, std::move(record));
    if (m_edit.ofLoser && mutation.operation == Operation::Delete)
        return refused(mutation, {ErrorCode::Depends, u"the family was merged"_s});
    if (mutation.operation == Operation::Delete)
        return stand == Standing::Sees ? remove(mutation, std::move(record))
                                       : refused(mutation, noSuchRecord());
    const bool sets =
        mutation.operation == Operation::Add || mutation.operation == Operation::Remove;
    // The base says nothing of the winner's own fields: what differs there is for people.
    if (stand == Standing::Former || (m_edit.ofLoser && !sets))
        return row.kind == RecordKind::Conflict ? leftOpen(mutation, record)
                                                : suggest(mutation, record);
    if (const Result<void> known = checkReferences(m_context, mutation, row.root); !known.ok())
        return refused(mutation, known.error());
    if (sets)
        return changeSets(mutation, std::move(record));
    return merge(mutation, record);
}

Verdict MutationApplier::editDeleted(Standing stand, const Mutation& mutation, StoredRecord record)
{
    if (mutation.operation == Operation::Delete)
        return {applied(mutation, record.row.stamp)};
    // Who knew of the deletion and makes the record again takes the deletion back.
    const bool back = mutation.operation == Operation::Create && stand == Standing::Sees
        && !deletedByOthersSince(record.versions, originOf(mutation));
    if (!back)
        return orphan(mutation, record.row.root);
    if (const auto known = checkReferences(m_context, mutation, record.row.root); !known.ok())
        return refused(mutation, known.error());
    const RecordRow before = record.row;
    applyMutation(record.row, mutation);
    // It comes back to where it was deleted, whatever place the mutation names.
    record.row.root = before.root;
    if (const auto allowed = checkResult(record.row, &before); !allowed.ok())
        return refused(mutation, allowed.error());
    for (const auto& [index, value] : mutation.changes) {
        if (record.row.value(index) != before.value(index))
            noteWrite(record.versions, before.type().fields[size_t(index)], before.value(index),
                record.row.value(index), originOf(mutation), m_context.stamp());
    }
    return write(mutation, std::move(record), before, applied(mutation, m_context.stamp()), {});
}

Result<void> MutationApplier::checkImmutable(const Mutation& mutation, const RecordRow& row)
{
    const RecordType& type = row.type();
    if (type.lifetime == Lifetime::AppendOnly) {
        if (mutation.operation == Operation::Create) {
            // Repeated from another device: nothing may differ.
            for (const auto& [index, value] : mutation.changes) {
                if (row.value(index) != value)
                    return Error{ErrorCode::Changed, u"the id is in use"_s};
            }
            return {};
        }
        const bool own = referenceOf(row, u"author") == m_context.viewer().user;
        if (mutation.operation != Operation::Delete || !own)
            return Error{ErrorCode::Forbidden, u"the record cannot be changed"_s};
        return {};
    }
    const int parent = type.root == RootRule::Self ? -1 : type.indexOf(u"customer");
    for (const auto& [index, value] : mutation.changes) {
        if (index == parent && row.value(index) != value)
            return Error{ErrorCode::Forbidden, u"a record stays in its family"_s, u"customer"_s};
    }
    return {};
}

Verdict MutationApplier::remove(const Mutation& mutation, StoredRecord record)
{
    const RecordRow before = record.row;
    if (changedSince(before, record.versions, originOf(mutation)))
        return refused(mutation, {ErrorCode::Changed, u"somebody changed the record"_s});
    // What hangs on a record of a family is in the family.
    const RecordId within = before.type().isFamily() ? before.root : RecordId();
    if (m_context.transaction().isReferenced(before.kind, before.id, within))
        return refused(mutation, {ErrorCode::Depends, u"other records refer to it"_s});
    record.row.deleted = true;
    noteDeletion(record.versions, originOf(mutation), m_context.stamp());
    if (const Result<void> left = checkUser(m_context, record.row, &before); !left.ok())
        return refused(mutation, left.error());
    return write(mutation, std::move(record), before, applied(mutation, m_context.stamp()), {});
}

Verdict MutationApplier::changeSets(const Mutation& mutation, StoredRecord record)
{
    const RecordRow before = record.row;
    applyMutation(record.row, mutation);
    if (record.row.values == before.values)
        return {applied(mutation, before.stamp)};
    const EditOrigin origin = originOf(mutation);
    for (const auto& [index, value] : mutation.changes) {
        const FieldDescription& field = before.type().fields[size_t(index)];
        if (const Result<void> valid = validateField(field, record.row.value(index)); !valid.ok())
            return refused(mutation, valid.error());
        noteWrite(record.versions, field, before.value(index), record.row.value(index), origin,
            m_context.stamp());
    }
    return write(mutation, std::move(record), before, applied(mutation, m_context.stamp()), {});
}

Verdict MutationApplier::merge(const Mutation& mutation, const StoredRecord& record)
{
    const RowMerge merge(m_context, mutation, record, originOf(mutation),
        m_settledElsewhere.value(subjectOf(record.row)));
    if (!merge.overtaken().isEmpty())
        return refused(mutation,
            {ErrorCode::Changed, u"somebody changed the value since"_s, merge.overtaken()});
    if (merge.wins()) {
        if (const auto allowed = checkResult(merge.merged().row, &record.row); !allowed.ok())
            return refused(mutation, allowed.error());
    }
    Verdict verdict{merge.outcome()};
    if (merge.wins() || !merge.lost().isEmpty())
        verdict = write(mutation, merge.merged(), record.row, merge.outcome(), merge.lost());
    if (record.row.kind != RecordKind::Conflict)
        return verdict;
    const Result<void> followed = followResolution(
        fromRow<Conflict>(record.row), fromRow<Conflict>(merge.merged().row), mutation);
    if (!followed.ok())
        return refused(mutation, followed.error());
    return verdict;
}

Verdict MutationApplier::write(const Mutation& mutation, StoredRecord after,
    const RecordRow& before, Outcome outcome, const QJsonObject& lost)
{
    const bool isNew = before.stamp.isZero();
    const EditOrigin origin = originOf(mutation);
    if (isNew)
        after.versions.putCreation({m_context.stamp(), origin.user, origin.device, origin.at, {}});
    writeRecord(m_context, std::move(after), isNew ? nullptr : &before,
        {QString(operationWord(mutation.operation)), noteDetail(mutation, lost), lost, origin.at});
    return {std::move(outcome)};
}

} // namespace homeroom
