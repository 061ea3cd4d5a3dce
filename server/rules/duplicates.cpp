// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rules/duplicates.h"

#include "models/values/duplicaterules.h"
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

/// One task for these families and this person, whoever finds them out.
Id<Task> taskId(const QStringList& families, const RecordId& recipient)
{
    const QString name = QString(samePhoneRule) + families.join(u' ') + recipient.toString();
    return Id<Task>(RecordId::fromName(name.toUtf8()));
}

void tell(WriteContext& context, const QStringList& families, const RecordId& recipient)
{
    Task task;
    task.id = taskId(families, recipient);
    if (context.transaction().findRecord(RecordKind::Task, task.id))
        return;
    task.assignee = Id<User>(recipient);
    task.rule = samePhoneRule;
    task.text = families.join(u' ');
    StoredRecord record{toRow(task), {}};
    record.versions.putCreation({context.stamp(), {}, {}, context.now(), {}});
    writeRecord(context, record, nullptr, {u"duplicate"_s, {}});
}

void endTask(WriteContext& context, const Id<Task>& id)
{
    auto record = context.transaction().findRecord(RecordKind::Task, id);
    if (!record || record->row.deleted || fromRow<Task>(record->row).state != TaskState::Open)
        return;
    const RecordRow before = record->row;
    Task task = fromRow<Task>(before);
    task.state = TaskState::Done;
    task.doneAt = context.now();
    record->row.values = toRow(task).values;
    record->row.stamp = context.stamp();
    writeRecord(context, std::move(*record), &before, {u"merge"_s, {}});
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

void endDuplicateTasks(WriteContext& context, const RecordId& one, const RecordId& other)
{
    const QStringList families{one.toString(), other.toString()};
    const QStringList turned{families[1], families[0]};
    // Who was asked may lead another team by now.
    for (const RecordRow& user : context.transaction().records(RecordKind::User)) {
        endTask(context, taskId(families, user.id));
        endTask(context, taskId(turned, user.id));
    }
}

} // namespace homeroom
