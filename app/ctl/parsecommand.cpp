// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "models/values/csv/csvparser.h"
#include "models/values/csv/csvtext.h"

#include <QFile>

namespace homeroom::ctl {

using namespace Qt::StringLiterals;

ExitCode parse(const CommandLine& line)
{
    QFile file(line.words.first());
    if (!file.open(QIODevice::ReadOnly))
        return complain(Error{ErrorCode::Io, u"cannot read %1"_s.arg(line.words.first())});
    const Result<DecodedText> text = decodedText(file.readAll());
    if (!text.ok())
        return complain(text.error());
    const Result<CsvTable> table = parsedCsv(text->text);
    if (!table.ok())
        return complain(table.error());
    printRaw(csvJsonText(*table));
    return Done;
}

} // namespace homeroom::ctl
