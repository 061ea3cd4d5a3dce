// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/pageabsorber.h"

#include "models/store/drafts.h"
#include "models/store/outboxcontent.h"
#include "models/values/mutants.h"

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

/// Rows that are their own root are found by key: they have no index on `root`.
QByteArray whereRoot(RecordKind kind)
{
    return recordType(kind).root == RootRule::Self ? " WHERE id = ?1" : " WHERE root = ?1";
}

} // namespace

PageAbsorber::PageAbsorber(Database& database)
    : m_database(database), m_layers(database), m_state(database)
{
}

ChangeSet PageAbsorber::absorb(PullPage page, const QString& requested)
{
    checkOrder(page, requested);
    if (mutated(Mutant::CursorBeforeData)) {
        m_state.setCursor(page.cursor);
        m_database.execute("COMMIT; BEGIN IMMEDIATE");
    }
    const Stamp applied = m_state.applied();
    if (page.stamp.generation > applied.generation && !applied.isZero())
        m_state.setGuardsReset(true);
    m_guardsReset = m_state.guardsReset();
    m_sweeping = m_state.sweep() != 0;
    if (page.lastMid)
        keepKnown(page.stamp, *page.lastMid);
    requeueLost(page.stamp);
    loadPending();
    for (RootUpdate& update : page.roots) {
        takeRoot(update);
        update.rows = {};
    }
    m_state.setCursor(page.cursor);
    m_state.setApplied(page.stamp);
    if (page.last)
        endSession(page.stamp);
    forgetLabels();
    return std::exchange(m_changes, ChangeSet{Origin::Remote, {}});
}

ChangeSet PageAbsorber::leaveAll()
{
    // Should the account be opened again, everything comes from zero.
    m_state.beginResync();
    endSweep(Refused::LoseValues);
    forgetLabels();
    return std::exchange(m_changes, ChangeSet{Origin::Remote, {}});
}

// The step stays, so that an undo says why it cannot; its words go with the family.
void PageAbsorber::forgetLabels()
{
    if (m_evicted)
        m_database.execute("UPDATE undo_entry SET label = '' "
                           "WHERE n NOT IN (SELECT entry FROM undo_change)");
}

void PageAbsorber::loadPending()
{
    // Two queries, each answered by an index alone: the entries themselves are large.
    Statement roots = m_database.statement("SELECT DISTINCT root FROM outbox");
    while (roots.step())
        m_pendingRoots.insert(roots.id(0));
    Statement records = m_database.statement("SELECT id FROM outbox INDEXED BY outbox_record");
    while (records.step())
        m_pendingRecords.insert(records.id(0));
    Statement undo = m_database.statement("SELECT 1 FROM undo_change LIMIT 1");
    m_hasUndo = undo.step();
}

void PageAbsorber::checkOrder(const PullPage& page, const QString& requested)
{
    if (requested != m_state.cursor())
        throw Error{ErrorCode::Conflict, u"the page answers another cursor"_s};
    if (page.stamp < m_state.applied())
        throw Error{ErrorCode::Conflict, u"the page is older than what is applied"_s};
}

void PageAbsorber::takeRoot(const RootUpdate& update)
{
    if (update.operation == RootOperation::Evict) {
        evict(update.root);
        return;
    }
    if (m_sweeping) {
        Statement seen = m_database.statement("INSERT OR IGNORE INTO sweep_root VALUES (?1)");
        seen.bind(1, update.root).execute();
    }
    if (isNew(update)) {
        takeNewRoot(update);
        return;
    }
    Statement back = m_database.statement("DELETE FROM evicted_root WHERE root = ?1");
    back.bind(1, update.root).execute();
    if (update.operation == RootOperation::Full && !mutated(Mutant::FullMerges)) {
        replaceRoot(update);
        return;
    }
    for (const RecordRow& row : update.rows)
        takeRow(row);
}

