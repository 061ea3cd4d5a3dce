// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sim/memorystore.h"
#include "sim/oracle.h"
#include "sim/plan.h"
#include "sim/trace.h"

namespace homeroom::sim {

/// Several writers and readers on one organisation in memory, their steps interleaved at will: the
/// order of commits against the order of their numbers (sync.md section 2). The feed's rules
/// (PullPlan, root scopes, memberships) are the product's own.
class Interleaving {
public:
    Interleaving(const SeedPlan& plan, bool printing);

    std::optional<Failure> run();
    quint64 traceHash() const { return m_trace.hash(); }

private:
    /// A transaction as it goes: locks its record, takes its seq, commits.
    struct Writer {
        enum class Phase { Idle, Locked, Numbered };
        Phase phase = Phase::Idle;
        RecordId record{};
        RecordRow row{}; ///< to be written
        Seq seq = 0;
    };
    struct Reader {
        RecordId user{};
        QString cursor{};
        std::map<RecordId, RecordRow> rows{};
    };

    void fill();
    void commit(const RecordRow& row, Seq seq);
    void advance(Writer& writer);
    void begin(Writer& writer);
    RecordRow otherOwner(RecordRow family);
    RecordRow otherTeam(RecordRow user);
    RecordRow noteIn(const RecordId& family);
    bool pull(Reader& reader);
    void check(const Reader& reader);
    bool sees(const RecordRow& user, const RecordRow& root) const;

    SeedPlan m_plan;
    Trace m_trace;
    SimRandom m_random;
    MemoryStore m_store{};
    std::vector<RecordId> m_users{};
    std::vector<RecordId> m_teams{};
    std::vector<RecordId> m_families{};
    std::vector<Writer> m_writers{};
    std::vector<Reader> m_readers{};
    bool m_organisationLocked = false;
    Seq m_lastSeq = 0;
    int m_names = 0;
    std::optional<Failure> m_failure{};
};

} // namespace homeroom::sim
