// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/sheettext.h"
#include "models/store/export/exporttable.h"

#include <QSaveFile>

namespace homeroom::ctl {

using namespace Qt::StringLiterals;

void exportTable(const CommandLine& line, OpenProfile& profile, const Finished& finished)
{
    const RecordType* type = recordTypeByName(line.words.first());
    if (!type) {
        complain(u"There is no record type %1."_s.arg(line.words.first()));
        finished(Usage);
        return;
    }
    if (profile.session().account().isNull()) {
        finished(complain(Error{ErrorCode::Unauthorized, u"log in first"_s}));
        return;
    }
    const QString path = line.words[1];
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        finished(complain(Error{ErrorCode::Io, u"cannot write %1"_s.arg(path)}));
        return;
    }
    const ExportRequest request{
        type->kind, profile.session().account().viewer, organisationZone(), {}, {}, {}};
    const Result<ExportReport> report = profile.reader().read(
        [&](Database& database) { return exportCsv(database, request, file); });
    if (!report || !file.commit()) {
        finished(complain(
            report ? Error{ErrorCode::Io, u"cannot write %1"_s.arg(path)} : report.error()));
        return;
    }
    if (report->leftOut > 0)
        complain(u"Your role exports at most %1 rows at once; %2 were left out."_s.arg(report->rows)
                     .arg(report->leftOut));
    print(line,
        {{u"rows"_s, report->rows}, {u"leftOut"_s, report->leftOut}, {u"masked"_s, report->masked},
            {u"file"_s, path}});
    finished(Done);
}

} // namespace homeroom::ctl
