// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/taskrules.h"

#include "models/database/recordtable.h"
#include "models/store/idlist.h"
#include "models/store/records.h"
#include "models/values/cohortday.h"

#include <algorithm>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

/// Raise it when an occasion is understood otherwise, so that the new one is not taken for the old.
const QByteArray ruleVersion = "1";

/// What a task says where its rule is not known, as on an older machine. The interface says it in
/// its own language.
QString textOf(TaskRule rule)
{
    switch (rule) {
    case TaskRule::Silent3:
        return u"3 天未联系"_s;
    case TaskRule::Silent5:
        return u"5 天未联系"_s;
    case TaskRule::Silent7:
        return u"7 天未联系"_s;
    case TaskRule::Promise:
        return u"约好的跟进已到时间"_s;
    case TaskRule::FirstResponse:
        return u"新好友还没打招呼"_s;
    case TaskRule::Birthday:
        return u"孩子生日"_s;
    case TaskRule::Homework:
        return u"昨日未交作业"_s;
    case TaskRule::DepositOpen:
        return u"定金未补"_s;
    }
    return {};
}

/// One family as the rules see it.
struct Facts {
    RecordId id{};
    RecordId owner{};
    Milliseconds lastContactAt = 0;
    std::optional<Milliseconds> nextStepAt{};
    std::optional<Milliseconds> friendAddedAt{};
    std::optional<Milliseconds> depositAt{};
};

class RuleFinder {
public:
    RuleFinder(Database& database, const ChipMasks& masks, const RuleRun& run)
        : m_database(database), m_masks(masks), m_run(run),
          m_escalates(run.viewer.role == UserRole::Lead)
    {
    }

    std::vector<Mutation> find();

private:
    bool runs(TaskRule rule) const;
    std::vector<RecordId> candidates() const;
    std::vector<Facts> read(const std::vector<RecordId>& families);
    /// Since when the rule holds for the family; nothing where it does not.
    std::optional<Milliseconds> holdsSince(TaskRule rule, const Facts& facts) const;
    void want(TaskRule rule, const Facts& facts, Milliseconds since);
    void closeOthers();
    RecordId leadOf(const RecordId& owner);

    Database& m_database;
    const ChipMasks& m_masks;
    const RuleRun& m_run;
    const bool m_escalates; ///< the machine of a lead
    QSet<RecordId> m_wanted{};
    QHash<RecordId, RecordId> m_leads{};
    std::vector<Mutation> m_mutations{};
};

bool RuleFinder::runs(TaskRule rule) const
{
    return !m_escalates || rule == TaskRule::Silent7;
}

std::vector<RecordId> RuleFinder::candidates() const
{
    ChipMask any = 0;
    for (int rule = 0; rule < taskRuleCount; ++rule) {
        if (runs(TaskRule(rule)))
            any |= maskOf(chipOf(TaskRule(rule)));
    }
    std::vector<RecordId> families;
    for (auto each = m_masks.cbegin(); each != m_masks.cend(); ++each) {
        if (each.value() & any)
            families.push_back(each.key());
    }
    std::ranges::sort(families);
    return families;
}

std::vector<Facts> RuleFinder::read(const std::vector<RecordId>& families)
{
    std::vector<Facts> all;
    const auto time = [](const Statement& row, int column) {
        return row.isNull(column) ? std::nullopt : std::optional(row.integer(column));
    };
    forIds(m_database,
        "SELECT c.id, c.owner, coalesce(c.\"lastContactAt\", c.\"createdAt\"), c.\"nextStepAt\", "
        "c.\"friendAddedAt\", (SELECT max(o.\"paidAt\") FROM r_order o WHERE o.root = c.id "
        "AND o.deleted = 0 AND o.kind = 'deposit' AND o.\"refundedAt\" IS NULL) "
        "FROM r_customer c WHERE c.deleted = 0 AND c.\"doNotDisturb\" = 0 AND c.id IN "
            + idList(),
        families, [&](const Statement& row) {
            all.push_back(
                {row.id(0), row.id(1), row.integer(2), time(row, 3), time(row, 4), time(row, 5)});
        });
    std::erase_if(all, [&](const Facts& facts) {
        return m_escalates ? facts.owner.isNull() : facts.owner != m_run.viewer.user;
    });
    return all;
}

std::optional<Milliseconds> RuleFinder::holdsSince(TaskRule rule, const Facts& facts) const
{
    if (!(m_masks.value(facts.id) & maskOf(chipOf(rule))))
        return std::nullopt;
    const ChipMoment& moment = m_run.moment;
    const auto ifOver = [&](const std::optional<Milliseconds>& from, Milliseconds wait) {
        return from && *from + wait <= moment.now ? std::optional(*from + wait) : std::nullopt;
    };
    switch (rule) {
    case TaskRule::Silent3:
        return facts.lastContactAt + 3 * dayMs;
    case TaskRule::Silent5:
        return facts.lastContactAt + 5 * dayMs;
    case TaskRule::Silent7:
        return facts.lastContactAt + 7 * dayMs;
    case TaskRule::Promise:
        return facts.nextStepAt;
    case TaskRule::FirstResponse:
        return facts.friendAddedAt
                && m_run.work.between(*facts.friendAddedAt, moment.now) >= firstResponseLimit
            ? facts.friendAddedAt
            : std::nullopt;
    case TaskRule::Birthday: {
        const QDate soon = dateAt(moment.now, moment.zone).addDays(birthdayDaysAhead);
        return QDate(soon.year(), soon.month(), 1).startOfDay(moment.zone).toMSecsSinceEpoch();
    }
    case TaskRule::Homework:
        return moment.dayStart(-1);
    case TaskRule::DepositOpen:
        return ifOver(facts.depositAt, dayMs);
    }
    return std::nullopt;
}

