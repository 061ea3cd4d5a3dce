// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/jsonreader.h"

#include "models/values/typedjson.h"

#include <QJsonDocument>

namespace homeroom {

using namespace Qt::StringLiterals;

Result<QJsonObject> parseObject(const QByteArray& body, qsizetype maximum)
{
    if (body.size() > maximum)
        return Error{ErrorCode::TooLarge, u"the body has more than %1 bytes"_s.arg(maximum)};
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(body, &problem);
    if (problem.error != QJsonParseError::NoError)
        return Error{ErrorCode::Malformed, problem.errorString()};
    if (!document.isObject())
        return Error{ErrorCode::Malformed, u"the body is no JSON object"_s};
    return document.object();
}

JsonReader::JsonReader(const QJsonObject& object, UnknownMembers unknown)
    : m_object(object), m_unknown(unknown)
{
}

QJsonValue JsonReader::take(QLatin1StringView member)
{
    m_read.append(member);
    return m_object.value(member);
}

bool JsonReader::isNull(QLatin1StringView member)
{
    return take(member).isNull();
}

QString JsonReader::text(QLatin1StringView member)
{
    const QJsonValue value = take(member);
    if (!value.isString())
        fail(member, u"expected a text"_s);
    return value.toString();
}

QString JsonReader::textOr(QLatin1StringView member, const QString& otherwise)
{
    return has(member) ? text(member) : otherwise;
}

qint64 JsonReader::integer(QLatin1StringView member, qint64 lowest, qint64 highest)
{
    const QJsonValue value = take(member);
    if (!isExactInteger(value)) {
        fail(member, u"expected an integer"_s);
        return lowest;
    }
    const qint64 number = value.toInteger();
    if (number < lowest || number > highest)
        fail(member, u"the number is out of range"_s);
    return number;
}

bool JsonReader::boolean(QLatin1StringView member)
{
    const QJsonValue value = take(member);
    if (!value.isBool())
        fail(member, u"expected true or false"_s);
    return value.toBool();
}

RecordId JsonReader::id(QLatin1StringView member)
{
    const RecordId id = RecordId::fromString(take(member).toString()).value_or(RecordId());
    if (id.isNull())
        fail(member, u"expected an id"_s);
    return id;
}

RecordId JsonReader::idOrNull(QLatin1StringView member)
{
    if (m_object.value(member).isNull()) {
        take(member);
        return {};
    }
    return id(member);
}

Stamp JsonReader::stamp(QLatin1StringView member)
{
    JsonReader reader(object(member), m_unknown);
    const Stamp stamp{reader.integer("generation"_L1), reader.integer("seq"_L1)};
    if (!reader.finish().ok())
        fail(member, u"expected a stamp"_s);
    return stamp;
}

QStringList JsonReader::texts(QLatin1StringView member)
{
    QStringList texts;
    for (const QJsonValue& value : array(member)) {
        if (!value.isString())
            fail(member, u"expected a list of texts"_s);
        texts.append(value.toString());
    }
    return texts;
}

QJsonArray JsonReader::array(QLatin1StringView member)
{
    const QJsonValue value = take(member);
    if (!value.isArray())
        fail(member, u"expected a list"_s);
    return value.toArray();
}

QJsonObject JsonReader::object(QLatin1StringView member)
{
    const QJsonValue value = take(member);
    if (!value.isObject())
        fail(member, u"expected an object"_s);
    return value.toObject();
}

void JsonReader::fail(QLatin1StringView member, const QString& detail)
{
    fail(Error{ErrorCode::Malformed, has(member) ? detail : u"a member is missing"_s, member});
}

void JsonReader::fail(const Error& error)
{
    if (!m_failed)
        m_error = error;
    m_failed = true;
}

Result<void> JsonReader::finish()
{
    if (m_unknown == UnknownMembers::Refused && !m_failed) {
        for (auto it = m_object.begin(); it != m_object.end(); ++it) {
            if (!m_read.contains(it.key()))
                fail(Error{ErrorCode::Malformed, u"unknown member"_s, it.key()});
        }
    }
    if (m_failed)
        return m_error;
    return {};
}

} // namespace homeroom
