// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/boardquery.h"

#include "models/store/idlist.h"
#include "models/store/outbox.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

BoardEntry readEntry(const Statement& row)
{
    return {row.id(0), row.id(1), row.id(2), row.text(3), row.integer(4)};
}

template <typename Enum> Enum wordAt(const Statement& row, int column)
{
    Enum word{};
    detail::fromFieldValue(row.value(column, FieldKind::Word), word);
    return word;
}

std::optional<qint64> numberAt(const Statement& row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(row.integer(column));
}

struct EnrolledStudent {
    RecordId enrollment{};
    RecordId student{};
    RecordId cohort{};
};

struct Progress {
    LessonState state = LessonState::NotYet;
    bool homework = false;
};

/// Gathers what the cards of one call show; one method a statement.
class CardReader {
public:
    CardReader(Database& database, std::span<const RecordId> opportunities)
        : m_database(database), m_opportunities(opportunities)
    {
    }

    std::vector<BoardCard> read(const std::vector<Lesson>& lessons, Milliseconds now);

private:
    void readFamilies();
    void readChildren();
    void readEnrollments();
    void readProgress();
    void readMarks();
    void fillLessons(BoardCard& card, const RecordId& student, const std::vector<Lesson>& lessons,
        Milliseconds now) const;
    const EnrolledStudent* latest(const RecordId& customer, const RecordId& student) const;

    Database& m_database;
    std::span<const RecordId> m_opportunities;
    std::vector<BoardCard> m_cards{};
    std::vector<RecordId> m_students{}; // of the opportunity, parallel to the cards
    std::vector<RecordId> m_customers{};
    QHash<RecordId, std::vector<EnrolledStudent>> m_enrollments{}; // by customer, oldest first
    QHash<std::pair<RecordId, RecordId>, Progress> m_progress{}; // by enrollment and lesson
    QHash<RecordId, qint64> m_practice{}; // minutes by enrollment
};

std::vector<BoardCard> CardReader::read(const std::vector<Lesson>& lessons, Milliseconds now)
{
    readFamilies();
    readChildren();
    readEnrollments();
    readProgress();
    readMarks();
    for (size_t i = 0; i < m_cards.size(); ++i)
        fillLessons(m_cards[i], m_students[i], lessons, now);
    return std::move(m_cards);
}

void CardReader::readFamilies()
{
    static const QByteArray sql =
        "SELECT o.id, o.customer, o.student, o.\"stageEnteredAt\", c.name, c.relation, c.tier, "
        "c.\"nextStep\", c.\"nextStepAt\", s.name, s.grade FROM r_opportunity o "
        "JOIN r_customer c ON c.id = o.customer "
        "LEFT JOIN r_student s ON s.id = o.student AND s.deleted = 0 "
        "WHERE o.deleted = 0 AND o.id IN "
        + idList();
    QSet<RecordId> customers;
    forIds(m_database, sql, m_opportunities, [&](const Statement& row) {
        BoardCard card;
        card.opportunity = row.id(0);
        card.customer = row.id(1);
        card.stageEnteredAt = row.integer(3);
        card.name = row.text(4);
        card.relation = wordAt<FamilyRelation>(row, 5);
        card.tier = wordAt<Tier>(row, 6);
        card.nextStep = row.text(7);
        card.nextStepAt = numberAt(row, 8);
        card.childName = row.text(9);
        card.grade = numberAt(row, 10);
        customers.insert(card.customer);
        m_students.push_back(row.isNull(2) ? RecordId() : row.id(2));
        m_cards.push_back(std::move(card));
    });
    m_customers.assign(customers.begin(), customers.end());
}

void CardReader::readChildren()
{
    // An opportunity that names no child shows the family's first one.
    std::vector<RecordId> nameless;
    for (size_t i = 0; i < m_cards.size(); ++i) {
        if (m_students[i].isNull())
            nameless.push_back(m_cards[i].customer);
    }
    static const QByteArray sql = "SELECT root, name, grade FROM r_student WHERE deleted = 0 AND "
                                  "root IN "
        + idList() + " ORDER BY id DESC";
    forIds(m_database, sql, nameless, [&](const Statement& row) {
        for (size_t i = 0; i < m_cards.size(); ++i) {
            if (m_students[i].isNull() && m_cards[i].customer == row.id(0)) {
                m_cards[i].childName = row.text(1);
                m_cards[i].grade = numberAt(row, 2);
            }
        }
    });
}

void CardReader::readEnrollments()
{
    static const QByteArray sql = "SELECT root, id, student, cohort FROM r_enrollment WHERE "
                                  "deleted = 0 AND root IN "
        + idList() + " ORDER BY \"joinedAt\", id";
    forIds(m_database, sql, m_customers, [&](const Statement& row) {
        m_enrollments[row.id(0)].push_back({row.id(1), row.id(2), row.id(3)});
    });
}

