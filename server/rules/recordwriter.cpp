// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rules/recordwriter.h"

#include "server/rules/duplicates.h"
#include "server/rules/historywriter.h"
#include "server/rules/scopes.h"
#include "server/rules/visibility.h"

namespace homeroom {

namespace {

/// Whether the root is held by the same scopes as before. A removed one is looked up: a merge
/// closes its intervals.
bool staysWhereItIs(const RecordRow& after, const RecordRow* before)
{
    return before && !before->deleted && !after.deleted
        && scopesOfRoot(*before) == scopesOfRoot(after);
}

void followUser(WriteContext& context, const RecordRow& after, const RecordRow* before)
{
    const bool active = fromRow<User>(after).active && !after.deleted;
    const bool wasActive = before && fromRow<User>(*before).active && !before->deleted;
    if (active == wasActive && before)
        return;
    Account account = context.transaction().account(after.id).value_or(Account{after.id, {}, {}});
    account.deactivatedAt = active ? std::optional<Milliseconds>() : context.now();
    context.transaction().putAccount(account);
}

void followPhone(WriteContext& context, const RecordRow& after, const RecordRow* before)
{
    const FieldValue& phone = after.value(u"phone");
    const bool same =
        before && before->value(u"phone") == phone && before->deleted == after.deleted;
    if (same || (!before && isNothing(phone)))
        return;
    notePhone(context, after);
}

} // namespace

QString subjectOf(const RecordRow& row)
{
    return row.type().name + u'/' + row.id.toString();
}

void writeRecord(
    WriteContext& context, StoredRecord record, const RecordRow* before, const WriteNote& note)
{
    RecordRow& row = record.row;
    WriteTransaction& transaction = context.transaction();
    row.stamp = context.stamp();
    transaction.putRecord(record);
    const bool changesHands = row.id == row.root && !staysWhereItIs(row, before);
    if (changesHands)
        updateRootScopes(transaction, row, row.stamp.seq, context.now(), context.touched());
    else
        context.touch(row.root);
    if (before)
        writeHistory(context, *before, row, note);
    if (row.kind == RecordKind::Customer)
        followPhone(context, row, before);
    if (row.kind == RecordKind::User)
        followUser(context, row, before);
    if (row.kind == RecordKind::User || row.kind == RecordKind::Team) {
        updateMembers(transaction, row.stamp.seq, context.now(), context.touched());
        context.forget();
    } else if (changesHands) {
        context.forget(row.root);
    }
    if (note.action.isEmpty())
        return;
    transaction.appendAudit({context.now(), context.viewer().user, context.caller().device,
        note.action, subjectOf(row), note.detail});
}

} // namespace homeroom
