// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/program/commands.h"
#include "server/rules/commands.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostFamilies = 1'000'000;

Result<void> store(const RuleParts& parts, qint64 families)
{
    return parts.storage.write([&](WriteTransaction& transaction) -> Result<void> {
        const qint64 before = transaction.organisation().claimCap;
        transaction.setClaimCap(families);
        transaction.appendAudit({parts.clock.now(), {}, {}, u"setting"_s, u"claim-cap"_s,
            {{u"from"_s, before}, {u"to"_s, families}}});
        return {};
    });
}

} // namespace

int setting(const CommandLine& line)
{
    const bool changes = line.words.size() == 2;
    if (line.words.isEmpty() || line.words[0] != u"claim-cap"_s || line.words.size() > 2)
        return Usage;
    bool isNumber = true;
    const qint64 families = changes ? line.words[1].toLongLong(&isNumber) : 0;
    if (!isNumber || families < 0 || families > mostFamilies)
        return Usage;
    const auto site = Site::open(line.options.value(u"database"_s));
    if (!site.ok())
        return failed(site.error());
    if (changes) {
        if (const Result<void> done = store((*site)->parts(), families); !done.ok())
            return failed(done.error());
    }
    const Result<qint64> cap =
        (*site)->storage().read([](ReadTransaction& transaction) -> Result<qint64> {
            return transaction.organisation().claimCap;
        });
    if (!cap.ok())
        return failed(cap.error());
    print(QJsonDocument(QJsonObject{{u"claimCap"_s, *cap}}).toJson(QJsonDocument::Compact));
    return Done;
}

} // namespace homeroom
