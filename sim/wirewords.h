// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/recordid.h"
#include "models/values/stamp.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <vector>

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

/// The fields of an edit; those that hold an object member by member, as `field.member`: of such
/// an edit only the members count, and two edits in the queue may become one with members of both.
inline QJsonObject partsOf(const QJsonObject& set)
{
    QJsonObject parts;
    for (auto field = set.begin(); field != set.end(); ++field) {
        if (!field->isObject()) {
            parts.insert(field.key(), field.value());
            continue;
        }
        const QJsonObject members = field->toObject();
        for (auto member = members.begin(); member != members.end(); ++member)
            parts.insert(field.key() + u'.' + member.key(), member.value());
    }
    return parts;
}

/// Whether every value of the first stands in the second.
inline bool isIn(const QJsonObject& part, const QJsonObject& whole)
{
    for (auto value = part.begin(); value != part.end(); ++value) {
        if (whole.value(value.key()) != value.value())
            return false;
    }
    return true;
}

/// What of an edit is the same in the queue and on the wire: of one of its parts, or with an empty
/// name of the whole.
inline QString identityOf(
    const QJsonObject& mutation, const QString& part, const QJsonValue& value = {})
{
    const QString text = part.isEmpty() ? QString() : jsonText({{QStringLiteral("v"), value}});
    return wordIn(mutation, QLatin1StringView("op")) + u'|'
        + wordIn(mutation, QLatin1StringView("id")) + u'|' + part + u'|' + text;
}

/// By which the outcome of an edit is known: of its parts, as far as no later edit set them again.
inline std::vector<QString> identitiesOf(const QJsonObject& mutation, const QJsonObject& fields)
{
    const QString operation = wordIn(mutation, QLatin1StringView("op"));
    if (operation == QStringLiteral("delete") || operation == QStringLiteral("create"))
        return {identityOf(mutation, {})};
    std::vector<QString> identities;
    for (auto part = fields.begin(); part != fields.end(); ++part)
        identities.push_back(identityOf(mutation, part.key(), part.value()));
    return identities;
}

} // namespace homeroom::sim
