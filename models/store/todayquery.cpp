// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/todayquery.h"

#include "models/store/idlist.h"
#include "models/store/taskedits.h"
#include "models/values/cohortday.h"

#include <algorithm>
#include <array>
#include <limits>

namespace homeroom {

namespace {

/// How many families are looked at in full for each that is wanted: their chips alone do not tell
/// tier, intention and how old a promise is.
constexpr int lookedAtEach = 50;

/// What a reason weighs. A promise to a parent comes before everything that can wait an hour; money
/// half paid before lessons; what concerns tomorrow last.
struct ReasonWeight {
    FamilyChip chip;
    double weight;
};
constexpr std::array weights{
    ReasonWeight{FamilyChip::DueToday, 100},
    ReasonWeight{FamilyChip::Overdue, 90},
    ReasonWeight{FamilyChip::DepositOpen, 80},
    ReasonWeight{FamilyChip::ToGreet, 75},
    ReasonWeight{FamilyChip::MissedYesterday, 60},
    ReasonWeight{FamilyChip::MissedToday, 55},
    ReasonWeight{FamilyChip::Silent7, 50},
    ReasonWeight{FamilyChip::Silent5, 45},
    ReasonWeight{FamilyChip::UnfinishedYesterday, 42},
    ReasonWeight{FamilyChip::UnfinishedToday, 40},
    ReasonWeight{FamilyChip::Silent3, 35},
    ReasonWeight{FamilyChip::HomeworkYesterday, 32},
    ReasonWeight{FamilyChip::HomeworkToday, 30},
    ReasonWeight{FamilyChip::ToFriend, 28},
    ReasonWeight{FamilyChip::ToGroup, 26},
    ReasonWeight{FamilyChip::Birthday, 20},
    ReasonWeight{FamilyChip::ToSignIn, 14},
    ReasonWeight{FamilyChip::ToAddress, 12},
    ReasonWeight{FamilyChip::ToShip, 10},
};
static_assert(weights.size() == familyChipCount);

constexpr double shareOfFurtherReasons = 0.2;
constexpr double weightOfOldPromise = 40; ///< more than a week late: others have waited less
constexpr double tierWeight = 4; ///< a step of the tier
constexpr double highIntention = 10;
constexpr double mediumIntention = 5;

bool has(ChipMask mask, FamilyChip chip)
{
    return (mask & maskOf(chip)) != 0;
}

/// One promise, one silence: what is due today is not overdue as well, and seven days of silence
/// are not five and three.
ChipMask withoutDoubles(ChipMask mask)
{
    if (has(mask, FamilyChip::DueToday))
        mask &= ~maskOf(FamilyChip::Overdue);
    if (has(mask, FamilyChip::Silent7))
        mask &= ~maskOf(FamilyChip::Silent5);
    if (has(mask, FamilyChip::Silent5) || has(mask, FamilyChip::Silent7))
        mask &= ~maskOf(FamilyChip::Silent3);
    return mask;
}

/// The heaviest reason in full, the others by their share.
double weightOf(ChipMask mask, bool oldPromise)
{
    mask = withoutDoubles(mask);
    double heaviest = 0;
    double all = 0;
    for (const ReasonWeight& each : weights) {
        if (!has(mask, each.chip))
            continue;
        const bool old = each.chip == FamilyChip::Overdue && oldPromise;
        const double weight = old ? weightOfOldPromise : each.weight;
        heaviest = qMax(heaviest, weight);
        all += weight;
    }
    return heaviest + shareOfFurtherReasons * (all - heaviest);
}

/// What is read of a family beside what its line shows.
struct Facts {
    TodayFamily line{};
    ChipMask mask = 0;
    Intention intention = Intention::Unknown;
    std::optional<Milliseconds> nextStepAt{};
    std::optional<Milliseconds> friendAddedAt{};
    Milliseconds createdAt = 0;
    Milliseconds lastContactAt = 0; ///< or when the lead came in
    bool quiet = false; ///< asked not to be disturbed
};

/// Reads what the candidates' lines need, a statement a kind of record.
class TodayReader {
public:
    TodayReader(Database& database, const ChipMoment& moment, bool planned)
        : m_database(database), m_moment(moment),
          m_plansEnd(planned ? std::numeric_limits<Milliseconds>::max() : moment.dayStart(1)),
          m_planned(planned)
    {
    }

