// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/httpmessage.h"
#include "server/rules/commands.h"
#include "sync/transport.h"

namespace homeroom::sim {

/// What the server's routes do with a command: decoded, done under its Idempotency-Key, answered.
/// `touched` is whom it concerns. NotFound for what is no command.
HttpResponse runCommand(const Commands& commands, const Caller& caller,
    const TransportRequest& request, Touched& touched);

} // namespace homeroom::sim
