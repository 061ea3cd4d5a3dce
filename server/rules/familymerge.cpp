// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rules/familymerge.h"

#include "models/values/records/records.h"
#include "server/rules/duplicates.h"
#include "server/rules/familyaccess.h"
#include "server/rules/historywriter.h"
#include "server/rules/mergedfields.h"
#include "server/rules/recordwriter.h"

#include <QSet>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

std::vector<RecordRow> childrenOf(WriteContext& context, const RecordId& root)
{
    const std::array roots{root};
    auto rows = context.transaction().recordsOfRoots(RecordKind::Customer, roots, 0);
    std::erase_if(rows, [&](const RecordRow& row) { return row.id == root; });
    return rows;
}

/// Moves one child under a new stamp; what it says stays as it is.
void moveChild(WriteContext& context, RecordKind kind, const RecordId& id, const RecordId& to)
{
    auto record = context.transaction().findRecord(kind, id);
    if (!record)
        return;
    if (const int parent = record->row.type().indexOf(u"customer"); parent >= 0)
        setReference(context, *record, parent, to);
    record->row.root = to;
    record->row.stamp = context.stamp();
    context.transaction().putRecord(*record);
}

/// A contact of the loser that the winner does not have: nobody's number is lost.
RecordId keepContact(WriteContext& context, const RecordRow& winner, const RecordRow& loser)
{
    const Customer from = fromRow<Customer>(loser);
    const Customer to = fromRow<Customer>(winner);
    const bool otherPhone = !from.phone.isEmpty() && from.phone != to.phone;
    const bool otherWechat = !from.wechatId.isEmpty() && from.wechatId != to.wechatId;
    if (!otherPhone && !otherWechat)
        return {};
    Guardian guardian;
    guardian.id = Id<Guardian>(context.newId());
    guardian.customer = to.id;
    guardian.name = from.name;
    guardian.relation = from.relation;
    guardian.phone = otherPhone ? from.phone : QString();
    guardian.wechatId = otherWechat ? from.wechatId : QString();
    StoredRecord record{toRow(guardian), {}};
    record.versions.putCreation({context.stamp(), context.viewer().user, {}, context.now(), {}});
    writeRecord(context, record, nullptr, {u"merge"_s, {}});
    return guardian.id;
}

struct Pair {
    StoredRecord winner;
    StoredRecord loser;
};

Result<Pair> pairFor(WriteContext& context, const MergeRequest& request)
{
    if (request.winner == request.loser)
        return Error{ErrorCode::Invalid, u"a family cannot be merged with itself"_s, u"loser"_s};
    auto winner = familyFor(context, request.winner, Right::Merge, u"winner"_s);
    if (!winner.ok())
        return winner.error();
    auto loser = familyFor(context, request.loser, Right::Merge, u"loser"_s);
    if (!loser.ok())
        return loser.error();
    Result<void> same =
        checkOwner(winner->row, request.expectedWinnerOwner, u"expectedWinnerOwner"_s);
    if (same.ok())
        same = checkOwner(loser->row, request.expectedLoserOwner, u"expectedLoserOwner"_s);
    if (!same.ok())
        return same.error();
    return Pair{std::move(*winner), std::move(*loser)};
}

/// Refused where a record that goes and one that stays refer to each other.
Result<void> checkSeparable(const std::vector<RecordRow>& children, const QSet<RecordId>& going)
{
    QSet<RecordId> all;
    for (const RecordRow& row : children)
        all.insert(row.id);
    for (const RecordRow& row : children) {
        if (row.deleted)
            continue;
        for (size_t i = 0; i < row.values.size(); ++i) {
            const auto* target = std::get_if<RecordId>(&row.values[i]);
            if (!target || !all.contains(*target))
                continue;
            if (going.contains(row.id) != going.contains(*target))
                return Error{ErrorCode::Depends,
                    u"a %1 made since then belongs to both"_s.arg(row.type().name)};
        }
    }
    return {};
}

/// Conflicts and history of the records that go, written since the merge: they quote what only the
/// loser's people may read.
std::vector<RecordRow> toldAbout(
    const std::vector<RecordRow>& children, const QSet<RecordId>& going)
{
    std::vector<RecordRow> told;
    for (const RecordRow& row : children) {
        const bool tells = row.kind == RecordKind::Conflict || row.kind == RecordKind::HistoryEntry;
        const int index = tells ? row.type().indexOf(u"record"_s) : -1;
        const auto* record = index < 0 ? nullptr : std::get_if<QString>(&row.value(index));
        const auto about =
            record ? RecordId::fromString(record->section(u'/', 1)) : std::optional<RecordId>();
        if (about && going.contains(*about) && !going.contains(row.id))
            told.push_back(row);
    }
    return told;
}

