// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/drafts.h"

#include "models/store/clientdatabase.h"

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

void keepState(RecordStore& store, const QString& key, const QJsonObject& state)
{
    store.write([key, state](Database& database) -> Result<ChangeSet> {
        if (state.isEmpty()) {
            forgetState(database, key);
        } else {
            const QByteArray json = QJsonDocument(state).toJson(QJsonDocument::Compact);
            setClientState(database, key, QString::fromUtf8(json));
        }
        return ChangeSet{};
    });
}

} // namespace

QJsonObject followUpDraft(Database& reader, const RecordId& customer)
{
    return readState(reader, draftKey(customer));
}

void keepFollowUpDraft(RecordStore& store, const RecordId& customer, const QJsonObject& draft)
{
    keepState(store, draftKey(customer), draft);
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
    keepState(store, u"page."_s + page, state);
}

} // namespace homeroom
