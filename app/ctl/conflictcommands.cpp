// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/fieldtext.h"
#include "models/store/historyquery.h"
#include "models/store/records.h"
#include "models/store/resolution.h"
#include "models/values/recordjson.h"

namespace homeroom::ctl {

using namespace Qt::StringLiterals;

namespace {

/// What the conflict quotes, or null: every row has all its keys.
QJsonValue quoted(const Conflict& conflict, const QString& side)
{
    const QJsonValue value = conflict.values.value(side);
    return value.isUndefined() ? QJsonValue() : value;
}

QJsonObject conflictRow(Database& database, const Conflict& conflict)
{
    const auto [kind, id] = recordOfKey(conflict.record);
    const bool known = kind != RecordKind::None;
    return {{u"id"_s, conflict.id.toString()},
        {u"kind"_s, QString(Words<ConflictKind>::words[size_t(conflict.kind)])},
        {u"type"_s, known ? QJsonValue(QString(recordType(kind).name)) : QJsonValue()},
        {u"record"_s, id.toString()},
        {u"customer"_s,
            conflict.customer.isNull() ? QJsonValue() : QJsonValue(conflict.customer.toString())},
        {u"field"_s, conflict.fieldName.isEmpty() ? QJsonValue() : QJsonValue(conflict.fieldName)},
        {u"mine"_s, quoted(conflict, u"mine"_s)}, {u"theirs"_s, quoted(conflict, u"theirs"_s)},
        {u"before"_s, quoted(conflict, u"before"_s)}, {u"author"_s, conflict.author.toString()},
        {u"name"_s, shownName(database, conflict.author)}, {u"at"_s, conflict.at}};
}

std::vector<Conflict> openConflicts(Database& database)
{
    std::vector<Conflict> open =
        listRecords<Conflict>(database, "resolved = 0 ORDER BY \"at\", id");
    std::erase_if(open, [&](const Conflict& each) { return !maySettle(database, each); });
    return open;
}

/// The open conflict of that field: the named one, or another about the same record.
Result<Conflict> conflictOf(
    const std::vector<Conflict>& open, const Conflict& named, const QString& field)
{
    if (named.fieldName == field)
        return named;
    for (const Conflict& other : open) {
        if (other.record == named.record && other.kind == named.kind && other.fieldName == field)
            return other;
    }
    const RecordKind kind = recordOfKey(named.record).first;
    if (kind != RecordKind::None && recordType(kind).indexOf(field) < 0)
        return Error{ErrorCode::Malformed, u"the record has no such field"_s, field};
    return Error{ErrorCode::NotFound, u"no open conflict about this field"_s, field};
}

Result<Decision> decisionOf(const Conflict& conflict, const QString& word)
{
    const QString said = word.section(u'=', 1);
    if (said == u"mine"_s)
        return Decision{conflict.id, Choice::Mine, {}};
    if (said == u"theirs"_s)
        return Decision{conflict.id, Choice::Theirs, {}};
    const RecordKind kind = recordOfKey(conflict.record).first;
    if (kind == RecordKind::None)
        return Error{ErrorCode::Invalid, u"a record of another version"_s};
    Result<FieldChanges> value = changesFromWords(recordType(kind), {word});
    if (!value.ok())
        return value.error();
    return Decision{conflict.id, Choice::Own, std::move(value->front().second)};
}

Result<Edit> orphanDecision(
    const CommandLine& line, OpenProfile& profile, Database& database, const Conflict& orphan)
{
    if (!line.has(u"keep"_s))
        return orphanEdit(database, orphan.id, std::nullopt);
    FollowUp copy;
    copy.id = Id<FollowUp>(profile.ids().next());
    copy.customer = orphan.customer;
    copy.happenedAt = profile.clock().now();
    copy.text = typedWords(orphan);
    if (copy.text.isEmpty())
        return Error{ErrorCode::Malformed, u"the orphan has no words to keep: --dismiss"_s};
    return orphanEdit(database, orphan.id, copy);
}

Result<Edit> resolutionOf(const CommandLine& line, OpenProfile& profile, Database& database)
{
    const auto id = RecordId::fromString(line.words.first());
    if (!id)
        return Error{ErrorCode::Malformed, u"that is no id: "_s + line.words.first()};
    const auto named = findRecord<Conflict>(database, *id);
    if (!named)
        return Error{ErrorCode::NotFound, u"no such conflict"_s};
    const bool orphan = named->kind == ConflictKind::Orphan;
    if (orphan == line.has(u"field"_s))
        return Error{ErrorCode::Malformed,
            orphan ? u"an orphan is kept or dismissed: --keep, --dismiss"_s
                   : u"a conflict is decided by field: --field F=mine|theirs|VALUE"_s};
    if (orphan)
        return orphanDecision(line, profile, database, *named);
    const std::vector<Conflict> open = openConflicts(database);
    std::vector<Decision> decisions;
    for (const QString& word : line.options.values(u"field"_s)) {
        const Result<Conflict> conflict = conflictOf(open, *named, word.section(u'=', 0, 0));
        if (!conflict.ok())
            return conflict.error();
        Result<Decision> decision = decisionOf(*conflict, word);
        if (!decision.ok())
            return decision.error();
        decisions.push_back(std::move(*decision));
    }
    return resolutionEdit(database, decisions, profile.clock().now());
}

/// A field's decision for a conflict, or what becomes of an orphan's words.
bool saysHow(const CommandLine& line)
{
    for (const QString& word : line.options.values(u"field"_s)) {
        if (!word.contains(u'='))
            return false;
    }
    return int(line.has(u"field"_s)) + int(line.has(u"keep"_s)) + int(line.has(u"dismiss"_s)) == 1;
}

} // namespace

void conflicts(const CommandLine& line, OpenProfile& profile, const Finished& finished)
{
    const Result<QJsonArray> rows = profile.reader().read([](Database& database) {
        QJsonArray array;
        for (const Conflict& conflict : openConflicts(database))
            array.append(conflictRow(database, conflict));
        return array;
    });
    if (!rows.ok()) {
        finished(complain(rows.error()));
        return;
    }
    print(line, {{u"rows"_s, *rows}});
    finished(Done);
}

void resolve(const CommandLine& line, OpenProfile& profile, const Finished& finished)
{
    if (!saysHow(line)) {
        finished(misused(
            u"Say --field F=mine, F=theirs or F=VALUE; of an orphan --keep or --dismiss."_s));
        return;
    }
    Result<Edit> edit = Error{ErrorCode::Database};
    const Result<void> read = profile.reader().read(
        [&](Database& database) { edit = resolutionOf(line, profile, database); });
    if (!read.ok() || !edit.ok()) {
        finished(refused(read.ok() ? edit.error() : read.error()));
        return;
    }
    const auto closed = std::ranges::count(edit->mutations, RecordKind::Conflict, &Mutation::kind);
    edit->label = u"resolve"_s;
    const Result<EditReceipt> receipt = profile.store().apply(std::move(*edit)).result();
    if (!receipt.ok()) {
        finished(complain(receipt.error()));
        return;
    }
    print(line, {{u"resolved"_s, qint64(closed)}});
    finished(Done);
}

} // namespace homeroom::ctl
