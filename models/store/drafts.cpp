// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/drafts.h"

#include "models/database/recordtable.h"
#include "models/store/clientdatabase.h"
#include "models/values/records/records.h"

#include <QJsonDocument>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

QString draftKey(const RecordId& customer)
{
    return u"draft.followup."_s + customer.toString();
}

QJsonObject readState(Database& reader, const QString& key)
{
    const Result<QString> text =
        reader.read([&](Database& database) { return clientState(database, key); });
    return text.ok() ? QJsonDocument::fromJson(text->toUtf8()).object() : QJsonObject();
}

void forgetState(Database& database, const QString& key)
{
    Statement forget = database.statement("DELETE FROM client_state WHERE key = ?1");
    forget.bind(1, key).execute();
}

/// An empty state is forgotten.
void writeState(Database& database, const QString& key, const QJsonObject& state)
{
    if (state.isEmpty()) {
        forgetState(database, key);
        return;
    }
    const QByteArray json = QJsonDocument(state).toJson(QJsonDocument::Compact);
    setClientState(database, key, QString::fromUtf8(json));
}

} // namespace

QJsonObject followUpDraft(Database& reader, const RecordId& customer)
{
    return readState(reader, draftKey(customer));
}

void keepFollowUpDraft(RecordStore& store, const RecordId& customer, const QJsonObject& draft)
{
    store.write([customer, draft](Database& database) -> Result<ChangeSet> {
        // Typed just before the family left, written just after: nothing would erase it later.
        const bool here =
            RecordTable(database, recordTypeOf<Customer>()).find(customer).has_value();
        writeState(database, draftKey(customer), here ? draft : QJsonObject());
        return ChangeSet{};
    });
}

void forgetFollowUpDraft(Database& database, const RecordId& customer)
{
    forgetState(database, draftKey(customer));
}

QJsonObject pageState(Database& reader, const QString& page)
{
    return readState(reader, u"page."_s + page);
}

void keepPageState(RecordStore& store, const QString& page, const QJsonObject& state)
{
    store.write([page, state](Database& database) -> Result<ChangeSet> {
        writeState(database, u"page."_s + page, state);
        return ChangeSet{};
    });
}

} // namespace homeroom
