// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/resolution.h"

#include "models/store/boardmove.h"
#include "models/store/historyquery.h"
#include "models/store/records.h"
#include "models/store/syncstate.h"
#include "models/values/companions.h"
#include "models/values/recordjson.h"
#include "models/values/rights.h"

#include <QJsonArray>

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

QString choiceWord(Choice choice)
{
    switch (choice) {
    case Choice::Mine:
        return u"mine"_s;
    case Choice::Theirs:
        return u"theirs"_s;
    case Choice::Own:
        break;
    }
    return u"own"_s;
}

Result<RecordRow> openConflict(Database& database, const RecordId& id)
{
    std::optional<RecordRow> row = RecordTable(database, recordType(RecordKind::Conflict)).find(id);
    if (!row || row->deleted)
        return Error{ErrorCode::NotFound, u"no such conflict"_s};
    if (!fromRow<Conflict>(*row).resolved)
        return std::move(*row);
    const auto decided =
        lastChangeOf(database, row->root, recordKey(RecordKind::Conflict, id), u"resolved"_s);
    return Error{ErrorCode::Changed, u"the conflict is resolved already"_s, u"resolved"_s,
        decided ? shownName(database, decided->author) : QString()};
}

Mutation closing(const RecordRow& conflict, const QString& word)
{
    return Change<Conflict>(Id<Conflict>(conflict.id), conflict.root)
        .set(&Conflict::resolved, true)
        .set(&Conflict::resolution, word)
        .mutation();
}

/// The mutation of the record that gets this field; one for each record and operation.
Mutation& writeOf(std::vector<Mutation>& writes, const RecordRow& row, Operation operation)
{
    for (Mutation& write : writes) {
        if (write.kind == row.kind && write.id == row.id && write.operation == operation)
            return write;
    }
    Mutation write;
    write.operation = operation;
    write.kind = row.kind;
    write.id = row.id;
    write.root = row.root;
    return writes.emplace_back(std::move(write));
}

Result<void> addWrite(Database& database, const Conflict& conflict, const Decision& decision,
    std::vector<Mutation>& writes)
{
    const auto [kind, id] = recordOfKey(conflict.record);
    const int field = kind == RecordKind::None ? -1 : recordType(kind).indexOf(conflict.fieldName);
    if (field < 0)
        return Error{ErrorCode::Invalid, u"the conflict is about no field"_s};
    const FieldDescription& description = recordType(kind).fields[size_t(field)];
    FieldValue value =
        decision.choice == Choice::Own ? decision.own : quotedValue(conflict, u"mine"_s);
    if (const Result<void> valid = validateField(description, value); !valid.ok())
        return valid;
    if (description.kind == FieldKind::Money && !isNothing(value) && std::get<qint64>(value) < 0)
        return Error{ErrorCode::Invalid, u"an amount is not negative"_s, conflict.fieldName};
    const std::optional<RecordRow> row = RecordTable(database, recordType(kind)).find(id);
    // Merged into another family or removed: closing it as decided would tell a lie.
    if (!row || row->deleted)
        return Error{ErrorCode::NotFound, u"the record is gone"_s, conflict.fieldName};
    const Operation operation =
        decision.choice == Choice::Own ? Operation::Set : quotedOperation(conflict);
    // The server writes what is read masked here.
    const auto* text = std::get_if<QString>(&value);
    if (!text || !isMaskedValue(description, *text))
        writeOf(writes, *row, operation).changes.emplace_back(field, std::move(value));
    return {};
}

/// The card as the decided fields leave it.
Result<Opportunity> cardAfter(Database& database, const Mutation& write)
{
    std::optional<RecordRow> row = RecordTable(database, recordType(write.kind)).find(write.id);
    if (!row)
        return Error{ErrorCode::NotFound, u"the record is gone"_s, u"stage"_s};
    applyMutation(*row, write);
    return fromRow<Opportunity>(*row);
}

/// The reason that was typed beside a stage which found no place; empty where there is none.
QString quotedReason(const std::vector<Conflict>& decided, const Mutation& write)
{
    for (const Conflict& conflict : decided) {
        const QString reason =
            conflict.values.value("along"_L1).toObject().value("lostReason"_L1).toString();
        if (conflict.record == recordKey(write.kind, write.id) && !reason.isEmpty())
            return reason;
    }
    return {};
}

