// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "models/store/duplicates/duplicatequery.h"

namespace homeroom::ctl {

using namespace Qt::StringLiterals;

namespace {

QJsonObject rowOf(const DuplicatePair& pair)
{
    QJsonArray reasons;
    for (const DuplicateReason reason : pair.reasons)
        reasons.append(QString(Words<DuplicateReason>::words[size_t(reason)]));
    return {{u"customer"_s, pair.first.toString()}, {u"name"_s, pair.firstName},
        {u"other"_s, pair.second.toString()}, {u"otherName"_s, pair.secondName},
        {u"reasons"_s, reasons}, {u"families"_s, pair.families}};
}

} // namespace

void duplicates(const CommandLine& line, OpenProfile& profile, const Finished& finished)
{
    const Result<std::vector<DuplicatePair>> pairs = profile.reader().read(readDuplicates);
    if (!pairs.ok())
        return finished(complain(pairs.error()));
    QJsonArray rows;
    for (const DuplicatePair& pair : *pairs)
        rows.append(rowOf(pair));
    print(line, {{u"rows"_s, rows}});
    finished(Done);
}

} // namespace homeroom::ctl
