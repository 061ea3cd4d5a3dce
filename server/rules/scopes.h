// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/records/records.h"
#include "models/values/rights.h"
#include "server/storage/storedvalues.h"

#include <QSet>

namespace homeroom {

/// Names of scopes (sync.md section 1): `u:<user>` families of an owner, `pool:<team>` families
/// without one, `team:<team>` what a team shares, `org` the catalogue, `all` every family, and
/// `own:<user>` what is private to one user (a lead is a member of the team's `u:`, not of these).
namespace scope {
ScopeName user(const RecordId& user);
ScopeName pool(const RecordId& team);
ScopeName team(const RecordId& team);
ScopeName own(const RecordId& user);
inline const ScopeName org = QStringLiteral("org");
inline const ScopeName all = QStringLiteral("all");
} // namespace scope

/// The scopes that hold a root, from the values of its own record.
QSet<ScopeName> scopesOfRoot(const RecordRow& root);

/// The scopes that a user is a member of; none for an inactive one. `everyone` are the live users
/// and `teams` the live teams.
QSet<ScopeName> scopesOfMember(
    const User& member, const std::vector<User>& everyone, const std::vector<RecordId>& teams);

} // namespace homeroom
