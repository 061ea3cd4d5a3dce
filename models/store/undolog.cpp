// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/undolog.h"

#include "models/store/historyquery.h"
#include "models/store/rowlayers.h"
#include "models/values/recordjson.h"

#include <QJsonDocument>

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

Mutation parse(const Statement& statement, int column)
{
    Result<Mutation> mutation = mutationFromJson(statement.object(column));
    if (!mutation.ok())
        throw mutation.error();
    return *mutation;
}

UndoStep readStep(const Statement& statement)
{
    return {statement.integer(0), statement.text(1), statement.integer(2), statement.integer(3),
        statement.integer(4) != 0};
}

constexpr const char* stepColumns =
    "SELECT n, label, at, (SELECT count(*) FROM undo_change WHERE entry = n), undone "
    "FROM undo_entry ";

/// Whether the row still holds what the mutation had set.
bool stillHolds(const RecordRow& row, const Mutation& done, int index, const FieldValue& value)
{
    RecordRow again = row;
    Mutation single = done;
    single.changes = {{index, value}};
    applyMutation(again, single);
    return again.value(index) == row.value(index);
}

} // namespace

std::optional<UndoStep> UndoLog::oneStep(const QByteArray& tail)
{
    Statement query = m_database.statement(stepColumns + tail);
    if (!query.step())
        return std::nullopt;
    return readStep(query);
}

std::optional<UndoStep> UndoLog::nextUndo()
{
    return oneStep("WHERE undone = 0 ORDER BY n DESC LIMIT 1");
}

std::optional<UndoStep> UndoLog::nextRedo()
{
    return oneStep("WHERE undone = 1 ORDER BY n LIMIT 1");
}

std::vector<UndoStep> UndoLog::history(int limit)
{
    std::vector<UndoStep> steps;
    Statement query = m_database.statement(QByteArray(stepColumns) + "ORDER BY n DESC LIMIT ?1");
    query.bind(1, limit);
    while (query.step())
        steps.push_back(readStep(query));
    return steps;
}

std::vector<UndoLog::Pair> UndoLog::pairs(qint64 entry)
{
    std::vector<Pair> all;
    Statement query = m_database.statement(
        "SELECT forward, inverse FROM undo_change WHERE entry = ?1 ORDER BY k");
    query.bind(1, entry);
    while (query.step())
        all.push_back({parse(query, 0), parse(query, 1)});
    if (all.empty())
        throw Error{ErrorCode::Changed, u"the family was handed over since"_s, u"owner"_s};
    return all;
}

EditReceipt UndoLog::undo(qint64 entry, EditWriter& writer)
{
    const std::vector<Pair> all = pairs(entry);
    std::vector<Mutation> done;
    Edit edit;
    // Newest first, so that a record made and then changed in one step goes back the same way.
    for (auto it = all.rbegin(); it != all.rend(); ++it) {
        if (it->forward.operation == Operation::Create) {
            refuseIfHandedOver(it->forward);
            refuseIfDepended(it->forward, all);
        }
        done.push_back(it->forward);
        edit.mutations.push_back(it->inverse);
    }
    const std::set<qint64> decisions = unsentDecisions(all);
    refuseIfChanged(done, writer);
    EditReceipt receipt =
        decisions.empty() ? writer.write(edit, UndoRecording::Skip) : withdraw(decisions);
    mark(entry, true);
    receipt.undoEntry = entry;
    return receipt;
}

EditReceipt UndoLog::redo(qint64 entry, EditWriter& writer)
{
    std::vector<Mutation> done;
    Edit edit;
    for (const Pair& pair : pairs(entry)) {
        done.push_back(pair.inverse);
        edit.mutations.push_back(pair.forward);
    }
    refuseIfChanged(done, writer);
    EditReceipt receipt = writer.write(edit, UndoRecording::Skip);
    mark(entry, false);
    receipt.undoEntry = entry;
    return receipt;
}

std::set<qint64> UndoLog::unsentDecisions(const std::vector<Pair>& step)
{
    std::set<qint64> groups;
    for (const Pair& pair : step) {
        if (pair.forward.kind != RecordKind::Conflict)
            continue;
        // One that is queued again carries the number it was sent under: the server may have it.
        Statement query = m_database.statement(
            "SELECT grp FROM outbox WHERE type = ?1 AND id = ?2 AND +state = 'queued' "
            "AND coalesce(json_extract(mutation, '$.mid'), 0) = 0");
        query.bind(1, QString(recordType(pair.forward.kind).name)).bind(2, pair.forward.id);
        if (!query.step())
            throw Error{ErrorCode::Changed, u"the decision was sent, and the first one stays"_s,
                u"resolved"_s};
        groups.insert(query.integer(0));
    }
    return groups;
}

