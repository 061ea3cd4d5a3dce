// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/session.h"

namespace homeroom {

/// An account as the profile keeps it, and back; a text that is none gives a null account.
QString accountToJson(const SessionAccount& account);
SessionAccount accountFromJson(const QString& text);

} // namespace homeroom
