// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/records/records.h"

namespace homeroom {

// A family's contact to the clipboard, the same from every list. Each returns the sentence that
// says what was copied, or why nothing was.

/// As people type it into a messenger or a telephone: without spaces.
QString copyPhone(const Customer& customer);
/// Hands the number to the system's telephone program, or copies it where there is none.
QString dialPhone(const Customer& customer);
/// The WeChat id; the nick where there is no id to be read.
QString copyWechat(const Customer& customer);

} // namespace homeroom
