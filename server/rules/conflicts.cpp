// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rules/conflicts.h"

#include "models/values/companions.h"
#include "models/values/recordjson.h"
#include "server/rules/recordwriter.h"

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

QJsonObject typedAlong(const Mutation& mutation, int leader)
{
    FieldChanges along;
    for (const int field : companionsOf(recordType(mutation.kind), leader)) {
        const FieldValue* value = changeOf(mutation.changes, field);
        if (value && !isNothing(*value))
            along.emplace_back(field, *value);
    }
    return changesToJson(recordType(mutation.kind), along);
}

QJsonObject valuesOf(const Mutation& mutation, const StoredRecord* record, const LostEdit& lost)
{
    const RecordType& type = recordType(mutation.kind);
    if (lost.field < 0)
        return {{u"mine"_s, changesToJson(type, mutation.changes)}};
    const FieldDescription& field = type.fields[size_t(lost.field)];
    QJsonObject values{{u"mine"_s, fieldToJson(field, lost.mine)}};
    if (const QJsonObject along = typedAlong(mutation, lost.field); !along.isEmpty())
        values.insert(u"along"_s, along);
    if (mutation.operation == Operation::Add || mutation.operation == Operation::Remove)
        values.insert(u"operation"_s, QString(operationWord(mutation.operation)));
    if (!record)
        return values;
    values.insert(u"theirs"_s, fieldToJson(field, record->row.value(lost.field)));
    const FieldVersion* version = record->versions.find(field.name);
    if (version && !version->former.isUndefined())
        values.insert(u"before"_s, version->former);
    return values;
}

bool isFamilyRoot(ReadTransaction& transaction, const RecordId& root)
{
    return transaction.findRecord(RecordKind::Customer, root).has_value();
}

} // namespace

RecordId writeConflict(WriteContext& context, const Mutation& mutation, const RecordId& root,
    const StoredRecord* record, const LostEdit& lost)
{
    const RecordType& type = recordType(mutation.kind);
    Conflict conflict;
    conflict.id = Id<Conflict>(context.newId());
    if (isFamilyRoot(context.transaction(), root))
        conflict.customer = Id<Customer>(root);
    conflict.kind = lost.kind;
    conflict.record = type.name + u'/' + mutation.id.toString();
    if (lost.field >= 0)
        conflict.fieldName = type.fields[size_t(lost.field)].name;
    conflict.values = valuesOf(mutation, record, lost);
    conflict.author = Id<User>(context.viewer().user);
    conflict.at = context.now();
    StoredRecord stored{toRow(conflict), {}};
    stored.row.root = root;
    stored.versions.putCreation({context.stamp(), context.viewer().user, {}, context.now(), {}});
    writeRecord(context, stored, nullptr, {u"conflict"_s, {}});
    return conflict.id;
}

} // namespace homeroom
