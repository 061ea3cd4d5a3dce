// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/editwriter.h"

#include "models/store/boardmove.h"
#include "models/store/syncstate.h"
#include "models/store/unchanged.h"
#include "models/values/recordjson.h"
#include "models/values/rights.h"

#include <QJsonDocument>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

QString compact(const QJsonObject& json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

FieldValue inverseValue(
    const FieldDescription& field, const FieldValue& before, const FieldValue& change)
{
    if (field.kind != FieldKind::Object || !std::holds_alternative<QJsonObject>(change))
        return before;
    // Only the keys that the patch touched go back.
    const auto* held = std::get_if<QJsonObject>(&before);
    const QJsonObject old = held ? *held : QJsonObject();
    QJsonObject patch;
    for (const QString& key : std::get<QJsonObject>(change).keys())
        patch.insert(key, old.contains(key) ? old.value(key) : QJsonValue(QJsonValue::Null));
    return patch;
}

} // namespace

Mutation inverseOf(const Mutation& mutation, const RecordRow& before)
{
    Mutation inverse = mutation;
    inverse.changes.clear();
    switch (mutation.operation) {
    case Operation::Create:
        inverse.operation = Operation::Delete;
        break;
    case Operation::Delete:
        inverse.operation = Operation::Create;
        for (size_t i = 0; i < before.values.size(); ++i) {
            if (!isNothing(before.values[i])
                && before.type().fields[i].merge != MergeClass::ServerOnly)
                inverse.changes.emplace_back(int(i), before.values[i]);
        }
        break;
    case Operation::Add:
    case Operation::Remove:
        inverse.operation =
            mutation.operation == Operation::Add ? Operation::Remove : Operation::Add;
        inverse.changes = mutation.changes;
        break;
    case Operation::Set:
        for (const auto& [index, value] : mutation.changes) {
            const FieldDescription& field = before.type().fields[size_t(index)];
            inverse.changes.emplace_back(index, inverseValue(field, before.value(index), value));
        }
        break;
    }
    return inverse;
}

EditWriter::EditWriter(Database& database, Milliseconds now, bool clockGood, const Author& author)
    : m_database(database), m_now(now), m_clockGood(clockGood), m_author(author)
{
}

RecordTable& EditWriter::table(RecordKind kind)
{
    auto it = m_tables.find(kind);
    if (it == m_tables.end())
        it = m_tables.try_emplace(kind, m_database, recordType(kind)).first;
    return it->second;
}

EditReceipt EditWriter::write(const Edit& edit, UndoRecording recording)
{
    EditReceipt receipt;
    receipt.label = edit.label;
    std::vector<Written> written;
    qint64 group = 0;
    int inGroup = 0;
    RecordId groupRoot;
    Statement sequence = m_database.statement(
        "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'outbox'");
    sequence.step();
    const qint64 firstGroup = sequence.integer(0) + 1;
    for (Mutation mutation : edit.mutations) {
        if (group == 0 || mutation.root != groupRoot || inGroup == maximumEditGroup) {
            group = firstGroup + qint64(written.size());
            groupRoot = mutation.root;
            inGroup = 0;
        }
        mutation.group = group;
        mutation.batch = edit.batch;
        // An undo, or its redo, claims no time: what others wrote meanwhile stays.
        mutation.undo = recording == UndoRecording::Skip;
        mutation.clockGood = m_clockGood && !mutation.undo;
        if (std::optional<Written> one = writeOne(std::move(mutation))) {
            const Mutation& forward = one->forward;
            receipt.changes.records.push_back(
                {forward.kind, forward.id, forward.root, forward.operation == Operation::Delete});
            written.push_back(std::move(*one));
            ++inGroup;
        }
    }
    if (recording == UndoRecording::Record && !written.empty())
        record(edit, written, receipt);
    return receipt;
}

std::optional<EditWriter::Written> EditWriter::writeOne(Mutation mutation)
{
    const RecordRow before = rowBefore(mutation);
    check(mutation, before);
    nameStageCompanions(m_database, mutation, before, m_now);
    dropUnchanged(mutation, before);
    const bool structural =
        mutation.operation == Operation::Create || mutation.operation == Operation::Delete;
    if (!structural && mutation.changes.empty())
        return std::nullopt;
    mutation.base = seenOf(before);
    mutation.at = m_now;
    RecordRow after = before;
    applyMutation(after, mutation);
    if (mutation.operation == Operation::Create)
        fillServerFields(after);
    // What is written about a catalogue record has its place there, and names no family.
    const bool placed = !before.stamp.isZero() && before.kind == RecordKind::Conflict;
    if ((after.root != rootOf(after) && !placed) || after.root.isNull())
        throw Error{ErrorCode::Invalid, u"the record has no parent"_s, u"root"_s};
    keepBase(before);
    table(mutation.kind).put(after);
    enqueue(mutation);
    return Written{mutation, inverseOf(mutation, before)};
}

// A row of before the server was restored stands here as the server has it, since a session of the
// newer generation has ended: it is seen up to there, where its own stamp says nothing any more.
Stamp EditWriter::seenOf(const RecordRow& row)
{
    if (!m_sessionEnd)
        m_sessionEnd = SyncState(m_database).base();
    const bool stands = row.stamp.isZero() || row.stamp.generation >= m_sessionEnd->generation;
    return stands ? row.stamp : *m_sessionEnd;
}

