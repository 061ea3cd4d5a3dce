// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/result.h"
#include "server/storage/storedvalues.h"

namespace homeroom {

/// How far somebody has seen this database: up to `seq`, in one of its incarnations. A database
/// that has no such incarnation, or has not come so far in it, was restored from an earlier copy.
struct Witness {
    RecordId incarnation{};
    RecordId previous{}; ///< the incarnation before it; null where it was the first
    Seq first = 0; ///< where the incarnation began
    qint64 generation = 0;
    Seq seq = 0;

    bool operator==(const Witness&) const = default;
};

/// Where a viewer stands in the feed (sync.md section 4).
struct Cursor {
    RecordId viewer{};
    Witness seen{}; ///< what the page that it came with was taken from
    Seq base = 0;
    Milliseconds baseAt = 0; ///< when the base was set; its age decides about expiry
    Seq key = 0; ///< position inside the session
    RecordId root{};
    qint64 schema = 0;

    bool operator==(const Cursor&) const = default;
};

// On the wire both are opaque and carry a MAC that the viewer goes into, so what comes back is what
// was given out, to this user.

QString sealedCursor(const Cursor& cursor, const QByteArray& secret);
/// Malformed for anything that sealedCursor did not make with this secret for this user.
Result<Cursor> openedCursor(const QString& text, const RecordId& viewer, const QByteArray& secret);

QString sealedWitness(const Witness& witness, const RecordId& viewer, const QByteArray& secret);
/// Of a sealed witness, or of a cursor. Malformed for anything else.
Result<Witness> openedWitness(
    const QString& text, const RecordId& viewer, const QByteArray& secret);

} // namespace homeroom
