// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/httpserver.h"

#include "server/http/httpexchange.h"

#include <vector>

namespace homeroom {

using namespace Qt::StringLiterals;

namespace {

template <typename Callback> intptr_t asOption(Callback callback)
{
    return reinterpret_cast<intptr_t>(callback);
}

} // namespace

class HttpServer::Daemon {
public:
    Daemon(const Router& router, HttpOptions options)
        : m_options(std::move(options)), m_surroundings{router, m_options.limits, m_watch,
                                             m_answers, m_bodyBytes}
    {
    }

    Result<quint16> start();
    void stop();

private:
    static void connectionNotified(void* self, MHD_Connection* connection, void** context,
        MHD_ConnectionNotificationCode code);
    static void* requestBegun(void* self, const char* target, MHD_Connection* connection);
    static MHD_Result requestAdvanced(void* self, MHD_Connection* connection, const char* target,
        const char* method, const char* version, const char* data, size_t* size, void** context);
    static void requestEnded(
        void* self, MHD_Connection* connection, void** context, MHD_RequestTerminationCode code);

    unsigned flags(const SocketAddress& address) const;
    std::vector<MHD_OptionItem> nativeOptions(SocketAddress& address);
    bool usesTls() const { return !m_options.tlsKey.isEmpty(); }

    HttpOptions m_options;
    DeadlineWatch m_watch;
    OpenAnswers m_answers;
    std::atomic<qint64> m_bodyBytes = 0;
    HttpExchange::Surroundings m_surroundings;
    MHD_Daemon* m_native = nullptr;
};

unsigned HttpServer::Daemon::flags(const SocketAddress& address) const
{
    unsigned flags = unsigned(MHD_USE_AUTO_INTERNAL_THREAD) | unsigned(MHD_ALLOW_SUSPEND_RESUME);
    if (address.isVersionSix)
        flags |= unsigned(MHD_USE_IPv6);
    if (usesTls())
        flags |= unsigned(MHD_USE_TLS);
    return flags;
}

std::vector<MHD_OptionItem> HttpServer::Daemon::nativeOptions(SocketAddress& address)
{
    const HttpLimits& limits = m_options.limits;
    // Headers, their index and the answer's head come out of one pool per connection.
    const auto pool = static_cast<intptr_t>(limits.headerBytes + 16 * 1024);
    std::vector<MHD_OptionItem> items{
        {MHD_OPTION_SOCK_ADDR, 0, address.bytes.data()},
        {MHD_OPTION_STRICT_FOR_CLIENT, 1, nullptr},
        {MHD_OPTION_CONNECTION_MEMORY_LIMIT, pool, nullptr},
        {MHD_OPTION_CONNECTION_LIMIT, intptr_t(limits.connections), nullptr},
        {MHD_OPTION_PER_IP_CONNECTION_LIMIT, intptr_t(limits.connectionsPerAddress), nullptr},
        {MHD_OPTION_LISTEN_BACKLOG_SIZE, intptr_t(limits.backlog), nullptr},
        {MHD_OPTION_NOTIFY_CONNECTION, asOption(connectionNotified), this},
        {MHD_OPTION_URI_LOG_CALLBACK, asOption(requestBegun), this},
        {MHD_OPTION_NOTIFY_COMPLETED, asOption(requestEnded), this},
    };
    if (m_options.threads > 1)
        items.push_back({MHD_OPTION_THREAD_POOL_SIZE, intptr_t(m_options.threads), nullptr});
    if (usesTls()) {
        static char priorities[] = "NORMAL:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2";
        items.push_back({MHD_OPTION_HTTPS_MEM_KEY, 0, m_options.tlsKey.data()});
        items.push_back({MHD_OPTION_HTTPS_MEM_CERT, 0, m_options.tlsCertificate.data()});
        items.push_back({MHD_OPTION_HTTPS_PRIORITIES, 0, priorities});
    }
    items.push_back({MHD_OPTION_END, 0, nullptr});
    return items;
}

Result<quint16> HttpServer::Daemon::start()
{
    Q_ASSERT(!m_native);
    Result<SocketAddress> address = resolveAddress(m_options.host, m_options.port);
    if (!address)
        return address.error();
    if (!usesTls() && !isLoopback(*address)) {
        return Error{ErrorCode::Io,
            u"Plain HTTP is for this computer's own addresses (127.0.0.1, ::1). To listen on %1, "
            "give a certificate and its key."_s.arg(m_options.host)};
    }
    std::vector<MHD_OptionItem> items = nativeOptions(*address);
    m_native = MHD_start_daemon(flags(*address), 0, nullptr, nullptr, requestAdvanced, this,
        MHD_OPTION_ARRAY, items.data(), MHD_OPTION_END);
    if (!m_native) {
        return Error{ErrorCode::Io,
            u"Cannot listen on %1 port %2: the address is taken or the TLS key does not load."_s
                .arg(m_options.host)
                .arg(m_options.port)};
    }
    return MHD_get_daemon_info(m_native, MHD_DAEMON_INFO_BIND_PORT)->port;
}

void HttpServer::Daemon::stop()
{
    if (!m_native)
        return;
    m_answers.stop(HttpResponse::failure({ErrorCode::Unavailable}));
    // libmicrohttpd drops what it has not sent; clients should learn that they were heard.
    [[maybe_unused]] const bool allAnswered = m_answers.waitUntilNone(m_options.limits.stopTime);
    MHD_stop_daemon(std::exchange(m_native, nullptr));
    m_watch.stop();
}

void HttpServer::Daemon::connectionNotified(
    void* self, MHD_Connection* connection, void** context, MHD_ConnectionNotificationCode code)
{
    using Owner = std::shared_ptr<HttpConnection>;
    if (code == MHD_CONNECTION_NOTIFY_CLOSED) {
        const std::unique_ptr<Owner> owner(static_cast<Owner*>(*context));
        (*owner)->close();
        return;
    }
    auto* daemon = static_cast<Daemon*>(self);
    const MHD_socket socket =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd;
    const sockaddr* peer =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS)->client_addr;
    auto opened = std::make_shared<HttpConnection>(daemon->m_watch, socket, addressText(peer));
    opened->allow(daemon->m_options.limits.headerTime);
    *context = new Owner(std::move(opened));
}

// Here the target is still as the client wrote it; what the access callback is given is decoded, so
// that `%2F` has become a separator and `%00` an end.
void* HttpServer::Daemon::requestBegun(void* self, const char* target, MHD_Connection* connection)
{
    auto* daemon = static_cast<Daemon*>(self);
    const auto* owner = static_cast<const std::shared_ptr<HttpConnection>*>(
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT)->socket_context);
    return new HttpExchange(daemon->m_surroundings, *owner, target);
}

MHD_Result HttpServer::Daemon::requestAdvanced(void*, MHD_Connection* connection, const char*,
    const char* method, const char*, const char* data, size_t* size, void** context)
{
    return static_cast<HttpExchange*>(*context)->advance(connection, method, data, size);
}

void HttpServer::Daemon::requestEnded(
    void*, MHD_Connection*, void** context, MHD_RequestTerminationCode)
{
    delete static_cast<HttpExchange*>(std::exchange(*context, nullptr));
}

HttpServer::HttpServer(const Router& router, HttpOptions options)
    : m_daemon(std::make_unique<Daemon>(router, std::move(options)))
{
}

HttpServer::~HttpServer()
{
    stop();
}

Result<quint16> HttpServer::start()
{
    return m_daemon->start();
}

void HttpServer::stop()
{
    m_daemon->stop();
}

} // namespace homeroom
