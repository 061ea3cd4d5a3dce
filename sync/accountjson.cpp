// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/accountjson.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace homeroom {

using namespace Qt::StringLiterals;

QString accountToJson(const SessionAccount& account)
{
    const QJsonObject json{{u"server"_s, account.server},
        {u"user"_s, account.viewer.user.toString()}, {u"team"_s, account.viewer.team.toString()},
        {u"role"_s, QString(Words<UserRole>::words[size_t(account.viewer.role)])},
        {u"userName"_s, account.userName}, {u"displayName"_s, account.displayName},
        {u"organisation"_s, account.organisation}, {u"timeZone"_s, account.timeZone}};
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

SessionAccount accountFromJson(const QString& text)
{
    const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
    SessionAccount account;
    account.server = json.value("server"_L1).toString();
    account.viewer.user =
        RecordId::fromString(json.value("user"_L1).toString()).value_or(RecordId());
    account.viewer.team =
        RecordId::fromString(json.value("team"_L1).toString()).value_or(RecordId());
    for (size_t i = 0; i < std::size(Words<UserRole>::words); ++i) {
        if (Words<UserRole>::words[i] == json.value("role"_L1).toString())
            account.viewer.role = UserRole(i);
    }
    account.userName = json.value("userName"_L1).toString();
    account.displayName = json.value("displayName"_L1).toString();
    account.organisation = json.value("organisation"_L1).toString();
    account.timeZone = json.value("timeZone"_L1).toString();
    return account;
}

} // namespace homeroom
