// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/fieldtext.h"
#include "models/store/accesslog.h"
#include "models/store/records.h"
#include "models/values/cohortday.h"
#include "models/values/guardianconsent.h"
#include "models/values/recordjson.h"
#include "sync/organisationzone.h"

namespace homeroom::ctl {

using namespace Qt::StringLiterals;

namespace {

const RecordType* typeOf(const CommandLine& line)
{
    const RecordType* type = recordTypeByName(line.words.first());
    if (!type)
        complain(u"There is no record type %1."_s.arg(line.words.first()));
    return type;
}

Result<std::optional<RecordRow>> find(Database& reader, const RecordType& type, const RecordId& id)
{
    return reader.read([&](Database& database) -> std::optional<RecordRow> {
        std::optional<RecordRow> row = RecordTable(database, type).find(id);
        return row && !row->deleted ? row : std::nullopt;
    });
}

/// The living row that a line names by type and id, or the reason why there is none.
Result<RecordRow> namedRow(OpenProfile& profile, const RecordType& type, const QString& word)
{
    const std::optional<RecordId> id = RecordId::fromString(word);
    if (!id)
        return Error{ErrorCode::Malformed, u"that is no id: "_s + word};
    const Result<std::optional<RecordRow>> row = find(profile.reader(), type, *id);
    if (!row.ok())
        return row.error();
    if (!*row)
        return Error{ErrorCode::NotFound, u"no such record"_s};
    return **row;
}

Result<std::vector<FieldCondition>> conditions(const CommandLine& line, const RecordType& type)
{
    const Result<FieldChanges> wishes = changesFromWords(type, line.options.values(u"where"_s));
    if (!wishes.ok())
        return wishes.error();
    std::vector<FieldCondition> all;
    for (const auto& [field, value] : *wishes)
        all.push_back({field, value});
    return all;
}

/// Applies one mutation and prints the row as it stands then.
void applyAndPrint(const CommandLine& line, OpenProfile& profile, const Mutation& mutation,
    const Finished& finished)
{
    Edit edit;
    edit.label = line.command + u' ' + recordType(mutation.kind).name;
    edit.mutations = {mutation};
    const Result<EditReceipt> receipt = profile.store().apply(edit).result();
    if (!receipt.ok()) {
        finished(complain(receipt.error()));
        return;
    }
    const Result<RecordRow> row =
        namedRow(profile, recordType(mutation.kind), mutation.id.toString());
    if (!row.ok()) {
        finished(complain(row.error()));
        return;
    }
    print(line, rowToJson(*row));
    finished(Done);
}

QDate organisationToday(OpenProfile& profile)
{
    return dateAt(profile.clock().now(), organisationZone(profile.session().account().timeZone));
}

/// Whoever reads a family of somebody else's here has opened it.
void logLook(OpenProfile& profile, const RecordId& family)
{
    const SessionAccount& account = profile.session().account();
    const Result<EditReceipt> logged = logFamilyAccess(profile.store(),
        {family, account.viewer, profile.clock().now(), organisationZone(account.timeZone)})
                                           .result();
    if (!logged.ok())
        complain(logged.error());
}

/// Says why the child is not saved, if it is not.
bool refuseWithoutConsent(bool lacks, const Finished& finished)
{
    if (!lacks)
        return false;
    finished(complain(Error{ErrorCode::Invalid,
        u"a child under 14 is saved only with a guardian's consent; where they agreed, say "
        u"guardianConsent=true"_s,
        u"guardianConsent"_s}));
    return true;
}

bool refuseStranger(OpenProfile& profile, const Finished& finished)
{
    if (!profile.session().account().isNull())
        return false;
    finished(complain(Error{ErrorCode::Unauthorized, u"log in first"_s}));
    return true;
}

} // namespace

void list(const CommandLine& line, OpenProfile& profile, const Finished& finished)
{
    const RecordType* type = typeOf(line);
    bool number = true;
    const qint64 limit = line.has(u"limit"_s) ? line.option(u"limit"_s).toLongLong(&number) : -1;
    if (!type || !number) {
        finished(Usage);
        return;
    }
    const Result<std::vector<FieldCondition>> wishes = conditions(line, *type);
    if (!wishes.ok()) {
        finished(complain(wishes.error()) == Failed ? Usage : Failed);
        return;
    }
    const auto rows = profile.reader().read(
        [&](Database& database) { return listRows(database, *type, *wishes, limit); });
    if (!rows.ok()) {
        finished(complain(rows.error()));
        return;
    }
    QJsonArray array;
    for (const RecordRow& row : *rows)
        array.append(rowToJson(row));
    print(line, {{u"rows"_s, array}});
    finished(Done);
}

void show(const CommandLine& line, OpenProfile& profile, const Finished& finished)
{
    const RecordType* type = typeOf(line);
    if (!type) {
        finished(Usage);
        return;
    }
    const Result<RecordRow> row = namedRow(profile, *type, line.words[1]);
    if (!row.ok()) {
        finished(refused(row.error()));
        return;
    }
    if (type->isFamily())
        logLook(profile, row->root);
    print(line, rowToJson(*row));
    finished(Done);
}

void add(const CommandLine& line, OpenProfile& profile, const Finished& finished)
{
    const RecordType* type = typeOf(line);
    if (!type) {
        finished(Usage);
        return;
    }
    if (refuseStranger(profile, finished))
        return;
    const Result<FieldChanges> wishes = changesFromWords(*type, line.words.sliced(1));
    if (!wishes.ok()) {
        finished(complain(wishes.error()));
        return;
    }
    RecordRow row = defaultRow(type->kind, profile.ids().next(), profile.clock().now());
    Mutation mutation;
    mutation.operation = Operation::Create;
    mutation.kind = type->kind;
    mutation.id = row.id;
    mutation.changes = *wishes;
    applyMutation(row, mutation);
    mutation.root = rootOf(row);
    const bool isStudent = type->kind == RecordKind::Student;
    if (refuseWithoutConsent(
            isStudent && lacksGuardianConsent(fromRow<Student>(row), organisationToday(profile)),
            finished))
        return;
    mutation.changes.clear();
    for (size_t i = 0; i < row.values.size(); ++i) {
        const bool said = std::any_of(wishes->begin(), wishes->end(),
            [&](const auto& wish) { return size_t(wish.first) == i; });
        if (!isNothing(row.values[i]) && (said || type->fields[i].merge != MergeClass::ServerOnly))
            mutation.changes.emplace_back(int(i), row.values[i]);
    }
    applyAndPrint(line, profile, mutation, finished);
}

void set(const CommandLine& line, OpenProfile& profile, const Finished& finished)
{
    const RecordType* type = typeOf(line);
    if (!type) {
        finished(Usage);
        return;
    }
    if (refuseStranger(profile, finished))
        return;
    const Result<RecordRow> row = namedRow(profile, *type, line.words[1]);
    const Result<FieldChanges> wishes = changesFromWords(*type, line.words.sliced(2));
    if (!row.ok() || !wishes.ok()) {
        finished(row.ok() ? complain(wishes.error()) : refused(row.error()));
        return;
    }
    const bool isStudent = type->kind == RecordKind::Student;
    if (refuseWithoutConsent(
            isStudent && lacksConsentAfter(*row, *wishes, organisationToday(profile)), finished))
        return;
    Mutation mutation;
    mutation.operation = Operation::Set;
    mutation.kind = type->kind;
    mutation.id = row->id;
    mutation.root = row->root;
    mutation.changes = *wishes;
    applyAndPrint(line, profile, mutation, finished);
}

void undo(const CommandLine& line, OpenProfile& profile, const Finished& finished)
{
    if (refuseStranger(profile, finished))
        return;
    const Result<EditReceipt> receipt = profile.store().undo().result();
    if (!receipt.ok()) {
        finished(complain(receipt.error()));
        return;
    }
    print(line,
        {{u"undone"_s, receipt->label}, {u"records"_s, qint64(receipt->changes.records.size())}});
    finished(Done);
}

} // namespace homeroom::ctl
