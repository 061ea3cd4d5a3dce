// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rules/pull.h"

#include "models/values/mutants.h"
#include "server/rules/pullplan.h"
#include "server/rules/restoration.h"
#include "sync/protocol/codec.h"

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostRows = 50000;
/// Of a page that comes with a push: others wait for theirs behind it.
constexpr qint64 mostWishedRows = 1000;

Result<Cursor> startOf(ReadTransaction& transaction, const Caller& caller,
    const PullRequest& request, Milliseconds now, const RulePolicy& policy)
{
    if (request.schema > protocolSchema || request.schema < protocolSchema - 1)
        return Error{
            ErrorCode::Schema, u"this server speaks schema %1"_s.arg(protocolSchema), u"schema"_s};
    if (request.cursor.isEmpty())
        return Cursor{.viewer = caller.viewer.user};
    Result<Cursor> cursor =
        openedCursor(request.cursor, caller.viewer.user, cursorSecret(transaction));
    // Of an older program, or of a database that was made anew: it would stay so for ever.
    if (!cursor.ok())
        return Error{ErrorCode::Expired, cursor.error().detail, u"cursor"_s};
    if (cursor->schema != request.schema)
        return Error{ErrorCode::Schema, u"the schema has changed"_s, u"cursor"_s};
    if (cursor->baseAt > 0 && now - cursor->baseAt > policy.tombstoneLife)
        return Error{ErrorCode::Expired, u"the cursor is too old"_s, u"cursor"_s};
    return cursor;
}

/// Null where nothing is shown, or nothing that can be read.
Witness seenBy(ReadTransaction& transaction, const Caller& caller, const PullRequest& request)
{
    if (request.seen.isEmpty())
        return {};
    const Result<Witness> seen =
        openedWitness(request.seen, caller.viewer.user, cursorSecret(transaction));
    return seen.ok() ? *seen : Witness();
}

std::optional<qint64> lastMidOf(
    ReadTransaction& transaction, const Caller& caller, const RecordId& id)
{
    const std::optional<DeviceState> device = transaction.device(id);
    // Another user's device is none of theirs.
    if (!device || device->user != caller.viewer.user)
        return std::nullopt;
    return device->lastMid;
}

} // namespace

Result<PullPage> Pull::run(const Caller& caller, const PullRequest& request) const
{
    std::optional<Witness> lost;
    Result<PullPage> page = read(caller, request, lost);
    if (!lost)
        return page;
    raiseGeneration(*lost, {m_parts.clock.now(), caller.viewer.user, request.device});
    // A cursor of before the lost time goes on in the new generation; any other is refused again.
    lost.reset();
    return read(caller, request, lost);
}

Result<PullPage> Pull::read(
    const Caller& caller, const PullRequest& request, std::optional<Witness>& lost) const
{
    const Milliseconds now = m_parts.clock.now();
    return m_parts.storage.read([&](ReadTransaction& transaction) -> Result<PullPage> {
        const Result<Cursor> start = startOf(transaction, caller, request, now, m_parts.policy);
        if (!start.ok())
            return start.error();
        for (const Witness& witness : {seenBy(transaction, caller, request), start->seen}) {
            if (!lost && showsRestore(transaction, witness))
                lost = witness;
        }
        if (lost || !isFromHere(transaction, start->seen))
            return Error{ErrorCode::Generation, u"the server was restored"_s, u"cursor"_s};
        PullPage page =
            PullPlan(transaction, caller.viewer, *start)
                .page(std::clamp<qint64>(request.rows, 1, mostRows), request.schema, now);
        if (start->seen.generation != page.stamp.generation)
            page.lastMid = lastMidOf(transaction, caller, request.device);
        return page;
    });
}

void Pull::addWishedPage(
    const Caller& caller, const PushRequest& request, PushResponse& response) const
{
    if (!request.page)
        return;
    const PageWish& wish = *request.page;
    const Result<PullPage> page = run(caller,
        {request.device, wish.cursor, std::min(wish.rows, mostWishedRows), request.schema,
            request.seen, wish.columns});
    if (!page.ok())
        return;
    response.page = encode(*page, wish.columns);
    response.seen.clear();
}

void Pull::raiseGeneration(const Witness& lost, const Shown& by) const
{
    // Where this fails the next request that shows it tries again; its client is answered the same.
    const Result<void> raised =
        m_parts.storage.write([&](WriteTransaction& transaction) -> Result<void> {
            // Another may have shown it meanwhile.
            if (showsRestore(transaction, lost))
                endGeneration(transaction, lost, by, m_parts.ids.next());
            return {};
        });
    if (!raised.ok())
        qWarning("the generation could not be raised: %s", qPrintable(raised.error().detail));
}

Result<QString> Pull::mark(const Caller& caller) const
{
    return m_parts.storage.read([&](ReadTransaction& transaction) -> Result<QString> {
        return markOf(transaction, caller.viewer.user);
    });
}

Result<QSet<RecordId>> Pull::affected(const Touched& touched) const
{
    return m_parts.storage.read([&](ReadTransaction& transaction) -> Result<QSet<RecordId>> {
        QSet<RecordId> viewers = touched.viewers;
        for (const QString& scope : touched.scopes) {
            for (const RecordId& viewer : transaction.openMembers(scope))
                viewers.insert(viewer);
        }
        return viewers;
    });
}

} // namespace homeroom