void CardReader::readProgress()
{
    static const QByteArray sql =
        "SELECT enrollment, lesson, attended, finished, \"homeworkAt\", \"practiceMinutes\" "
        "FROM r_lessonprogress WHERE deleted = 0 AND root IN "
        + idList();
    forIds(m_database, sql, m_customers, [&](const Statement& row) {
        Progress& progress = m_progress[{row.id(0), row.id(1)}];
        const auto attended = wordAt<Attendance>(row, 2);
        if (row.integer(3) != 0)
            progress.state = LessonState::Finished;
        else if (attended == Attendance::Live || attended == Attendance::Replay)
            progress.state = LessonState::Attended;
        else if (attended == Attendance::Missed)
            progress.state = LessonState::Missed;
        progress.homework = !row.isNull(4);
        m_practice[row.id(0)] += row.integer(5);
    });
}

void CardReader::readMarks()
{
    static const QByteArray unsentSql = QByteArray("SELECT DISTINCT root FROM outbox WHERE ")
        + madeByHand + " AND state NOT IN ('echoed', 'gone') AND root IN " + idList();
    static const QByteArray conflictSql = "SELECT DISTINCT root FROM r_conflict WHERE resolved = 0 "
                                          "AND deleted = 0 AND root IN "
        + idList();
    const auto mark = [this](bool BoardCard::*flag) {
        return [this, flag](const Statement& row) {
            for (BoardCard& card : m_cards) {
                if (card.customer == row.id(0))
                    card.*flag = true;
            }
        };
    };
    forIds(m_database, unsentSql, m_customers, mark(&BoardCard::unsent));
    forIds(m_database, conflictSql, m_customers, mark(&BoardCard::conflict));
}

const EnrolledStudent* CardReader::latest(const RecordId& customer, const RecordId& student) const
{
    const auto found = m_enrollments.constFind(customer);
    if (found == m_enrollments.constEnd())
        return nullptr;
    const auto of = std::find_if(found->rbegin(), found->rend(),
        [&](const EnrolledStudent& one) { return student.isNull() || one.student == student; });
    return of == found->rend() ? nullptr : &*of;
}

void CardReader::fillLessons(BoardCard& card, const RecordId& student,
    const std::vector<Lesson>& lessons, Milliseconds now) const
{
    const EnrolledStudent* enrolled = latest(card.customer, student);
    if (!enrolled)
        return;
    for (const Lesson& lesson : lessons) {
        if (lesson.cohort != enrolled->cohort || lesson.unlocksAt > now)
            continue;
        const Progress progress = m_progress.value({enrolled->enrollment, lesson.id});
        card.lessons.push_back(progress.state);
        card.homeworkDue += lesson.homework ? 1 : 0;
        card.homeworkDone += lesson.homework && progress.homework ? 1 : 0;
    }
    card.practiceMinutes = m_practice.value(enrolled->enrollment);
}

} // namespace

bool standsBefore(const BoardEntry& left, const BoardEntry& right)
{
    if (left.rank != right.rank)
        return left.rank < right.rank;
    return left.opportunity < right.opportunity;
}

std::vector<BoardEntry> boardEntries(Database& database, const RecordId& pipeline)
{
    std::vector<BoardEntry> entries;
    Statement query =
        database.statement("SELECT id, customer, stage, rank, amount FROM r_opportunity "
                           "INDEXED BY opportunity_board WHERE deleted = 0 AND pipeline = ?1 "
                           "ORDER BY stage, rank, id");
    query.bind(1, pipeline);
    while (query.step())
        entries.push_back(readEntry(query));
    return entries;
}

std::vector<BoardEntry> boardHead(
    Database& database, const RecordId& pipeline, const RecordId& stage, int limit)
{
    std::vector<BoardEntry> entries;
    Statement query =
        database.statement("SELECT id, customer, stage, rank, amount FROM r_opportunity "
                           "INDEXED BY opportunity_board WHERE deleted = 0 AND pipeline = ?1 "
                           "AND stage = ?2 ORDER BY rank, id LIMIT ?3");
    query.bind(1, pipeline).bind(2, stage).bind(3, limit);
    while (query.step())
        entries.push_back(readEntry(query));
    return entries;
}

QHash<RecordId, BoardTotal> boardTotals(Database& database, const RecordId& pipeline)
{
    QHash<RecordId, BoardTotal> totals;
    Statement query =
        database.statement("SELECT stage, cards, amount FROM board_total WHERE pipeline = ?1");
    query.bind(1, pipeline);
    while (query.step())
        totals.insert(query.id(0), {query.integer(1), query.integer(2)});
    return totals;
}

std::vector<BoardEntry> boardEntriesOf(
    Database& database, const RecordId& pipeline, std::span<const RecordId> opportunities)
{
    static const QByteArray sql = "SELECT id, customer, stage, rank, amount FROM r_opportunity "
                                  "WHERE deleted = 0 AND id IN "
        + idList() + " AND +pipeline = ?" + QByteArray::number(idsAtOnce + 1);
    std::vector<BoardEntry> entries;
    forIds(
        database, sql, opportunities,
        [&](const Statement& row) { entries.push_back(readEntry(row)); },
        [&](Statement& query) { query.bind(idsAtOnce + 1, pipeline); });
    return entries;
}

std::vector<BoardCard> boardCards(Database& database, std::span<const RecordId> opportunities,
    const std::vector<Lesson>& lessons, Milliseconds now)
{
    return CardReader(database, opportunities).read(lessons, now);
}

} // namespace homeroom
