// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/rights.h"
#include "sync/protocol/jsonreader.h"
#include "sync/protocol/messages.h"

#include <QJsonDocument>

/// What the codecs of this folder share; for their .cpp files only.
namespace homeroom::codec {

inline QByteArray compact(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

inline QJsonValue idToJson(const RecordId& id)
{
    return id.isNull() ? QJsonValue(QJsonValue::Null) : QJsonValue(id.toString());
}

inline QJsonObject stampToJson(const Stamp& stamp)
{
    return {{QStringLiteral("generation"), stamp.generation}, {QStringLiteral("seq"), stamp.seq}};
}

/// Nothing for a word that names no role.
inline std::optional<UserRole> roleOf(const QString& word)
{
    for (size_t i = 0; i < std::size(Words<UserRole>::words); ++i) {
        if (Words<UserRole>::words[i] == word)
            return UserRole(i);
    }
    return std::nullopt;
}

/// Parses the body, lets `read` fill a message from its members, and gives the message or what was
/// wrong first.
template <typename Message, typename Read>
Result<Message> decode(const QByteArray& body, UnknownMembers unknown, Read&& read)
{
    const Result<QJsonObject> object = parseObject(body, maximumBodyBytes);
    if (!object.ok())
        return object.error();
    JsonReader reader(*object, unknown);
    Message message = read(reader);
    if (const Result<void> finished = reader.finish(); !finished.ok())
        return finished.error();
    return message;
}

} // namespace homeroom::codec
