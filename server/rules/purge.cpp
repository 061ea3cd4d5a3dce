// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rules/purge.h"

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 rowsAtOnce = 500;

QJsonObject detailOf(const PurgeReport& report)
{
    return {{u"outcomes"_s, report.outcomes}, {u"intervals"_s, report.intervals},
        {u"tombstones"_s, report.tombstones}};
}

} // namespace

// The seq up to which everything is older than tombstones have to live.
Result<Seq> Purge::prepare(Milliseconds now) const
{
    const Milliseconds oldest = now - m_parts.policy.tombstoneLife;
    return m_parts.storage.write([&](WriteTransaction& transaction) -> Result<Seq> {
        transaction.forgetIdempotent(now - m_parts.policy.idempotencyLife);
        transaction.forgetTokens(now);
        transaction.noteTime(now, oldest);
        return transaction.seqBefore(oldest);
    });
}

Result<qint64> Purge::repeat(const std::function<qint64(WriteTransaction&)>& step) const
{
    qint64 sum = 0;
    for (qint64 gone = rowsAtOnce; gone == rowsAtOnce; sum += gone) {
        const Result<qint64> done = m_parts.storage.write(
            [&](WriteTransaction& transaction) -> Result<qint64> { return step(transaction); });
        if (!done.ok())
            return done.error();
        gone = *done;
    }
    return sum;
}

Result<PurgeReport> Purge::run() const
{
    const Milliseconds now = m_parts.clock.now();
    const Result<Seq> horizon = prepare(now);
    if (!horizon.ok())
        return horizon.error();
    PurgeReport report;
    const Milliseconds oldest = now - m_parts.policy.tombstoneLife;
    for (const auto& [what, count] : {std::pair(Purgeable::Outcomes, &report.outcomes),
             std::pair(Purgeable::RootIntervals, &report.intervals),
             std::pair(Purgeable::Memberships, &report.intervals)}) {
        const Result<qint64> gone = repeat([&](WriteTransaction& transaction) {
            return transaction.purge(what, oldest, rowsAtOnce);
        });
        if (!gone.ok())
            return gone.error();
        *count += *gone;
    }
    // Children first: a root waits for all its records.
    const std::vector<RecordKind> kinds(allRecordKinds().begin(), allRecordKinds().end());
    for (auto kind = kinds.rbegin(); kind != kinds.rend(); ++kind) {
        const Result<qint64> gone = repeat([&](WriteTransaction& transaction) {
            return transaction.purgeTombstones(*kind, *horizon, rowsAtOnce);
        });
        if (!gone.ok())
            return gone.error();
        report.tombstones += *gone;
    }
    if (report.total() == 0)
        return report;
    const Result<void> noted =
        m_parts.storage.write([&](WriteTransaction& transaction) -> Result<void> {
            transaction.appendAudit({now, {}, {}, u"purge"_s, {}, detailOf(report)});
            return {};
        });
    return noted.ok() ? Result<PurgeReport>(report) : Result<PurgeReport>(noted.error());
}

} // namespace homeroom