EditReceipt UndoLog::withdraw(const std::set<qint64>& groups)
{
    std::set<std::pair<RecordKind, RecordId>> touched;
    for (const qint64 group : groups) {
        Statement members = m_database.statement("SELECT type, id FROM outbox WHERE grp = ?1");
        members.bind(1, group);
        while (members.step()) {
            if (const RecordType* type = recordTypeByName(members.text(0)))
                touched.insert({type->kind, members.id(1)});
        }
        Statement drop = m_database.statement("DELETE FROM outbox WHERE grp = ?1");
        drop.bind(1, group).execute();
    }
    EditReceipt receipt;
    RowLayers layers(m_database);
    for (const auto& [kind, id] : touched)
        receipt.changes.records.push_back(layers.redraw(kind, id));
    return receipt;
}

void UndoLog::refuseIfChanged(const std::vector<Mutation>& newestFirst, EditWriter& writer)
{
    std::set<RecordId> settled; // records whose making or removal decides about them
    std::set<std::pair<RecordId, int>> seen; // fields that a newer mutation of the step set again
    for (const Mutation& done : newestFirst) {
        if (settled.contains(done.id))
            continue;
        const std::optional<RecordRow> row = writer.table(done.kind).find(done.id);
        const bool gone = !row || row->deleted;
        if (gone != (done.operation == Operation::Delete))
            throw Error{ErrorCode::Changed, u"the record was removed or brought back"_s, {},
                removedBy(done)};
        if (done.operation == Operation::Create || done.operation == Operation::Delete) {
            settled.insert(done.id);
            continue;
        }
        for (const auto& [index, value] : done.changes) {
            if (seen.insert({done.id, index}).second && !stillHolds(*row, done, index, value))
                throw changedError(*row, row->type().fields[size_t(index)].name);
        }
    }
}

Error UndoLog::changedError(const RecordRow& row, const QString& field)
{
    const auto change = lastChangeOf(m_database, row.root, recordKey(row.kind, row.id), field);
    return {ErrorCode::Changed, u"the value was changed since"_s, field,
        change ? shownName(m_database, change->author) : QString()};
}

QString UndoLog::removedBy(const Mutation& done)
{
    const auto history = readHistory(m_database, done.root, recordKey(done.kind, done.id));
    if (history.empty() || history.front().action != HistoryAction::Delete)
        return {};
    return shownName(m_database, history.front().author);
}

// An append stays its author's own, whoever has the family now.
void UndoLog::refuseIfHandedOver(const Mutation& created)
{
    if (recordType(created.kind).lifetime == Lifetime::AppendOnly)
        return;
    const auto handed = lastChangeOf(
        m_database, created.root, recordKey(RecordKind::Customer, created.root), u"owner"_s);
    if (handed && handed->at > created.at)
        throw Error{ErrorCode::Changed, u"the family was handed over since"_s, u"owner"_s,
            shownName(m_database, handed->author)};
}

void UndoLog::refuseIfDepended(const Mutation& created, const std::vector<Pair>& own)
{
    for (const RecordKind kind : allRecordKinds()) {
        if (kind == RecordKind::HistoryEntry)
            continue;
        const RecordType& type = recordType(kind);
        for (const FieldDescription& field : type.fields) {
            if (field.target != created.kind)
                continue;
            Statement query =
                m_database.statement("SELECT id FROM " + RecordTable::tableName(type) + " WHERE "
                    + RecordTable::columnName(field) + " = ?1 AND root = ?2 AND deleted = 0");
            query.bind(1, created.id).bind(2, created.root);
            while (query.step()) {
                const RecordId child = query.id(0);
                const bool ours = std::any_of(own.begin(), own.end(),
                    [&](const Pair& pair) { return pair.forward.id == child; });
                if (!ours)
                    throw Error{ErrorCode::Depends, u"later records belong to it"_s};
            }
        }
    }
}

bool UndoLog::isOvertaken(const Error& refusal)
{
    return refusal.code == ErrorCode::Changed || refusal.code == ErrorCode::Depends;
}

void UndoLog::forget(qint64 entry)
{
    Statement drop = m_database.statement("DELETE FROM undo_entry WHERE n = ?1");
    drop.bind(1, entry).execute();
}

void UndoLog::mark(qint64 entry, bool undone)
{
    Statement update = m_database.statement("UPDATE undo_entry SET undone = ?2 WHERE n = ?1");
    update.bind(1, entry).bind(2, qint64(undone)).execute();
}

} // namespace homeroom
