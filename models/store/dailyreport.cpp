// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/dailyreport.h"

#include "models/store/records.h"

#include <QSet>

namespace homeroom {

namespace {

/// A day as it is counted here: from its first millisecond to before the next day's.
struct Day {
    Milliseconds start = 0;
    Milliseconds end = 0;

    bool holds(const std::optional<Milliseconds>& at) const
    {
        return at && *at >= start && *at < end;
    }
};

bool keepsFamilies(UserRole role)
{
    return role == UserRole::Tutor || role == UserRole::Sales;
}

/// Whose work counts: one person's, or everybody's.
class Reading {
public:
    Reading(Database& database, const Viewer& viewer, const ChipMoment& moment)
        : m_database(database), m_author(keepsFamilies(viewer.role) ? viewer.user : RecordId()),
          m_today{moment.dayStart(0), moment.dayStart(1)}, m_tomorrow{moment.dayStart(1),
                                                               moment.dayStart(2)}
    {
    }

    void readContacts(DailyReport& report);
    void readFamilies(DailyReport& report);
    void readOrders(DailyReport& report);
    void readTasks(DailyReport& report);

private:
    bool counts(const RecordId& who) const { return m_author.isNull() || who == m_author; }
    static void count(DailyReport& report, const FollowUp& followUp);

    Database& m_database;
    const RecordId m_author;
    const Day m_today;
    const Day m_tomorrow;
};

void Reading::count(DailyReport& report, const FollowUp& followUp)
{
    switch (followUp.kind) {
    case FollowUpKind::Call:
        ++report.calls;
        report.talks += followUp.result == FollowUpResult::Connected ? 1 : 0;
        report.callSeconds += followUp.duration.value_or(0);
        break;
    case FollowUpKind::Wecom:
    case FollowUpKind::Sms:
        ++report.messages;
        break;
    case FollowUpKind::Visit:
        ++report.visits;
        break;
    case FollowUpKind::Note:
        break;
    }
}

// By the family first: follow-ups have an index by family and time, and none by time alone.
void Reading::readContacts(DailyReport& report)
{
    QSet<RecordId> families;
    RecordTable(m_database, recordTypeOf<FollowUp>())
        .forEach(
            "WHERE root IN (SELECT id FROM r_customer WHERE deleted = 0 "
            "AND \"lastContactAt\" >= ?1) AND deleted = 0 "
            "AND \"happenedAt\" >= ?1 AND \"happenedAt\" < ?2",
            [this](Statement& query) {
                query.bind(1, m_today.start);
                query.bind(2, m_today.end);
            },
            [&](const RecordRow& row) {
                const FollowUp followUp = fromRow<FollowUp>(row);
                if (counts(followUp.author)) {
                    families.insert(followUp.customer);
                    count(report, followUp);
                }
                return true;
            });
    report.families = families.size();
}

void Reading::readFamilies(DailyReport& report)
{
    Statement query = m_database.statement(
        "SELECT \"friendAddedAt\", \"groupJoinedAt\", \"nextStepAt\", owner FROM r_customer "
        "WHERE deleted = 0 AND (\"friendAddedAt\" >= ?1 OR \"groupJoinedAt\" >= ?1 "
        "OR \"nextStepAt\" >= ?1)");
    query.bind(1, m_today.start);
    const auto at = [&](int column) {
        return query.isNull(column) ? std::nullopt : std::optional(query.integer(column));
    };
    while (query.step()) {
        if (!counts(query.isNull(3) ? RecordId() : query.id(3)))
            continue;
        report.friends += m_today.holds(at(0)) ? 1 : 0;
        report.groups += m_today.holds(at(1)) ? 1 : 0;
        report.promisesTomorrow += m_tomorrow.holds(at(2)) ? 1 : 0;
    }
}

void Reading::readOrders(DailyReport& report)
{
    const auto orders = listRecords<Order>(m_database, "(\"paidAt\" >= ?1 OR \"refundedAt\" >= ?1)",
        [this](Statement& query) { query.bind(1, m_today.start); });
    for (const Order& order : orders) {
        if (!counts(order.creditedOwner))
            continue;
        if (m_today.holds(order.refundedAt)) {
            ++report.refunds.orders;
            report.refunds.amount += order.refundedAmount.value_or(order.amount);
        }
        if (!m_today.holds(order.paidAt) || order.kind == OrderKind::Trial)
            continue;
        DaySales& sales = order.kind == OrderKind::Deposit ? report.deposits : report.sales;
        ++sales.orders;
        sales.amount += order.amount;
    }
}

void Reading::readTasks(DailyReport& report)
{
    const auto tasks = listRecords<Task>(m_database,
        "(\"doneAt\" >= ?1 OR (state = 'open' AND \"dueAt\" < ?2))", [this](Statement& query) {
            query.bind(1, m_today.start);
            query.bind(2, m_tomorrow.end);
        });
    for (const Task& task : tasks) {
        // What rules ask for is told by what settles it.
        if (!counts(task.assignee) || !task.rule.isEmpty())
            continue;
        if (task.state == TaskState::Done)
            report.tasksDone += m_today.holds(task.doneAt) ? 1 : 0;
        else if (task.state == TaskState::Open)
            ++(m_tomorrow.holds(task.dueAt) ? report.tasksTomorrow : report.tasksLeft);
    }
}

} // namespace

DailyReport readDailyReport(Database& database, const Viewer& viewer, const ChipMoment& moment)
{
    DailyReport report;
    Reading reading(database, viewer, moment);
    reading.readContacts(report);
    reading.readFamilies(report);
    reading.readOrders(report);
    reading.readTasks(report);
    report.cohort = readCohortRace(database, viewer, moment.now, moment.zone);
    return report;
}

} // namespace homeroom
