// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/outbox.h"

#include "models/store/coalesce.h"
#include "models/store/outboxcontent.h"
#include "models/store/records.h"
#include "models/store/resolution.h"
#include "models/store/syncstate.h"
#include "models/values/mutants.h"
#include "models/values/recordjson.h"

#include <QJsonDocument>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maximumBatchBytes = 4 * 1024 * 1024;

QString compact(const QJsonObject& json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

} // namespace

OutboxBatch Outbox::peek(ChainRule chainAfter, qsizetype limit)
{
    OutboxBatch batch = sentAgain(limit);
    if (!batch.mutations.empty())
        return batch;
    SyncState state(m_database);
    qint64 mid = state.lastMid();
    QString chain = state.chain();
    batch.chain = chain;
    for (Entry& entry : coalesced(nextQueued(limit))) {
        entry.mutation.mid = ++mid;
        store(entry, chain);
        chain = chainAfter(chain, entry.mutation);
        batch.mutations.push_back(std::move(entry.mutation));
    }
    if (!batch.mutations.empty())
        state.setLastMid(mid, chain);
    return batch;
}

OutboxBatch Outbox::sentAgain(qsizetype limit)
{
    OutboxBatch batch;
    Statement query = m_database.statement(
        "SELECT mutation, chain FROM outbox WHERE state = 'sent' ORDER BY mid");
    while (query.step()) {
        Result<Mutation> mutation = mutationFromJson(query.object(0));
        if (!mutation.ok()) {
            // Only a program of another version wrote it: as queued it is refused on its own.
            withdrawSent();
            return {};
        }
        const bool goesOn = !batch.mutations.empty() && mutation->group != 0
            && mutation->group == batch.mutations.back().group;
        if (qsizetype(batch.mutations.size()) >= limit && !goesOn)
            break;
        if (batch.mutations.empty())
            batch.chain = query.text(1);
        batch.mutations.push_back(std::move(*mutation));
    }
    return batch;
}

std::vector<Outbox::Entry> Outbox::nextQueued(qsizetype limit)
{
    std::vector<Entry> entries;
    std::map<qint64, Error> unreadable; // by group
    qsizetype bytes = 0;
    size_t groupStart = 0;
    qint64 group = 0;
    Statement query = m_database.statement(
        "SELECT n, grp, mutation, length(mutation) FROM outbox WHERE state = 'queued' ORDER BY n");
    while (query.step()) {
        if (query.integer(1) != group) {
            group = query.integer(1);
            groupStart = entries.size();
        }
        bytes += query.integer(3);
        const bool full = qsizetype(entries.size()) >= limit || bytes > maximumBatchBytes;
        if (full && groupStart > 0) {
            entries.resize(groupStart);
            break;
        }
        Result<Mutation> mutation = mutationFromJson(query.object(2));
        if (mutation.ok())
            entries.push_back({query.integer(0), std::move(*mutation)});
        else
            unreadable.emplace(group, mutation.error());
    }
    for (const auto& [bad, error] : unreadable) {
        refuseGroup(bad, error);
        std::erase_if(
            entries, [bad = bad](const Entry& entry) { return entry.mutation.group == bad; });
    }
    return entries;
}

std::vector<Outbox::Entry> Outbox::coalesced(std::vector<Entry> entries)
{
    std::map<qint64, int> members;
    for (const Entry& entry : entries)
        ++members[entry.mutation.group];
    std::vector<Entry> kept;
    for (Entry& entry : entries) {
        const bool alone = members[entry.mutation.group] == 1;
        if (alone && !kept.empty() && members[kept.back().mutation.group] == 1
            && coalesce(kept.back().mutation, entry.mutation)) {
            kept.back().merged = true;
            Statement drop = m_database.statement("DELETE FROM outbox WHERE n = ?1");
            drop.bind(1, entry.n).execute();
            continue;
        }
        kept.push_back(std::move(entry));
    }
    return kept;
}

