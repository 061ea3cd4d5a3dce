// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rules/assignment.h"

#include "models/values/records/records.h"
#include "server/rules/fieldmerge.h"
#include "server/rules/recordwriter.h"

#include <QSet>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

/// The receiver, once it is known to be one; a default User for the pool.
Result<User> receiver(WriteContext& context, const RecordId& to)
{
    if (to.isNull())
        return User();
    const auto record = context.transaction().findRecord(RecordKind::User, to);
    if (!record || record->row.deleted)
        return noSuchRecord(u"to"_s);
    const User user = fromRow<User>(record->row);
    const bool keeps =
        user.role == UserRole::Tutor || user.role == UserRole::Sales || user.role == UserRole::Lead;
    if (!user.active || !keeps)
        return Error{ErrorCode::Invalid, u"the receiver keeps no families"_s, u"to"_s};
    if (!covers(context.viewer(), Right::Assign, user.id, user.team))
        return Error{ErrorCode::Forbidden, u"the receiver is in another team"_s, u"to"_s};
    return user;
}

Result<StoredRecord> family(WriteContext& context, const AssignRequest::Item& item)
{
    auto record = context.transaction().findRecord(RecordKind::Customer, item.customer);
    if (!record || record->row.deleted || !context.sees(item.customer))
        return noSuchRecord(u"customer"_s);
    const RecordId owner = referenceOf(record->row, u"owner");
    if (!covers(context.viewer(), Right::Assign, owner, context.teamOf(record->row)))
        return Error{ErrorCode::Forbidden, u"the family is another team's"_s, u"customer"_s};
    if (owner != item.expectedOwner)
        return Error{ErrorCode::Changed, u"the owner is another by now"_s, u"expectedOwner"_s};
    return std::move(*record);
}

void setReference(WriteContext& context, StoredRecord& record, int index, const RecordId& id)
{
    const FieldDescription& field = record.row.type().fields[size_t(index)];
    const FieldValue value = id.isNull() ? FieldValue() : FieldValue(id);
    if (record.row.value(index) == value)
        return;
    noteWrite(record.versions, field, record.row.value(index), value,
        {{}, context.viewer().user, context.caller().device, context.now(), true}, context.stamp());
    record.row.values[size_t(index)] = value;
}

void handOver(WriteContext& context, StoredRecord record, const User& to)
{
    const RecordRow before = record.row;
    // In the pool a family stays with the team that kept it.
    const RecordId team = to.id.isNull() ? context.teamOf(before) : RecordId(to.team);
    setReference(context, record, fieldIndexOf(&Customer::owner), to.id);
    setReference(context, record, fieldIndexOf(&Customer::team), team);
    const QJsonObject detail{{u"from"_s, referenceOf(before, u"owner").toString()},
        {u"to"_s, RecordId(to.id).toString()}};
    writeRecord(context, std::move(record), &before, {u"assign"_s, detail});
}

} // namespace

Result<AssignResponse> assignFamilies(WriteContext& context, const AssignRequest& request)
{
    const Result<User> to = receiver(context, request.to);
    if (!to.ok())
        return to.error();
    std::vector<StoredRecord> families;
    QSet<RecordId> seen;
    for (const AssignRequest::Item& item : request.items) {
        if (seen.contains(item.customer))
            return Error{ErrorCode::Malformed, u"a family stands twice"_s, u"customer"_s};
        seen.insert(item.customer);
        Result<StoredRecord> record = family(context, item);
        if (!record.ok())
            return record.error();
        families.push_back(std::move(*record));
    }
    context.takeStamp();
    for (StoredRecord& record : families)
        handOver(context, std::move(record), *to);
    return AssignResponse{qint64(families.size()), context.stamp()};
}

} // namespace homeroom