bool PageAbsorber::isNew(const RootUpdate& update)
{
    if (m_pendingRoots.contains(update.root))
        return false;
    // A record that an unmerge moved here may have edits that were typed under its old root.
    const bool edited = !m_pendingRecords.isEmpty()
        && std::ranges::any_of(update.rows,
            [this](const RecordRow& row) { return m_pendingRecords.contains(row.id); });
    if (edited)
        return false;
    for (const RecordRow& row : update.rows) {
        if (row.id == update.root)
            return !m_layers.table(row.kind).find(row.id);
    }
    return false;
}

// No child is here without its root, and none has edits, so there is nothing to compare with: the
// first sync's path.
void PageAbsorber::takeNewRoot(const RootUpdate& update)
{
    for (const RecordRow& row : update.rows) {
        moveUndo(row);
        m_layers.table(row.kind).put(row);
        m_changes.records.push_back({row.kind, row.id, row.root, row.deleted});
    }
}

void PageAbsorber::replaceRoot(const RootUpdate& update)
{
    QSet<RecordId> stays;
    for (const RecordRow& row : update.rows)
        stays.insert(row.id);
    for (const RecordKind kind : allRecordKinds()) {
        std::vector<RecordId> gone;
        Statement query = m_database.statement(
            "SELECT id FROM " + RecordTable::tableName(recordType(kind)) + whereRoot(kind));
        query.bind(1, update.root);
        while (query.step()) {
            if (!stays.contains(query.id(0)))
                gone.push_back(query.id(0));
        }
        for (const RecordId& id : gone) {
            m_layers.dropBase(kind, id);
            if (!m_layers.hasPending(kind, id))
                m_layers.table(kind).erase(id);
            m_changes.records.push_back(m_layers.redraw(kind, id));
            m_changes.records.back().root = update.root;
        }
    }
    for (const RecordRow& row : update.rows)
        takeRow(row);
}

void PageAbsorber::takeRow(const RecordRow& row)
{
    if (!m_guardsReset && row.stamp < m_layers.baseStamp(row.kind, row.id))
        return;
    moveUndo(row);
    if (m_pendingRecords.contains(row.id)) {
        moveEdits(row);
        m_layers.setBase(row);
        m_layers.dropEchoed(row.kind, row.id, row.stamp);
        m_changes.records.push_back(m_layers.redraw(row.kind, row.id));
        return;
    }
    m_layers.table(row.kind).put(row);
    m_changes.records.push_back({row.kind, row.id, row.root, row.deleted});
}

// A merge or its undoing has moved the record: its edits go and stay with the family that it is in
// now. Where that of before has left already, it waits for nothing of this record any more.
void PageAbsorber::moveEdits(const RecordRow& row)
{
    Statement move = m_database.statement(
        "UPDATE outbox SET root = ?3 WHERE type = ?1 AND id = ?2 AND +root <> ?3");
    if (move.bind(1, QString(row.type().name)).bind(2, row.id).bind(3, row.root).execute() == 0)
        return;
    m_database.execute("DELETE FROM evicted_root WHERE root NOT IN "
                       "(SELECT root FROM outbox WHERE state IN ('queued', 'sent'))");
}

// What an undo would bring back is undone, and leaves the computer, with the family that the record
// is in now.
void PageAbsorber::moveUndo(const RecordRow& row)
{
    if (!m_hasUndo)
        return;
    const std::optional<RecordRow> before = m_layers.table(row.kind).find(row.id);
    if (!before || before->root == row.root)
        return;
    Statement move =
        m_database.statement("UPDATE undo_change SET root = ?2, "
                             "forward = json_replace(forward, '$.root', ?3, '$.set.customer', ?3), "
                             "inverse = json_replace(inverse, '$.root', ?3, '$.set.customer', ?3) "
                             "WHERE root = ?1 AND json_extract(forward, '$.id') = ?4");
    move.bind(1, before->root).bind(2, row.root).bind(3, row.root.toString());
    move.bind(4, row.id.toString()).execute();
}

