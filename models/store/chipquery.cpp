// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/chipquery.h"

#include "models/store/idlist.h"
#include "models/values/cohortday.h"
#include "models/values/records/records.h"

namespace homeroom {

Milliseconds ChipMoment::dayStart(qint64 days) const
{
    return dateAt(now, zone).addDays(days).startOfDay(zone).toMSecsSinceEpoch();
}

LessonNeed lessonNeed(Attendance attended, bool finished, bool homeworkDue, bool handedIn)
{
    const bool there = attended == Attendance::Live || attended == Attendance::Replay;
    const bool leave = attended == Attendance::Leave;
    return {!there && !finished && !leave, there && !finished, homeworkDue && !handedIn && !leave};
}

namespace {

/// One of the passes that find chips: it reads what it needs of all families, or of some.
struct Pass {
    QByteArray sql; ///< `%1` stands for the condition that names the families
    QByteArray family; ///< the column that names the family
    std::function<void(Statement&, int first)> bind; ///< parameters, from `first` on
    std::function<ChipMask(const Statement&)> judge; ///< of a row; its first column is the family
};

/// Runs a pass over all families (no ids) or those given, into `masks`.
class ChipReader {
public:
    ChipReader(Database& database, const ChipMoment& moment)
        : m_database(database), m_moment(moment)
    {
    }

    void readAll();
    void read(std::span<const RecordId> families);
    ChipMasks take() { return std::move(m_masks); }

private:
    std::vector<Pass> passes() const;
    Pass familyPass() const;
    Pass campPass() const;
    Pass lessonPass() const;
    Pass depositPass() const;
    Pass birthdayPass() const;
    void add(const Statement& row, ChipMask mask);

