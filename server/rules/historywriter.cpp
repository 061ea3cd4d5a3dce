// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rules/historywriter.h"

#include "models/values/recordjson.h"

#include <QJsonArray>

namespace homeroom {

namespace {

// Of a long remark: enough to recognise it. What gave way is kept whole.
constexpr qsizetype quotedLength = 500;

bool hasHistory(const RecordRow& row)
{
    const bool told =
        row.kind != RecordKind::HistoryEntry && row.kind != RecordKind::LessonProgress;
    return told && row.type().isFamily() && !row.root.isNull()
        && (row.kind == RecordKind::Customer || row.id != row.root);
}

bool isInFamily(const RecordRow& row)
{
    return row.kind == RecordKind::Customer || !referenceOf(row, u"customer").isNull();
}

QJsonObject objectOf(const FieldValue& value)
{
    const auto* object = std::get_if<QJsonObject>(&value);
    return object ? *object : QJsonObject();
}

QJsonValue quoted(const FieldDescription& field, const FieldValue& value)
{
    const QJsonValue json = fieldToJson(field, value);
    if (field.kind == FieldKind::LongText && json.toString().size() > quotedLength)
        return json.toString().first(quotedLength) + u'…';
    return json;
}

QJsonArray changeOf(const FieldDescription& field, const FieldValue& from, const FieldValue& to)
{
    if (field.kind != FieldKind::Object)
        return {quoted(field, from), quoted(field, to)};
    // Of an object only the keys that changed.
    const QJsonObject old = objectOf(from);
    const QJsonObject now = objectOf(to);
    return {objectPatch(now, old), objectPatch(old, now)};
}

QJsonObject changesBetween(const RecordRow& before, const RecordRow& after)
{
    QJsonObject changes;
    const RecordType& type = after.type();
    for (size_t i = 0; i < type.fields.size(); ++i) {
        const FieldDescription& field = type.fields[i];
        // A merge of families moves all children: that is told by the families themselves.
        const bool moved = field.target == RecordKind::Customer;
        if (field.told == Told::Yes && !moved && before.values[i] != after.values[i])
            changes.insert(field.name, changeOf(field, before.values[i], after.values[i]));
    }
    return changes;
}

QJsonObject lostBeside(const RecordRow& after, const QJsonObject& lost)
{
    QJsonObject changes;
    for (auto it = lost.begin(); it != lost.end(); ++it) {
        const FieldDescription& field = after.type().fields[size_t(after.type().indexOf(it.key()))];
        // Of a set nothing gives way: both sides' members are kept.
        if (field.told == Told::Yes && field.merge != MergeClass::Set)
            changes.insert(
                it.key(), QJsonArray{fieldToJson(field, after.value(it.key())), it.value()});
    }
    return changes;
}

void append(WriteContext& context, const RecordRow& row, HistoryAction action,
    const QJsonObject& changes, Milliseconds at)
{
    HistoryEntry entry;
    entry.id = Id<HistoryEntry>(context.newId());
    entry.customer = Id<Customer>(row.root);
    entry.record = subjectOf(row);
    entry.action = action;
    entry.changes = changes;
    entry.author = Id<User>(context.viewer().user);
    const RecordId device = context.caller().device;
    entry.device = device.isNull() ? QString() : device.toString();
    entry.at = at == 0 ? context.now() : at;
    StoredRecord stored{toRow(entry), {}};
    stored.row.stamp = context.stamp();
    context.transaction().putRecord(stored);
}

} // namespace

void writeMergeHistory(
    WriteContext& context, const RecordRow& winner, const RecordRow& loser, HistoryAction action)
{
    const Customer family = fromRow<Customer>(loser);
    append(context, winner, action,
        {{QStringLiteral("customer"), loser.id.toString()},
            {QStringLiteral("name"), family.name.isEmpty() ? family.wechatNick : family.name}},
        0);
}

void writeHistory(
    WriteContext& context, const RecordRow& before, const RecordRow& after, const WriteNote& note)
{
    if (!hasHistory(after) || !isInFamily(after))
        return;
    // Of a family that is gone nobody reads a history.
    if (after.deleted && after.id == after.root)
        return;
    if (after.deleted && !before.deleted)
        append(context, after, HistoryAction::Delete, {}, note.at);
    else if (const QJsonObject changes = changesBetween(before, after); !changes.isEmpty())
        append(context, after, HistoryAction::Set, changes, note.at);
    if (const QJsonObject lost = lostBeside(after, note.lost); !lost.isEmpty())
        append(context, after, HistoryAction::Lost, lost, note.at);
}

} // namespace homeroom
