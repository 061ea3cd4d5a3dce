// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/recordid.h"
#include "models/values/result.h"
#include "models/values/stamp.h"

#include <QJsonArray>
#include <QJsonObject>

#include <limits>

namespace homeroom {

/// Whether members that nobody asked for are an error.
enum class UnknownMembers { Refused, PassedOver };

/// Parses a body that must be one JSON object: Malformed, or TooLarge above `maximum` bytes.
Result<QJsonObject> parseObject(const QByteArray& body, qsizetype maximum);

/// Reads members of an object and remembers the first thing that is wrong, so that a decoder reads
/// like the list of its members. Getters give a default after an error; ask finish() before use.
class JsonReader {
public:
    JsonReader(const QJsonObject& object, UnknownMembers unknown);

    bool has(QLatin1StringView member) const { return m_object.contains(member); }
    /// Whether the member is there and null; counts as read.
    bool isNull(QLatin1StringView member);
    QString text(QLatin1StringView member);
    QString textOr(QLatin1StringView member, const QString& otherwise);
    qint64 integer(QLatin1StringView member, qint64 lowest = 0,
        qint64 highest = std::numeric_limits<qint64>::max());
    bool boolean(QLatin1StringView member);
    RecordId id(QLatin1StringView member);
    RecordId idOrNull(QLatin1StringView member); ///< a JSON null is the null id
    Stamp stamp(QLatin1StringView member);
    QStringList texts(QLatin1StringView member);
    QJsonArray array(QLatin1StringView member);
    QJsonObject object(QLatin1StringView member);

    void fail(QLatin1StringView member, const QString& detail);
    void fail(const Error& error);
    bool failed() const { return m_failed; }
    /// The first error, an unread member included where unknown ones are refused.
    Result<void> finish();

private:
    QJsonValue take(QLatin1StringView member);

    const QJsonObject m_object;
    QStringList m_read{};
    UnknownMembers m_unknown;
    Error m_error{};
    bool m_failed = false;
};

} // namespace homeroom