RecordId RuleFinder::leadOf(const RecordId& owner)
{
    const auto known = m_leads.constFind(owner);
    if (known != m_leads.constEnd())
        return *known;
    // Of several the one who was there first: every machine names the same.
    Statement query = m_database.statement(
        "SELECT l.id FROM r_user u JOIN r_user l ON l.team = u.team AND l.role = 'lead' "
        "AND l.active = 1 AND l.deleted = 0 WHERE u.id = ?1 ORDER BY l.id LIMIT 1");
    query.bind(1, owner);
    const RecordId lead = query.step() ? query.id(0) : RecordId();
    m_leads.insert(owner, lead);
    return lead;
}

void RuleFinder::want(TaskRule rule, const Facts& facts, Milliseconds since)
{
    Task task;
    task.id = Id<Task>(ruleTaskId(rule, facts.id, dateAt(since, m_run.moment.zone)));
    m_wanted.insert(task.id);
    task.customer = Id<Customer>(facts.id);
    task.assignee = Id<User>(rule == TaskRule::Silent7 ? leadOf(facts.owner) : facts.owner);
    // A team without a lead has nobody to tell.
    if (task.assignee.isNull())
        return;
    task.text = textOf(rule);
    task.dueAt = m_run.work.nextWorking(since);
    task.rule = QString(Words<TaskRule>::words[size_t(rule)]);
    m_mutations.push_back(createMutation(task));
}

// An occasion that is over: somebody spoke with them, the homework came.
void RuleFinder::closeOthers()
{
    RecordTable tasks(m_database, recordTypeOf<Task>());
    const QByteArray mine = m_escalates
        ? QByteArray("rule = 'silent7'")
        : QByteArray("rule IS NOT NULL AND EXISTS (SELECT 1 FROM r_customer c "
                     "WHERE c.id = r_task.customer AND c.deleted = 0 AND c.owner = ?1)");
    tasks.forEach(
        "WHERE deleted = 0 AND state = 'open' AND " + mine,
        [&](Statement& query) {
            if (!m_escalates)
                query.bind(1, m_run.viewer.user);
        },
        [&](const RecordRow& row) {
            const Task task = fromRow<Task>(row);
            if (!taskRuleOf(task.rule) || m_wanted.contains(task.id))
                return true;
            Change<Task> change(task.id, row.root);
            change.set(&Task::state, TaskState::Done)
                .set(&Task::doneAt, std::optional<Milliseconds>(m_run.moment.now));
            m_mutations.push_back(change.mutation());
            return true;
        });
}

std::vector<Mutation> RuleFinder::find()
{
    for (const Facts& facts : read(candidates())) {
        for (int rule = 0; rule < taskRuleCount; ++rule) {
            if (!runs(TaskRule(rule)))
                continue;
            if (const auto since = holdsSince(TaskRule(rule), facts))
                want(TaskRule(rule), facts, *since);
        }
    }
    closeOthers();
    return stillWanted(m_database, m_mutations);
}

} // namespace

std::optional<TaskRule> taskRuleOf(QStringView word)
{
    for (size_t rule = 0; rule < std::size(Words<TaskRule>::words); ++rule) {
        if (word == Words<TaskRule>::words[rule])
            return TaskRule(rule);
    }
    return std::nullopt;
}

FamilyChip chipOf(TaskRule rule)
{
    switch (rule) {
    case TaskRule::Silent3:
        return FamilyChip::Silent3;
    case TaskRule::Silent5:
        return FamilyChip::Silent5;
    case TaskRule::Silent7:
        return FamilyChip::Silent7;
    case TaskRule::Promise:
        return FamilyChip::Overdue;
    case TaskRule::FirstResponse:
        return FamilyChip::ToGreet;
    case TaskRule::Birthday:
        return FamilyChip::Birthday;
    case TaskRule::Homework:
        return FamilyChip::HomeworkYesterday;
    case TaskRule::DepositOpen:
        break;
    }
    return FamilyChip::DepositOpen;
}

RecordId ruleTaskId(TaskRule rule, const RecordId& family, const QDate& day)
{
    return RecordId::fromName("taskrule/" + QByteArray(Words<TaskRule>::words[size_t(rule)].data())
        + '/' + ruleVersion + '/' + family.toBytes() + '/' + day.toString(Qt::ISODate).toLatin1());
}

std::vector<Mutation> findRuleTasks(Database& database, const ChipMasks& masks, const RuleRun& run)
{
    return RuleFinder(database, masks, run).find();
}

std::vector<Mutation> stillWanted(Database& database, const std::vector<Mutation>& mutations)
{
    RecordTable tasks(database, recordTypeOf<Task>());
    std::vector<Mutation> wanted;
    for (const Mutation& mutation : mutations) {
        const std::optional<RecordRow> row = tasks.find(mutation.id);
        const bool create = mutation.operation == Operation::Create;
        const bool open = row && !row->deleted && fromRow<Task>(*row).state == TaskState::Open;
        // A task that somebody closed, skipped or deleted stays so for this occasion.
        if (create ? !row : open)
            wanted.push_back(mutation);
    }
    return wanted;
}

} // namespace homeroom
