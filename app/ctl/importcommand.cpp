// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/sheettext.h"
#include "models/store/import/importguess.h"
#include "models/store/import/importrejects.h"
#include "models/values/csv/cellvalues.h"

#include <QFileInfo>
#include <QJsonDocument>

namespace homeroom::ctl {

using namespace Qt::StringLiterals;

namespace {

Result<QJsonObject> mapFile(const QString& path)
{
    if (path.isEmpty())
        return QJsonObject();
    const Result<QByteArray> bytes = importFileBytes(path);
    if (!bytes)
        return Error{bytes.error().code, u"cannot read %1"_s.arg(path)};
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(*bytes, &error);
    if (!document.isObject())
        return Error{ErrorCode::Malformed, u"%1 is no map file"_s.arg(path)};
    return document.object();
}

/// The target that `--key` names, by its word or the bare key of a custom field.
Result<ImportTarget> keyTarget(const QString& word, const ImportMapping& mapping)
{
    const ImportTarget custom{ImportTargetKind::Custom, word};
    const ImportTarget target = ImportTarget::fromWord(word).value_or(custom);
    const bool finds =
        target.kind == ImportTargetKind::Customer || target.kind == ImportTargetKind::Custom;
    if (!finds || !mapping.uses(target))
        return Error{ErrorCode::Invalid, u"no column holds %1"_s.arg(word), u"key"_s};
    return target;
}

/// Without a mode, rows make new families, and change those that the key finds.
Result<void> chooseMode(const CommandLine& line, ImportChoices& choices)
{
    const QString said = line.option(u"mode"_s);
    const bool keyed = line.has(u"key"_s);
    const QString word = !said.isEmpty() ? said : keyed ? u"update"_s : u"create"_s;
    choices.mode = importModeFromWord(word).value_or(ImportMode::Create);
    if (keyed) {
        const Result<ImportTarget> key = keyTarget(line.option(u"key"_s), choices.mapping);
        if (!key)
            return key.error();
        choices.key = *key;
    } else if (choices.mode != ImportMode::Create) {
        choices.key = guessedKey(choices.mapping);
        if (!choices.key)
            return Error{ErrorCode::Invalid, u"say by which column families are found"_s};
    }
    return {};
}

Result<std::shared_ptr<const ImportOrder>> orderOf(const CommandLine& line, OpenProfile& profile)
{
    const Result<QByteArray> bytes = importFileBytes(line.words.first());
    if (!bytes)
        return Error{bytes.error().code, u"cannot read %1"_s.arg(line.words.first())};
    Result<ImportTable> table = importTable(*bytes);
    if (!table)
        return table.error();
    const Result<QJsonObject> map = mapFile(line.option(u"map"_s));
    if (!map)
        return map.error();
    const Result<ImportCatalogue> catalogue = profile.reader().read(loadImportCatalogue);
    if (!catalogue)
        return catalogue.error();
    const Result<ImportMapping> given = mappingFromJson(*map, catalogue->customFields);
    if (!given)
        return given.error();
    auto order = std::make_shared<ImportOrder>();
    order->table = std::move(*table);
    order->viewer = profile.session().account().viewer;
    order->zone = organisationZone();
    order->label = u"Imported "_s + QFileInfo(line.words.first()).fileName();
    order->choices.emptyWords = line.options.values(u"empty"_s);
    order->choices.guardiansAgreed = line.has(u"guardians-agreed"_s);
    order->choices.mapping = completedMapping(*given, order->table, {*catalogue, order->zone, {}});
    if (const Result<void> chosen = chooseMode(line, order->choices); !chosen)
        return chosen.error();
    return std::shared_ptr<const ImportOrder>(std::move(order));
}

QJsonObject answerOf(const std::array<qint64, importOutcomeCount>& counts)
{
    const auto count = [&](ImportOutcome outcome) { return counts[size_t(outcome)]; };
    return {{u"created"_s, count(ImportOutcome::Create)},
        {u"updated"_s, count(ImportOutcome::Update)}, {u"appended"_s, count(ImportOutcome::Append)},
        {u"skipped"_s, count(ImportOutcome::Skip) + count(ImportOutcome::Unchanged)},
        {u"failed"_s, count(ImportOutcome::Fail)}};
}

void rehearse(const CommandLine& line, OpenProfile& profile,
    const std::shared_ptr<const ImportOrder>& order, const Finished& finished)
{
    auto* rehearsal =
        new ImportRehearsal(profile.workspace(), order, profile.clock(), &profile.store());
    QObject::connect(rehearsal, &ImportRehearsal::finished, rehearsal,
        [line, order, finished](const ImportPlan& plan) {
            QJsonObject answer = answerOf(plan.counts);
            answer.insert(u"batch"_s, QJsonValue());
            answer.insert(u"rejects"_s, QJsonValue());
            answer.insert(u"rows"_s, plannedRows(plan, order->zone));
            print(line, answer);
            finished(Done);
        });
    QObject::connect(rehearsal, &ImportRehearsal::failed, rehearsal,
        [finished](const Error& error) { finished(complain(error)); });
    rehearsal->start();
}

void runNow(const CommandLine& line, OpenProfile& profile,
    const std::shared_ptr<const ImportOrder>& order, const Finished& finished)
{
    ImportRun run(order, profile.clock(), QRandomGenerator::securelySeeded());
    const ImportResult result = runImport(profile.workspace(), run);
    QJsonObject answer = answerOf(result.counts);
    answer.insert(u"batch"_s, result.batch.toString());
    answer.insert(u"rejects"_s, QJsonValue());
    if (!result.rejected.empty()) {
        const Result<QString> path =
            writeRejects(line.words.first(), rejectsCsv(*order, result.rejected));
        if (path)
            answer.insert(u"rejects"_s, *path);
        else
            complain(path.error());
    }
    print(line, answer);
    finished(result.stopped ? complain(*result.stopped) : Done);
}

bool isUsage(const CommandLine& line)
{
    const QString mode = line.option(u"mode"_s);
    return line.option(u"as"_s) == u"customer"_s
        && (!line.has(u"mode"_s) || importModeFromWord(mode).has_value());
}

} // namespace

void import(const CommandLine& line, OpenProfile& profile, const Finished& finished)
{
    if (!isUsage(line)) {
        complain(u"Say --as customer, and a mode of create, update, append or skip."_s);
        finished(Usage);
        return;
    }
    if (profile.session().account().isNull()) {
        finished(complain(Error{ErrorCode::Unauthorized, u"log in first"_s}));
        return;
    }
    const auto order = orderOf(line, profile);
    if (!order)
        finished(complain(order.error()));
    else if (line.has(u"rehearse"_s))
        rehearse(line, profile, *order, finished);
    else
        runNow(line, profile, *order, finished);
}

} // namespace homeroom::ctl