void Outbox::store(const Entry& entry, const QString& chainBefore)
{
    Statement update = m_database.statement(
        "UPDATE outbox SET state = 'sent', mid = ?2, chain = ?3, mutation = ?4 WHERE n = ?1");
    update.bind(1, entry.n).bind(2, entry.mutation.mid).bind(3, chainBefore);
    update.bind(4, compact(mutationToJson(entry.mutation))).execute();
}

ChangeSet Outbox::settle(const std::vector<Outcome>& outcomes)
{
    ChangeSet changes{Origin::Remote, {}};
    for (const Outcome& outcome : outcomes) {
        if (const std::optional<ChangedRecord> changed = settleOne(outcome))
            changes.records.push_back(*changed);
    }
    return changes;
}

std::optional<ChangedRecord> Outbox::settleOne(const Outcome& outcome)
{
    Statement query = m_database.statement(
        "SELECT n, type, id, root FROM outbox WHERE mid = ?1 AND state = 'sent'");
    query.bind(1, outcome.mid);
    const RecordType* type = query.step() ? recordTypeByName(query.text(1)) : nullptr;
    if (!type)
        return std::nullopt;
    const qint64 n = query.integer(0);
    const RecordId id = query.id(2);
    const RecordId root = query.id(3);
    const bool evicted = isEvicted(root);
    if (outcome.kind == OutcomeKind::Refused && mutated(Mutant::RefusalBlocks))
        return std::nullopt;
    const bool refused = outcome.kind == OutcomeKind::Refused;
    if (refused && type->kind != RecordKind::FamilyAccess) {
        refuse(n, {outcome.code, outcome.message, outcome.field}, !evicted);
    } else if (refused || evicted || mutated(Mutant::EchoTooEarly)
        || isEchoed(type->kind, id, outcome.stamp)) {
        Statement drop = m_database.statement("DELETE FROM outbox WHERE n = ?1");
        drop.bind(1, n).execute();
    } else {
        Statement update = m_database.statement("UPDATE outbox SET state = 'acked', "
                                                "acked_generation = ?2, acked_seq = ?3 "
                                                "WHERE n = ?1");
        update.bind(1, n).bind(2, outcome.stamp.generation).bind(3, outcome.stamp.seq).execute();
    }
    if (evicted) {
        endEviction(root);
        return ChangedRecord{type->kind, id, root, true};
    }
    return m_layers.redraw(type->kind, id);
}

bool Outbox::isEchoed(RecordKind kind, const RecordId& id, const Stamp& stamp)
{
    return SyncState(m_database).base() >= stamp || m_layers.baseStamp(kind, id) >= stamp;
}

void Outbox::refuse(qint64 n, const Error& reason, bool withContent)
{
    if (!withContent)
        stripEntry(m_database, n);
    const QJsonObject outcome{{u"code"_s, errorCodeName(reason.code)},
        {u"message"_s, reason.detail}, {u"field"_s, reason.field}};
    Statement update =
        m_database.statement("UPDATE outbox SET state = 'attention', outcome = ?2 WHERE n = ?1");
    update.bind(1, n).bind(2, compact(outcome)).execute();
}

bool Outbox::isEvicted(const RecordId& root)
{
    Statement query = m_database.statement("SELECT 1 FROM evicted_root WHERE root = ?1");
    query.bind(1, root);
    return query.step();
}

void Outbox::endEviction(const RecordId& root)
{
    Statement rest = m_database.statement(
        "SELECT 1 FROM outbox WHERE root = ?1 AND +state IN ('queued', 'sent')");
    rest.bind(1, root);
    if (rest.step())
        return;
    Statement end = m_database.statement("DELETE FROM evicted_root WHERE root = ?1");
    end.bind(1, root).execute();
    SyncState(m_database).setErasurePending(true);
}

void Outbox::withdrawSent()
{
    Statement first = m_database.statement(
        "SELECT mid, chain FROM outbox WHERE state = 'sent' ORDER BY mid LIMIT 1");
    if (!first.step())
        return;
    SyncState(m_database).setLastMid(first.integer(0) - 1, first.text(1));
    m_database.execute(
        "UPDATE outbox SET state = 'queued', mid = NULL, chain = NULL WHERE state = 'sent'");
}

