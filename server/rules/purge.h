// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/rules/push.h"

namespace homeroom {

/// What one run of the purge took away.
struct PurgeReport {
    qint64 outcomes = 0;
    qint64 intervals = 0; ///< of roots and of members
    qint64 tombstones = 0;

    qint64 total() const { return outcomes + intervals + tombstones; }
};

/// Takes away what no client can ask for any more (sync.md section 4): outcomes, tombstones and
/// closed intervals older than RulePolicy::tombstoneLife, idempotent answers and tokens past their
/// life. Run at the server's start and daily. A cursor that old is answered with Expired, so
/// nothing that goes is missed.
class Purge {
public:
    explicit Purge(const RuleParts& parts) : m_parts(parts) { }

    /// Many short transactions, so that no push waits long for it. Errors: Database; what was done
    /// until then stays done.
    Result<PurgeReport> run() const;

private:
    Result<Seq> prepare(Milliseconds now) const;
    Result<qint64> repeat(const std::function<qint64(WriteTransaction&)>& step) const;

    RuleParts m_parts;
};

} // namespace homeroom
