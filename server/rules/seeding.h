// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/rules/passwords.h"
#include "server/rules/push.h"

#include <functional>

namespace homeroom {

struct SeedUser {
    RecordId user{};
    QString password{};
};

/// Hands each row to the sink it is given, parents first; returns who can sign in.
using SeedSource =
    std::function<std::vector<SeedUser>(const std::function<void(const RecordRow&)>& sink)>;

/// Fills an empty database with a whole organisation in one transaction: rows with their scopes and
/// phone hashes, memberships, passwords, one audit entry. Errors: Conflict where there are users
/// already, Invalid (a password), Database.
Result<void> seedOrganisation(
    const RuleParts& parts, const QString& name, const SeedSource& source, PasswordCost cost);

} // namespace homeroom