/// A decided stage is a move on the board: what goes with it is written, too. Of what a person has
/// decided about these fields as well that stands which the stage has room for.
Result<void> finishMove(
    Database& database, const std::vector<Conflict>& decided, Mutation& write, Milliseconds now)
{
    const Result<Opportunity> after = cardAfter(database, write);
    if (!after.ok())
        return after.error();
    const std::optional<Stage> stage = findRecord<Stage>(database, after->stage);
    if (!stage || stage->pipeline != after->pipeline)
        return Error{ErrorCode::Invalid, u"no stage of the card's pipeline"_s, u"stage"_s};
    const auto card = findRecord<Opportunity>(database, Id<Opportunity>(write.id));
    if (card && card->stage == after->stage)
        return {};
    const QString quoted = quotedReason(decided, write);
    const QString reason = quoted.isEmpty() ? after->lostReason : quoted;
    for (const auto& [index, value] : stageCompanions(stage->role, now, reason)) {
        const bool isDecided = changeOf(write.changes, index) != nullptr;
        if (isDecided && isNothing(value))
            std::erase_if(write.changes, [&](const auto& change) { return change.first == index; });
        if (!isDecided || isNothing(value))
            write.changes.emplace_back(index, value);
    }
    return {};
}

Result<void> finishMoves(Database& database, const std::vector<Conflict>& decided,
    std::vector<Mutation>& writes, Milliseconds now)
{
    const int stage = fieldIndexOf(&Opportunity::stage);
    for (Mutation& write : writes) {
        const bool moves = write.kind == RecordKind::Opportunity
            && std::ranges::any_of(
                write.changes, [&](const auto& change) { return change.first == stage; });
        if (!moves)
            continue;
        if (const Result<void> done = finishMove(database, decided, write, now); !done.ok())
            return done;
    }
    return {};
}

QJsonArray valuesOf(const QJsonObject& object)
{
    QJsonArray values;
    for (const QJsonValue& value : object)
        values.append(value);
    return values;
}

} // namespace

bool isTyped(const FieldDescription& field)
{
    const bool typed = field.kind == FieldKind::Text || field.kind == FieldKind::LongText
        || field.kind == FieldKind::Phone || field.kind == FieldKind::Object;
    return typed && field.told == Told::Yes && field.merge != MergeClass::ServerOnly;
}

FieldValue quotedValue(const Conflict& conflict, const QString& side)
{
    const auto [kind, id] = recordOfKey(conflict.record);
    const int field = kind == RecordKind::None ? -1 : recordType(kind).indexOf(conflict.fieldName);
    if (field < 0)
        return {};
    Result<FieldValue> value =
        fieldFromJson(recordType(kind).fields[size_t(field)], conflict.values.value(side));
    return value.ok() ? std::move(*value) : FieldValue();
}

Operation quotedOperation(const Conflict& conflict)
{
    return operationFromWord(conflict.values.value("operation"_L1).toString())
        .value_or(Operation::Set);
}

bool maySettle(Database& database, const Conflict& conflict)
{
    if (!conflict.customer.isNull())
        return true;
    const RecordId user = SyncState(database).user();
    const auto viewer = findRecord<User>(database, user);
    if (!viewer || conflict.author == viewer->id)
        return true;
    const auto [kind, id] = recordOfKey(conflict.record);
    return kind != RecordKind::None
        && mayEditOrgRecord({user, viewer->role, viewer->team}, kind, RecordId());
}

Result<Edit> resolutionEdit(
    Database& database, const std::vector<Decision>& decisions, Milliseconds now)
{
    Edit edit;
    std::vector<Conflict> decided;
    std::vector<Mutation> writes;
    for (const Decision& decision : decisions) {
        const Result<RecordRow> row = openConflict(database, decision.conflict);
        if (!row.ok())
            return row.error();
        edit.mutations.push_back(closing(*row, choiceWord(decision.choice)));
        decided.push_back(fromRow<Conflict>(*row));
        if (decision.choice == Choice::Theirs)
            continue;
        const Result<void> added = addWrite(database, decided.back(), decision, writes);
        if (!added.ok())
            return added.error();
    }
    if (const Result<void> moved = finishMoves(database, decided, writes, now); !moved.ok())
        return moved.error();
    // The closing first: where somebody was faster, the server knows it before the values come.
    for (Mutation& write : writes)
        edit.mutations.push_back(std::move(write));
    return edit;
}

QString typedWords(const Conflict& orphan)
{
    const RecordKind kind = recordOfKey(orphan.record).first;
    if (kind == RecordKind::None)
        return {};
    QStringList lines;
    const QJsonObject quoted = orphan.values.value("mine"_L1).toObject();
    for (const FieldDescription& field : recordType(kind).fields) {
        if (!isTyped(field))
            continue;
        const QJsonValue value = quoted.value(field.name);
        for (const QJsonValue& each :
            value.isObject() ? valuesOf(value.toObject()) : QJsonArray{value})
            lines.append(each.toVariant().toString().trimmed());
    }
    lines.removeAll(QString());
    return lines.join(u'\n');
}

Result<Edit> orphanEdit(
    Database& database, const RecordId& orphan, const std::optional<FollowUp>& copy)
{
    const Result<RecordRow> row = openConflict(database, orphan);
    if (!row.ok())
        return row.error();
    Edit edit;
    edit.mutations.push_back(closing(*row, copy ? u"copied"_s : u"dismissed"_s));
    if (copy)
        edit.mutations.push_back(createMutation(*copy));
    return edit;
}

} // namespace homeroom
