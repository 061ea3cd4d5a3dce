// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/result.h"

namespace homeroom {

/// What a person reads when signing in or the first sync failed: nothing was typed yet that could
/// be kept and sent later.
QString startSentence(const Error& error);

} // namespace homeroom
