// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/undohistory.h"

#include "models/store/records.h"
#include "models/values/companions.h"
#include "models/values/recordjson.h"

namespace homeroom {

namespace {

constexpr int namedFamilies = 3;

QString nameOf(Database& database, const RecordId& family)
{
    const auto customer = findRecord<Customer>(database, family);
    return customer ? customer->name : QString();
}

void addFamilies(Database& database, HistoryStep& line)
{
    Statement query = database.statement("SELECT DISTINCT u.root FROM undo_change u "
                                         "JOIN r_customer c ON c.id = u.root WHERE u.entry = ?1");
    query.bind(1, line.step.entry);
    while (query.step()) {
        if (++line.familyCount <= namedFamilies)
            line.families.push_back(query.id(0));
    }
    if (!line.families.empty())
        line.familyName = nameOf(database, line.families.front());
}

/// What made or removed a record is told as that; the values that came along are the record.
void addChanges(std::vector<HistoryChange>& changes, const HistoryChange& about,
    const Mutation& forward, const Mutation& inverse)
{
    if (forward.operation == Operation::Create || forward.operation == Operation::Delete) {
        changes.push_back(about);
        return;
    }
    for (const auto& [field, value] : forward.changes) {
        HistoryChange change = about;
        change.field = field;
        change.after = value;
        if (const FieldValue* before = changeOf(inverse.changes, field);
            before && forward.operation == Operation::Set)
            change.before = *before;
        changes.push_back(std::move(change));
    }
}

} // namespace

std::vector<HistoryStep> readHistorySteps(Database& database, int limit)
{
    std::vector<HistoryStep> lines;
    for (UndoStep& step : UndoLog(database).history(limit)) {
        HistoryStep line;
        line.step = std::move(step);
        addFamilies(database, line);
        if (line.step.label.isEmpty()) {
            std::vector<HistoryChange> changes = readHistoryChanges(database, line.step.entry, 1);
            if (!changes.empty())
                line.first = std::move(changes.front());
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

std::vector<HistoryChange> readHistoryChanges(Database& database, qint64 entry, int limit)
{
    std::vector<HistoryChange> changes;
    Statement query = database.statement(
        "SELECT root, forward, inverse FROM undo_change WHERE entry = ?1 ORDER BY k");
    query.bind(1, entry);
    while (int(changes.size()) < limit && query.step()) {
        const Result<Mutation> forward = mutationFromJson(query.object(1));
        const Result<Mutation> inverse = mutationFromJson(query.object(2));
        if (!forward.ok() || !inverse.ok())
            continue; // written by a newer program
        HistoryChange about;
        about.family = query.id(0);
        about.familyName = nameOf(database, about.family);
        about.kind = forward->kind;
        about.operation = forward->operation;
        addChanges(changes, about, *forward, *inverse);
    }
    if (int(changes.size()) > limit)
        changes.resize(size_t(limit));
    return changes;
}

} // namespace homeroom
