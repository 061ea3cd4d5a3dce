// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rules/mergedfields.h"

#include "models/values/mutation.h"
#include "models/values/recordjson.h"
#include "server/rules/fieldmerge.h"

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

QStringList setOf(const FieldValue& value)
{
    const auto* set = std::get_if<QStringList>(&value);
    return set ? *set : QStringList();
}

QJsonObject objectOf(const FieldValue& value)
{
    const auto* object = std::get_if<QJsonObject>(&value);
    return object ? *object : QJsonObject();
}

FieldValue unionOf(const FieldValue& winner, const FieldValue& loser)
{
    QStringList all = setOf(winner);
    for (const QString& member : setOf(loser)) {
        if (!all.contains(member))
            all.append(member);
    }
    all.sort();
    return all.isEmpty() ? FieldValue() : FieldValue(all);
}

FieldValue joined(const FieldValue& winner, const FieldValue& loser)
{
    const auto* own = std::get_if<QString>(&winner);
    const auto* other = std::get_if<QString>(&loser);
    if (!own || !other || own->contains(*other))
        return isNothing(winner) ? loser : winner;
    return *own + u'\n' + *other;
}

/// What the winner's field is after the merge.
FieldValue merged(const FieldDescription& field, const FieldValue& winner, const FieldValue& loser)
{
    if (field.merge == MergeClass::ServerOnly)
        return winner;
    switch (field.kind) {
    case FieldKind::Set:
        return unionOf(winner, loser);
    case FieldKind::Object: {
        const QJsonObject all = patchedObject(objectOf(loser), objectOf(winner));
        return all.isEmpty() ? FieldValue() : FieldValue(all);
    }
    case FieldKind::LongText:
        return joined(winner, loser);
    default:
        return isNothing(winner) ? loser : winner;
    }
}

/// What is left of a value when the merge's part is taken out of it.
FieldValue withoutPart(const FieldDescription& field, const FieldValue& current,
    const FieldValue& before, const FieldValue& after)
{
    if (field.kind == FieldKind::Set) {
        QStringList left = setOf(current);
        for (const QString& member : setOf(after)) {
            if (!setOf(before).contains(member))
                left.removeAll(member);
        }
        return left.isEmpty() ? FieldValue() : FieldValue(left);
    }
    if (field.kind == FieldKind::Object) {
        QJsonObject left = objectOf(current);
        for (const QString& key : objectOf(after).keys()) {
            const bool added = !objectOf(before).contains(key);
            if (added && left.value(key) == objectOf(after).value(key))
                left.remove(key);
        }
        return left.isEmpty() ? FieldValue() : FieldValue(left);
    }
    return current == after ? before : current;
}

void write(WriteContext& context, StoredRecord& record, int index, const FieldValue& value)
{
    const FieldDescription& field = record.row.type().fields[size_t(index)];
    FieldValue& current = record.row.values[size_t(index)];
    // Of an object field the versions are kept by key, so the note is of the patch.
    const FieldValue written = field.kind == FieldKind::Object
        ? FieldValue(objectPatch(objectOf(current), objectOf(value)))
        : value;
    noteWrite(record.versions, field, current, written,
        {{}, context.viewer().user, context.caller().device, context.now(), true}, context.stamp());
    current = value;
}

} // namespace

QJsonObject takeOverFields(WriteContext& context, StoredRecord& winner, const RecordRow& loser)
{
    QJsonObject made;
    const RecordType& type = loser.type();
    for (int i = 0; i < int(type.fields.size()); ++i) {
        const FieldDescription& field = type.fields[size_t(i)];
        const FieldValue before = winner.row.value(i);
        const FieldValue after = merged(field, before, loser.value(i));
        if (after == before)
            continue;
        write(context, winner, i, after);
        made.insert(field.name,
            QJsonObject{{u"before"_s, fieldToJson(field, before)},
                {u"after"_s, fieldToJson(field, after)}});
    }
    return made;
}

void giveBackFields(WriteContext& context, StoredRecord& winner, const QJsonObject& made)
{
    const RecordType& type = winner.row.type();
    for (auto it = made.begin(); it != made.end(); ++it) {
        const int index = type.indexOf(it.key());
        if (index < 0)
            continue;
        const FieldDescription& field = type.fields[size_t(index)];
        const QJsonObject values = it.value().toObject();
        const auto before = fieldFromJson(field, values.value("before"_L1));
        const auto after = fieldFromJson(field, values.value("after"_L1));
        if (!before.ok() || !after.ok())
            continue;
        const FieldValue left = withoutPart(field, winner.row.value(index), *before, *after);
        if (left != winner.row.value(index))
            write(context, winner, index, left);
    }
}

} // namespace homeroom
