// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/importbench.h"

#include "models/store/import/importguess.h"
#include "models/store/import/importrun.h"
#include "models/store/records.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

namespace homeroom::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int rowCount = 6000;
constexpr int numberColumns = 8;
constexpr int wordColumns = 24;
constexpr size_t rowsATransaction = 100; // as the import does
constexpr double nanosecondsPerSecond = 1e9;

/// A sheet as channels send them: number, name, phone, source, outcome, and columns that only the
/// sender knows. The prefix +8619900 was given out to no carrier's customers.
QByteArray sheet()
{
    const QByteArrayList words{"No", "Yes", "Email opened", "Landing page", "Better career", ""};
    QByteArray csv("Lead Number,Name,Phone,Lead Source,Converted");
    for (int i = 0; i < numberColumns; ++i)
        csv += ",Count " + QByteArray::number(i);
    for (int i = 0; i < wordColumns; ++i)
        csv += ",Answer " + QByteArray::number(i);
    QRandomGenerator random(11);
    for (int row = 0; row < rowCount; ++row) {
        const QByteArray number = QByteArray::number(row).rightJustified(6, '0');
        csv += "\r\nL" + number + ",Parent " + number + ",19900" + number + ",Search,"
            + QByteArray::number(row % 2);
        for (int i = 0; i < numberColumns; ++i)
            csv += ',' + QByteArray::number(random.bounded(2000));
        for (int i = 0; i < wordColumns; ++i)
            csv += ',' + words.at(random.bounded(int(words.size())));
    }
    return csv;
}

struct Profile {
    QTemporaryDir folder{};
    SystemClock clock{};
    std::unique_ptr<Workspace> workspace{};

    Profile()
    {
        const DatabaseOptions options{
            folder.filePath(u"bench.db"_s), DatabaseKey::random(), Access::ReadWrite, 8192};
        workspace = std::move(*Workspace::open(options, clock, Threading::OwnThreads));
        IdFactory ids(clock, QRandomGenerator(1));
        Pipeline pipeline;
        pipeline.id = Id<Pipeline>(ids.next());
        pipeline.name = u"Trial camp"_s;
        pipeline.isDefault = true;
        Edit edit{{}, {createMutation(pipeline)}, {}};
        for (const QString& key : {u"paid"_s, u"lost"_s}) {
            Stage stage;
            stage.id = Id<Stage>(ids.next());
            stage.key = key;
            stage.name = key;
            stage.pipeline = pipeline.id;
            stage.role = key == u"paid"_s ? StageRole::Paid : StageRole::Lost;
            edit.mutations.push_back(createMutation(stage));
        }
        Q_UNUSED(workspace->store().apply(edit).result().ok());
    }
};

std::shared_ptr<const ImportOrder> orderOf(Profile& profile, const QByteArray& csv)
{
    auto order = std::make_shared<ImportOrder>();
    order->table = std::move(*importTable(csv));
    order->viewer.role = UserRole::Tutor;
    const ImportCatalogue catalogue = *profile.workspace->reader().read(loadImportCatalogue);
    ImportMapping given;
    given.columns.push_back({u"Converted"_s, {ImportTargetKind::Stage, {}},
        {{u"1"_s, u"paid"_s}, {u"0"_s, u"lost"_s}}});
    order->choices.mapping = completedMapping(given, order->table, {catalogue, order->zone, {}});
    return order;
}

double importSeconds(const QByteArray& csv)
{
    Profile profile;
    QElapsedTimer timer;
    timer.start();
    ImportRun run(orderOf(profile, csv), profile.clock, QRandomGenerator(5));
    const ImportResult result = runImport(*profile.workspace, run);
    const double seconds = double(timer.nsecsElapsed()) / nanosecondsPerSecond;
    if (result.count(ImportOutcome::Create) != rowCount)
        qFatal("the benchmark's sheet did not arrive");
    return seconds;
}

/// The rows that the import would write, made before the clock starts.
std::vector<RecordRow> readyRows(Profile& profile, const QByteArray& csv)
{
    const auto order = orderOf(profile, csv);
    ImportJudge judge(*order, profile.clock, QRandomGenerator(5));
    std::vector<RecordRow> rows;
    const Result<void> read = profile.workspace->reader().read([&](Database& database) {
        judge.prepare(database);
        for (const JudgedRow& judged : judge.next(database, rowCount)) {
            for (const Mutation& mutation : judged.mutations) {
                rows.push_back(emptyRow(mutation.kind, mutation.id));
                applyMutation(rows.back(), mutation);
            }
        }
    });
    Q_UNUSED(read.ok());
    return rows;
}

/// The same records through prepared inserts alone: no outbox, no undo, nothing read or checked.
double insertSeconds(const QByteArray& csv)
{
    Profile profile;
    const std::vector<RecordRow> rows = readyRows(profile, csv);
    QElapsedTimer timer;
    timer.start();
    for (size_t at = 0; at < rows.size();) {
        const size_t end = std::min(rows.size(), at + 2 * rowsATransaction);
        const auto written =
            profile.workspace->store()
                .write([&](Database& database) -> Result<ChangeSet> {
                    RecordTable customers(database, recordTypeOf<Customer>());
                    RecordTable cards(database, recordTypeOf<Opportunity>());
                    for (size_t i = at; i < end; ++i)
                        (rows[i].kind == RecordKind::Customer ? customers : cards).put(rows[i]);
                    return ChangeSet{};
                })
                .result();
        if (!written.ok())
            qFatal("the benchmark cannot write");
        at = end;
    }
    return double(timer.nsecsElapsed()) / nanosecondsPerSecond;
}

} // namespace

void benchImportRows(Report& report)
{
    const QByteArray csv = sheet();
    const double reference = rowCount / insertSeconds(csv);
    report.line(u"import_rows"_s, rowCount / importSeconds(csv), u"rows/s"_s,
        u"raw_prepared_inserts"_s, reference);
}

} // namespace homeroom::bench
