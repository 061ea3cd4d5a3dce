// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rules/pullplan.h"

#include "models/values/mutants.h"
#include "server/rules/restoration.h"
#include "server/rules/scopes.h"

#include <algorithm>
#include <map>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

// Roots read at once: enough to share statements, few enough to throw little away at a page's end.
constexpr size_t rootsAtOnce = 64;
/// From here on the intervals of whole scopes are read in a row, rather than those of each root.
constexpr qsizetype manyRoots = 200;

/// Behind every root of the position's seq.
RecordId lastRootOf(const Cursor& position)
{
    return position.root.isNull() ? position.root : RecordId::fromBytes(QByteArray(16, '\xff'));
}

} // namespace

QString markOf(ReadTransaction& transaction, const RecordId& viewer)
{
    Seq latest = 0;
    for (const MemberInterval& member : transaction.memberships(viewer, 0)) {
        latest = std::max({latest, member.since, member.until.value_or(0)});
        if (!member.until)
            latest = std::max(latest, transaction.lastChange(member.scope));
    }
    const qint64 generation = transaction.organisation().stamp.generation;
    // A restored server gives numbers out again: only its life tells the two apart.
    const QByteArray life = transaction.currentIncarnation().id.toBytes().toHex().right(8);
    return u"%1.%2.%3"_s.arg(generation).arg(latest).arg(QLatin1StringView(life));
}

PullPlan::PullPlan(ReadTransaction& transaction, const Viewer& viewer, const Cursor& start)
    : m_transaction(transaction), m_viewer(viewer), m_start(start),
      m_snapshot(transaction.organisation().stamp)
{
    collect();
}

void PullPlan::collect()
{
    m_memberships = m_transaction.memberships(m_viewer.user, m_start.base);
    if (mutated(Mutant::LostMembershipIgnored))
        std::erase_if(m_memberships, [](const MemberInterval& member) { return member.until; });
    judgeAll(candidates());
    std::ranges::sort(m_steps, {}, &Step::order);
}

// Every root whose key can lie behind the position: entered, written or left since, or in a scope
// that the viewer entered or left since.
QSet<RecordId> PullPlan::candidates()
{
    const Seq from = std::max(m_start.base + 1, m_start.key);
    QSet<RecordId> roots;
    for (const MemberInterval& member : m_memberships) {
        const bool moved = member.since >= from || member.until.value_or(0) >= from;
        const auto found = moved ? m_transaction.rootsHeld(member.scope, m_start.base)
                                 : m_transaction.rootsChanged(member.scope, from);
        for (const RecordId& root : found)
            roots.insert(root);
    }
    return roots;
}

void PullPlan::judgeAll(const QSet<RecordId>& roots)
{
    if (roots.size() < manyRoots) {
        for (const RecordId& root : roots)
            judge(root, m_transaction.intervals(root));
        return;
    }
    QSet<ScopeName> scopes;
    for (const MemberInterval& member : m_memberships)
        scopes.insert(member.scope);
    QHash<RecordId, std::vector<RootInterval>> intervals;
    for (const ScopeName& scope : scopes) {
        for (RootInterval& interval : m_transaction.intervalsHeld(scope, m_start.base)) {
            if (roots.contains(interval.root))
                intervals[interval.root].push_back(std::move(interval));
        }
    }
    for (auto each = intervals.begin(); each != intervals.end(); ++each)
        judge(each.key(), std::move(each.value()));
}

void PullPlan::judge(const RecordId& root, std::vector<RootInterval> intervals)
{
    const RecordKind kind = intervals.front().kind;
    std::erase_if(intervals, [this](const RootInterval& interval) {
        return interval.exit && *interval.exit <= m_start.base;
    });
    const std::vector<SightInterval> sight = sightOf(m_memberships, intervals);
    if (sight.empty())
        return;
    Step step{0, root, kind, RootOperation::Evict, false};
    bool open = false;
    bool known = false;
    for (const SightInterval& pair : sight) {
        step.key = std::max(step.key, pair.loss ? *pair.loss : std::max(pair.gain, pair.touch));
        if (pair.loss)
            continue;
        open = true;
        known = known || pair.gain <= m_start.base || mutated(Mutant::DeltaOnEntry);
        step.inFull = step.inFull || pair.scope == scope::user(m_viewer.user);
    }
    const bool lost = std::ranges::any_of(sight, [](const auto& pair) { return bool(pair.loss); });
    if (open && !(lost && mutated(Mutant::EvictDespiteGrant)))
        step.operation = known ? RootOperation::Delta : RootOperation::Full;
    const RecordId after = mutated(Mutant::PosBySeq) ? lastRootOf(m_start) : m_start.root;
    if (step.order() > std::tuple(m_start.key, after) && step.key > m_start.base)
        m_steps.push_back(step);
}

