// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/rights.h"

namespace homeroom {

// Who may give which command: the server decides by these, and the client asks the same before it
// troubles the server. All of it follows from the table in models/values/rights.h.

/// Whether the role may give such a command at all.
inline Result<void> checkRole(const Viewer& viewer, Right right)
{
    if (reachOf(viewer.role, right) == Reach::None)
        return Error{ErrorCode::Forbidden, QStringLiteral("the role may not do this")};
    return {};
}

/// Whether the viewer may take a family of the pool of that team.
inline bool mayClaim(const Viewer& viewer, const RecordId& team)
{
    const Reach reach = reachOf(viewer.role, Right::Claim);
    if (reach == Reach::None)
        return false;
    return reach == Reach::All || (!team.isNull() && team == viewer.team);
}

/// Whether claiming is bounded by how many families the viewer keeps.
inline bool claimsUpToCap(const Viewer& viewer)
{
    return reachOf(viewer.role, Right::Claim) == Reach::Own;
}

/// Whether the viewer may return a family of this owner and team to the pool: whoever may edit it.
inline bool mayReturn(const Viewer& viewer, const RecordId& owner, const RecordId& team)
{
    return covers(viewer, Right::EditFamily, owner, team);
}

/// Whether that many rows may be exported at once.
inline bool mayExport(const Viewer& viewer, qint64 rows)
{
    const qint64 limit = exportLimit(viewer.role);
    return reachOf(viewer.role, Right::Export) != Reach::None && (limit < 0 || rows <= limit);
}

} // namespace homeroom
