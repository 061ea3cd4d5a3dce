// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/recordid.h"
#include "models/values/stamp.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace homeroom::sim {

// Reading the wire's JSON by hand, so that what judges the codec does not use it.

inline QByteArray compactJson(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

inline QString jsonText(const QJsonObject& object)
{
    return QString::fromUtf8(compactJson(object));
}

inline RecordId idIn(const QJsonObject& object, QLatin1StringView member)
{
    return RecordId::fromString(object.value(member).toString()).value_or(RecordId());
}

inline QString wordIn(const QJsonObject& object, QLatin1StringView member)
{
    return object.value(member).toString();
}

inline Stamp stampFrom(const QJsonValue& value)
{
    const QJsonObject stamp = value.toObject();
    return {stamp.value(QLatin1StringView("generation")).toInteger(),
        stamp.value(QLatin1StringView("seq")).toInteger()};
}

/// What of an edit is the same in the queue and on the wire: of a field, or without one of the
/// whole.
inline QString identityOf(const QJsonObject& mutation, const QString& field)
{
    QString value;
    if (!field.isEmpty()) {
        const QJsonObject set = mutation.value(QLatin1StringView("set")).toObject();
        value = jsonText({{QStringLiteral("v"), set.value(field)}});
    }
    return wordIn(mutation, QLatin1StringView("op")) + u'|'
        + wordIn(mutation, QLatin1StringView("id")) + u'|' + field + u'|' + value;
}

} // namespace homeroom::sim