PullPage PullPlan::page(qint64 rows, qint64 schema, Milliseconds now)
{
    PullPage page;
    page.stamp = m_snapshot;
    size_t done = 0;
    while (done < m_steps.size() && (done == 0 || rows > 0)) {
        const size_t end = std::min(m_steps.size(), done + rootsAtOnce);
        const size_t before = page.roots.size();
        done = appendRecords(page, done, end, rows);
        for (size_t i = before; i < page.roots.size(); ++i)
            rows -= std::max<qint64>(1, qint64(page.roots[i].rows.size()));
        if (done < end)
            break;
    }
    page.last = done == m_steps.size();
    if (page.last)
        page.mark = markOf(m_transaction, m_viewer.user);
    qint64 sent = 0;
    for (const RootUpdate& update : page.roots)
        sent += qint64(update.rows.size());
    // What is left is taken to be as large as what went.
    if (!page.last)
        page.remaining = qint64(m_steps.size() - done) * std::max<qint64>(1, sent / qint64(done));
    page.cursor = nextCursor(page, done, schema, now);
    return page;
}

size_t PullPlan::appendRecords(PullPage& page, size_t from, size_t to, qint64 rows)
{
    // One kind and one lower bound a statement.
    std::map<std::pair<RecordKind, RootOperation>, std::vector<RecordId>> wanted;
    for (size_t i = from; i < to; ++i) {
        if (m_steps[i].operation != RootOperation::Evict)
            wanted[{m_steps[i].kind, m_steps[i].operation}].push_back(m_steps[i].root);
    }
    QHash<RecordId, std::vector<RecordRow>> found;
    for (const auto& [key, roots] : wanted) {
        const Seq since = key.second == RootOperation::Full ? 0 : m_start.base;
        for (RecordRow& row : m_transaction.recordsOfRoots(key.first, roots, since))
            found[row.root].push_back(std::move(row));
    }
    for (size_t i = from; i < to; ++i) {
        if (rows <= 0 && i > 0)
            return i;
        std::vector<RecordRow>& records = found[m_steps[i].root];
        addRemovedParent(m_steps[i], records);
        page.roots.push_back(updateOf(m_steps[i], std::move(records)));
        rows -= std::max<qint64>(1, qint64(page.roots.back().rows.size()));
    }
    return to;
}

// Only a conflict can be written about a removed root. A client that never had it, or had it when
// it was removed already, has not heard of it, and takes no child without its parent.
void PullPlan::addRemovedParent(const Step& step, std::vector<RecordRow>& rows)
{
    const bool aboutIt = step.operation == RootOperation::Delta
        && std::ranges::any_of(rows,
            [](const RecordRow& row) { return row.kind == RecordKind::Conflict && !row.deleted; });
    if (!aboutIt || std::ranges::find(rows, step.root, &RecordRow::id) != rows.end())
        return;
    std::optional<StoredRecord> parent = m_transaction.findRecord(step.kind, step.root);
    if (parent && parent->row.deleted)
        rows.push_back(std::move(parent->row));
}

RootUpdate PullPlan::updateOf(const Step& step, std::vector<RecordRow> rows) const
{
    RootUpdate update{step.root, step.operation, {}};
    const bool holdsLive =
        std::ranges::any_of(rows, [](const RecordRow& row) { return !row.deleted; });
    for (RecordRow& row : rows) {
        // A full root replaces what the client has: what is deleted is simply not in it. A removed
        // family goes along with what was written about it since: no child without its parent.
        const bool parent = row.id == step.root && holdsLive;
        if (step.operation == RootOperation::Full && row.deleted && !parent)
            continue;
        const bool secret = step.kind == RecordKind::Customer && !step.inFull;
        update.rows.push_back(secret ? maskedRow(std::move(row)) : std::move(row));
    }
    return update;
}

QString PullPlan::nextCursor(const PullPage& page, size_t done, qint64 schema, Milliseconds now)
{
    Cursor next = m_start;
    next.seen = witnessOf(m_transaction);
    next.schema = schema;
    if (page.last || mutated(Mutant::BasePerPage)) {
        next.base = m_snapshot.seq;
        next.baseAt = now;
        next.key = 0;
        next.root = RecordId();
    } else {
        next.key = m_steps[done - 1].key;
        next.root = m_steps[done - 1].root;
        // A first sync that is left half way grows too old like any other.
        if (next.baseAt == 0)
            next.baseAt = now;
    }
    return sealedCursor(next, cursorSecret(m_transaction));
}

} // namespace homeroom