ChangeSet Outbox::refuseFirstGroup(const Error& reason)
{
    withdrawSent();
    Statement first =
        m_database.statement("SELECT grp FROM outbox WHERE state = 'queued' ORDER BY n LIMIT 1");
    return first.step() ? refuseGroup(first.integer(0), reason) : ChangeSet{Origin::Remote, {}};
}

ChangeSet Outbox::refuseGroup(qint64 group, const Error& reason)
{
    ChangeSet changes{Origin::Remote, {}};
    std::vector<std::pair<qint64, ChangedRecord>> members;
    Statement query = m_database.statement(
        "SELECT n, type, id, root FROM outbox WHERE state = 'queued' AND grp = ?1");
    query.bind(1, group);
    while (query.step()) {
        const RecordType* type = recordTypeByName(query.text(1));
        members.push_back({query.integer(0),
            {type ? type->kind : RecordKind::None, query.id(2), query.id(3), false}});
    }
    for (const auto& [n, record] : members) {
        const bool evicted = isEvicted(record.root);
        refuse(n, reason, !evicted);
        if (evicted)
            endEviction(record.root);
        else if (record.kind != RecordKind::None)
            changes.records.push_back(m_layers.redraw(record.kind, record.id));
    }
    return changes;
}

void Outbox::restart(const RecordId& device)
{
    withdrawSent();
    SyncState state(m_database);
    state.setDevice(device);
    state.setLastMid(0, {});
    // Settled ones keep no number, so that those of the new device are free.
    m_database.execute("UPDATE outbox SET mid = NULL, chain = NULL");
}

void Outbox::queueAcknowledgedAgain()
{
    m_database.execute("UPDATE outbox SET state = 'queued', mid = NULL, chain = NULL, "
                       "acked_generation = NULL, acked_seq = NULL WHERE state = 'acked'");
}

void Outbox::distrustQueued()
{
    m_database.execute("UPDATE outbox SET mutation = json_set(mutation, '$.clock', 'bad') "
                       "WHERE state = 'queued'");
}

OutboxCounts Outbox::counts()
{
    // Two statements: each finds its rows by their state, and reads no edits.
    Statement waiting = m_database.statement(QByteArray("SELECT count(*), count(*) FILTER (WHERE ")
        + madeByHand + ") FROM outbox WHERE state IN ('queued', 'sent')");
    waiting.step();
    Statement attention =
        m_database.statement("SELECT count(DISTINCT grp) FROM outbox WHERE state = 'attention'");
    attention.step();
    return {waiting.integer(0), attention.integer(0), waiting.integer(0) - waiting.integer(1)};
}

std::vector<RefusedEdit> Outbox::refused()
{
    std::vector<RefusedEdit> edits;
    Statement query = m_database.statement("SELECT n, type, id, root, mutation, outcome "
                                           "FROM outbox WHERE state = 'attention' ORDER BY n");
    while (query.step()) {
        const RecordType* type = recordTypeByName(query.text(1));
        const QJsonObject outcome = query.object(5);
        edits.push_back(
            {query.integer(0), type ? type->kind : RecordKind::None, query.id(2), query.id(3),
                {errorCodeFromName(outcome.value("code"_L1).toString()),
                    outcome.value("message"_L1).toString(), outcome.value("field"_L1).toString()},
                query.object(4)});
    }
    return edits;
}

qint64 Outbox::lastRefused()
{
    Statement query =
        m_database.statement("SELECT coalesce(max(n), 0) FROM outbox WHERE state = 'attention'");
    query.step();
    return query.integer(0);
}

void Outbox::dismiss(qint64 number)
{
    Statement drop =
        m_database.statement("DELETE FROM outbox WHERE n = ?1 AND state = 'attention'");
    drop.bind(1, number).execute();
}

} // namespace homeroom
