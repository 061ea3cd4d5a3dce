// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rules/duplicates.h"

#include "models/values/records/records.h"
#include "server/rules/recordwriter.h"

#include <QMessageAuthenticationCode>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

/// Who is told: the team's leads, else operations, else administrators.
std::vector<RecordId> recipients(ReadTransaction& transaction, const RecordId& team)
{
    std::vector<User> users;
    for (const RecordRow& row : transaction.records(RecordKind::User))
        users.push_back(fromRow<User>(row));
    for (const UserRole role : {UserRole::Lead, UserRole::Operations, UserRole::Admin}) {
        std::vector<RecordId> found;
        for (const User& user : users) {
            if (user.active && user.role == role && (role != UserRole::Lead || user.team == team))
                found.push_back(user.id);
        }
        if (!found.empty())
            return found;
    }
    return {};
}

void tell(WriteContext& context, const QStringList& families, const RecordId& recipient)
{
    const QString name = QString(duplicatePhoneRule) + families.join(u' ') + recipient.toString();
    Task task;
    task.id = Id<Task>(RecordId::fromName(name.toUtf8()));
    if (context.transaction().findRecord(RecordKind::Task, task.id))
        return;
    task.assignee = Id<User>(recipient);
    task.rule = duplicatePhoneRule;
    task.text = families.join(u' ');
    StoredRecord record{toRow(task), {}};
    record.versions.putCreation({context.stamp(), {}, {}, context.now(), {}});
    writeRecord(context, record, nullptr, {u"duplicate"_s, {}});
}

} // namespace

QByteArray phoneHash(ReadTransaction& transaction, const RecordRow& customer)
{
    const auto* phone = std::get_if<QString>(&customer.value(u"phone"));
    if (!phone || customer.deleted)
        return {};
    return QMessageAuthenticationCode::hash(
        phone->toUtf8(), transaction.secret(u"phone"_s), QCryptographicHash::Sha256);
}

void notePhone(WriteContext& context, const RecordRow& customer)
{
    WriteTransaction& transaction = context.transaction();
    const QByteArray hash = phoneHash(transaction, customer);
    transaction.putPhone(customer.id, hash);
    if (hash.isEmpty())
        return;
    QStringList families;
    for (const RecordId& id : transaction.customersWithPhone(hash))
        families.append(id.toString());
    if (families.size() < 2)
        return;
    for (const RecordId& recipient : recipients(transaction, context.teamOf(customer)))
        tell(context, families, recipient);
}

} // namespace homeroom