void PageAbsorber::evict(const RecordId& root, Refused refused)
{
    eraseRows(root);
    for (const char* sql :
        {"DELETE FROM base_row WHERE root = ?1", "DELETE FROM undo_change WHERE root = ?1",
            "DELETE FROM outbox WHERE root = ?1 AND +state = 'acked'"}) {
        if (mutated(Mutant::EvictKeepsIndex) && QLatin1StringView(sql).contains("undo"_L1))
            continue;
        Statement erase = m_database.statement(sql);
        erase.bind(1, root).execute();
    }
    m_evicted = true;
    if (refused == Refused::LoseValues) {
        stripRefused(m_database, root);
        forgetFollowUpDraft(m_database, root);
    }
    // What the server has not answered must still be sent: only its rows go now.
    Statement waiting =
        m_database.statement("INSERT OR IGNORE INTO evicted_root SELECT DISTINCT root FROM outbox "
                             "WHERE root = ?1 AND +state IN ('queued', 'sent')");
    waiting.bind(1, root).execute();
    m_state.setErasurePending(true);
}

void PageAbsorber::eraseRows(const RecordId& root)
{
    for (const RecordKind kind : allRecordKinds()) {
        Statement erase = m_database.statement("DELETE FROM "
            + RecordTable::tableName(recordType(kind)) + whereRoot(kind) + " RETURNING id");
        erase.bind(1, root);
        while (erase.step())
            m_changes.records.push_back({kind, erase.id(0), root, true});
    }
}

void PageAbsorber::endSession(const Stamp& stamp)
{
    // A restored server refuses edits of what it lost: what was typed stays in a person's hands.
    const bool restored = m_state.base().generation < stamp.generation;
    m_state.setBase(stamp);
    dropAllEchoed(stamp);
    if (m_sweeping)
        endSweep(restored ? Refused::KeepValues : Refused::LoseValues);
    m_state.setGuardsReset(false);
}

// The restored server still has their outcomes, so the page has them, too. Sent once more they
// would bring back what somebody has changed since.
void PageAbsorber::keepKnown(const Stamp& stamp, qint64 lastMid)
{
    Statement keep = m_database.statement("UPDATE outbox SET acked_generation = ?1, acked_seq = ?2 "
                                          "WHERE state = 'acked' AND acked_generation <> ?1 "
                                          "AND mid <= ?3");
    keep.bind(1, stamp.generation).bind(2, stamp.seq).bind(3, lastMid).execute();
}

// A page is taken after all that was acknowledged, unless the server was restored since: then it
// may have lost it. Sent once more, it is done once at most.
void PageAbsorber::requeueLost(const Stamp& stamp)
{
    Statement requeue = m_database.statement(
        "UPDATE outbox SET state = 'queued', mid = NULL, chain = NULL, acked_generation = NULL, "
        "acked_seq = NULL WHERE state = 'acked' AND (acked_generation <> ?1 OR acked_seq > ?2)");
    requeue.bind(1, stamp.generation).bind(2, stamp.seq).execute();
}

void PageAbsorber::dropAllEchoed(const Stamp& stamp)
{
    std::vector<std::pair<RecordKind, RecordId>> echoed;
    {
        Statement drop = m_database.statement(
            "DELETE FROM outbox WHERE state = 'acked' AND (acked_generation, acked_seq) "
            "<= (?1, ?2) RETURNING type, id");
        drop.bind(1, stamp.generation).bind(2, stamp.seq);
        while (drop.step()) {
            if (const RecordType* type = recordTypeByName(drop.text(0)))
                echoed.emplace_back(type->kind, drop.id(1));
        }
    }
    for (const auto& [kind, id] : echoed)
        m_changes.records.push_back(m_layers.redraw(kind, id));
}

void PageAbsorber::endSweep(Refused refused)
{
    std::vector<RecordId> old;
    for (const RecordKind kind : allRecordKinds()) {
        const RecordType& type = recordType(kind);
        if (type.root == RootRule::Customer)
            continue;
        // A row without a stamp was made here and waits in the outbox: it is nobody's leftover.
        Statement query = m_database.statement("SELECT root FROM " + RecordTable::tableName(type)
            + " WHERE id = root AND seq <> 0 AND root NOT IN (SELECT root FROM sweep_root)");
        while (query.step())
            old.push_back(query.id(0));
    }
    for (const RecordId& root : old)
        evict(root, refused);
    m_database.execute("DELETE FROM sweep_root");
    m_state.setSweep(0);
}

} // namespace homeroom