    std::vector<Facts> read(const ChipMasks& masks, std::span<const RecordId> families);
    /// Fills in reasons that lie in other records, and children.
    void complete(std::vector<Facts>& chosen);

private:
    void weigh(Facts& facts) const;
    QSet<RecordId> skipped(std::span<const RecordId> families);
    void addOwnReasons(Facts& facts) const;
    void addLessons();
    void addDeposits();
    void addChildren();
    TodayFamily* line(const Statement& row);

    Database& m_database;
    const ChipMoment& m_moment;
    const Milliseconds m_plansEnd; ///< later plans are for another day
    const bool m_planned; ///< also what waits or was skipped
    QHash<RecordId, Facts*> m_chosen{};
    std::vector<RecordId> m_ids{};
};

template <typename Enum> Enum wordOf(const Statement& row, int column)
{
    Enum held{};
    detail::fromFieldValue(row.value(column, FieldKind::Word), held);
    return held;
}

std::optional<Milliseconds> timeOf(const Statement& row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(row.integer(column));
}

std::vector<Facts> TodayReader::read(const ChipMasks& masks, std::span<const RecordId> families)
{
    std::vector<Facts> read;
    read.reserve(families.size());
    const QSet<RecordId> skippedFamilies = skipped(families);
    forIds(m_database,
        "SELECT id, name, relation, tier, intention, \"nextStep\", \"nextStepAt\", "
        "\"friendAddedAt\", \"createdAt\", \"lastContactAt\", \"doNotDisturb\" "
        "FROM r_customer WHERE deleted = 0 AND id IN "
            + idList(),
        families, [&](const Statement& row) {
            Facts facts;
            facts.line.customer = row.id(0);
            facts.line.name = row.text(1);
            facts.line.relation = wordOf<FamilyRelation>(row, 2);
            facts.line.tier = wordOf<Tier>(row, 3);
            facts.intention = wordOf<Intention>(row, 4);
            facts.line.nextStep = row.text(5);
            facts.nextStepAt = timeOf(row, 6);
            facts.friendAddedAt = timeOf(row, 7);
            facts.createdAt = row.integer(8);
            facts.lastContactAt = timeOf(row, 9).value_or(facts.createdAt);
            facts.quiet = row.integer(10) != 0;
            if (skippedFamilies.contains(facts.line.customer))
                return;
            facts.mask = masks.value(facts.line.customer);
            weigh(facts);
            if (facts.mask != 0)
                read.push_back(std::move(facts));
        });
    return read;
}

/// Those that somebody skipped today; a filter shows them all the same.
QSet<RecordId> TodayReader::skipped(std::span<const RecordId> families)
{
    QSet<RecordId> found;
    if (m_planned)
        return found;
    forIds(
        m_database,
        "SELECT root FROM r_task WHERE deleted = 0 AND state = 'skipped' AND rule = '"
            + QByteArray(skippedTodayRule.data()) + "' AND root IN " + idList()
            + " AND \"doneAt\" >= ?" + QByteArray::number(idsAtOnce + 1),
        families, [&](const Statement& row) { found.insert(row.id(0)); },
        [&](Statement& query) { query.bind(idsAtOnce + 1, m_moment.dayStart(0)); });
    return found;
}

void TodayReader::weigh(Facts& facts) const
{
    constexpr ChipMask promises = maskOf(FamilyChip::DueToday) | maskOf(FamilyChip::Overdue);
    if (facts.quiet)
        facts.mask &= promises;
    if (facts.nextStepAt && *facts.nextStepAt >= m_plansEnd)
        facts.mask = 0;
    if (facts.mask == 0)
        return;
    const bool oldPromise = facts.nextStepAt && *facts.nextStepAt < m_moment.dayStart(-7);
    double weight = weightOf(facts.mask, oldPromise);
    weight +=
        facts.line.tier == Tier::None ? 0 : tierWeight * (int(facts.line.tier) - int(Tier::D));
    if (facts.intention == Intention::High)
        weight += highIntention;
    else if (facts.intention == Intention::Medium)
        weight += mediumIntention;
    facts.line.weight = weight;
}

void TodayReader::complete(std::vector<Facts>& chosen)
{
    for (Facts& facts : chosen) {
        m_chosen.insert(facts.line.customer, &facts);
        m_ids.push_back(facts.line.customer);
        addOwnReasons(facts);
    }
    addLessons();
    addDeposits();
    addChildren();
    for (Facts& facts : chosen)
        std::ranges::stable_sort(facts.line.reasons, {}, &TodayWhy::reason);
}

void TodayReader::addOwnReasons(Facts& facts) const
{
    const auto add = [&](TodayReason reason, Milliseconds at, qint64 number = 0) {
        facts.line.reasons.push_back({reason, at, number});
    };
    if (has(facts.mask, FamilyChip::DueToday))
        add(TodayReason::Promised, *facts.nextStepAt);
    else if (has(facts.mask, FamilyChip::Overdue))
        add(TodayReason::Overdue, *facts.nextStepAt);
    if (has(facts.mask, FamilyChip::ToGreet))
        add(TodayReason::ToGreet, facts.friendAddedAt.value_or(facts.createdAt));
    if (has(facts.mask, FamilyChip::Silent3))
        add(TodayReason::Silent, facts.lastContactAt, (m_moment.now - facts.lastContactAt) / dayMs);
    if (has(facts.mask, FamilyChip::ToFriend))
        add(TodayReason::ToFriend, facts.createdAt);
    if (has(facts.mask, FamilyChip::ToGroup))
        add(TodayReason::ToGroup, facts.friendAddedAt.value_or(facts.createdAt));
    constexpr std::pair<FamilyChip, TodayReason> sinceBirth[] = {
        {FamilyChip::ToSignIn, TodayReason::ToSignIn},
        {FamilyChip::ToAddress, TodayReason::ToAddress}, {FamilyChip::ToShip, TodayReason::ToShip}};
    for (const auto& [chip, reason] : sinceBirth) {
        if (has(facts.mask, chip))
            add(reason, facts.createdAt);
    }
}

TodayFamily* TodayReader::line(const Statement& row)
{
    const auto found = m_chosen.constFind(row.id(0));
    return found == m_chosen.constEnd() ? nullptr : &(*found)->line;
}

// The chip says that there is one; the first day of those that are open is told.
void TodayReader::addLessons()
{
    const QByteArray sql =
        "SELECT e.root, l.\"unlocksAt\", l.\"cohortDay\", p.attended, p.finished, "
        "p.\"homeworkAt\", "
        "l.homework FROM r_enrollment e JOIN r_lesson l ON l.cohort = e.cohort AND l.deleted = 0 "
        "LEFT JOIN r_lessonprogress p ON p.root = e.root AND p.enrollment = e.id "
        "AND p.lesson = l.id AND p.deleted = 0 WHERE e.deleted = 0 AND e.status = 'enrolled' "
        "AND e.root IN "
        + idList() + " AND l.\"unlocksAt\" >= ?" + QByteArray::number(idsAtOnce + 1)
        + " AND l.\"unlocksAt\" <= ?" + QByteArray::number(idsAtOnce + 2)
        + " ORDER BY e.root, l.\"unlocksAt\"";
    const auto tell = [&](const Statement& row) {
        TodayFamily* family = line(row);
        const LessonNeed need = lessonNeed(
            wordOf<Attendance>(row, 3), row.integer(4) != 0, row.integer(6) != 0, !row.isNull(5));
        const auto add = [&](bool holds, TodayReason reason) {
            const auto told = std::ranges::find(family->reasons, reason, &TodayWhy::reason);
            if (holds && told == family->reasons.end())
                family->reasons.push_back({reason, row.integer(1), row.integer(2)});
        };
        add(need.missed, TodayReason::MissedLesson);
        add(need.unfinished, TodayReason::Unfinished);
        add(need.homework, TodayReason::Homework);
    };
    forIds(m_database, sql, m_ids, tell, [&](Statement& query) {
        query.bind(idsAtOnce + 1, m_moment.dayStart(-1)).bind(idsAtOnce + 2, m_moment.now);
    });
}

void TodayReader::addDeposits()
{
    forIds(m_database,
        "SELECT root, max(\"paidAt\") FROM r_order WHERE deleted = 0 AND kind = 'deposit' "
        "AND \"refundedAt\" IS NULL AND root IN "
            + idList() + " GROUP BY root",
        m_ids, [&](const Statement& row) {
            const Facts* facts = m_chosen.value(row.id(0));
            if (has(facts->mask, FamilyChip::DepositOpen))
                line(row)->reasons.push_back({TodayReason::DepositOpen, row.integer(1), 0});
        });
}

void TodayReader::addChildren()
{
    const QDate soon = dateAt(m_moment.now, m_moment.zone).addDays(birthdayDaysAhead);
    const QString month = soon.toString(u"MM");
    forIds(m_database,
        "SELECT root, name, grade, \"birthMonth\" FROM r_student WHERE deleted = 0 AND root IN "
            + idList() + " ORDER BY root, id",
        m_ids, [&](const Statement& row) {
            TodayFamily* family = line(row);
            const QString born = row.text(3);
            const bool birthday = has(m_chosen.value(family->customer)->mask, FamilyChip::Birthday)
                && born.mid(5) == month;
            // The child whose birthday it is, else the first one.
            if (birthday)
                family->reasons.push_back({TodayReason::Birthday,
                    QDate(soon.year(), soon.month(), 1)
                        .startOfDay(m_moment.zone)
                        .toMSecsSinceEpoch(),
                    soon.year() - born.left(4).toInt()});
            if (!family->childName.isEmpty() && !birthday)
                return;
            family->childName = row.text(1);
            family->grade = row.isNull(2) ? std::nullopt : std::optional(row.integer(2));
        });
}

/// The families with the heaviest chips, at most `limit`.
std::vector<RecordId> heaviest(const ChipMasks& masks, size_t limit, qint64& candidates)
{
    // Few of the possible masks are in use.
    QHash<ChipMask, double> weightOfMask;
    std::vector<std::pair<double, RecordId>> found;
    for (auto each = masks.cbegin(); each != masks.cend(); ++each) {
        const ChipMask mask = each.value();
        auto weight = weightOfMask.constFind(mask);
        if (weight == weightOfMask.constEnd())
            weight = weightOfMask.insert(mask, weightOf(mask, false));
        found.emplace_back(-*weight, each.key());
    }
    candidates = qint64(found.size());
    limit = qMin(limit, found.size());
    std::ranges::partial_sort(found, found.begin() + qsizetype(limit));
    std::vector<RecordId> ids(limit);
    std::transform(found.begin(), found.begin() + qsizetype(limit), ids.begin(),
        [](const auto& each) { return each.second; });
    return ids;
}

bool comesBefore(const Facts& left, const Facts& right)
{
    if (left.line.weight != right.line.weight)
        return left.line.weight > right.line.weight;
    // Of equal families the one that has waited longest.
    const Milliseconds leftAt = left.nextStepAt.value_or(left.lastContactAt);
    const Milliseconds rightAt = right.nextStepAt.value_or(right.lastContactAt);
    return std::pair(leftAt, left.line.customer) < std::pair(rightAt, right.line.customer);
}

} // namespace

TodayBrief readToday(
    Database& database, const ChipMasks& masks, const ChipMoment& moment, const TodayWish& wish)
{
    TodayBrief brief;
    const std::vector<RecordId> candidates =
        heaviest(masks, size_t(wish.limit) * lookedAtEach, brief.candidates);
    TodayReader reader(database, moment, wish.planned);
    std::vector<Facts> facts = reader.read(masks, candidates);
    const size_t wanted = qMin(size_t(wish.limit), facts.size());
    std::ranges::partial_sort(facts, facts.begin() + qsizetype(wanted), comesBefore);
    facts.resize(wanted);
    reader.complete(facts);
    // A day is worked by the clock as far as it has promises, and by weight beyond.
    std::ranges::stable_sort(facts, {}, [](const Facts& each) {
        const TodayWhy& why = each.line.reasons.front();
        return why.reason == TodayReason::Promised ? why.at
                                                   : std::numeric_limits<Milliseconds>::max();
    });
    for (Facts& each : facts)
        brief.families.push_back(std::move(each.line));
    return brief;
}

} // namespace homeroom
