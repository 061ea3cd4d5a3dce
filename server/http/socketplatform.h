// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/result.h"

#include <QByteArray>
#include <QString>

#include <microhttpd.h>

namespace homeroom {

/// A resolved address in the bytes of the operating system's sockaddr.
struct SocketAddress {
    QByteArray bytes{};
    bool isVersionSix = false;
};

/// The first address of `host`, a name or a number. Io when it has none.
Result<SocketAddress> resolveAddress(const QString& host, quint16 port);

/// The numeric host of a sockaddr, without the port; empty when the system cannot say it.
QString addressText(const sockaddr* address);

/// Whether only this computer can reach a socket that listens there.
bool isLoopback(const SocketAddress& address);

/// Ends both directions of an open socket without closing it: its owner reads the end and closes
/// it.
void shutDownSocket(MHD_socket socket);

} // namespace homeroom
