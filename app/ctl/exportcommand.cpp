// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/sheettext.h"
#include "models/store/export/exporttable.h"

#include <QSaveFile>

namespace homeroom::ctl {

using namespace Qt::StringLiterals;

namespace {

/// An export that is written and waits for the server's word to appear under its name.
struct Written {
    CommandLine line{};
    QSaveFile file;
    ExportReport report{};
};

void appear(Written& written, const Finished& finished)
{
    if (!written.file.commit()) {
        finished(complain(Error{ErrorCode::Io, u"cannot write %1"_s.arg(written.file.fileName())}));
        return;
    }
    const ExportReport& report = written.report;
    if (report.leftOut > 0)
        complain(u"Your role exports at most %1 rows at once; %2 were left out."_s.arg(report.rows)
                     .arg(report.leftOut));
    print(written.line,
        {{u"rows"_s, report.rows}, {u"leftOut"_s, report.leftOut}, {u"masked"_s, report.masked},
            {u"file"_s, written.file.fileName()}});
    finished(Done);
}

/// Every export is in the audit, so none comes to be without the server.
void noteAndAppear(OpenProfile& profile, const std::shared_ptr<Written>& written, RecordKind kind,
    const Finished& finished)
{
    profile.commands().noteExport(
        {kind, {}, written->report.rows}, [written, finished](const Result<void>& noted) {
            if (noted.ok()) {
                appear(*written, finished);
                return;
            }
            const ExitCode code = complain(noted.error());
            if (code == Unreachable)
                complain(u"Exports are noted on the server first; nothing was written."_s);
            finished(code);
        });
}

} // namespace

void exportTable(const CommandLine& line, OpenProfile& profile, const Finished& finished)
{
    const RecordType* type = recordTypeByName(line.words.first());
    if (!type) {
        complain(u"There is no record type %1."_s.arg(line.words.first()));
        finished(Usage);
        return;
    }
    if (!profile.session().isSignedIn()) {
        finished(complain(Error{ErrorCode::Unauthorized, u"log in first"_s}));
        return;
    }
    const auto written = std::make_shared<Written>();
    written->line = line;
    written->file.setFileName(line.words[1]);
    if (!written->file.open(QIODevice::WriteOnly)) {
        finished(complain(Error{ErrorCode::Io, u"cannot write %1"_s.arg(line.words[1])}));
        return;
    }
    const ExportRequest request{
        type->kind, profile.session().account().viewer, organisationZone(), {}, {}, {}};
    const Result<ExportReport> report = profile.reader().read(
        [&](Database& database) { return exportCsv(database, request, written->file); });
    if (!report.ok()) {
        finished(complain(report.error()));
        return;
    }
    written->report = *report;
    noteAndAppear(profile, written, type->kind, finished);
}

} // namespace homeroom::ctl
