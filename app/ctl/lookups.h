// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/records.h"

namespace homeroom::ctl {

// What the words of a command line name in this profile. Malformed where they name no user or team,
// or are no id; NotFound of a family that is not here.

/// How many lines there are to decide, as the window counts them; 0 where that cannot be read.
qint64 linesToDecide(Database& reader);
/// The user of that sign-in name or id.
Result<User> userNamed(Database& reader, const QString& wish);
/// The team of that name or id.
Result<Team> teamNamed(Database& reader, const QString& wish);
/// The family of that id.
Result<Customer> customerNamed(Database& reader, const QString& wish);

} // namespace homeroom::ctl
