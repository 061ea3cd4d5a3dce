// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/program/commands.h"

namespace homeroom {

using namespace Qt::StringLiterals;

int check(const CommandLine& line)
{
    if (!line.words.isEmpty())
        return Usage;
    const auto site = Site::open(line.options.value(u"database"_s));
    if (!site.ok())
        return failed(site.error());
    const Result<QStringList> problems = (*site)->storage().read(
        [](ReadTransaction& transaction) -> Result<QStringList> { return transaction.problems(); });
    if (!problems.ok())
        return failed(problems.error());
    for (const QString& problem : *problems)
        failed(problem);
    if (!problems->isEmpty())
        return Failed;
    print(R"({"ok":true})");
    return Done;
}

} // namespace homeroom
