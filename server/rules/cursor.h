// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/result.h"
#include "server/storage/storedvalues.h"

namespace homeroom {

/// Where a viewer stands in the feed (sync.md section 4). On the wire it is opaque and carries a
/// MAC, so what comes back is what was given out.
struct Cursor {
    RecordId viewer{};
    qint64 generation = 0;
    RecordId incarnation{}; ///< life of the database in which `base` was given out
    Seq base = 0;
    Milliseconds baseAt = 0; ///< when the base was set; its age decides about expiry
    Seq key = 0; ///< position inside the session
    RecordId root{};
    qint64 schema = 0;
    Seq snapshot = 0; ///< what the page that it came with was taken from

    bool operator==(const Cursor&) const = default;
};

QString sealedCursor(const Cursor& cursor, const QByteArray& secret);
/// Malformed for anything that sealedCursor did not make with this secret.
Result<Cursor> openedCursor(const QString& text, const QByteArray& secret);

} // namespace homeroom