/// The merge to be undone, where the caller may: what they do not see is not there for them.
Result<Redirect> redirectFor(WriteContext& context, const UnmergeRequest& request)
{
    const auto redirect = context.transaction().redirect(request.loser);
    if (!redirect || redirect->winner != request.winner)
        return noSuchRecord(u"loser"_s);
    if (const auto onward = context.transaction().redirect(request.winner);
        onward && context.sees(onward->winner))
        return Error{ErrorCode::Depends, u"the winner was merged on since"_s, u"winner"_s};
    const auto loser = context.transaction().findRecord(RecordKind::Customer, request.loser);
    if (!loser)
        return noSuchRecord(u"loser"_s);
    const RecordId owner = referenceOf(loser->row, u"owner");
    if (!covers(context.viewer(), Right::Merge, owner, context.teamOf(loser->row)))
        return noSuchRecord(u"loser"_s);
    return *redirect;
}

void restoreLoser(WriteContext& context, const RecordId& loser, const RecordRow& winner)
{
    auto record = context.transaction().findRecord(RecordKind::Customer, loser);
    if (!record)
        return;
    const RecordRow before = record->row;
    record->row.deleted = false;
    writeRecord(context, std::move(*record), &before, {u"unmerge"_s, {}});
    writeMergeHistory(context, winner, before, HistoryAction::Unmerge);
}

void dropContact(WriteContext& context, const Redirect& redirect)
{
    auto record = context.transaction().findRecord(RecordKind::Guardian, redirect.guardian);
    // Somebody worked on it since: it stays.
    if (!record || record->row.deleted || record->row.stamp != redirect.stamp)
        return;
    const RecordRow before = record->row;
    record->row.deleted = true;
    writeRecord(context, std::move(*record), &before, {u"unmerge"_s, {}});
}

} // namespace

Result<MovedResponse> mergeFamilies(WriteContext& context, const MergeRequest& request)
{
    Result<Pair> pair = pairFor(context, request);
    if (!pair.ok())
        return pair.error();
    context.takeStamp();
    WriteTransaction& transaction = context.transaction();
    const std::vector<RecordRow> children = childrenOf(context, request.loser);
    for (const RecordRow& child : children) {
        moveChild(context, child.kind, child.id, request.winner);
        transaction.addRedirectChild(request.loser, {child.kind, child.id});
    }
    const RecordRow winnerBefore = pair->winner.row;
    const RecordRow loserBefore = pair->loser.row;
    Redirect redirect{request.loser, request.winner, context.stamp(), context.now(), {},
        takeOverFields(context, pair->winner, loserBefore)};
    redirect.guardian = keepContact(context, pair->winner.row, loserBefore);
    pair->loser.row.deleted = true;
    const QJsonObject detail{{u"winner"_s, request.winner.toString()},
        {u"loser"_s, request.loser.toString()}, {u"records"_s, qint64(children.size())}};
    writeRecord(context, std::move(pair->loser), &loserBefore, {u"merge"_s, detail});
    writeRecord(context, std::move(pair->winner), &winnerBefore, {u"merge"_s, detail});
    writeMergeHistory(context, winnerBefore, loserBefore, HistoryAction::Merge);
    endDuplicateTasks(context, request.winner, request.loser);
    closeRoot(transaction, request.loser, context.stamp().seq, context.now(), context.touched());
    context.forget();
    transaction.putRedirect(redirect);
    return MovedResponse{qint64(children.size()), context.stamp()};
}

Result<MovedResponse> unmergeFamilies(WriteContext& context, const UnmergeRequest& request)
{
    const Result<Redirect> redirect = redirectFor(context, request);
    if (!redirect.ok())
        return redirect.error();
    Result<StoredRecord> winner = familyFor(context, request.winner, Right::Merge, u"winner"_s);
    if (!winner.ok())
        return winner.error();
    WriteTransaction& transaction = context.transaction();
    const std::vector<RecordRow> children = childrenOf(context, request.winner);
    std::vector<RedirectChild> going = transaction.redirectChildren(request.loser);
    QSet<RecordId> ids;
    for (const RedirectChild& child : going)
        ids.insert(child.id);
    for (const RecordRow& told : toldAbout(children, ids)) {
        going.push_back({told.kind, told.id});
        ids.insert(told.id);
    }
    const Result<void> apart = checkSeparable(children, ids);
    if (!apart.ok())
        return apart.error();
    context.takeStamp();
    for (const RedirectChild& child : going)
        moveChild(context, child.kind, child.id, request.loser);
    const RecordRow before = winner->row;
    giveBackFields(context, *winner, redirect->made);
    const QJsonObject detail{{u"winner"_s, request.winner.toString()},
        {u"loser"_s, request.loser.toString()}, {u"records"_s, qint64(going.size())}};
    writeRecord(context, std::move(*winner), &before, {u"unmerge"_s, detail});
    dropContact(context, *redirect);
    restoreLoser(context, request.loser, before);
    // Who sees the winner alone must lose what left it: the whole root comes again.
    reopenRoot(transaction, request.winner, context.stamp().seq, context.now(), context.touched());
    context.forget();
    transaction.eraseRedirect(request.loser);
    return MovedResponse{qint64(going.size()), context.stamp()};
}

} // namespace homeroom
