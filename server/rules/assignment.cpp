// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rules/assignment.h"

#include "models/values/records/records.h"
#include "server/rules/familyaccess.h"
#include "server/rules/recordwriter.h"
#include "server/rules/scopes.h"
#include "sync/protocol/commandrights.h"

#include <QSet>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

/// Who has read the list of the pool may be told for so long that a family was taken since.
constexpr Milliseconds poolListMemory = dayMs;

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

Result<StoredRecord> ownedFamily(
    WriteContext& context, const AssignRequest::Item& item, Right right)
{
    Result<StoredRecord> record = familyFor(context, item.customer, right, u"customer"_s);
    if (!record.ok())
        return record;
    const Result<void> same = checkOwner(record->row, item.expectedOwner, u"expectedOwner"_s);
    return same.ok() ? record : Result<StoredRecord>(same.error());
}

bool wasInPool(WriteContext& context, const RecordId& customer)
{
    const ScopeName pool = scope::pool(context.viewer().team);
    const Milliseconds oldest = context.now() - poolListMemory;
    return std::ranges::any_of(
        context.transaction().intervals(customer), [&](const RootInterval& interval) {
            return interval.scope == pool && interval.exit && interval.exitedAt >= oldest;
        });
}

Result<StoredRecord> poolFamily(WriteContext& context, const RecordId& customer)
{
    auto record = context.transaction().findRecord(RecordKind::Customer, customer);
    if (!record || record->row.deleted)
        return noSuchRecord(u"customers"_s);
    if (!referenceOf(record->row, u"owner").isNull()) {
        if (context.sees(customer) || wasInPool(context, customer))
            return Error{ErrorCode::Changed, u"the family is not in the pool"_s, u"customers"_s};
        return noSuchRecord(u"customers"_s);
    }
    if (!mayClaim(context.viewer(), referenceOf(record->row, u"team")))
        return noSuchRecord(u"customers"_s);
    return std::move(*record);
}

/// Reads each with `find`, in the order of `items`; a family twice is Malformed.
template <typename Items, typename Id, typename Find>
Result<std::vector<StoredRecord>> families(const Items& items, Id&& id, Find&& find)
{
    std::vector<StoredRecord> found;
    QSet<RecordId> seen;
    for (const auto& item : items) {
        if (seen.contains(id(item)))
            return Error{ErrorCode::Malformed, u"a family stands twice"_s, u"customer"_s};
        seen.insert(id(item));
        Result<StoredRecord> record = find(item);
        if (!record.ok())
            return record.error();
        found.push_back(std::move(*record));
    }
    return found;
}

RecordId customerOf(const AssignRequest::Item& item)
{
    return item.customer;
}

void handOver(WriteContext& context, StoredRecord record, const RecordId& owner,
    const RecordId& team, const QString& action)
{
    const RecordRow before = record.row;
    setReference(context, record, fieldIndexOf(&Customer::owner), owner);
    setReference(context, record, fieldIndexOf(&Customer::team), team);
    const QJsonObject detail{
        {u"from"_s, referenceOf(before, u"owner").toString()}, {u"to"_s, owner.toString()}};
    writeRecord(context, std::move(record), &before, {action, detail});
}

Result<void> checkCap(WriteContext& context, size_t claimed)
{
    if (!claimsUpToCap(context.viewer()))
        return {};
    WriteTransaction& transaction = context.transaction();
    const qint64 kept = transaction.liveFamilies(scope::user(context.viewer().user));
    const qint64 cap = transaction.organisation().claimCap;
    if (kept + qint64(claimed) <= cap)
        return {};
    return Error{ErrorCode::TooMany,
        u"claiming ends at %1 families; %2 are kept"_s.arg(cap).arg(kept), u"customers"_s};
}

} // namespace

Result<AssignResponse> assignFamilies(WriteContext& context, const AssignRequest& request)
{
    const Result<User> to = receiver(context, request.to);
    if (!to.ok())
        return to.error();
    auto found = families(request.items, customerOf,
        [&](const AssignRequest::Item& item) { return ownedFamily(context, item, Right::Assign); });
    if (!found.ok())
        return found.error();
    context.takeStamp();
    for (StoredRecord& record : *found) {
        // In the pool a family stays with the team that kept it.
        const RecordId team = to->id.isNull() ? context.teamOf(record.row) : RecordId(to->team);
        handOver(context, std::move(record), to->id, team, u"assign"_s);
    }
    return AssignResponse{qint64(found->size()), context.stamp()};
}

Result<MovedResponse> claimFamilies(WriteContext& context, const ClaimRequest& request)
{
    auto found = families(
        request.customers, [](const RecordId& id) { return id; },
        [&](const RecordId& id) { return poolFamily(context, id); });
    if (!found.ok())
        return found.error();
    if (const Result<void> free = checkCap(context, found->size()); !free.ok())
        return free.error();
    context.takeStamp();
    const Viewer& viewer = context.viewer();
    for (StoredRecord& record : *found) {
        const RecordId team = viewer.team.isNull() ? referenceOf(record.row, u"team") : viewer.team;
        handOver(context, std::move(record), viewer.user, team, u"claim"_s);
    }
    return MovedResponse{qint64(found->size()), context.stamp()};
}

Result<MovedResponse> returnFamilies(WriteContext& context, const ReturnRequest& request)
{
    auto found = families(
        request.items, customerOf, [&](const AssignRequest::Item& item) -> Result<StoredRecord> {
            if (item.expectedOwner.isNull())
                return Error{ErrorCode::Invalid, u"only an owned family can be returned"_s,
                    u"expectedOwner"_s};
            return ownedFamily(context, item, Right::EditFamily);
        });
    if (!found.ok())
        return found.error();
    context.takeStamp();
    for (StoredRecord& record : *found) {
        const RecordId team = context.teamOf(record.row);
        handOver(context, std::move(record), {}, team, u"return"_s);
    }
    return MovedResponse{qint64(found->size()), context.stamp()};
}

} // namespace homeroom
