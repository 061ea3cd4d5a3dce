// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/result.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <optional>

namespace homeroom {

/// Decodes `%41`. Nothing for a broken escape, for bytes that are not UTF-8 and for control
/// characters: a value that two readers could understand differently is refused, not repaired.
std::optional<QString> decodePercent(const QByteArray& encoded);

struct RequestTarget {
    QString path{}; ///< still encoded
    QHash<QString, QString> query{}; ///< decoded, `+` as a space
};

/// Splits the target of a request line. Malformed for a target that does not begin with `/`, a
/// broken escape, a repeated name in the query, or a fragment.
Result<RequestTarget> parseTarget(const QByteArray& target);

} // namespace homeroom