RecordRow EditWriter::rowBefore(const Mutation& mutation)
{
    std::optional<RecordRow> found = table(mutation.kind).find(mutation.id);
    if (mutation.operation == Operation::Create) {
        if (!found)
            return emptyRow(mutation.kind, mutation.id);
        // A withdrawn record may come back (redo); a living one may not be made twice.
        if (!found->deleted)
            throw Error{ErrorCode::Conflict, u"the record exists already"_s};
        RecordRow emptied = emptyRow(mutation.kind, mutation.id);
        emptied.stamp = found->stamp;
        emptied.root = found->root;
        emptied.deleted = true;
        return emptied;
    }
    if (!found || found->deleted)
        throw Error{ErrorCode::NotFound, u"no such record"_s};
    return *found;
}

void EditWriter::check(const Mutation& mutation, const RecordRow& before) const
{
    const RecordType& type = recordType(mutation.kind);
    const bool editing =
        mutation.operation != Operation::Create && mutation.operation != Operation::Delete;
    if (type.lifetime == Lifetime::AppendOnly && editing)
        throw Error{ErrorCode::Forbidden, u"the record is never changed"_s};
    if (mutation.operation != Operation::Create && mutation.root != before.root)
        throw Error{ErrorCode::Invalid, u"the root is another"_s, u"root"_s};
    for (const auto& [index, value] : mutation.changes) {
        const FieldDescription& field = type.fields[size_t(index)];
        if (field.merge == MergeClass::ServerOnly)
            throw Error{ErrorCode::Forbidden, u"only the server sets this"_s, field.name};
        const bool byMember =
            mutation.operation == Operation::Add || mutation.operation == Operation::Remove;
        if (byMember && field.kind != FieldKind::Set)
            throw Error{ErrorCode::Invalid, u"not a set"_s, field.name};
        if (const Result<void> valid = validateField(field, value); !valid.ok())
            throw valid.error();
        const auto* text = std::get_if<QString>(&value);
        if (text && isMaskedValue(field, *text))
            throw Error{ErrorCode::Invalid, u"a masked value cannot be written"_s, field.name};
    }
}

void EditWriter::fillServerFields(RecordRow& row) const
{
    const RecordType& type = row.type();
    for (size_t i = 0; i < type.fields.size(); ++i) {
        if (type.fields[i].merge != MergeClass::ServerOnly)
            continue;
        if (type.fields[i].target == RecordKind::User)
            row.values[i] = m_author.user.isNull() ? FieldValue() : FieldValue(m_author.user);
        else if (type.fields[i].target == RecordKind::Team)
            row.values[i] = m_author.team.isNull() ? FieldValue() : FieldValue(m_author.team);
    }
}

void EditWriter::keepBase(const RecordRow& row)
{
    // A row that the server lacks has no base: it stands and falls with its create.
    if (row.stamp.isZero())
        return;
    Statement keep = m_database.statement(
        "INSERT OR IGNORE INTO base_row (type, id, root, row) VALUES (?1, ?2, ?3, ?4)");
    keep.bind(1, QString(row.type().name)).bind(2, row.id).bind(3, row.root);
    keep.bind(4, compact(wholeRowToJson(row))).execute();
}

void EditWriter::enqueue(const Mutation& mutation)
{
    Statement put = m_database.statement(
        "INSERT INTO outbox (grp, type, id, root, mutation) VALUES (?1, ?2, ?3, ?4, ?5)");
    put.bind(1, mutation.group).bind(2, QString(recordType(mutation.kind).name));
    put.bind(3, mutation.id).bind(4, mutation.root);
    put.bind(5, compact(mutationToJson(mutation))).execute();
}

void EditWriter::record(const Edit& edit, const std::vector<Written>& written, EditReceipt& receipt)
{
    m_database.execute("DELETE FROM undo_entry WHERE undone = 1");
    receipt.undoEntry = undoEntryFor(edit);
    Statement last =
        m_database.statement("SELECT coalesce(max(k), 0) FROM undo_change WHERE entry = ?1");
    last.bind(1, receipt.undoEntry).step();
    qint64 k = last.integer(0);
    for (const Written& one : written) {
        Statement put = m_database.statement("INSERT INTO undo_change (entry, k, root, forward, "
                                             "inverse) VALUES (?1, ?2, ?3, ?4, ?5)");
        put.bind(1, receipt.undoEntry).bind(2, ++k).bind(3, one.forward.root);
        put.bind(4, compact(mutationToJson(one.forward)));
        put.bind(5, compact(mutationToJson(one.inverse))).execute();
    }
}

qint64 EditWriter::undoEntryFor(const Edit& edit)
{
    if (!edit.batch.isNull()) {
        Statement known = m_database.statement("SELECT n FROM undo_entry WHERE batch = ?1");
        known.bind(1, edit.batch);
        if (known.step())
            return known.integer(0);
    }
    Statement put = m_database.statement(
        "INSERT INTO undo_entry (label, at, batch) VALUES (?1, ?2, ?3) RETURNING n");
    put.bind(1, edit.label).bind(2, m_now).bind(3, edit.batch);
    put.step();
    return put.integer(0);
}

} // namespace homeroom
