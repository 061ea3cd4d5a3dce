// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "models/store/export/exporttable.h"
#include "models/store/import/importguess.h"
#include "models/store/import/importrejects.h"
#include "models/store/records.h"
#include "models/values/recordjson.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

namespace homeroom::ctl {

using namespace Qt::StringLiterals;

namespace {

QTimeZone zoneOf(const SessionAccount& account)
{
    const QTimeZone zone(account.timeZone.toLatin1());
    return zone.isValid() ? zone : QTimeZone::utc();
}

Result<ImportMapping> mappingFromFile(
    const QString& path, const std::vector<CustomField>& customFields)
{
    if (path.isEmpty())
        return ImportMapping{};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Io, u"cannot read %1"_s.arg(path)};
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    if (!document.isObject())
        return Error{ErrorCode::Malformed, u"%1 is no JSON object"_s.arg(path)};
    return mappingFromJson(document.object(), customFields);
}

Result<void> chooseMode(const CommandLine& line, ImportChoices& choices)
{
    if (line.has(u"key"_s)) {
        choices.key = ImportTarget::fromWord(line.option(u"key"_s));
        if (!choices.key)
            return Error{ErrorCode::Invalid, u"no such field"_s, u"key"_s};
    } else {
        choices.key = guessedKey(choices.mapping);
    }
    // New families by default, and what the sheet says where its key is known already.
    choices.mode = choices.key ? ImportMode::Update : ImportMode::Create;
    if (!line.has(u"mode"_s))
        return {};
    const std::optional<ImportMode> mode = importModeFromWord(line.option(u"mode"_s));
    if (!mode)
        return Error{ErrorCode::Invalid, u"no such mode"_s, u"mode"_s};
    choices.mode = *mode;
    return {};
}

Result<std::shared_ptr<const ImportOrder>> makeOrder(
    const CommandLine& line, OpenProfile& profile, const ImportTable& table)
{
    const SessionAccount& account = profile.session().account();
    auto order = std::make_shared<ImportOrder>();
    order->table = table;
    order->viewer = account.viewer;
    order->zone = zoneOf(account);
    order->label = u"import "_s + QFileInfo(line.words.first()).fileName();
    const Result<ImportCatalogue> catalogue =
        profile.reader().read([](Database& database) { return loadImportCatalogue(database); });
    if (!catalogue.ok())
        return catalogue.error();
    const Result<ImportMapping> given =
        mappingFromFile(line.option(u"map"_s), catalogue->customFields);
    if (!given.ok())
        return given.error();
    order->choices.mapping = completedMapping(*given, table, {*catalogue, order->zone, {}});
    order->choices.emptyWords = line.options.values(u"empty"_s);
    if (const Result<void> chosen = chooseMode(line, order->choices); !chosen.ok())
        return chosen.error();
    return std::shared_ptr<const ImportOrder>(order);
}

template <typename Counted> QJsonObject countsOf(const Counted& counted)
{
    return {{u"created"_s, counted.count(ImportOutcome::Create)},
        {u"updated"_s, counted.count(ImportOutcome::Update)},
        {u"appended"_s, counted.count(ImportOutcome::Append)},
        {u"skipped"_s,
            counted.count(ImportOutcome::Skip) + counted.count(ImportOutcome::Unchanged)},
        {u"failed"_s, counted.count(ImportOutcome::Fail)}};
}

QJsonValue valueJson(const FieldValue& value)
{
    FieldDescription plain;
    return fieldToJson(plain, value);
}

QString outcomeWord(ImportOutcome outcome)
{
    static const QStringList words{
        u"create"_s, u"update"_s, u"append"_s, u"unchanged"_s, u"skip"_s, u"fail"_s};
    return words[qsizetype(outcome)];
}

QJsonObject rowJson(const JudgedRow& row)
{
    QJsonArray differences;
    for (const FieldDifference& difference : row.differences)
        differences.append(QJsonObject{{u"field"_s, difference.target.word()},
            {u"before"_s, valueJson(difference.before)},
            {u"after"_s, valueJson(difference.after)}});
    QJsonArray issues;
    for (const ImportIssue& issue : row.issues)
        issues.append(issueText(issue));
    return {{u"line"_s, row.line}, {u"outcome"_s, outcomeWord(row.outcome)},
        {u"differences"_s, differences}, {u"issues"_s, issues}};
}

void rehearse(const CommandLine& line, OpenProfile& profile,
    const std::shared_ptr<const ImportOrder>& order, const Finished& finished)
{
    auto* rehearsal =
        new ImportRehearsal(profile.workspace(), order, profile.clock(), &profile.engine());
    QObject::connect(
        rehearsal, &ImportRehearsal::finished, rehearsal, [line, finished](const ImportPlan& plan) {
            QJsonObject answer = countsOf(plan);
            answer.insert(u"batch"_s, QJsonValue::Null);
            answer.insert(u"rejects"_s, QJsonValue::Null);
            answer.insert(u"newFields"_s, QJsonArray::fromStringList(plan.newCustomFields));
            QJsonArray rows;
            for (const JudgedRow& row : plan.rows)
                rows.append(rowJson(row));
            answer.insert(u"rows"_s, rows);
            print(line, answer);
            finished(Done);
        });
    QObject::connect(rehearsal, &ImportRehearsal::failed, rehearsal,
        [finished](const Error& error) { finished(complain(error)); });
    rehearsal->start();
}

ExitCode importNow(
    const CommandLine& line, OpenProfile& profile, const std::shared_ptr<const ImportOrder>& order)
{
    ImportRun run(order, profile.clock(), QRandomGenerator::securelySeeded());
    const ImportResult result = runImport(profile.workspace(), run);
    QJsonObject answer = countsOf(result);
    answer.insert(u"batch"_s, result.batch.toString());
    answer.insert(u"rejects"_s, QJsonValue::Null);
    ExitCode code = Done;
    if (!result.rejected.empty()) {
        const Result<QString> rejects =
            writeRejects(line.words.first(), rejectsCsv(*order, result.rejected));
        if (rejects.ok())
            answer.insert(u"rejects"_s, *rejects);
        else
            code = complain(rejects.error());
    }
    if (result.stopped)
        code = complain(*result.stopped);
    print(line, answer);
    return code;
}

} // namespace

