// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/interleaving.h"

#include "models/values/mutants.h"
#include "server/rules/cursor.h"
#include "server/rules/pullplan.h"

namespace homeroom::sim {

using namespace Qt::StringLiterals;

namespace {

constexpr int writerCount = 4;
constexpr int familyCount = 8;

RecordId idOf(const QString& name)
{
    return RecordId::fromName(name.toUtf8());
}

RecordId ownerOf(const RecordRow& row)
{
    return fromRow<Customer>(row).owner;
}

} // namespace

Interleaving::Interleaving(const SeedPlan& plan, bool printing)
    : m_plan(plan), m_trace(printing), m_random(SimRandom(plan.seed).fork(6)),
      m_writers(writerCount)
{
    fill();
}

void Interleaving::fill()
{
    for (int i = 0; i < 2; ++i) {
        Team team{.id = Id<Team>(idOf(u"team %1"_s.arg(i))), .name = u"T"_s, .active = true};
        m_teams.push_back(team.id);
        commit(toRow(team), ++m_lastSeq);
    }
    for (int i = 0; i < 6; ++i) {
        User user{.id = Id<User>(idOf(u"user %1"_s.arg(i))), .name = u"U%1"_s.arg(i)};
        user.role = i < 2 ? UserRole::Lead : i < 5 ? UserRole::Tutor : UserRole::Operations;
        user.team = Id<Team>(m_teams[size_t(i % 2)]);
        user.active = true;
        m_users.push_back(user.id);
        commit(toRow(user), ++m_lastSeq);
        m_readers.push_back({user.id, {}, {}});
    }
    for (int i = 0; i < familyCount; ++i) {
        Customer family{.id = Id<Customer>(idOf(u"family %1"_s.arg(i))), .name = u"F"_s};
        family.owner = Id<User>(m_users[size_t(2 + i % 3)]);
        family.team = Id<Team>(m_teams[0]);
        m_families.push_back(family.id);
        commit(toRow(family), ++m_lastSeq);
    }
}

void Interleaving::commit(const RecordRow& given, Seq seq)
{
    MemoryTransaction transaction(m_store);
    Touched touched;
    RecordRow row = given;
    row.stamp = {1, seq};
    transaction.putRecord({row, {}});
    if (row.id == row.root)
        updateRootScopes(transaction, row, seq, 0, touched);
    else
        touchRoot(transaction, row.root, seq, touched);
    if (row.kind == RecordKind::User || row.kind == RecordKind::Team)
        updateMembers(transaction, seq, 0, touched);
    m_store.stamp.seq = std::max(m_store.stamp.seq, seq);
    m_trace.add(u"commit %1 of %2"_s.arg(seq).arg(row.id.toString()));
}

std::optional<Failure> Interleaving::run()
{
    const int moves = m_plan.steps * 12;
    for (int move = 0; move < moves && !m_failure; ++move) {
        if (m_random.chance(0.6))
            advance(m_writers[size_t(m_random.below(writerCount))]);
        else
            pull(m_readers[size_t(m_random.below(int(m_readers.size())))]);
    }
    const auto works = [](const Writer& writer) { return writer.phase != Writer::Phase::Idle; };
    while (std::ranges::any_of(m_writers, works)) {
        for (Writer& writer : m_writers) {
            if (works(writer))
                advance(writer);
        }
    }
    for (Reader& reader : m_readers) {
        while (!m_failure && !pull(reader)) { }
        if (!m_failure)
            check(reader);
    }
    return m_failure;
}

void Interleaving::advance(Writer& writer)
{
    switch (writer.phase) {
    case Writer::Phase::Idle:
        begin(writer);
        return;
    case Writer::Phase::Locked:
        if (mutated(Mutant::SeqAtStart)) {
            writer.phase = Writer::Phase::Numbered;
            return;
        }
        // The organisation's row is locked from here until the commit is visible.
        if (m_organisationLocked)
            return;
        m_organisationLocked = true;
        writer.seq = ++m_lastSeq;
        writer.phase = Writer::Phase::Numbered;
        return;
    case Writer::Phase::Numbered:
        commit(writer.row, writer.seq);
        m_organisationLocked = false;
        writer.phase = Writer::Phase::Idle;
        return;
    }
}

void Interleaving::begin(Writer& writer)
{
    const bool moves = m_random.chance(0.15);
    const RecordId record = moves ? m_users[size_t(m_random.below(5))] : m_random.pick(m_families);
    for (const Writer& other : m_writers) {
        if (other.phase != Writer::Phase::Idle && other.record == record)
            return;
    }
    writer.record = record;
    const RecordRow& row = m_store.rows.at(record);
    writer.row = moves ? otherTeam(row) : m_random.chance(0.4) ? otherOwner(row) : noteIn(record);
    if (mutated(Mutant::SeqAtStart))
        writer.seq = ++m_lastSeq;
    writer.phase = Writer::Phase::Locked;
}

RecordRow Interleaving::otherOwner(RecordRow family)
{
    Customer customer = fromRow<Customer>(family);
    customer.owner = Id<User>(m_users[size_t(2 + m_random.below(3))]);
    return toRow(customer);
}

RecordRow Interleaving::otherTeam(RecordRow row)
{
    User user = fromRow<User>(row);
    user.team = Id<Team>(m_random.pick(m_teams));
    return toRow(user);
}

RecordRow Interleaving::noteIn(const RecordId& family)
{
    FollowUp note{.id = Id<FollowUp>(idOf(u"note %1"_s.arg(++m_names)))};
    note.customer = Id<Customer>(family);
    note.text = u"note %1"_s.arg(m_names);
    return toRow(note);
}

/// One page; true when the session ended with it.
bool Interleaving::pull(Reader& reader)
{
    MemoryTransaction transaction(m_store);
    const User user = fromRow<User>(m_store.rows.at(reader.user));
    Cursor start{.viewer = reader.user};
    if (!reader.cursor.isEmpty())
        start = *openedCursor(reader.cursor, reader.user, transaction.secret({}));
    const PullPage page = PullPlan(transaction, {reader.user, user.role, user.team}, start)
                              .page(m_random.between(1, 4), 1, 0);
    for (const RootUpdate& update : page.roots) {
        if (update.operation != RootOperation::Delta)
            std::erase_if(
                reader.rows, [&](const auto& row) { return row.second.root == update.root; });
        for (const RecordRow& row : update.rows)
            reader.rows[row.id] = row;
    }
    reader.cursor = page.cursor;
    m_trace.add(u"page of %1 roots"_s.arg(page.roots.size()));
    if (page.last)
        check(reader);
    return page.last;
}

bool Interleaving::sees(const RecordRow& row, const RecordRow& root) const
{
    if (root.kind != RecordKind::Customer)
        return true;
    const User user = fromRow<User>(row);
    const RecordId owner = ownerOf(root);
    if (user.role == UserRole::Operations || owner == user.id)
        return true;
    const User keeper = fromRow<User>(m_store.rows.at(owner));
    return user.role == UserRole::Lead && keeper.team == user.team;
}

void Interleaving::check(const Reader& reader)
{
    const RecordRow& user = m_store.rows.at(reader.user);
    for (const auto& [id, row] : m_store.rows) {
        const bool visible = sees(user, m_store.rows.at(row.root));
        const auto held = reader.rows.find(id);
        const bool holds = held != reader.rows.end();
        if (visible && (!holds || held->second.stamp != row.stamp))
            m_failure = Failure{u"I1"_s,
                u"several writers: a reader lacks %1 of seq %2"_s.arg(id.toString())
                    .arg(row.stamp.seq)};
        if (!visible && holds)
            m_failure =
                Failure{u"I1"_s, u"several writers: a reader still holds %1"_s.arg(id.toString())};
    }
}

} // namespace homeroom::sim
