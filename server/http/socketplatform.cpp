// SPDX-License-Identifier: GPL-3.0-or-later
// The only file of the server that calls the operating system's sockets.
#include "server/http/socketplatform.h"

#ifndef Q_OS_WIN
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>
#endif

#include <array>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

socklen_t lengthOf(const sockaddr* address)
{
    return address->sa_family == AF_INET6 ? sizeof(sockaddr_in6) : sizeof(sockaddr_in);
}

} // namespace

Result<SocketAddress> resolveAddress(const QString& host, quint16 port)
{
    addrinfo wanted{};
    wanted.ai_family = AF_UNSPEC;
    wanted.ai_socktype = SOCK_STREAM;
    wanted.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
    addrinfo* found = nullptr;
    const QByteArray service = QByteArray::number(port);
    if (getaddrinfo(host.toUtf8().constData(), service.constData(), &wanted, &found) != 0 || !found)
        return Error{ErrorCode::Io, u"The host %1 has no address."_s.arg(host)};
    SocketAddress address;
    address.bytes = QByteArray(
        reinterpret_cast<const char*>(found->ai_addr), static_cast<qsizetype>(found->ai_addrlen));
    address.isVersionSix = found->ai_family == AF_INET6;
    freeaddrinfo(found);
    return address;
}

QString addressText(const sockaddr* address)
{
    std::array<char, NI_MAXHOST> text{};
    const int failed = getnameinfo(
        address, lengthOf(address), text.data(), text.size(), nullptr, 0, NI_NUMERICHOST);
    return failed ? QString() : QString::fromLatin1(text.data());
}

bool isLoopback(const SocketAddress& address)
{
    const QString text = addressText(reinterpret_cast<const sockaddr*>(address.bytes.constData()));
    return text.startsWith(u"127."_s) || text == u"::1"_s;
}

void shutDownSocket(MHD_socket socket)
{
#ifdef Q_OS_WIN
    shutdown(socket, SD_BOTH);
#else
    shutdown(socket, SHUT_RDWR);
#endif
}

} // namespace homeroom
