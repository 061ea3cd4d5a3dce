// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/database/database.h"
#include "models/values/records/records.h"

#include <QHash>

namespace homeroom {

/// The team that rights on a family go by: its owner's; in the pool, and of an owner that is not
/// known here, its own (docs/sync.md, «Who owns what»). A family's own team stays behind when a
/// tutor changes team, so it must not be asked alone.
class FamilyTeams {
public:
    FamilyTeams() = default;
    /// Reads the users; throws SQLite::Exception.
    explicit FamilyTeams(Database& database);

    RecordId of(const RecordId& owner, const RecordId& ownTeam) const
    {
        return m_ofUser.value(owner, ownTeam);
    }
    RecordId of(const Customer& customer) const { return of(customer.owner, customer.team); }

private:
    QHash<RecordId, RecordId> m_ofUser{};
};

} // namespace homeroom