void importSheet(const CommandLine& line, OpenProfile& profile, const Finished& finished)
{
    if (line.option(u"as"_s) != u"customer"_s) {
        complain(u"--as customer is what can be imported."_s);
        finished(Usage);
        return;
    }
    if (profile.session().account().isNull()) {
        finished(complain(Error{ErrorCode::Unauthorized, u"log in first"_s}));
        return;
    }
    const Result<QByteArray> bytes = importFileBytes(line.words.first());
    const Result<ImportTable> table =
        bytes.ok() ? importTable(*bytes) : Result<ImportTable>(bytes.error());
    if (!table.ok()) {
        finished(complain(table.error()));
        return;
    }
    const auto order = makeOrder(line, profile, *table);
    if (!order.ok())
        finished(complain(order.error()));
    else if (line.has(u"rehearse"_s))
        rehearse(line, profile, *order, finished);
    else
        finished(importNow(line, profile, *order));
}

void exportSheet(const CommandLine& line, OpenProfile& profile, const Finished& finished)
{
    const RecordType* type = recordTypeByName(line.words.first());
    if (!type) {
        complain(u"There is no record type %1."_s.arg(line.words.first()));
        finished(Usage);
        return;
    }
    const SessionAccount& account = profile.session().account();
    if (account.isNull()) {
        finished(complain(Error{ErrorCode::Unauthorized, u"log in first"_s}));
        return;
    }
    QSaveFile file(line.words[1]);
    if (!file.open(QIODevice::WriteOnly)) {
        finished(complain(Error{ErrorCode::Io, u"cannot write %1"_s.arg(line.words[1])}));
        return;
    }
    ExportRequest request;
    request.kind = type->kind;
    request.viewer = account.viewer;
    request.zone = zoneOf(account);
    const Result<ExportReport> report = profile.reader().read(
        [&](Database& database) { return exportCsv(database, request, file); });
    if (!report.ok() || !file.commit()) {
        finished(complain(
            report.ok() ? Error{ErrorCode::Io, u"cannot write the file"_s} : report.error()));
        return;
    }
    print(line,
        {{u"rows"_s, report->rows}, {u"leftOut"_s, report->leftOut}, {u"masked"_s, report->masked},
            {u"file"_s, line.words[1]}});
    finished(Done);
}

} // namespace homeroom::ctl
