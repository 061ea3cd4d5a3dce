// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/recordid.h"

#include <QJsonObject>
#include <QStringList>

#include <variant>

namespace homeroom {

/// One field of one record, whatever its type: nothing · integer, money, time, yes/no · real ·
/// text, enum word, day · reference · set · object.
using FieldValue =
    std::variant<std::monostate, qint64, double, QString, RecordId, QStringList, QJsonObject>;

inline bool isNothing(const FieldValue& value)
{
    return std::holds_alternative<std::monostate>(value);
}

} // namespace homeroom
