// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/rights.h"
#include "server/rules/cursor.h"
#include "server/rules/visibility.h"
#include "sync/protocol/messages.h"

namespace homeroom {

/// Changes whenever a pull of this viewer would bring something.
QString markOf(ReadTransaction& transaction, const RecordId& viewer);

/// The algorithm of sync.md section 4 over one snapshot: which roots a viewer is told about, in
/// which order, and how far a page goes.
class PullPlan {
public:
    PullPlan(ReadTransaction& transaction, const Viewer& viewer, const Cursor& start);

    /// Whole roots until `rows` is reached; one root at least, however large.
    PullPage page(qint64 rows, qint64 schema, Milliseconds now);

private:
    struct Step {
        Seq key = 0;
        RecordId root{};
        RecordKind kind = RecordKind::None;
        RootOperation operation = RootOperation::Evict;
        bool inFull = false; ///< OwnerOnly fields, too

        auto order() const { return std::tuple(key, root); }
    };

    void collect();
    QSet<RecordId> candidates();
    void judgeAll(const QSet<RecordId>& roots);
    void judge(const RecordId& root, std::vector<RootInterval> intervals);
    size_t appendRecords(PullPage& page, size_t from, size_t to, qint64 rows);
    void addRemovedParent(const Step& step, std::vector<RecordRow>& rows);
    RootUpdate updateOf(const Step& step, std::vector<RecordRow> rows) const;
    QString nextCursor(const PullPage& page, size_t done, qint64 schema, Milliseconds now);

    ReadTransaction& m_transaction;
    Viewer m_viewer;
    Cursor m_start;
    Stamp m_snapshot;
    std::vector<MemberInterval> m_memberships{};
    std::vector<Step> m_steps{};
};

} // namespace homeroom
