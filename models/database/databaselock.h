// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/result.h"

#include <QLockFile>

#include <memory>

namespace homeroom {

/// Keeps a database file to one program, by a file beside it (`.lock`). The lock of a program that
/// was killed keeps nobody out. Errors: InUse, Io.
Result<std::unique_ptr<QLockFile>> lockDatabase(const QString& path);

} // namespace homeroom
