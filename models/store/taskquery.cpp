// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/taskquery.h"

#include "models/database/recordtable.h"
#include "models/store/idlist.h"
#include "models/store/taskrules.h"

#include <algorithm>

namespace homeroom {

namespace {

const QByteArray mine =
    "WHERE deleted = 0 AND state = 'open' AND (assignee = ?1 OR (assignee IS NULL AND "
    "CASE WHEN customer IS NULL THEN team = ?2 ELSE EXISTS (SELECT 1 FROM r_customer c "
    "WHERE c.id = r_task.customer AND c.deleted = 0 AND c.owner = ?1) END)) ";

/// Of the rules' words, which are plain, those that ask a family's own tutor.
QByteArray withoutRules()
{
    QByteArray words;
    for (int rule = 0; rule < taskRuleCount; ++rule) {
        if (TaskRule(rule) != TaskRule::Silent7)
            words += (words.isEmpty() ? "'" : ",'")
                + QByteArray(Words<TaskRule>::words[size_t(rule)].data()) + '\'';
    }
    return "AND (rule IS NULL OR rule NOT IN (" + words + ")) ";
}

void nameFamilies(Database& database, std::vector<TaskLine>& lines)
{
    QHash<RecordId, QString> parents;
    QHash<RecordId, QString> children;
    std::vector<RecordId> families;
    for (const TaskLine& line : lines) {
        if (!line.task.customer.isNull() && !parents.contains(line.task.customer)) {
            parents.insert(line.task.customer, {});
            families.push_back(line.task.customer);
        }
    }
    parents.clear();
    forIds(database, "SELECT id, name FROM r_customer WHERE deleted = 0 AND id IN " + idList(),
        families, [&](const Statement& row) { parents.insert(row.id(0), row.text(1)); });
    forIds(database,
        "SELECT root, name FROM r_student WHERE deleted = 0 AND root IN " + idList()
            + " ORDER BY root, id DESC",
        families, [&](const Statement& row) { children.insert(row.id(0), row.text(1)); });
    for (TaskLine& line : lines) {
        line.family = parents.value(line.task.customer);
        line.child = children.value(line.task.customer);
        line.isFamilyGone = !line.task.customer.isNull() && !parents.contains(line.task.customer);
    }
}

} // namespace

std::optional<Milliseconds> wantedAt(const Task& task)
{
    if (!task.dueAt || !task.snoozedUntil)
        return task.dueAt ? task.dueAt : task.snoozedUntil;
    return qMax(*task.dueAt, *task.snoozedUntil);
}

std::vector<TaskLine> readTasks(Database& database, const Viewer& viewer, const TaskWish& wish)
{
    std::vector<TaskLine> lines;
    RecordTable tasks(database, recordTypeOf<Task>());
    const QByteArray wanted = wish.ofRules ? mine : mine + withoutRules();
    const auto read = [&](const QByteArray& condition) {
        tasks.forEach(
            wanted + condition,
            [&](Statement& query) {
                query.bind(1, viewer.user).bind(2, viewer.team).bind(3, wish.until);
                query.bind(4, qint64(wish.limit));
            },
            [&](const RecordRow& row) {
                lines.push_back({fromRow<Task>(row), {}, {}, false});
                return true;
            });
    };
    // Two readings, so that the index by due time serves the first.
    read("AND \"dueAt\" < ?3 AND coalesce(\"snoozedUntil\", 0) < ?3 ORDER BY \"dueAt\" LIMIT ?4");
    read("AND \"dueAt\" IS NULL AND coalesce(\"snoozedUntil\", 0) < ?3 ORDER BY id LIMIT ?4");
    std::ranges::stable_sort(lines, [](const TaskLine& left, const TaskLine& right) {
        const auto at = [](const TaskLine& line) {
            return wantedAt(line.task).value_or(std::numeric_limits<Milliseconds>::max());
        };
        return at(left) < at(right);
    });
    nameFamilies(database, lines);
    return lines;
}

} // namespace homeroom
