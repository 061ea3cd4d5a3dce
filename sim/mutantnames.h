// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/mutants.h"

#include <QString>

#include <optional>

namespace homeroom::sim {

/// The names of sync.md section 9, in its order.
QStringList mutantNames();
std::optional<Mutant> mutantFromName(const QString& name);

} // namespace homeroom::sim
