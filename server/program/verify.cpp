// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/program/commands.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace homeroom {

using namespace Qt::StringLiterals;

int verify(const CommandLine& line)
{
    if (!line.words.isEmpty())
        return Usage;
    const auto site = Site::open(line.options.value(u"database"_s));
    if (!site.ok())
        return failed(site.error());
    const Result<AuditChain> chain =
        (*site)->storage().read([](ReadTransaction& transaction) -> Result<AuditChain> {
            return transaction.auditChain();
        });
    if (!chain.ok())
        return failed(chain.error());
    QJsonObject answer{{u"entries"_s, chain->entries}, {u"ok"_s, chain->firstBad == 0},
        {u"head"_s, QString::fromLatin1(chain->head.toHex())}};
    if (chain->firstBad != 0)
        answer.insert(u"firstBad"_s, chain->firstBad);
    print(QJsonDocument(answer).toJson(QJsonDocument::Compact));
    if (chain->firstBad == 0)
        return Done;
    return failed(u"the audit chain is broken at entry %1"_s.arg(chain->firstBad));
}

} // namespace homeroom