    Database& m_database;
    const ChipMoment& m_moment;
    ChipMasks m_masks{};
};

template <typename Enum> bool holds(const Statement& row, int column, Enum word)
{
    Enum held{};
    detail::fromFieldValue(row.value(column, FieldKind::Word), held);
    return held == word;
}

ChipMask when(bool holds, FamilyChip chip)
{
    return holds ? maskOf(chip) : 0;
}

/// `@n` in the text of a pass is its n-th own parameter; they follow the ids.
QByteArray numbered(QByteArray sql, int first)
{
    for (int i = 4; i >= 1; --i)
        sql.replace('@' + QByteArray::number(i), '?' + QByteArray::number(first + i - 1));
    return sql;
}

ChipMask judgePreparation(const Statement& row, bool open)
{
    const bool added = holds(row, 2, FriendState::Added);
    const bool toAdd =
        holds(row, 2, FriendState::NotAdded) || holds(row, 2, FriendState::Requested);
    const bool outside = holds(row, 3, GroupState::NotIn) || holds(row, 3, GroupState::Invited);
    return when(open && toAdd, FamilyChip::ToFriend)
        | when(open && added && outside, FamilyChip::ToGroup)
        | when(holds(row, 4, KitState::ToShip), FamilyChip::ToShip);
}

/// The moment with its day worked out, once for all rows: zones are slow.
struct Today {
    Milliseconds now = 0;
    Milliseconds start = 0;
    Milliseconds end = 0;
};

ChipMask judgeWork(const Statement& row, bool open, const Today& today)
{
    ChipMask mask = 0;
    if (!row.isNull(5)) {
        const Milliseconds next = row.integer(5);
        mask |= when(next >= today.start && next < today.end, FamilyChip::DueToday)
            | when(next < today.now, FamilyChip::Overdue);
    }
    const Milliseconds silent = today.now - row.integer(6);
    const bool greeted = row.isNull(7) || (!row.isNull(8) && row.integer(8) >= row.integer(7));
    const bool added = holds(row, 2, FriendState::Added);
    return mask | when(open && added && !greeted, FamilyChip::ToGreet)
        | when(open && silent >= 3 * dayMs, FamilyChip::Silent3)
        | when(open && silent >= 5 * dayMs, FamilyChip::Silent5)
        | when(open && silent >= 7 * dayMs, FamilyChip::Silent7);
}

ChipMask judgeLesson(const Statement& row, Milliseconds todayStart)
{
    const bool today = row.integer(1) >= todayStart;
    Attendance attended{};
    detail::fromFieldValue(row.value(3, FieldKind::Word), attended);
    const LessonNeed need =
        lessonNeed(attended, row.integer(4) != 0, row.integer(2) != 0, !row.isNull(5));
    return when(need.missed, today ? FamilyChip::MissedToday : FamilyChip::MissedYesterday)
        | when(
            need.unfinished, today ? FamilyChip::UnfinishedToday : FamilyChip::UnfinishedYesterday)
        | when(need.homework, today ? FamilyChip::HomeworkToday : FamilyChip::HomeworkYesterday);
}

Pass ChipReader::familyPass() const
{
    const Today today{m_moment.now, m_moment.dayStart(0), m_moment.dayStart(1)};
    return {"SELECT c.id, "
            "EXISTS (SELECT 1 FROM r_opportunity o WHERE o.root = c.id AND o.deleted = 0 "
            "AND o.\"closedAt\" IS NULL) OR NOT EXISTS (SELECT 1 FROM r_opportunity o "
            "WHERE o.root = c.id AND o.deleted = 0), c.\"friendState\", c.\"groupState\", "
            "c.\"kitState\", c.\"nextStepAt\", coalesce(c.\"lastContactAt\", c.\"createdAt\"), "
            "c.\"friendAddedAt\", c.\"lastContactAt\" "
            "FROM r_customer c WHERE c.deleted = 0 AND c.lifecycle <> 'lost' %1",
        "c.id", {}, [today](const Statement& row) {
            const bool open = row.integer(1) != 0;
            return judgePreparation(row, open) | judgeWork(row, open, today);
        }};
}

Pass ChipReader::campPass() const
{
    const QString today = dateAt(m_moment.now, m_moment.zone).toString(Qt::ISODate);
    return {"SELECT c.id, c.\"appSignedInAt\" IS NULL, coalesce(c.address, '') = '' "
            "FROM r_cohort k CROSS JOIN r_enrollment e ON e.cohort = k.id AND e.deleted = 0 "
            "AND e.status = 'enrolled' JOIN r_customer c ON c.id = e.root AND c.deleted = 0 "
            "WHERE k.deleted = 0 AND date(k.\"opensOn\", '+' || k.days || ' days') > @1 %1",
        "c.id", [today](Statement& query, int first) { query.bind(first, today); },
        [](const Statement& row) {
            return when(row.integer(1) != 0, FamilyChip::ToSignIn)
                | when(row.integer(2) != 0, FamilyChip::ToAddress);
        }};
}

Pass ChipReader::lessonPass() const
{
    const Milliseconds today = m_moment.dayStart(0);
    const Milliseconds yesterday = m_moment.dayStart(-1);
    const Milliseconds now = m_moment.now;
    return {"SELECT e.root, l.\"unlocksAt\", l.homework, p.attended, p.finished, p.\"homeworkAt\" "
            "FROM r_lesson l CROSS JOIN r_enrollment e ON e.cohort = l.cohort AND e.deleted = 0 "
            "AND e.status = 'enrolled' LEFT JOIN r_lessonprogress p ON p.lesson = l.id "
            "AND p.enrollment = e.id AND p.deleted = 0 "
            "WHERE l.deleted = 0 AND l.\"unlocksAt\" >= @1 AND l.\"unlocksAt\" <= @2 %1",
        "e.root",
        [yesterday, now](
            Statement& query, int first) { query.bind(first, yesterday).bind(first + 1, now); },
        [today](const Statement& row) { return judgeLesson(row, today); }};
}

Pass ChipReader::depositPass() const
{
    return {"SELECT d.root FROM r_order d WHERE d.deleted = 0 AND d.kind = 'deposit' "
            "AND d.\"refundedAt\" IS NULL AND NOT EXISTS (SELECT 1 FROM r_order f "
            "WHERE f.root = d.root AND f.deleted = 0 AND f.kind = 'full' "
            "AND f.student IS d.student AND f.\"refundedAt\" IS NULL) %1",
        "d.root", {}, [](const Statement&) { return maskOf(FamilyChip::DepositOpen); }};
}

Pass ChipReader::birthdayPass() const
{
    // On the last days of a month the one that begins, on the first ones the one that began.
    const QDate ahead = dateAt(m_moment.now, m_moment.zone).addDays(birthdayDaysAhead);
    const bool near = ahead.day() <= birthdayDaysAhead + birthdayDaysAfter + 1;
    const QString month = near ? ahead.toString(u"MM") : QString();
    return {"SELECT s.root FROM r_student s JOIN r_customer c ON c.id = s.root AND c.deleted = 0 "
            "AND c.lifecycle <> 'lost' WHERE s.deleted = 0 "
            "AND substr(s.\"birthMonth\", 6, 2) = @1 %1",
        "s.root", [month](Statement& query, int first) { query.bind(first, month); },
        [](const Statement&) { return maskOf(FamilyChip::Birthday); }};
}

std::vector<Pass> ChipReader::passes() const
{
    return {familyPass(), campPass(), lessonPass(), depositPass(), birthdayPass()};
}

void ChipReader::add(const Statement& row, ChipMask mask)
{
    if (mask != 0)
        m_masks[row.id(0)] |= mask;
}

void ChipReader::readAll()
{
    for (const Pass& pass : passes()) {
        Statement query = m_database.statement(numbered(QByteArray(pass.sql).replace("%1", ""), 1));
        if (pass.bind)
            pass.bind(query, 1);
        while (query.step())
            add(query, pass.judge(query));
    }
}

void ChipReader::read(std::span<const RecordId> families)
{
    for (const Pass& pass : passes()) {
        const QByteArray only = "AND " + pass.family + " IN " + idList();
        // All families are found from the few live cohorts, a few from themselves: held to the
        // first order, one changed family cost a walk over everybody's enrolments.
        const QByteArray sql = numbered(
            QByteArray(pass.sql).replace("%1", only).replace("CROSS JOIN", "JOIN"), idsAtOnce + 1);
        forIds(
            m_database, sql, families, [&](const Statement& row) { add(row, pass.judge(row)); },
            [&](Statement& query) {
                if (pass.bind)
                    pass.bind(query, idsAtOnce + 1);
            });
    }
}

} // namespace

ChipMasks chipMasks(Database& database, const ChipMoment& moment)
{
    ChipReader reader(database, moment);
    reader.readAll();
    return reader.take();
}

ChipMasks chipMasksOf(
    Database& database, const ChipMoment& moment, std::span<const RecordId> families)
{
    ChipReader reader(database, moment);
    reader.read(families);
    return reader.take();
}

} // namespace homeroom
