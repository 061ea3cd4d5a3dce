// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rules/familyaccess.h"

#include "server/rules/fieldmerge.h"

namespace homeroom {

using namespace Qt::StringLiterals;

Result<StoredRecord> familyFor(
    WriteContext& context, const RecordId& id, Right right, const QString& field)
{
    auto record = context.transaction().findRecord(RecordKind::Customer, id);
    if (!record || record->row.deleted || !context.sees(id))
        return noSuchRecord(field);
    const RecordId owner = referenceOf(record->row, u"owner");
    if (!covers(context.viewer(), right, owner, context.teamOf(record->row)))
        return Error{ErrorCode::Forbidden, u"the family is another team's"_s, field};
    return std::move(*record);
}

Result<void> checkOwner(const RecordRow& family, const RecordId& expected, const QString& field)
{
    if (referenceOf(family, u"owner") == expected)
        return {};
    return Error{ErrorCode::Changed, u"the owner is another by now"_s, field};
}

void setReference(WriteContext& context, StoredRecord& record, int field, const RecordId& id)
{
    const FieldDescription& description = record.row.type().fields[size_t(field)];
    const FieldValue value = id.isNull() ? FieldValue() : FieldValue(id);
    if (record.row.value(field) == value)
        return;
    noteWrite(record.versions, description, record.row.value(field), value,
        {{}, context.viewer().user, context.caller().device, context.now(), true}, context.stamp());
    record.row.values[size_t(field)] = value;
}

} // namespace homeroom
