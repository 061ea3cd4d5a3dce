// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/rights.h"

#include <QSet>
#include <QString>

namespace homeroom {

/// Who sent a request: what authentication found out.
struct Caller {
    Viewer viewer{};
    RecordId device{}; ///< of the session
    bool active = true; ///< false within the grace of a deactivated user
};

/// Whose world a commit changed: they are woken.
struct Touched {
    QSet<QString> scopes{};
    QSet<RecordId> viewers{}; ///< whose memberships changed

    bool isEmpty() const { return scopes.isEmpty() && viewers.isEmpty(); }
};

/// The id in a reference field; null where it has none.
inline RecordId referenceOf(const RecordRow& row, QStringView field)
{
    const auto* id = std::get_if<RecordId>(&row.value(field));
    return id ? *id : RecordId();
}

/// The one answer for a record that is unknown or not visible.
inline Error noSuchRecord(const QString& field = {})
{
    return {ErrorCode::NotFound, QStringLiteral("no such record"), field};
}

} // namespace homeroom
