// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/result.h"

#include <optional>

namespace homeroom {

/// Why a server that answers is not spoken to. Nothing but the handshake has been sent to it.
enum class ConnectionFault {
    WrongHost, ///< its certificate is for another name
    CertificateDate, ///< expired or not valid yet, by this computer's clock
    Untrusted, ///< nobody this computer trusts vouches for its certificate
    Insecure ///< plain HTTP, an old TLS, or no TLS at all
};

/// For the engine the server is Unavailable, and tried again later; `field` names the fault.
Error unsafeConnection(ConnectionFault fault, const QString& detail);
/// The fault of such an error; nothing for any other.
std::optional<ConnectionFault> connectionFault(const Error& error);

} // namespace homeroom
