// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/familyteams.h"

namespace homeroom {

FamilyTeams::FamilyTeams(Database& database)
{
    Statement users =
        database.statement("SELECT id, team FROM r_user WHERE deleted = 0 AND team IS NOT NULL");
    while (users.step())
        m_ofUser.insert(users.id(0), users.id(1));
}

} // namespace homeroom
