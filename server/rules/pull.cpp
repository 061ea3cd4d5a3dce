// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rules/pull.h"

#include "models/values/mutants.h"
#include "server/rules/pullplan.h"

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostRows = 50000;

Result<Cursor> startOf(ReadTransaction& transaction, const Caller& caller,
    const PullRequest& request, Milliseconds now, const RulePolicy& policy)
{
    if (request.schema > protocolSchema || request.schema < protocolSchema - 1)
        return Error{
            ErrorCode::Schema, u"this server speaks schema %1"_s.arg(protocolSchema), u"schema"_s};
    if (request.cursor.isEmpty())
        return Cursor{.viewer = caller.viewer.user};
    Result<Cursor> cursor = openedCursor(request.cursor, transaction.secret(u"cursor"_s));
    if (!cursor.ok())
        return cursor;
    if (cursor->viewer != caller.viewer.user)
        return Error{ErrorCode::Malformed, u"not a cursor of this user"_s, u"cursor"_s};
    if (cursor->schema != request.schema)
        return Error{ErrorCode::Schema, u"the schema has changed"_s, u"cursor"_s};
    if (cursor->baseAt > 0 && now - cursor->baseAt > policy.tombstoneLife)
        return Error{ErrorCode::Expired, u"the cursor is too old"_s, u"cursor"_s};
    return cursor;
}

/// Whether this database can have given out the cursor.
bool isFromHere(ReadTransaction& transaction, const Cursor& cursor)
{
    if (cursor.incarnation.isNull() || mutated(Mutant::GenerationIgnored))
        return true;
    const auto life = transaction.incarnation(cursor.incarnation);
    if (!life)
        return false;
    const Seq reached = life->lastSeq ? *life->lastSeq : transaction.organisation().stamp.seq;
    // Within a session the place alone says little: what was written behind it in the lost time may
    // stand before it again.
    return cursor.snapshot <= reached;
}

} // namespace

Result<PullPage> Pull::run(const Caller& caller, const PullRequest& request) const
{
    std::optional<Cursor> witness;
    const Milliseconds now = m_parts.clock.now();
    Result<PullPage> page =
        m_parts.storage.read([&](ReadTransaction& transaction) -> Result<PullPage> {
            const Result<Cursor> start = startOf(transaction, caller, request, now, m_parts.policy);
            if (!start.ok())
                return start.error();
            if (!isFromHere(transaction, *start)) {
                witness = *start;
                return Error{ErrorCode::Generation, u"the server was restored"_s, u"cursor"_s};
            }
            return PullPlan(transaction, caller.viewer, *start)
                .page(std::clamp<qint64>(request.rows, 1, mostRows), request.schema, now);
        });
    if (witness)
        raiseGeneration(*witness);
    return page;
}

void Pull::raiseGeneration(const Cursor& witness) const
{
    // Where this fails the next such cursor tries again; its client is answered the same.
    const Result<void> raised =
        m_parts.storage.write([&](WriteTransaction& transaction) -> Result<void> {
            const Stamp now = transaction.organisation().stamp;
            // Another cursor of the lost time has shown it already.
            if (witness.generation < now.generation)
                return {};
            // The lost time may have had a restore of its own, and what it gave out is newer.
            const qint64 next = witness.generation + 1;
            Incarnation life = transaction.currentIncarnation();
            life.lastSeq = now.seq;
            transaction.putIncarnation(life);
            transaction.setGeneration(next);
            transaction.putIncarnation({next, m_parts.ids.next(), now.seq + 1, {}});
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
