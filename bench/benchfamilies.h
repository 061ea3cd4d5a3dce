// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/workspace.h"
#include "models/values/records/records.h"

namespace homeroom::bench {

/// A workspace in the folder with so many families of one child each, on threads of its own. Names
/// are those of few people, so that much is found. Ends the program where it cannot be written.
/// `with` may write more of a family, or further records of it.
using MoreOfFamily = std::function<void(Customer&, Database&)>;
std::unique_ptr<Workspace> workspaceWithFamilies(const QString& folder, int families,
    const Clock& clock, IdFactory& ids, const MoreOfFamily& with = {});

} // namespace homeroom::bench
