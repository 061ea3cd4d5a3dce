// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/database/database.h"

namespace homeroom::test {

/// The bytes of every page of an encrypted database and of its WAL, decrypted: also of pages that
/// are free and of cells that no query reaches. Empty where there is no such file.
QByteArray decryptedPages(const DatabaseOptions& options);

} // namespace homeroom::test
