// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/values/records/records.h"
#include "server/rules/assignment.h"
#include "server/rules/commands.h"
#include "server/rules/familyaccess.h"
#include "server/rules/familymerge.h"
#include "server/rules/recordwriter.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/commandrights.h"

#include <QCryptographicHash>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

/// What a repeated request is known by. The command's name tells apart requests of one shape.
QByteArray hashOf(QLatin1StringView command, const QByteArray& request)
{
    return QCryptographicHash::hash(
        QByteArray(command.data(), command.size()) + request, QCryptographicHash::Sha256);
}

Result<void> checkCaller(const Caller& caller, Right right)
{
    if (!caller.active)
        return Error{ErrorCode::Forbidden, u"the user is deactivated"_s};
    return checkRole(caller.viewer, right);
}

Result<void> checkCount(size_t families)
{
    if (families > maximumAssignItems)
        return Error{ErrorCode::TooLarge, u"too many families"_s};
    return {};
}

template <typename Response> Result<QByteArray> encoded(const Result<Response>& response)
{
    return response.ok() ? Result<QByteArray>(encode(*response))
                         : Result<QByteArray>(response.error());
}

UnmaskResponse contactsOf(WriteContext& context, const RecordRow& family)
{
    const Customer customer = fromRow<Customer>(family);
    UnmaskResponse response{customer.id, customer.phone, customer.wechatId, customer.address, {}};
    const std::array roots{family.id};
    for (const RecordRow& row :
        context.transaction().recordsOfRoots(RecordKind::Customer, roots, 0)) {
        if (row.kind != RecordKind::Guardian || row.deleted)
            continue;
        const Guardian guardian = fromRow<Guardian>(row);
        response.guardians.push_back(
            {guardian.id, guardian.name, guardian.phone, guardian.wechatId});
    }
    return response;
}

} // namespace

Result<CommandAnswer> Commands::assign(
    const Caller& caller, const AssignRequest& request, const QString& key) const
{
    Result<void> allowed = checkCaller(caller, Right::Assign);
    if (allowed.ok())
        allowed = checkCount(request.items.size());
    if (!allowed.ok())
        return allowed.error();
    return inTransaction(caller, key, hashOf(route::assign, encode(request)),
        [&](WriteContext& context) { return encoded(assignFamilies(context, request)); });
}

Result<CommandAnswer> Commands::claim(
    const Caller& caller, const ClaimRequest& request, const QString& key) const
{
    Result<void> allowed = checkCaller(caller, Right::Claim);
    if (allowed.ok())
        allowed = checkCount(request.customers.size());
    if (!allowed.ok())
        return allowed.error();
    return inTransaction(caller, key, hashOf(route::claim, encode(request)),
        [&](WriteContext& context) { return encoded(claimFamilies(context, request)); });
}

Result<CommandAnswer> Commands::returnToPool(
    const Caller& caller, const ReturnRequest& request, const QString& key) const
{
    Result<void> allowed = checkCaller(caller, Right::EditFamily);
    if (allowed.ok())
        allowed = checkCount(request.items.size());
    if (!allowed.ok())
        return allowed.error();
    return inTransaction(caller, key, hashOf(route::returnToPool, encode(request)),
        [&](WriteContext& context) { return encoded(returnFamilies(context, request)); });
}

Result<CommandAnswer> Commands::merge(
    const Caller& caller, const MergeRequest& request, const QString& key) const
{
    if (const Result<void> allowed = checkCaller(caller, Right::Merge); !allowed.ok())
        return allowed.error();
    return inTransaction(caller, key, hashOf(route::merge, encode(request)),
        [&](WriteContext& context) { return encoded(mergeFamilies(context, request)); });
}

Result<CommandAnswer> Commands::unmerge(
    const Caller& caller, const UnmergeRequest& request, const QString& key) const
{
    if (const Result<void> allowed = checkCaller(caller, Right::Merge); !allowed.ok())
        return allowed.error();
    return inTransaction(caller, key, hashOf(route::unmerge, encode(request)),
        [&](WriteContext& context) { return encoded(unmergeFamilies(context, request)); });
}

Result<CommandAnswer> Commands::unmask(
    const Caller& caller, const UnmaskRequest& request, const QString& key) const
{
    if (const Result<void> allowed = checkCaller(caller, Right::Unmask); !allowed.ok())
        return allowed.error();
    // The right is asked and the contacts are read each time; the key keeps the audit to one entry.
    return inTransaction(caller, {}, {}, [&](WriteContext& context) -> Result<QByteArray> {
        const Result<StoredRecord> family =
            familyFor(context, request.customer, Right::Unmask, u"customer"_s);
        if (!family.ok())
            return family.error();
        const Result<QByteArray> noted = onceForKey(
            context, key, hashOf(route::unmask, encode(request)), [&]() -> Result<QByteArray> {
                context.transaction().appendAudit(
                    {context.now(), context.viewer().user, context.caller().device, u"unmask"_s,
                        subjectOf(family->row), {{u"reason"_s, request.reason}}});
                return QByteArray("{}");
            });
        return noted.ok() ? Result<QByteArray>(encode(contactsOf(context, family->row))) : noted;
    });
}

Result<CommandAnswer> Commands::noteExport(
    const Caller& caller, const ExportNotice& notice, const QString& key) const
{
    if (const Result<void> allowed = checkCaller(caller, Right::Export); !allowed.ok())
        return allowed.error();
    if (!mayExport(caller.viewer, notice.rows))
        return Error{ErrorCode::Forbidden, u"the role exports fewer rows at once"_s, u"rows"_s};
    return inTransaction(caller, key, hashOf(route::exportNotice, encode(notice)),
        [&](WriteContext& context) -> Result<QByteArray> {
            const QString type = recordType(notice.kind).name;
            context.transaction().appendAudit(
                {context.now(), context.viewer().user, context.caller().device, u"export"_s, type,
                    {{u"filter"_s, notice.filter}, {u"rows"_s, notice.rows}}});
            return QByteArray(R"({"logged":true})");
        });
}

} // namespace homeroom
