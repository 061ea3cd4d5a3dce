// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace homeroom::sim {

/// Makes every random byte of the cryptographic library (keys, tokens, ids of the server's lives)
/// come from a seed. Called before each run; the first call must be the process's first use.
void seedRandomBytes(quint64 seed);

} // namespace homeroom::sim
