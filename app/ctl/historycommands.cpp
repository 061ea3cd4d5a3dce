// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "models/store/historyquery.h"
#include "models/store/outboxquery.h"
#include "models/store/records.h"

namespace homeroom::ctl {

using namespace Qt::StringLiterals;

namespace {

QJsonObject outboxRow(const OutboxLine& line)
{
    return {{u"mid"_s, line.mid > 0 ? QJsonValue(line.mid) : QJsonValue()},
        {u"group"_s, line.group}, {u"state"_s, line.state}, {u"type"_s, line.type},
        {u"id"_s, line.id.toString()}, {u"root"_s, line.root.toString()},
        {u"op"_s, line.mutation.value("op"_L1)}, {u"at"_s, line.mutation.value("at"_L1)},
        {u"set"_s, line.mutation.value("set"_L1)},
        {u"reason"_s, line.outcome.isEmpty() ? QJsonValue() : QJsonValue(line.outcome)}};
}

/// A row for each field; of a removal one without a field.
void appendRows(QJsonArray& rows, Database& database, const HistoryEntry& entry)
{
    QJsonObject row{{u"at"_s, entry.at}, {u"author"_s, entry.author.toString()},
        {u"name"_s, shownName(database, entry.author)}, {u"device"_s, entry.device},
        {u"action"_s, QString(Words<HistoryAction>::words[size_t(entry.action)])},
        {u"field"_s, QJsonValue()}, {u"from"_s, QJsonValue()}, {u"to"_s, QJsonValue()}};
    if (entry.changes.isEmpty())
        rows.append(row);
    for (auto it = entry.changes.begin(); it != entry.changes.end(); ++it) {
        row.insert(u"field"_s, it.key());
        const QJsonArray sides = it.value().toArray();
        row.insert(u"from"_s, sides.at(0));
        // What a merge tells is no change: the other family's id and name.
        row.insert(u"to"_s, it.value().isArray() ? sides.at(1) : it.value());
        rows.append(row);
    }
}

} // namespace

void outbox(const CommandLine& line, OpenProfile& profile, const Finished& finished)
{
    const auto lines =
        profile.reader().read([](Database& database) { return readOutbox(database); });
    if (!lines.ok()) {
        finished(complain(lines.error()));
        return;
    }
    QJsonArray rows;
    for (const OutboxLine& entry : *lines)
        rows.append(outboxRow(entry));
    print(line, {{u"rows"_s, rows}});
    finished(Done);
}

void history(const CommandLine& line, OpenProfile& profile, const Finished& finished)
{
    const RecordType* type = recordTypeByName(line.words.first());
    const auto id = RecordId::fromString(line.words[1]);
    if (!type || !id) {
        complain(
            type ? u"That is no id."_s : u"There is no record type %1."_s.arg(line.words.first()));
        finished(Usage);
        return;
    }
    const auto rows = profile.reader().read([&](Database& database) -> Result<QJsonArray> {
        const std::optional<RecordRow> row = RecordTable(database, *type).find(*id);
        if (!row)
            return Error{ErrorCode::NotFound, u"no such record"_s};
        QJsonArray array;
        for (const HistoryEntry& entry :
            readHistory(database, row->root, recordKey(type->kind, *id)))
            appendRows(array, database, entry);
        return array;
    });
    if (!rows.ok()) {
        finished(complain(rows.error()));
        return;
    }
    print(line, {{u"rows"_s, *rows}});
    finished(Done);
}

} // namespace homeroom::ctl
