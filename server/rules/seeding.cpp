// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rules/seeding.h"

#include "server/rules/duplicates.h"
#include "server/rules/visibility.h"

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

void seedRow(WriteTransaction& transaction, const RecordRow& given, const Stamp& stamp,
    Milliseconds now, Touched& touched)
{
    StoredRecord record{given, {}};
    record.row.stamp = stamp;
    record.versions.putCreation({stamp, {}, {}, now, {}});
    transaction.putRecord(record);
    if (given.id == given.root)
        updateRootScopes(transaction, record.row, stamp.seq, now, touched);
    if (given.kind == RecordKind::Customer)
        transaction.putPhone(given.id, phoneHash(transaction, given));
}

} // namespace

Result<void> seedOrganisation(
    const RuleParts& parts, const QString& name, const SeedSource& source, PasswordCost cost)
{
    const Milliseconds now = parts.clock.now();
    return parts.storage.write([&](WriteTransaction& transaction) -> Result<void> {
        if (!transaction.records(RecordKind::User).empty())
            return Error{ErrorCode::Conflict, u"the database is not empty"_s};
        const Stamp stamp = transaction.takeSeq();
        transaction.putOrganisation(name, transaction.organisation().timeZone);
        Touched touched;
        const std::vector<SeedUser> users =
            source([&](const RecordRow& row) { seedRow(transaction, row, stamp, now, touched); });
        updateMembers(transaction, stamp.seq, now, touched);
        for (const SeedUser& user : users) {
            const Result<QByteArray> hash = hashedPassword(user.password, cost);
            if (!hash.ok())
                return hash.error();
            transaction.putAccount({user.user, *hash, std::nullopt});
        }
        transaction.appendAudit({now, {}, {}, u"seed"_s, name, {}});
        return {};
    });
}

} // namespace homeroom
