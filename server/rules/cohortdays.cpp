// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rules/cohortdays.h"

#include "models/values/cohortcalendar.h"
#include "server/rules/cohortsums.h"
#include "server/rules/commands.h"
#include "server/rules/recordwriter.h"

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t rowsAtOnce = 250;

Id<CohortDay> idOf(const Id<Cohort>& cohort, const NumbersHolder& holder, qint64 day)
{
    const QString name = u"cohortday %1 %2 %3 %4"_s.arg(
        cohort.toString(), holder.user.toString(), holder.team.toString(), QString::number(day));
    return Id<CohortDay>(RecordId::fromName(name.toUtf8()));
}

/// What is due of one cohort, read from one snapshot.
class DueRows {
public:
    DueRows(
        ReadTransaction& transaction, const Cohort& cohort, Milliseconds now, const QTimeZone& zone)
        : m_transaction(transaction), m_cohort(cohort), m_calendar(cohort, zone), m_now(now)
    {
    }

    /// By day, and of each day the organisation's row last: where it stands, the day is whole.
    std::vector<CohortDay> collect();

private:
    bool isOver() const { return m_calendar.dayAt(m_now) > m_calendar.lastDay(); }
    bool isFrozen();
    const CohortDay* kept(const Id<CohortDay>& id) const;
    bool isSettled(qint64 day) const;
    Milliseconds asOf(qint64 day) const { return std::min(m_now, m_calendar.endOf(day)); }
    std::vector<qint64> openDays() const;
    void addOpen(qint64 day, HolderNumbers numbers);
    void addFreezing();

    ReadTransaction& m_transaction;
    const Cohort& m_cohort;
    CohortCalendar m_calendar;
    Milliseconds m_now;
    std::map<RecordId, CohortDay> m_kept{}; ///< by id
    std::vector<CohortDay> m_due{};
};

// The last row that a cohort ever gets says that all are there.
bool DueRows::isFrozen()
{
    const auto last = m_transaction.findRecord(
        RecordKind::CohortDay, idOf(m_cohort.id, {}, m_calendar.lastDay()));
    return last && fromRow<CohortDay>(last->row).frozen;
}

const CohortDay* DueRows::kept(const Id<CohortDay>& id) const
{
    const auto found = m_kept.find(id);
    return found == m_kept.end() ? nullptr : &found->second;
}

bool DueRows::isSettled(qint64 day) const
{
    const CohortDay* last = kept(idOf(m_cohort.id, {}, day));
    return last && last->asOf == m_calendar.endOf(day);
}

std::vector<qint64> DueRows::openDays() const
{
    std::vector<qint64> days;
    const qint64 last = std::min(m_calendar.dayAt(m_now), m_calendar.lastDay());
    for (qint64 day = CohortCalendar::firstDay; day <= last; ++day) {
        if (!isSettled(day))
            days.push_back(day);
    }
    return days;
}

void DueRows::addOpen(qint64 day, HolderNumbers numbers)
{
    // Also of those who have nobody in the cohort any more.
    for (const auto& [id, row] : m_kept) {
        if (row.day == day)
            numbers.try_emplace({row.user, row.team});
    }
    numbers.try_emplace({});
    const bool ended = m_now > m_calendar.endOf(day);
    for (const auto& [holder, counts] : numbers) {
        CohortDay row;
        row.id = idOf(m_cohort.id, holder, day);
        const CohortDay* before = kept(row.id);
        const bool isNews = before ? ended || CohortNumbers::fromJson(before->numbers) != counts
                                   : holder == NumbersHolder() || counts != CohortNumbers();
        if (!isNews || (before && before->frozen))
            continue;
        row.cohort = m_cohort.id;
        row.user = Id<User>(holder.user);
        row.team = Id<Team>(holder.team);
        row.day = day;
        row.numbers = counts.toJson();
        row.asOf = asOf(day);
        row.frozen = isOver();
        m_due.push_back(row);
    }
}

void DueRows::addFreezing()
{
    for (const auto& [id, row] : m_kept) {
        if (row.frozen || !isSettled(row.day))
            continue;
        m_due.push_back(row);
        m_due.back().frozen = true;
    }
}

std::vector<CohortDay> DueRows::collect()
{
    if (!m_calendar.isValid() || m_calendar.dayAt(m_now) < CohortCalendar::firstDay || isFrozen())
        return {};
    for (const RecordRow& row :
        m_transaction.recordsReferring(RecordKind::CohortDay, u"cohort", m_cohort.id))
        m_kept.emplace(row.id, fromRow<CohortDay>(row));
    std::vector<TallyMoment> moments;
    const std::vector<qint64> days = openDays();
    for (const qint64 day : days)
        moments.push_back({asOf(day), m_calendar.cutOff()});
    std::vector<HolderNumbers> sums = cohortSums(m_transaction, m_cohort.id, moments);
    for (size_t i = 0; i < days.size(); ++i)
        addOpen(days[i], std::move(sums[i]));
    if (isOver())
        addFreezing();
    const auto order = [](const CohortDay& row) {
        return std::tuple(row.day, row.user.isNull() && row.team.isNull(), row.id);
    };
    std::ranges::sort(m_due, {}, order);
    return std::move(m_due);
}

} // namespace

Result<CohortDaysReport> CohortDays::run(const std::function<bool()>& goesOn) const
{
    const Milliseconds now = m_parts.clock.now();
    const auto cohorts =
        m_parts.storage.read([](ReadTransaction& transaction) -> Result<std::vector<RecordRow>> {
            return transaction.records(RecordKind::Cohort);
        });
    if (!cohorts.ok())
        return cohorts.error();
    CohortDaysReport report;
    for (const RecordRow& row : *cohorts) {
        const auto cohort = fromRow<Cohort>(row);
        const auto due = m_parts.storage.read(
            [&](ReadTransaction& transaction) -> Result<std::vector<CohortDay>> {
                const QTimeZone zone(transaction.organisation().timeZone.toLatin1());
                return DueRows(transaction, cohort, now, zone).collect();
            });
        if (!due.ok())
            return due.error();
        for (size_t at = 0; at < due->size(); at += rowsAtOnce) {
            if (goesOn && !goesOn())
                return report;
            const std::span rest = std::span(*due).subspan(at);
            const Result<void> written =
                write(rest.first(std::min(rowsAtOnce, rest.size())), now, report);
            if (!written.ok())
                return written.error();
        }
    }
    return report;
}

Result<void> CohortDays::write(
    std::span<const CohortDay> rows, Milliseconds now, CohortDaysReport& report) const
{
    const Caller system = systemCaller();
    const auto written =
        m_parts.storage.write([&](WriteTransaction& transaction) -> Result<Touched> {
            WriteContext context(transaction, system, now, m_parts.policy, m_parts.ids);
            context.takeStamp();
            for (const CohortDay& row : rows) {
                const auto before = transaction.findRecord(RecordKind::CohortDay, row.id);
                StoredRecord record{toRow(row), before ? before->versions : FieldVersions()};
                if (!before)
                    record.versions.putCreation({context.stamp(), {}, {}, now, {}});
                writeRecord(context, std::move(record), before ? &before->row : nullptr, {});
            }
            transaction.appendAudit(
                {now, {}, {}, u"numbers"_s, {}, {{u"rows"_s, qint64(rows.size())}}});
            return context.touched();
        });
    if (!written.ok())
        return written.error();
    report.rows += qint64(rows.size());
    report.touched.scopes += written->scopes;
    report.touched.viewers += written->viewers;
    return {};
}

} // namespace homeroom
