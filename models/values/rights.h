// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/recordrow.h"
#include "models/values/records/records.h"

namespace homeroom {

/// What a role may be allowed to do: one row of the table in domain.md each.
enum class Right {
    SeeFamilies,
    ReadContactInFull, ///< full phone and messenger id of the families one sees
    EditFamily,
    Assign,
    Claim,
    Merge,
    Unmask,
    EditCatalogue, ///< cohorts, lessons, products, channels, pipelines, stages, custom fields
    EditTags,
    EditTargets,
    EditUsers,
    Export,
    ReadAudit
};

/// How far a right reaches.
enum class Reach { None, Own, Team, All };

/// The one table of roles and rights; client and server share it.
Reach reachOf(UserRole role, Right right);

/// Rows that one export of a role may hold; -1 means no bound.
qint64 exportLimit(UserRole role);

/// Who asks: what a right is judged by.
struct Viewer {
    RecordId user{};
    UserRole role = UserRole::Tutor;
    RecordId team{};

    bool operator==(const Viewer&) const = default;
};

/// Whether the viewer's right covers a family of this owner and team.
bool covers(const Viewer& viewer, Right right, const RecordId& owner, const RecordId& team);

/// Whether the viewer reads OwnerOnly fields of a family of this owner in full.
bool readsInFull(const Viewer& viewer, const RecordId& owner);

/// Whether the viewer may edit a record of the type outside families (its scope is org or team).
bool mayEditOrgRecord(const Viewer& viewer, RecordKind kind, const RecordId& recordTeam);

/// The row as somebody without that right sees it: OwnerOnly fields masked, and
/// what a Conflict or a HistoryEntry quotes of them.
RecordRow maskedRow(RecordRow row);

/// Whether a value of the field can be a mask, which nobody means to write.
bool isMaskedValue(const FieldDescription& field, QStringView text);

} // namespace homeroom
