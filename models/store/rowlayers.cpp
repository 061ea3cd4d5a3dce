// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/rowlayers.h"

#include "models/values/recordjson.h"
#include "models/values/typedjson.h"

#include <QJsonDocument>

namespace homeroom {

namespace {

// The plus keeps SQLite from looking by state, which thousands of entries share, rather than by
// record.
// Acked ones are still to be drawn: their effect is not in the base row before the echo.
constexpr const char* pendingCondition =
    "WHERE type = ?1 AND id = ?2 AND +state IN ('queued', 'sent', 'acked')";

QString compact(const QJsonObject& json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

void copyServerFields(const RecordRow& from, RecordRow& to)
{
    const RecordType& type = from.type();
    for (size_t i = 0; i < type.fields.size(); ++i) {
        if (type.fields[i].merge == MergeClass::ServerOnly)
            to.values[i] = from.values[i];
    }
}

/// No edit moves a record that the server has: a create that is on its way again names the family
/// of before a merge.
void keepPlace(const RecordRow& base, RecordRow& row)
{
    row.root = base.root;
    const int parent = row.type().indexOf(u"customer");
    if (row.type().root != RootRule::Self && parent >= 0)
        row.values[size_t(parent)] = base.values[size_t(parent)];
}

} // namespace

RecordTable& RowLayers::table(RecordKind kind)
{
    auto it = m_tables.find(kind);
    if (it == m_tables.end())
        it = m_tables.try_emplace(kind, m_database, recordType(kind)).first;
    return it->second;
}

Stamp RowLayers::baseStamp(RecordKind kind, const RecordId& id)
{
    if (const std::optional<RecordRow> base = keptBase(recordType(kind), id))
        return base->stamp;
    const std::optional<RecordRow> visible = table(kind).find(id);
    return visible ? visible->stamp : Stamp();
}

bool RowLayers::hasPending(RecordKind kind, const RecordId& id)
{
    Statement query =
        m_database.statement(QByteArray("SELECT 1 FROM outbox ") + pendingCondition + " LIMIT 1");
    query.bind(1, QString(recordType(kind).name)).bind(2, id);
    return query.step();
}

void RowLayers::setBase(const RecordRow& row)
{
    if (!hasPending(row.kind, row.id)) {
        dropBase(row.kind, row.id);
        table(row.kind).put(row);
        return;
    }
    Statement keep = m_database.statement(
        "INSERT OR REPLACE INTO base_row (type, id, root, row) VALUES (?1, ?2, ?3, ?4)");
    keep.bind(1, QString(row.type().name)).bind(2, row.id).bind(3, row.root);
    keep.bind(4, compact(wholeRowToJson(row))).execute();
}

void RowLayers::dropBase(RecordKind kind, const RecordId& id)
{
    Statement drop = m_database.statement("DELETE FROM base_row WHERE type = ?1 AND id = ?2");
    drop.bind(1, QString(recordType(kind).name)).bind(2, id).execute();
}

void RowLayers::dropEchoed(RecordKind kind, const RecordId& id, const Stamp& stamp)
{
    // The plus keeps the planner from the index on state, which would walk every edit of an import
    // again for each of its rows.
    Statement drop = m_database.statement("DELETE FROM outbox WHERE type = ?1 AND id = ?2 AND "
                                          "+state = 'acked' AND "
                                          "(acked_generation, acked_seq) <= (?3, ?4)");
    drop.bind(1, QString(recordType(kind).name)).bind(2, id);
    drop.bind(3, stamp.generation).bind(4, stamp.seq).execute();
}

ChangedRecord RowLayers::redraw(RecordKind kind, const RecordId& id)
{
    const RecordType& type = recordType(kind);
    const std::vector<Mutation> mutations = pending(type, id);
    const std::optional<RecordRow> row =
        mutations.empty() ? settledRow(type, id) : editedRow(type, id, mutations);
    if (!row) {
        const std::optional<RecordRow> before = table(kind).find(id);
        dropBase(kind, id);
        table(kind).erase(id);
        return {kind, id, before ? before->root : RecordId(), true};
    }
    table(kind).put(*row);
    if (mutations.empty())
        dropBase(kind, id);
    return {kind, id, row->root, row->deleted};
}

std::optional<RecordRow> RowLayers::keptBase(const RecordType& type, const RecordId& id)
{
    Statement query = m_database.statement("SELECT row FROM base_row WHERE type = ?1 AND id = ?2");
    query.bind(1, QString(type.name)).bind(2, id);
    if (!query.step())
        return std::nullopt;
    Result<RecordRow> row = typedRowFromJson(type, query.object(0));
    if (!row.ok())
        throw row.error();
    return std::move(*row);
}

std::vector<Mutation> RowLayers::pending(const RecordType& type, const RecordId& id)
{
    std::vector<Mutation> mutations;
    Statement query = m_database.statement(
        QByteArray("SELECT mutation FROM outbox ") + pendingCondition + " ORDER BY n");
    query.bind(1, QString(type.name)).bind(2, id);
    while (query.step()) {
        // One that cannot be read cannot be drawn either; it goes to «needs attention» when sent.
        if (Result<Mutation> mutation = mutationFromJson(query.object(0)); mutation.ok())
            mutations.push_back(std::move(*mutation));
    }
    return mutations;
}

std::optional<RecordRow> RowLayers::settledRow(const RecordType& type, const RecordId& id)
{
    if (std::optional<RecordRow> base = keptBase(type, id))
        return base;
    std::optional<RecordRow> visible = table(type.kind).find(id);
    // A row that the server never had stood on its create alone, and that is gone.
    if (visible && visible->stamp.isZero())
        return std::nullopt;
    return visible;
}

std::optional<RecordRow> RowLayers::editedRow(
    const RecordType& type, const RecordId& id, const std::vector<Mutation>& mutations)
{
    const std::optional<RecordRow> base = keptBase(type, id);
    std::optional<RecordRow> row = base;
    if (!row) {
        if (mutations.front().operation != Operation::Create)
            return std::nullopt;
        row = emptyRow(type.kind, id);
        if (const std::optional<RecordRow> visible = table(type.kind).find(id))
            copyServerFields(*visible, *row);
    }
    for (const Mutation& mutation : mutations)
        applyMutation(*row, mutation);
    if (base)
        keepPlace(*base, *row);
    return row;
}

} // namespace homeroom
